// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include "common/authority.h"
#include "common/generation.h"
#include "indexer/write/base.h"
#include "indexer/write/publish.h"
#include "indexer/write/shard.h"
#include "indexer/write/vocabulary.h"

namespace alatoo {

/// What distinguishes a new generation from its base.
struct Change {
  const Base* base = nullptr;                ///< null: the archive is new
  std::deque<ShardWriter>* added = nullptr;  ///< null: nothing is added
  std::vector<Base::Document> removed;       ///< of the base, sorted, each once
  Vocabulary gone;                           ///< counts what was added and removed again
};

/// Writes the files of a generation into `building`, except the MANIFEST, which is returned as far
/// as the articles tell: what did not change is linked to the base's, new articles become one shard
/// (several if the archive is new, one a worker), small shards are joined, and names, lexicon and
/// entities are as if all articles had come at once.
Manifest write_generation(Building& building, Change& change, const Authority& authority);

}  // namespace alatoo
