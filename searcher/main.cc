// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands.h"

int main(int argc, char** argv) {
  const alatoo::Command commands[] = {alatoo::kFind, alatoo::kFacets, alatoo::kShow,
                                      alatoo::kBatch};
  return alatoo::run_program("searcher",
                             "Answers questions about a news archive that `indexer` made.",
                             commands, argc, argv);
}
