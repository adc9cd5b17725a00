// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/ninjs.h"

#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <utility>
#include <vector>

#include "common/dates.h"
#include "common/text.h"
#include "indexer/read/json_fault.h"
#include "indexer/read/markup.h"

namespace alatoo {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;
using Names = std::initializer_list<std::string_view>;

std::string_view string_of(const element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string_view member(const object& from, std::string_view name) {
  element value;
  return from.at_key(name).get(value) == simdjson::SUCCESS ? string_of(value) : std::string_view();
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// Calls `use` with the value, or with each element of it should it be an array.
template <typename Use>
void each(const element& value, Use use) {
  array values;
  if (value.get(values) != simdjson::SUCCESS) return use(value);
  for (const element item : values) use(item);
}

/// A piece of text as ninjs has several of: {"value", "role", "contentType"}, or a bare string.
struct Piece {
  std::string_view value;
  std::string role;
  std::string content_type;
};

Piece piece_of(const element& value) {
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) return {string_of(value), "", ""};
  return {member(fields, "value"), lower_ascii(member(fields, "role")),
          lower_ascii(member(fields, "contentType"))};
}

/// The main piece, plain text before markup: ninjs repeats a body in several content types.
Piece main_piece(const element& value) {
  Piece best;
  int best_rank = -1;
  each(value, [&](const element& item) {
    Piece piece = piece_of(item);
    const int role = contains(piece.role, "main") ? 4 : piece.role.empty() ? 2 : 0;
    const int rank = role + (contains(piece.content_type, "html") ? 0 : 1);
    if (trim(piece.value).empty() || rank <= best_rank) return;
    best = std::move(piece);
    best_rank = rank;
  });
  return best;
}

/// The main piece of the first of these members that has one.
Piece first_piece(const object& from, Names names) {
  for (const std::string_view name : names) {
    element value;
    if (from.at_key(name).get(value) != simdjson::SUCCESS) continue;
    Piece piece = main_piece(value);
    if (piece.value.empty()) continue;
    if (contains(name, "html")) piece.content_type = "text/html";
    return piece;
  }
  return {};
}

class ArticleReader {
 public:
  ArticleReader(const object& from, Article& to) : from_(from), to_(to) {}

  std::size_t broken_bytes() const { return broken_bytes_; }

  /// False if there is nothing to read in the article.
  bool read() {
    if (!read_text()) return false;
    if (std::string uri = line(member(from_, "uri")); !uri.empty()) {
      to_.id = std::move(uri);
      to_.id_is_uri = true;
    }
    to_.byline = first_line({"by", "byline"});
    to_.located = first_line({"located"});
    to_.source = source();
    to_.language = language();
    read_date();
    read_names({"people", "person", "persons"}, to_.supplied_people);
    read_names({"places", "place"}, to_.supplied_places);
    read_names({"organisations", "organisation", "organizations", "organization"},
               to_.supplied_organisations);
    return true;
  }

 private:
  std::string clean(std::string_view text) {
    std::string out(text);
    broken_bytes_ += clean_utf8(out);
    return out;
  }
  std::string line(std::string_view text) { return text.empty() ? "" : squeeze(clean(text)); }

  std::optional<std::string> first_line(Names names) {
    for (const std::string_view name : names) {
      if (std::string found = line(member(from_, name)); !found.empty()) return found;
    }
    return std::nullopt;
  }

  static std::string resolved(const Piece& piece) {
    const bool markup = contains(piece.content_type, "html") ||
                        (piece.content_type.empty() && looks_like_markup(piece.value));
    return markup ? text_of_markup(piece.value) : std::string(piece.value);
  }

  bool read_text() {
    const std::string headline = line(resolved(first_piece(from_, {"headlines", "headline"})));
    const std::string cleaned = clean(
        resolved(first_piece(from_, {"bodies", "body_text", "body_xhtml", "body_html", "body"})));
    std::string_view body = trim(cleaned);
    if (headline.empty() && body.empty()) return false;
    // Many dumps repeat the headline as the first line of the body.
    const std::string_view first = body.substr(0, body.find('\n'));
    if (!headline.empty() && squeeze(first) == headline) body = trim(body.substr(first.size()));
    to_.text = headline;
    if (!headline.empty()) {
      to_.headline = headline;
      to_.zones = {{ZoneKind::headline, {0, static_cast<std::uint32_t>(headline.size())}}};
      if (!body.empty()) to_.text += "\n\n";
    }
    to_.text += body;
    return true;
  }

  /// The publisher, or else the first source.
  std::optional<std::string> source() {
    for (const std::string_view name : {"infoSources", "infosources", "infosource", "source"}) {
      element value;
      if (from_.at_key(name).get(value) != simdjson::SUCCESS) continue;
      std::string found;
      bool publisher = false;
      each(value, [&](const element& item) {
        object fields;
        const bool bare = item.get(fields) != simdjson::SUCCESS;
        const bool publishes = !bare && contains(lower_ascii(member(fields, "role")), "publish");
        std::string own = line(bare ? string_of(item) : member(fields, "name"));
        if (own.empty() || !(found.empty() || (publishes && !publisher))) return;
        found = std::move(own);
        publisher = publishes;
      });
      if (!found.empty()) return found;
    }
    return std::nullopt;
  }

  /// The primary subtag of the BCP 47 tag, if it is one of ISO 639-1.
  std::optional<std::string> language() const {
    const std::string tag = lower_ascii(member(from_, "language"));
    const std::string primary = tag.substr(0, tag.find_first_of("-_"));
    const bool two_letters =
        primary.size() == 2 && primary.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == tag.npos;
    return two_letters ? std::optional(primary) : std::nullopt;
  }

  void read_date() {
    for (const std::string_view name :
         {"published", "date", "firstCreated", "firstcreated", "contentCreated", "contentcreated",
          "versionCreated", "versioncreated"}) {
      const auto date = parse_iso_date(trim(member(from_, name)));
      if (!date || !date->known() || begins_in_future(*date)) continue;
      to_.date = *date;
      to_.date_evidence = DateEvidence::metadata;
      return;
    }
  }

  /// Some zones are a day ahead of UTC.
  static bool begins_in_future(const PartialDate& date) {
    namespace chrono = std::chrono;
    const PartialDate now = today();
    const chrono::year_month_day tomorrow =
        chrono::sys_days(chrono::year(now.year) / now.month / now.day) + chrono::days(1);
    const PartialDate latest{static_cast<int>(tomorrow.year()),
                             static_cast<int>(static_cast<unsigned>(tomorrow.month())),
                             static_cast<int>(static_cast<unsigned>(tomorrow.day()))};
    return date.first_day() > latest;
  }

  void read_names(Names members, std::vector<SuppliedName>& out) {
    for (const std::string_view name : members) {
      element value;
      if (from_.at_key(name).get(value) != simdjson::SUCCESS) continue;
      each(value, [&](const element& item) {
        object fields;
        const bool bare = item.get(fields) != simdjson::SUCCESS;
        SuppliedName supplied;
        supplied.name = line(bare ? string_of(item) : member(fields, "name"));
        if (!bare) supplied.rel = lower(line(member(fields, "rel")));
        if (!supplied.name.empty()) out.push_back(std::move(supplied));
      });
    }
  }

  const object& from_;
  Article& to_;
  std::size_t broken_bytes_ = 0;
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

}  // namespace

std::optional<std::string> read_ninjs(std::string_view json, Article& article,
                                      std::size_t& broken_bytes) {
  thread_local simdjson::dom::parser parser;
  element value;
  auto code = parser.parse(json.data(), json.size()).get(value);
  std::string repaired;
  if (code == simdjson::UTF8_ERROR) {
    repaired = json;
    broken_bytes += clean_utf8(repaired);
    code = parser.parse(repaired).get(value);
    json = repaired;
  }
  if (code != simdjson::SUCCESS) {
    return json.empty() || json.front() != '{' ? "not a JSON object" : invalid(json, code);
  }
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) return "not a JSON object";
  ArticleReader reader(fields, article);
  if (!reader.read()) return "no text: neither headline nor body";
  broken_bytes += reader.broken_bytes();
  return std::nullopt;
}

}  // namespace alatoo
