// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"

int main(int argc, char** argv) {
  const alatoo::Command commands[] = {alatoo::kRebuild,  alatoo::kUpdate,   alatoo::kRemove,
                                      alatoo::kEntities, alatoo::kRollback, alatoo::kVerify,
                                      alatoo::kStats,    alatoo::kInspect};
  return alatoo::run_program("indexer", "Makes a searchable index of files of news articles.",
                             commands, argc, argv);
}
