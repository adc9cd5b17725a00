// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "common/error.h"
#include "common/generation.h"
#include "searcher/query.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

using Strings = std::vector<std::string>;

// No answer has more hits than this in one page: a slip of the finger must not fill the memory.
constexpr std::size_t kMostHits = 100000;
constexpr std::size_t kMostPassages = 20;

/// The word of a list of choices at `name`, as its position. Throws Error naming them.
std::size_t choice(const Options& options, const char* name,
                   std::initializer_list<std::string_view> choices) {
  const auto word = options.get<std::string>(name);
  const auto* found = std::find(choices.begin(), choices.end(), word);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  std::string list;
  for (const std::string_view c : choices) list += (list.empty() ? "" : ", ") + std::string(c);
  throw Error("--" + std::string(name) + " '" + word + "': say one of " + list);
}

std::size_t number(const Options& options, const char* name, std::size_t most) {
  const auto text = options.get<std::string>(name);
  std::size_t n = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (problem != std::errc() || end != text.data() + text.size() || n > most) {
    throw Error("--" + std::string(name) + " '" + text + "': say a number from 0 to " +
                std::to_string(most));
  }
  return n;
}

PartialDate date(const Options& options, const char* name) {
  const auto text = options.get<std::string>(name);
  const std::optional<PartialDate> parsed = parse_iso_date(text);
  if (!parsed)
    throw Error("--" + std::string(name) + " '" + text +
                "': say a year, month or day, as in 2010, 2010-04 or 2010-04-07");
  return *parsed;
}

std::string facet_names() {
  std::string names;
  for (const FieldInfo& field : kFields) {
    if (field.has(kFacet)) names += (names.empty() ? "" : ", ") + std::string(field.name);
  }
  return names;
}

/// "person,city:20,year": fields, each with how many values to show.
std::vector<FacetRequest> facet_requests(const std::string& text) {
  std::vector<FacetRequest> requests;
  if (text == "none" || text.empty()) return requests;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::string name = text.substr(begin, comma - begin);
    begin = comma + 1;
    FacetRequest request;
    if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
      const std::string top = name.substr(colon + 1);
      const auto [end, problem] = std::from_chars(top.data(), top.data() + top.size(), request.top);
      if (problem != std::errc() || end != top.data() + top.size() || request.top == 0) {
        throw Error("--facet '" + text +
                    "': behind the colon goes how many values to show, as in city:20");
      }
      name.resize(colon);
    }
    const FieldInfo* field = find_field(name);
    if (!field || !field->has(kFacet))
      throw Error("--facet '" + name + "': no such facet; there are " + facet_names() + ", none");
    request.field = field->field;
    requests.push_back(request);
  }
  return requests;
}

}  // namespace

void add_db_option(Options& options) {
  options.add()("db", po::value<std::string>()->value_name("DIR")->default_value(""),
                "the index (default: $ALATOO_DB, else the XDG data folder)")(
      "verified", "compare every byte of the index with its checksum before answering");
}

std::string db_option(const Options& options) { return db_folder(options.get<std::string>("db")); }

void add_filter_options(Options& options) {
  options.group("Filters (one field twice: either; different fields: both)");
  for (const Field field : kKeyFields) {
    options.add()(info(field).name.data(), po::value<Strings>()->composing()->value_name("NAME"),
                  info(field).what.data());
  }
  options.add()("from", po::value<std::string>()->value_name("DATE"),
                "published on or after a year, month or day")(
      "to", po::value<std::string>()->value_name("DATE"),
      "published on or before a year, month or day")(
      "undated", po::value<std::string>()->value_name("include|exclude")->default_value("exclude"),
      "articles without a date, where --from or --to is given");
}

void add_match_option(Options& options) {
  options.group("Matching");
  options.add()("match", po::value<std::string>()->value_name("MODE")->default_value("auto"),
                "auto, all or any of the words");
}

void add_hit_options(Options& options, std::size_t limit) {
  options.group("Hits");
  options.add()("sort", po::value<std::string>()->value_name("ORDER")->default_value("relevance"),
                "relevance, newest or oldest")(
      "limit,n", po::value<std::string>()->value_name("N")->default_value(std::to_string(limit)),
      "hits to show")("offset", po::value<std::string>()->value_name("N")->default_value("0"),
                      "hits to pass over")(
      "passages", po::value<std::string>()->value_name("N")->default_value("2"), "passages a hit")(
      "facet", po::value<std::string>()->value_name("LIST")->default_value("person,city"),
      "facets to count, such as person,city:20,year,month; none for none");
}

void add_output_options(Options& options, const char* format, const char* formats) {
  options.group("Output");
  options.add()("format", po::value<std::string>()->value_name("FORMAT")->default_value(format),
                formats)("color",
                         po::value<std::string>()->value_name("WHEN")->default_value("auto"),
                         "auto, always or never");
}

SearchRequest search_request(const Options& options, const Strings& query) {
  SearchRequest request;
  for (const std::string& word : query) request.query += (request.query.empty() ? "" : " ") + word;
  for (const Field field : kKeyFields)
    request.filters[key_index(field)] = options.list(info(field).name.data());
  if (options.has("from")) request.dates.from = date(options, "from").first_day();
  if (options.has("to")) request.dates.to = date(options, "to").last_day();
  if (options.has("from") && options.has("to") && request.dates.from > request.dates.to) {
    throw Error("--from " + options.get<std::string>("from") + " lies after --to " +
                options.get<std::string>("to"));
  }
  request.include_undated = choice(options, "undated", {"exclude", "include"}) == 1;
  request.match = static_cast<MatchMode>(choice(options, "match", {"auto", "all", "any"}));
  if (options.has("limit")) {
    request.sort =
        static_cast<SortOrder>(choice(options, "sort", {"relevance", "newest", "oldest"}));
    request.limit = number(options, "limit", kMostHits);
    request.offset = number(options, "offset", 0x7FFFFFFF);
    request.passages = number(options, "passages", kMostPassages);
    request.facets = facet_requests(options.get<std::string>("facet"));
  }
  return request;
}

PrinterOptions printer_options(const Options& options) {
  PrinterOptions printer;
  printer.format = static_cast<OutputFormat>(
      choice(options, "format", {"text", "json", "jsonl", "csv", "trec"}));
  printer.color = printer.format == OutputFormat::text &&
                  wants_color(options.get<std::string>("color"), STDOUT_FILENO);
  printer.width = std::clamp(terminal_width(STDOUT_FILENO), 20, 120);
  printer.query_id = "1";
  return printer;
}

}  // namespace alatoo
