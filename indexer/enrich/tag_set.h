// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace alatoo {

/// What a word is in a name: the scheme BIOES (begin, inside, outside, end, single) for persons,
/// locations and organisations. Names of other things have no end tag, so that all tags fit in one
/// row of sixteen weights; they are found to keep them out of the other three, and dropped.
enum Tag : std::uint8_t {
  kOutside,
  kBeginPerson,
  kInsidePerson,
  kEndPerson,
  kSinglePerson,
  kBeginLocation,
  kInsideLocation,
  kEndLocation,
  kSingleLocation,
  kBeginOrganisation,
  kInsideOrganisation,
  kEndOrganisation,
  kSingleOrganisation,
  kBeginOther,
  kInsideOther,
  kSingleOther,
};
inline constexpr std::size_t kTags = 16;

/// A set of tags, a bit each.
using TagSet = std::uint32_t;
inline constexpr TagSet kAnyTag = (1u << kTags) - 1;
inline constexpr TagSet kOtherTags = 1u << kBeginOther | 1u << kInsideOther | 1u << kSingleOther;

/// What a name is, in the order of the tags.
enum class NameKind : std::uint8_t { person, location, organisation, other };

constexpr NameKind name_kind(Tag tag) { return static_cast<NameKind>((tag - 1) / 4); }
/// True if a name may begin with the tag.
constexpr bool begins_name(Tag tag) {
  return tag == kBeginOther || tag == kSingleOther ||
         (tag != kOutside && tag < kBeginOther && ((tag - 1) % 4 == 0 || (tag - 1) % 4 == 3));
}
/// True if a name may end with the tag.
constexpr bool ends_name(Tag tag) {
  return tag == kInsideOther || tag == kSingleOther ||
         (tag != kOutside && tag < kBeginOther && (tag - 1) % 4 >= 2);
}

/// Tag for a word that stands at `at` in a name of `size` words.
constexpr Tag tag_in_name(NameKind kind, std::size_t at, std::size_t size) {
  const auto base = static_cast<std::uint8_t>(1 + 4 * static_cast<std::uint8_t>(kind));
  if (kind == NameKind::other) {
    return size == 1 ? kSingleOther : at == 0 ? kBeginOther : kInsideOther;
  }
  if (size == 1) return static_cast<Tag>(base + 3);
  if (at == 0) return static_cast<Tag>(base);
  return static_cast<Tag>(at + 1 == size ? base + 2 : base + 1);
}

/// Tags that may precede `tag`. `apart`: something stands between the two words that no name
/// crosses, such as a comma.
constexpr TagSet before_tag(Tag tag, bool apart) {
  TagSet set = 0;
  for (std::uint8_t t = 0; t < kTags; ++t) {
    const Tag before = static_cast<Tag>(t);
    const bool open = before != kOutside && !ends_name(before);  // must go on
    const bool goes_on = tag != kOutside && !begins_name(tag);
    bool fits = false;
    if (goes_on) {
      fits = !apart && before != kOutside && name_kind(before) == name_kind(tag) &&
             (open || before == kInsideOther);
    } else {
      fits = !open;
    }
    if (fits) set |= 1u << t;
  }
  return set;
}

}  // namespace alatoo
