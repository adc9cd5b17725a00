// SPDX-License-Identifier: GPL-3.0-or-later
// `indexer inspect PATH...` as if people.tsv had never heard of some people: their ids, separated
// by commas, come first. What recognition makes of names that no table has is asked this way, of
// articles whose people the shipped table knows; an authority of the user's own can only add.
#include <algorithm>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/inspection.h"
#include "common/json.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/source.h"
#include "indexer/write/identity.h"

namespace alatoo {
namespace {

std::set<std::string, std::less<>> split_ids(std::string_view list) {
  std::set<std::string, std::less<>> ids;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) ids.emplace(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return ids;
}

/// The table without the lines of those ids. Throws Error if one has no line: a table that still
/// knows somebody would answer another question.
std::string without(std::string_view table, std::set<std::string, std::less<>> ids) {
  std::string rest;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size() - 1) + 1;
    const std::string_view line = table.substr(begin, end - begin);
    const auto dropped = ids.find(line.substr(0, line.find('\t')));
    if (dropped == ids.end()) {
      rest += line;
    } else {
      ids.erase(dropped);
    }
    begin = end;
  }
  if (!ids.empty()) throw Error("people.tsv has no " + *ids.begin());
  return rest;
}

int run(std::string_view ids, std::vector<std::string> paths) {
  auto tables = shipped_tables();
  std::string people;
  for (auto& [name, content] : tables) {
    if (name == "people.tsv") content = people = without(content, split_ids(ids));
  }
  const auto authority = std::make_shared<const Authority>(tables);
  Enricher enricher(authority, {});
  Source source({.paths = std::move(paths)});
  const auto skip = [](const Rejection& rejection) {
    std::cerr << "skipped " << rejection.where << ": " << rejection.reason << '\n';
  };
  for (RawItem item; source.next(item, skip);) {
    Parsed parsed = parse(item);
    for (Article& article : parsed.articles) {
      enricher.enrich(article);
      show_as_identified(article, *authority);
      std::cout << dump(inspection(article)) << '\n';
    }
  }
  return 0;
}

}  // namespace
}  // namespace alatoo

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: inspect_without ID[,ID...] PATH...\n";
    return 2;
  }
  try {
    return alatoo::run(argv[1], {argv + 2, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "inspect_without: " << error.what() << '\n';
    return 2;
  }
}
