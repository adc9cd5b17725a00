// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/authority.h"
#include "indexer/enrich/enricher.h"
#include "indexer/progress.h"
#include "indexer/read/source.h"

namespace alatoo {

struct RebuildOptions {
  std::string db;
  SourceOptions source;
  std::size_t jobs = 0;                 ///< workers, each with a shard of its own; 0 = one a core
  std::size_t batch_bytes = 256 << 10;  ///< of input, what a worker takes at a time
  std::size_t keep = 2;                 ///< generations on disk afterwards
  EnrichOptions enrich;
  bool strict = false;  ///< publish nothing if any input is skipped
  std::shared_ptr<const Authority> authority;
};

/// What a job did, for its summary and report.
struct JobReport {
  std::uint64_t generation = 0;  ///< 0: nothing was published
  std::string root;
  std::uint64_t articles = 0;
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_written = 0;
  std::uint64_t broken_bytes = 0;
  std::uint64_t notes = 0;     ///< what was not believed or mended in articles that are indexed
  std::uint64_t replaced = 0;  ///< articles that a later one with the same uri replaced
  std::vector<Rejection> skipped;
  double index_seconds = 0;    ///< reading, enriching, inverting
  double publish_seconds = 0;  ///< compacting, sidecars, hashing, syncing
};

/// Builds a whole index from files and makes it live, or throws and leaves everything as it was.
/// With `strict` and skipped inputs it publishes nothing and returns with generation 0.
JobReport rebuild(const RebuildOptions& options, Progress& progress);

}  // namespace alatoo
