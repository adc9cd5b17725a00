// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace alatoo {

/// What the members of a JSON article mean, whatever its dialect calls them.
enum class JsonField : std::uint8_t {
  headline,
  body,
  lead,  ///< a summary: all there is of some articles
  byline,
  date,
  source,
  agency,
  language,
  url,
  uri,
  located,
  people,
  places,
  organisations,
  topics,    ///< people, places and organisations, told apart by their `@type`
  articles,  ///< of an object that is no article: the ones it wraps
};

/// One member of an object that means something to us.
struct JsonMember {
  JsonField field;
  std::uint16_t rank;     ///< among all names; of one field the lower is taken first
  std::string_view name;  ///< in lower case, without separators: "datepublished"
  simdjson::dom::element value;
};

/// Those members of `object`, by rank: the names of IPTC ninjs 1 to 3, schema.org, JSON Feed and
/// what scrapers and data sets write. Case and separators do not count ("date_publish",
/// "datePublished"); of two members with one name the first is taken.
std::vector<JsonMember> json_members(const simdjson::dom::object& object);

}  // namespace alatoo
