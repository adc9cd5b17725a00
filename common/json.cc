// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/json.h"

#include <simdjson.h>

#include "common/error.h"

namespace alatoo {
namespace {

// simdjson bounds the nesting (1024), so the recursion is bounded too.
Json converted(simdjson::dom::element element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::OBJECT: {
      Json object = Json::object();
      for (auto [key, value] : simdjson::dom::object(element)) {
        object[std::string(key)] = converted(value);
      }
      return object;
    }
    case element_type::ARRAY: {
      Json array = Json::array();
      for (auto value : simdjson::dom::array(element)) array.push_back(converted(value));
      return array;
    }
    case element_type::STRING:
      return std::string(std::string_view(element));
    case element_type::INT64:
      return std::int64_t(element);
    case element_type::UINT64:
      return std::uint64_t(element);
    case element_type::DOUBLE:
      return double(element);
    case element_type::BOOL:
      return bool(element);
    case element_type::NULL_VALUE:
      break;
  }
  return nullptr;
}

}  // namespace

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parse_json(std::string_view text) {
  if (text.empty()) throw Error("not valid JSON: it is empty");  // simdjson copies from null then
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = parser.parse(text.data(), text.size()).get(root)) {
    throw Error(std::string("not valid JSON: ") + simdjson::error_message(error));
  }
  return converted(root);
}

}  // namespace alatoo
