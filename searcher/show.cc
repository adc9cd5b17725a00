// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "searcher/archive.h"
#include "searcher/commands.h"
#include "searcher/options.h"

namespace alatoo {
namespace {

int run(const std::vector<std::string>& arguments) {
  Options options("searcher", kShow);
  add_db_option(options);
  add_output_options(options, "text", "text or json");
  if (!options.parse(arguments)) return 0;
  if (options.positional().size() != 1)
    throw Error("which article? Give one id, as find prints it");
  const std::string& id = options.positional().front();
  const std::unique_ptr<Printer> printer = make_printer(printer_options(options));
  const Archive archive(db_option(options), options.has("verified"));
  const std::optional<Article> article = archive.find_article(id);
  if (!article) {
    std::cerr << "searcher: no article '" << id << "' in this archive\n";
    return 1;
  }
  printer->article(std::cout, *article);
  return 0;
}

}  // namespace

const Command kShow = {"show", "[OPTIONS] ID", "one article, its entities marked", run};

}  // namespace alatoo
