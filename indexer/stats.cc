// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>

#include "common/error.h"
#include "common/json.h"
#include "indexer/archive_stats.h"
#include "indexer/commands.h"
#include "indexer/progress.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json to_json(const std::string& db, const ArchiveStats& stats) {
  const Manifest& m = stats.manifest;
  Json json = {{"schema_version", 1},
               {"db", db},
               {"generation", m.generation},
               {"previous", m.previous ? Json(m.previous) : Json()},
               {"published", m.published},
               {"root", or_null(m.root)},
               {"index_schema", m.schema_version},
               {"features", m.features},
               {"analyzer", m.analyzer},
               {"authority", {{"fingerprint", m.authority}, {"tables", stats.authority_tables}}},
               {"recognize", m.recognize},
               {"articles", m.articles},
               {"words", m.words},
               {"undated", m.undated},
               {"first_date", or_null(m.first_date.iso())},
               {"last_date", or_null(m.last_date.iso())},
               {"languages", Json::array()},
               {"values", Json::object()},
               {"bytes", stats.bytes},
               {"parts", stats.parts},
               {"shards", Json::array()},
               {"generations", Json::array()}};
  for (const auto& [language, articles] : m.languages)
    json["languages"].push_back({{"id", or_null(language)}, {"articles", articles}});
  for (const Field field : kKeyFields) {
    const ArchiveStats::Values& values = stats.values[key_index(field)];
    Json top = Json::array();
    for (const ArchiveStats::Value& value : values.top)
      top.push_back({{"id", value.id}, {"name", value.name}, {"count", value.articles}});
    json["values"][std::string(info(field).name)] = {{"distinct", values.distinct}, {"top", top}};
  }
  for (const ArchiveStats::Shard& shard : stats.shards)
    json["shards"].push_back({{"articles", shard.articles}, {"bytes", shard.bytes}});
  for (const ArchiveStats::Generation& g : stats.generations) {
    json["generations"].push_back({{"generation", g.number},
                                   {"live", g.number == m.generation},
                                   {"articles", g.problem.empty() ? Json(g.articles) : Json()},
                                   {"published", or_null(g.published)},
                                   {"bytes", g.bytes},
                                   {"frees", g.alone},
                                   {"problem", or_null(g.problem)}});
  }
  return json;
}

/// `text` in a column of `width`: numbers stand at its right end.
std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string articles(std::uint64_t n) {
  return human_count(n) + (n == 1 ? " article" : " articles");
}

void print_contents(std::ostream& out, const ArchiveStats& stats) {
  const Manifest& m = stats.manifest;
  out << "articles   " << human_count(m.articles) << " (" << human_count(m.undated) << " undated), "
      << human_count(m.words) << " words\n";
  if (m.first_date.known())
    out << "dates      " << m.first_date.iso() << " to " << m.last_date.iso() << '\n';
  std::vector<std::pair<std::uint64_t, std::string>> languages;
  for (const auto& [language, count] : m.languages)
    languages.emplace_back(count, language.empty() ? "unknown" : language);
  std::sort(languages.begin(), languages.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  out << "languages ";
  for (const auto& [count, language] : languages)
    out << (language == languages.front().second ? " " : ", ") << language << ' '
        << human_count(count);
  out << "\nschema     " << m.schema_version << ", terms of " << m.analyzer << '\n';
  out << "authority  " << m.authority;
  for (const std::string& table : stats.authority_tables) out << " + " << table;
  out << (m.recognize ? "\n" : ", names of the input only\n");
  for (const Field field : kKeyFields) {
    const ArchiveStats::Values& values = stats.values[key_index(field)];
    if (field == Field::language || values.top.empty()) continue;
    out << '\n' << info(field).name;
    if (values.distinct > values.top.size())
      out << " (" << values.top.size() << " of " << human_count(values.distinct) << ')';
    out << '\n';
    const std::size_t width = human_count(values.top.front().articles).size();
    for (const ArchiveStats::Value& value : values.top)
      out << "  " << right(human_count(value.articles), width) << "  " << value.name << '\n';
  }
}

void print_bytes(std::ostream& out, const ArchiveStats& stats) {
  out << "\nbytes " << right(human_bytes(stats.bytes), 16) << '\n';
  for (const auto& [part, bytes] : stats.parts)
    out << "  " << part << right(human_bytes(bytes), 20 - part.size()) << '\n';
  out << "\nshards\n";
  for (std::size_t s = 0; s < stats.shards.size(); ++s) {
    out << right(std::to_string(s), 5) << right(articles(stats.shards[s].articles), 20)
        << right(human_bytes(stats.shards[s].bytes), 12) << '\n';
  }
  out << "\ngenerations\n";
  for (const ArchiveStats::Generation& g : stats.generations) {
    out << right(std::to_string(g.number), 5);
    if (g.problem.empty()) {
      out << right(articles(g.articles), 20) << right(human_bytes(g.bytes), 12) << ", "
          << human_bytes(g.alone) << " its own, published " << g.published
          << (g.number == stats.manifest.generation ? ", live\n" : "\n");
    } else {
      out << right("unreadable", 20) << right(human_bytes(g.bytes), 12) << ", "
          << human_bytes(g.alone) << " its own: " << g.problem << '\n';
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kStats);
  options.add()("db", po::value<std::string>()->value_name("DIR")->default_value(""),
                "the index (default: $ALATOO_DB, else the XDG data folder)")(
      "top", po::value<std::size_t>()->value_name("N")->default_value(5),
      "values to show of each field")(
      "format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text or json");
  if (!options.parse(arguments)) return 0;
  if (!options.positional().empty())
    throw Error("'" + options.positional().front() + "': stats takes options only");
  const auto format = options.get<std::string>("format");
  if (format != "text" && format != "json")
    throw Error("--format '" + format + "': say one of text, json");
  const std::string db = db_folder(options.get<std::string>("db"));
  const ArchiveStats stats = archive_stats(db, options.get<std::size_t>("top"));
  if (format == "json") {
    std::cout << dump(to_json(db, stats)) << '\n';
  } else {
    std::cout << "generation " << stats.manifest.generation << " of " << db << ", published "
              << stats.manifest.published << "\n\n";
    print_contents(std::cout, stats);
    print_bytes(std::cout, stats);
  }
  return 0;
}

}  // namespace

const Command kStats = {"stats", "[--db DIR]", "what the index holds and what it takes on disk",
                        run};

}  // namespace alatoo
