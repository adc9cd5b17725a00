// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates.h"

namespace alatoo {

/// Byte offsets into a text, end exclusive.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// What a stretch of an article's text is. Furniture is what the page shows around the story
/// (menus, link lists, promotion): it neither matches a query nor becomes a facet.
enum class ZoneKind : std::uint8_t {
  headline,
  subheading,
  section,
  byline,
  dateline,
  body,
  caption,
  credit,
  furniture,
};

std::string_view to_string(ZoneKind kind);

/// True for the zones that queries match, passages show and entities are taken from.
constexpr bool is_story(ZoneKind kind) {
  return kind == ZoneKind::headline || kind == ZoneKind::subheading || kind == ZoneKind::dateline ||
         kind == ZoneKind::body || kind == ZoneKind::caption;
}

struct Zone {
  ZoneKind kind = ZoneKind::body;
  Span span;
};

enum class EntityKind : std::uint8_t { person, city, country, organisation };
inline constexpr std::size_t kEntityKinds = 4;
inline constexpr std::array<EntityKind, kEntityKinds> kAllEntityKinds = {
    EntityKind::person, EntityKind::city, EntityKind::country, EntityKind::organisation};

std::string_view to_string(EntityKind kind);

/// What makes an entity one of its article's. All but `name` occur with countries alone.
enum class NamedBy : std::uint8_t {
  name,
  demonym,   ///< adjectives and names of the people: "Kyrgyz", "Britons"
  dateline,  ///< the place that the report comes from
};

std::string_view to_string(NamedBy by);

/// One entity of one article with the places where the text names it, in text order. An entity that
/// the input supplied may have no mention.
struct Entity {
  std::string key;   ///< name key (common/name_key.h): what documents and facets store
  std::string id;    ///< the authority's id, else made from the key
  std::string name;  ///< canonical name: the authority's, else the longest form in the article
  std::vector<Span> mentions;
  NamedBy by = NamedBy::name;
};

/// A name that the input states, such as a ninjs `people` member. Trusted over what we find.
struct SuppliedName {
  std::string name;
  std::string
      rel;  ///< what the input says it is ("city", "country", ...), lower case; may be empty
};

/// How the publication date is known.
enum class DateEvidence : std::uint8_t { none, metadata, masthead, dateline, url };

std::string_view to_string(DateEvidence evidence);

/// One news article on its way from the source file to the index, and back from it.
///
/// `text` is the whole article in UTF-8 (NFC), furniture included; every Span is an offset into it.
/// Zones are sorted, do not overlap, and cover every character that is not white space. `read/`
/// fills the first block, `enrich/` the others; it never overwrites what the input stated.
struct Article {
  std::string id;
  bool id_is_uri = false;  ///< the input names the id itself; else it is made from the path
  std::string path;        ///< as the user named it; members of a file as "path:line" or "path#n"
  std::string text;
  std::optional<std::string> headline;
  std::optional<std::string> byline;
  std::optional<std::string> source;      ///< who published
  std::optional<std::string> agency;      ///< who wrote, where that is a news agency
  std::optional<std::string> language;    ///< ISO 639-1
  std::optional<std::string> located;     ///< the dateline's place
  std::optional<std::string> located_in;  ///< what the input puts behind it: "N.J."; not stored
  std::optional<std::string> url;
  PartialDate date;
  DateEvidence date_evidence = DateEvidence::none;
  std::vector<SuppliedName> supplied_people;
  std::vector<SuppliedName> supplied_places;
  std::vector<SuppliedName> supplied_organisations;

  std::vector<Zone> zones;
  std::vector<std::string> contributors;
  std::array<std::vector<Entity>, kEntityKinds> entities;

  /// What of the input was not believed or had to be mended, a clause each, for the one who
  /// indexes: "the date 2031-01-01 lies in the future". Not stored in the index.
  std::vector<std::string> notes;

  std::vector<Entity>& of(EntityKind kind) { return entities[static_cast<std::size_t>(kind)]; }
  const std::vector<Entity>& of(EntityKind kind) const {
    return entities[static_cast<std::size_t>(kind)];
  }
};

/// The name that the `source` facet and filter use: the publisher, else the agency, else "".
std::string source_of(const Article& article);

/// The headline, or the first sentence of the body where the article has none. Never empty for an
/// article with text. `in_text` receives where it stands in `text`: empty if it does not.
std::string title_of(const Article& article, Span* in_text = nullptr);

/// Makes entities of one id one, where the first of them stands; mentions in text order.
void join_by_id(std::vector<Entity>& entities);

/// A hash of what the input says of the article, to be taken before it is enriched: the same for an
/// article that did not change. Where the file lies is no part of it.
std::uint64_t content_hash(const Article& article);

/// Compact binary form for the index and back. `decode_article` throws Error on damaged bytes.
std::string encode_article(const Article& article);
Article decode_article(std::string_view bytes);

}  // namespace alatoo
