// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/read/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/html.h"
#include "indexer/read/html_title.h"
#include "indexer/read/json_fault.h"
#include "indexer/read/json_members.h"
#include "indexer/read/metadata.h"
#include "indexer/read/sniff_markup.h"
#include "indexer/read/text_builder.h"

namespace alatoo {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string_view string_of(const element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<object> object_of(const element& value) {
  object fields;
  return value.get(fields) == simdjson::SUCCESS ? std::optional(fields) : std::nullopt;
}

std::string_view member(const object& from, std::string_view name) {
  element value;
  return from.at_key(name).get(value) == simdjson::SUCCESS ? string_of(value) : std::string_view();
}

/// The first of these members that is a string and not empty.
std::string_view first_member(const object& from, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const std::string_view found = member(from, name); !found.empty()) return found;
  }
  return {};
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// Calls `use` with the value, or with each element of it should it be an array.
template <typename Use>
void each(const element& value, Use use) {
  array values;
  if (value.get(values) != simdjson::SUCCESS) return use(value);
  for (const element item : values) use(item);
}

/// The types of a schema.org object: `@type` is a string or several.
std::vector<std::string_view> types_of(const object& from) {
  std::vector<std::string_view> types;
  element value;
  if (from.at_key("@type").get(value) != simdjson::SUCCESS) return types;
  each(value, [&](const element& item) { types.push_back(string_of(item)); });
  return types;
}

/// A piece of text as dialects have several of: {"value", "role", "contentType"}, {"rendered"}, or
/// a bare string.
struct Piece {
  std::string_view value;
  bool main = false;
  bool other = false;  ///< it has a role, and another one than the main
  bool html = false;
  bool plain = false;  ///< it says that it is no HTML
};

Piece piece_of(const element& value) {
  const auto fields = object_of(value);
  if (!fields) return {string_of(value)};
  const std::string role = lower_ascii(member(*fields, "role"));
  const bool main = contains(role, "main");
  if (const std::string_view html = member(*fields, "rendered"); !html.empty()) {
    return {html, main, false, true};
  }
  const std::string type = lower_ascii(member(*fields, "contentType"));
  const bool html = contains(type, "html");
  return {member(*fields, "value"), main, !main && !role.empty(), html, !html && !type.empty()};
}

bool is_html(const Piece& piece, std::string_view text) {
  return piece.html || (!piece.plain && looks_like_markup(text));
}

/// The main piece, plain text before markup: ninjs repeats a body in several content types.
Piece main_piece(const element& value) {
  Piece best;
  int best_rank = -1;
  each(value, [&](const element& item) {
    const Piece piece = piece_of(item);
    const int rank = (piece.main ? 4 : piece.other ? 0 : 2) + (piece.html ? 0 : 1);
    if (rank <= best_rank || trim(piece.value).empty()) return;
    best = piece;
    best_rank = rank;
  });
  return best;
}

/// The paragraphs of a body that is given as an array of strings; "" for anything else.
std::string paragraphs(const element& value) {
  std::string text;
  array values;
  if (value.get(values) != simdjson::SUCCESS) return text;
  for (const element item : values) {
    if (!item.is_string()) return "";
    text.append(string_of(item)).append("\n\n");
  }
  return text;
}

/// The objects of a graph by their `@id`.
using Graph = std::unordered_map<std::string_view, object>;

class ArticleReader {
 public:
  ArticleReader(const std::vector<JsonMember>& members, const Graph& graph, Article& to)
      : members_(members), graph_(graph), to_(to) {}

  /// False if there is nothing to read in the article.
  bool read() {
    read_text();
    if (to_.text.empty()) return false;
    for (const JsonMember& one : members_) state(one);
    return true;
  }

 private:
  /// The first text that members of this field have.
  std::optional<std::pair<Piece, element>> first_piece(JsonField field) const {
    for (const JsonMember& one : members_) {
      if (one.field != field) continue;
      Piece piece = main_piece(one.value);
      piece.html = piece.html || contains(one.name, "html");
      if (!piece.value.empty()) return std::pair(piece, one.value);
    }
    return std::nullopt;
  }

  std::string_view first_source() const {
    const auto found = std::find_if(members_.begin(), members_.end(), [](const JsonMember& one) {
      return one.field == JsonField::source;
    });
    return found == members_.end() ? std::string_view() : name_of(found->value);
  }

  void read_text() {
    TextBuilder builder(to_);
    if (const auto headline = first_piece(JsonField::headline)) {
      const auto& [piece, value] = *headline;
      const bool html = is_html(piece, piece.value);
      const std::string line = html ? html_line(piece.value) : std::string(piece.value);
      builder.add_headline(without_source(line, first_source()));
    }
    auto body = first_piece(JsonField::body);
    if (!body) body = first_piece(JsonField::lead);
    if (!body) return;
    const std::string joined = paragraphs(body->second);
    const std::string_view text = joined.empty() ? body->first.value : joined;
    if (is_html(body->first, text)) {
      add_story(text, builder);
    } else {
      builder.add(behind_headline(text, to_));
    }
  }

