// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "searcher/commands.h"
#include "searcher/options.h"
#include "searcher/search.h"

namespace alatoo {
namespace {

/// True if nothing is asked for: no word and no filter.
bool asks_nothing(const SearchRequest& request) {
  for (const auto& values : request.filters) {
    if (!values.empty()) return false;
  }
  return request.dates.open() && request.query.find_first_not_of(" \t\n") == std::string::npos;
}

int run(const std::vector<std::string>& arguments) {
  Options options("searcher", kFind);
  add_db_option(options);
  add_filter_options(options);
  add_match_option(options);
  add_hit_options(options, 10);
  add_output_options(options, "text", "text, json, jsonl, csv or trec");
  if (!options.parse(arguments)) return 0;
  SearchRequest request = search_request(options, options.positional());
  const PrinterOptions shape = printer_options(options);
  if (asks_nothing(request))
    throw Error("what to find? Give words or a filter; see: searcher find --help");

  // What the format does not show need not be made.
  const bool lean = shape.format == OutputFormat::trec || shape.format == OutputFormat::csv;
  if (lean) request.passages = 0;
  if (lean || shape.format == OutputFormat::jsonl) request.facets.clear();
  const std::unique_ptr<Printer> printer = make_printer(shape);
  const Archive archive(db_option(options), options.has("verified"));
  const Results results = search(archive, request);
  printer->results(std::cout, results);
  if (shape.format != OutputFormat::text && shape.format != OutputFormat::json) {
    for (const std::string& note : results.notes) std::cerr << "note: " << note << '\n';
  }
  return results.total > 0 || !results.hits.empty() ? 0 : 1;
}

}  // namespace

const Command kFind = {"find", "[OPTIONS] [QUERY]", "ranked articles with passages and facets",
                       run};

}  // namespace alatoo
