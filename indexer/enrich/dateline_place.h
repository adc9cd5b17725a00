// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace alatoo {

/// The place at the front of `text`: "OSH, Kyrgyzstan", "WASHINGTON/PARIS", "NEW YORK", "ST.
/// PETERSBURG".
struct PlaceText {
  std::string_view name;    // its first part, without the region
  std::string_view region;  // "Pa." in "READING, Pa. (AP)"; may be empty
  std::size_t end = 0;
  bool upper = false;  // all of the name in capitals
};

/// Absent if `text` does not start with a capitalised name, or starts with a month or weekday.
std::optional<PlaceText> place_at(std::string_view text);

}  // namespace alatoo
