// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "searcher/commands.h"
#include "searcher/options.h"
#include "searcher/search.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

/// How an entity's forms came to be one: --why.
int explain(const Archive& archive, Field field, const std::string& name) {
  if (info(field).has(kDate))
    throw Error("--why: " + std::string(info(field).name) + " has no names to explain");
  const EntityTable& table = archive.entities();
  const std::vector<std::uint32_t> meant = table.find(field, name);
  for (const std::uint32_t entity : meant) {
    std::cout << table.name(field, entity) << "  (" << table.id(field, entity)
              << ")\n  why: " << table.why(field, entity) << '\n';
    for (const std::uint32_t key : table.keys_of(field, entity))
      std::cout << "  key: " << table.key(field, key) << '\n';
  }
  if (meant.empty())
    std::cerr << "note: no " << info(field).name << " '" << name << "' in this archive\n";
  return meant.empty() ? 1 : 0;
}

int run(const std::vector<std::string>& arguments) {
  Options options("searcher", kFacets);
  add_db_option(options);
  options.add()("top", po::value<std::size_t>()->value_name("N")->default_value(20),
                "values to show")("like", po::value<std::string>()->value_name("TEXT"),
                                  "only values whose name holds this")(
      "why", po::value<std::string>()->value_name("NAME"),
      "how the forms of a name came to be one");
  add_filter_options(options);
  add_match_option(options);
  add_output_options(options, "text", "text, json, jsonl or csv");
  if (!options.parse(arguments)) return 0;

  std::vector<std::string> query = options.positional();
  const FieldInfo* field = query.empty() ? nullptr : find_field(query.front());
  if (!field || !field->has(kFacet)) {
    std::string names;
    for (const FieldInfo& f : kFields) {
      if (f.has(kFacet)) names += (names.empty() ? "" : ", ") + std::string(f.name);
    }
    throw Error((query.empty() ? "which facet?" : "no facet '" + query.front() + "';") +
                std::string(" say one of ") + names);
  }
  query.erase(query.begin());
  SearchRequest request = search_request(options, query);
  const PrinterOptions shape = printer_options(options);
  if (options.has("why"))
    return explain(Archive(db_option(options), options.has("verified")), field->field,
                   options.get<std::string>("why"));
  request.limit = 0;
  request.facets = {{field->field, options.get<std::size_t>("top"),
                     options.has("like") ? options.get<std::string>("like") : ""}};

  const std::unique_ptr<Printer> printer = make_printer(shape);
  const Archive archive(db_option(options), options.has("verified"));
  const Results results = search(archive, request);
  printer->facet(std::cout, results);
  return results.facets[0].values.empty() ? 1 : 0;
}

}  // namespace

const Command kFacets = {"facets", "FIELD [OPTIONS] [QUERY]", "values of a field with exact counts",
                         run};

}  // namespace alatoo
