// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "common/inspection.h"
#include "common/json.h"
#include "common/stop.h"
#include "indexer/commands.h"
#include "indexer/input_options.h"
#include "indexer/write/identity.h"

namespace alatoo {
namespace {

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kInspect);
  add_input_options(options);
  if (!options.parse(arguments)) return 0;
  catch_stop_signals();
  Source source(source_options(options));
  const auto authority = make_authority(authority_files(options));
  Enricher enricher(authority, enrich_options(options));

  std::uint64_t articles = 0;
  std::uint64_t skipped = 0;
  const auto skip = [&](const Rejection& rejection) {
    std::cerr << "skipped " << rejection.where << ": " << rejection.reason << '\n';
    ++skipped;
  };
  for (RawItem item; std::cout && source.next(item, skip);) {
    stop_if_asked();
    Parsed parsed = parse(item);
    for (const Rejection& rejection : parsed.rejections) skip(rejection);
    for (Article& article : parsed.articles) {
      enricher.enrich(article);
      show_as_identified(article, *authority);
      std::cout << dump(inspection(article)) << '\n';
      ++articles;
    }
  }
  if (articles == 0 && std::cout) throw Error("no article in the input");
  return skipped ? 1 : 0;
}

}  // namespace

const Command kInspect = {"inspect", "PATH...",
                          "what is understood of each article, as JSON Lines; no index is touched",
                          run};

}  // namespace alatoo