  /// Adds HTML, without a first block that repeats the headline.
  void add_story(std::string_view html, TextBuilder& builder) {
    Article story;
    TextBuilder own(story);
    add_html(html, own);
    const std::string_view text = behind_headline(story.text, to_);
    const auto cut = static_cast<std::uint32_t>(text.data() - story.text.data());
    builder.add(text);
    if (text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(to_.text.size() - text.size());
    for (const Zone& zone : story.zones) {
      if (zone.span.begin < cut) continue;
      to_.zones.push_back(
          {zone.kind, {zone.span.begin - cut + begin, zone.span.end - cut + begin}});
    }
  }

  void state(const JsonMember& one) {
    switch (one.field) {
      case JsonField::byline:
        return state_authors(one.value);
      case JsonField::date:
        return state_when(one.value);
      case JsonField::source:
        return state_publisher(one.value);
      case JsonField::agency:
        return state_agency(to_, name_of(one.value));
      case JsonField::language:
        return state_tongue(one.value);
      case JsonField::url:
        return state_address(one.value);
      case JsonField::uri:
        return state_uri(to_, string_of(one.value));
      case JsonField::located: {
        // "OSH, April 7 (Courier)" is a dateline in full.
        const std::string_view place = name_of(one.value);
        const std::size_t end = place.find_first_of(",(");
        if (end != place.npos && place[end] == ',') {
          const std::string_view behind = place.substr(end + 1);
          state_located_in(to_, behind.substr(0, behind.find_first_of(",(")));
        }
        return state_located(to_, place.substr(0, end));
      }
      case JsonField::people:
        return supply_all(one.value, to_.supplied_people);
      case JsonField::places:
        return supply_all(one.value, to_.supplied_places);
      case JsonField::organisations:
        return supply_all(one.value, to_.supplied_organisations);
      case JsonField::topics:
        return each(one.value, [&](const element& item) { supply_topic(item); });
      case JsonField::headline:
      case JsonField::body:
      case JsonField::lead:
      case JsonField::articles:
        break;
    }
  }

  /// The object itself, or the one that it refers to.
  object resolved(const object& fields) const {
    if (graph_.empty() || !member(fields, "name").empty()) return fields;
    const auto other = graph_.find(member(fields, "@id"));
    return other == graph_.end() ? fields : other->second;
  }

  /// What somebody or something is called: {"name"} or a bare string.
  std::string_view name_of(const element& value) const {
    const auto fields = object_of(value);
    return fields ? member(resolved(*fields), "name") : string_of(value);
  }

  void state_authors(const element& value) {
    std::string names;
    each(value, [&](const element& item) {
      const std::string_view name = name_of(item);
      if (!names_somebody(name)) return;
      if (!names.empty()) names += ", ";
      names += name;
    });
    std::replace(names.begin(), names.end(), ';', ',');
    state_byline(to_, names);
  }

  void state_when(const element& value) {
    std::uint64_t number = 0;
    if (value.get(number) == simdjson::SUCCESS) return state_date(to_, std::to_string(number));
    double seconds = 0;
    constexpr double kMost = 1e17;
    if (value.get(seconds) == simdjson::SUCCESS && seconds > 0 && seconds < kMost) {
      return state_date(to_, std::to_string(static_cast<std::uint64_t>(seconds)));
    }
    state_date(to_, string_of(value));
  }

  /// The publisher, or else the first source.
  void state_publisher(const element& value) {
    std::string_view found;
    bool publisher = false;
    each(value, [&](const element& item) {
      const auto fields = object_of(item);
      const bool publishes = fields && contains(lower_ascii(member(*fields, "role")), "publish");
      const std::string_view own = trim(name_of(item));
      if (own.empty() || !(found.empty() || (publishes && !publisher))) return;
      found = own;
      publisher = publishes;
    });
    state_source(to_, found);
  }

  void state_tongue(const element& value) {
    each(value, [&](const element& item) {
      const auto fields = object_of(item);
      state_language(to_,
                     fields ? first_member(*fields, {"alternateName", "name"}) : string_of(item));
    });
  }

  void state_address(const element& value) {
    const auto fields = object_of(value);
    state_url(to_, fields ? first_member(*fields, {"@id", "url"}) : string_of(value));
  }

  void supply_all(const element& value, std::vector<SuppliedName>& names) {
    each(value, [&](const element& item) {
      const auto fields = object_of(item);
      supply(names, name_of(item), fields ? member(*fields, "rel") : std::string_view());
    });
  }

  /// What an article of schema.org is about, by its type.
  void supply_topic(const element& value) {
    const auto fields = object_of(value);
    if (!fields) return;
    const object topic = resolved(*fields);
    for (const std::string_view type : types_of(topic)) {
      const std::string low = lower_ascii(type);
      const std::string_view name = member(topic, "name");
      if (low == "person") {
        return supply(to_.supplied_people, name);
      } else if (low == "city" || low == "country") {
        return supply(to_.supplied_places, name, low);
      } else if (low == "place" || low == "state" || low == "administrativearea") {
        return supply(to_.supplied_places, name);
      } else if (low.ends_with("organization") || low == "corporation") {
        return supply(to_.supplied_organisations, name);
      }
    }
  }

  const std::vector<JsonMember>& members_;
  const Graph& graph_;
  Article& to_;
};

std::string invalid(std::string_view json, simdjson::error_code code) {
  if (const auto fault = json_fault(json)) {
    return std::string("not valid JSON (") + fault->what + " near byte " +
           std::to_string(fault->byte) + ")";
  }
  switch (code) {
    case simdjson::DEPTH_ERROR:
      return "not readable JSON (nested too deeply)";
    case simdjson::NUMBER_ERROR:
      return "not readable JSON (a number is out of range)";
    default:
      return std::string("not readable JSON (") + simdjson::error_message(code) + ")";
  }
}

/// The article itself: databases export it inside of a record, as `_source`.
object unwrapped(const object& record) {
  element inner;
  if (record.at_key("_source").get(inner) != simdjson::SUCCESS) return record;
  return object_of(inner).value_or(record);
}

/// What is known of one article; services put most of it into a member `fields`, whose word goes
/// first.
std::vector<JsonMember> members_of(const object& article) {
  std::vector<JsonMember> members = json_members(article);
  element inner;
  if (article.at_key("fields").get(inner) != simdjson::SUCCESS) return members;
  if (const auto fields = object_of(inner)) {
    const std::vector<JsonMember> own = json_members(*fields);
    members.insert(members.begin(), own.begin(), own.end());
  }
  return members;
}

bool has(const std::vector<JsonMember>& members, JsonField field) {
  return std::any_of(members.begin(), members.end(),
                     [&](const JsonMember& one) { return one.field == field; });
}

/// The objects of the list that an object wraps, at most two objects below it; none if it is an
/// article itself.
std::vector<object> wrapped(const std::vector<JsonMember>& members, int depth = 2) {
  if (has(members, JsonField::body)) return {};
  std::vector<object> found;
  for (const JsonMember& one : members) {
    if (one.field != JsonField::articles) continue;
    array values;
    if (one.value.get(values) == simdjson::SUCCESS) {
      for (const element item : values) {
        if (const auto fields = object_of(item)) found.push_back(unwrapped(*fields));
      }
    } else if (const auto fields = object_of(one.value); fields && depth > 0) {
      found = wrapped(json_members(*fields), depth - 1);
    }
    if (!found.empty()) return found;
  }
  return found;
}

/// Why an object with a `@type` is not what we look for; nothing if it may be.
std::optional<std::string> other_type(const object& fields) {
  const auto types = types_of(fields);
  for (const std::string_view type : types) {
    if (contains(type, "Article") || contains(type, "Posting") || contains(type, "Report")) {
      return std::nullopt;
    }
  }
  if (types.empty()) return std::nullopt;
  return "no article: its @type is \"" + squeeze(types.front()) + "\"";
}

Member read_object(const object& fields, const std::vector<JsonMember>& members,
                   const Graph& graph) {
  Member out;
  if (auto reason = other_type(fields)) {
    out.refusal = std::move(*reason);
  } else if (!ArticleReader(members, graph, out.article).read()) {
    out.refusal = "no text: neither headline nor body";
  }
  return out;
}

}  // namespace

std::optional<Members> read_json_article(std::string_view json) {
  thread_local simdjson::dom::parser parser;
  element value;
  const auto code = parser.parse(json.data(), json.size()).get(value);
  if (code != simdjson::SUCCESS) {
    if (!is_utf8(json)) return std::nullopt;
    const bool no_object = json.empty() || json.front() != '{';
    return Members{{{}, no_object ? "not a JSON object" : invalid(json, code)}};
  }
  auto fields = object_of(value);
  if (!fields) return Members{{{}, "not a JSON object"}};
  fields = unwrapped(*fields);
  const std::vector<JsonMember> members = members_of(*fields);
  Members out;
  Graph graph;
  const std::vector<object> list = wrapped(members);
  if (list.empty()) {
    out.push_back(read_object(*fields, members, graph));
    return out;
  }
  // Beside the article, a graph holds what it refers to.
  bool typed = false;
  for (const object& one : list) {
    typed = typed || (!types_of(one).empty() && !other_type(one));
    if (const std::string_view id = member(one, "@id"); !id.empty()) graph.emplace(id, one);
  }
  for (const object& one : list) {
    if (typed && other_type(one)) continue;
    out.push_back(read_object(one, members_of(one), graph));
  }
  return out;
}

}  // namespace alatoo
