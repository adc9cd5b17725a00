// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>

#include "common/error.h"
#include "common/text.h"
#include "searcher/commands.h"
#include "searcher/options.h"
#include "searcher/search.h"

namespace alatoo {
namespace {

/// One line: an id, a tab, a query. Throws Error for another line: an id made up for it could be
/// that of another query.
std::pair<std::string, std::string> split(const std::string& line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos || tab == 0) throw Error("not of the form `id TAB query`");
  std::string query = line.substr(tab + 1);
  if (trim(query).empty()) throw Error("no query behind the id");
  return {line.substr(0, tab), std::move(query)};
}

int run(const std::vector<std::string>& arguments) {
  Options options("searcher", kBatch);
  add_db_option(options);
  add_filter_options(options);
  add_match_option(options);
  add_hit_options(options, 1000);
  add_output_options(options, "trec", "trec or jsonl");
  if (!options.parse(arguments)) return 0;
  if (options.positional().size() != 1)
    throw Error("which queries? Give one file of `id TAB query` lines, or -");
  const std::string& path = options.positional().front();
  SearchRequest request = search_request(options, {});
  PrinterOptions shape = printer_options(options);
  const bool trec = shape.format == OutputFormat::trec;
  if (!trec && shape.format != OutputFormat::jsonl && shape.format != OutputFormat::json) {
    throw Error("--format: batch prints trec or jsonl");
  }
  if (trec) {
    request.passages = 0;
    request.facets.clear();
  }
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file) throw Error(path + ": cannot be read");
  }
  std::istream& in = path == "-" ? std::cin : file;

  const Archive archive(db_option(options), options.has("verified"));
  std::uint64_t number = 0;
  int status = 1;
  bool failed = false;
  for (std::string line; std::cout && std::getline(in, line);) {
    ++number;
    if (trim(line).empty()) continue;
    try {
      const auto [id, query] = split(line);
      request.query = query;
      const Results results = search(archive, request);
      if (!results.hits.empty()) status = 0;
      if (trec) {
        shape.query_id = id;
        make_printer(shape)->results(std::cout, results);
      } else {
        std::cout << batch_line(results, id) << '\n';
      }
    } catch (const Error& error) {
      // One bad line does not cost the others their answers.
      std::cerr << "searcher: " << path << ':' << number << ": " << error.what() << '\n';
      failed = true;
    }
  }
  if (in.bad()) throw Error(path + ": cannot be read");
  return failed ? 2 : status;
}

}  // namespace

const Command kBatch = {
    "batch", "[OPTIONS] FILE",
    "many queries in one process: `id TAB query` lines, to a TREC run or JSON Lines", run};

}  // namespace alatoo
