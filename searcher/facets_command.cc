// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "searcher/commands.h"
#include "searcher/explain.h"
#include "searcher/options.h"
#include "searcher/search.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

/// What a name's entities are called, and how that came to be one: --why.
int why(const Options& options, Field field, Printer& printer) {
  const auto name = options.get<std::string>("why");
  if (info(field).has(kDate))
    throw Error("--why: " + std::string(info(field).name) + " has no names to explain");
  const Archive archive(db_option(options), options.has("verified"));
  const std::vector<Explanation> all = explain(archive, field, name);
  printer.explanations(std::cout, all);
  if (all.empty())
    std::cerr << "note: no " << info(field).name << " '" << name << "' in this archive\n";
  return all.empty() ? 1 : 0;
}

int run(const std::vector<std::string>& arguments) {
  Options options("searcher", kFacets);
  add_db_option(options);
  options.add()("top", po::value<std::size_t>()->value_name("N")->default_value(20),
                "values to show")("like", po::value<std::string>()->value_name("TEXT"),
                                  "only values with this in a name, other and old names too")(
      "why", po::value<std::string>()->value_name("NAME"),
      "what articles call NAME, and what made these names one");
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
  request.limit = 0;
  request.facets = {{field->field, options.get<std::size_t>("top"),
                     options.has("like") ? options.get<std::string>("like") : ""}};

  const std::unique_ptr<Printer> printer = make_printer(shape);
  if (options.has("why")) return why(options, field->field, *printer);
  const Archive archive(db_option(options), options.has("verified"));
  const Results results = search(archive, request);
  printer->facet(std::cout, results);
  return results.facets[0].values.empty() ? 1 : 0;
}

}  // namespace

const Command kFacets = {"facets", "FIELD [OPTIONS] [QUERY]", "values of a field with exact counts",
                         run};

}  // namespace alatoo
