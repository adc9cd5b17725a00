// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/authority.h"
#include "indexer/enrich/authority_files.h"
#include "indexer/enrich/enricher.h"
#include "indexer/progress.h"
#include "indexer/read/source.h"

namespace alatoo {

struct JobOptions {
  std::string db;
  SourceOptions source;
  std::size_t jobs = 0;                 ///< workers; 0 = one a core
  std::size_t batch_bytes = 256 << 10;  ///< of input, what a worker takes at a time
  std::size_t keep = 2;                 ///< generations on disk afterwards
  double wait = 0;                      ///< seconds to wait for another writer
  EnrichOptions enrich;                 ///< `update` keeps what the archive was built with
  bool strict = false;                  ///< publish nothing if any input is skipped
  /// Null: `update` and `remove` keep that of the archive. Required by `rebuild`.
  std::shared_ptr<const Authority> authority;
  /// The user's tables in it: stored with the generation.
  std::vector<AuthorityFile> authority_files;
};

/// What a job did, for its summary and report.
struct JobReport {
  std::uint64_t generation = 0;  ///< 0: nothing was published
  std::uint64_t previous = 0;    ///< the generation that was live before; 0: there was none
  std::string root;
  std::uint64_t articles = 0;  ///< in the index afterwards
  std::uint64_t added = 0;     ///< articles whose ids were not in the index
  std::uint64_t replaced = 0;  ///< articles of the index that a new version replaced
  std::uint64_t removed = 0;
  std::uint64_t unchanged = 0;  ///< articles of the input that the index holds as they are
  std::uint64_t repeated = 0;   ///< articles of the input that a later one of the same uri replaced
  std::vector<std::string> missing;  ///< ids to remove that are not there
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_written = 0;
  std::uint64_t bytes = 0;  ///< of the whole generation
  std::uint64_t broken_bytes = 0;
  std::uint64_t notes = 0;  ///< what was not believed or mended in articles that are indexed
  std::vector<Rejection> skipped;
  /// Wall-clock seconds by stage, in the order of the stages: wait, index, ...
  std::vector<std::pair<std::string, double>> seconds;
};

/// Builds a whole index from files and makes it live, or throws and leaves everything as it was.
/// With `strict` and skipped inputs it publishes nothing and returns with generation 0.
JobReport rebuild(const JobOptions& options, Progress& progress);

/// Adds the articles of the input to the live generation, in place of those with the same ids.
/// Articles that the index holds as they are cost a look-up. Publishes nothing if nothing changed.
JobReport update(const JobOptions& options, Progress& progress);

/// Takes articles out of the live generation. Of `options` only db, keep and wait are used. Ids
/// that are not there are listed in `missing`; without any other nothing is published.
JobReport remove_articles(const JobOptions& options, const std::vector<std::string>& ids,
                          Progress& progress);

}  // namespace alatoo
