// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/authority.h"
#include "indexer/enrich/authority_files.h"
#include "indexer/enrich/enricher.h"
#include "indexer/progress.h"
#include "indexer/read/source.h"
#include "indexer/report.h"
#include "indexer/write/entity_changes.h"

namespace alatoo {

struct JobOptions {
  std::string db;
  SourceOptions source;
  std::size_t jobs = 0;                 ///< workers; 0 = one a core
  std::size_t batch_bytes = 256 << 10;  ///< of input, what a worker takes at a time
  std::size_t keep = 2;                 ///< generations on disk afterwards
  double wait = 0;                      ///< seconds to wait for another writer
  std::string report = {};              ///< where the report goes, "" if nowhere
  EnrichOptions enrich;                 ///< `update` keeps what the archive was built with
  bool strict = false;                  ///< publish nothing if any input is skipped
  /// Null: `update` and `remove` keep that of the archive. Required by `rebuild`.
  std::shared_ptr<const Authority> authority;
  /// The user's tables in it: stored with the generation.
  std::vector<AuthorityFile> authority_files;
};

/// Builds a whole index from files and makes it live, or throws and leaves everything as it was.
/// With `strict` and skipped inputs it publishes nothing, and the report has generation 0.
void rebuild(const JobOptions& options, Progress& progress, JobReport& report);

/// Adds the articles of the input to the live generation, in place of those with the same ids.
/// Articles that the index holds as they are cost a look-up. Publishes nothing if nothing changed.
void update(const JobOptions& given, Progress& progress, JobReport& report);

/// Takes articles out of the live generation. Of `given` only db, keep and wait are used. Ids
/// that are not there are listed in `missing`; without any other nothing is published.
void remove_articles(const JobOptions& given, const std::vector<std::string>& ids,
                     Progress& progress, JobReport& report);

/// What a re-mapping would change, for the user to see before it is published.
struct Remapping {
  std::vector<EntityDifference> differences;
  std::vector<ChangeLine> idle;  ///< lines of the user's that are about nothing in the archive
  std::uint64_t generation = 0;  ///< that of the archive
};

/// Gives the live generation the entities that `options.authority` makes of its names; no article
/// is read. `tell` gets the differences first; a dry run ends there. Publishes nothing if the
/// tables are those of the archive. Of `given` only db, keep, wait and authority are used.
void remap_entities(const JobOptions& given, bool dry_run,
                    const std::function<void(const Remapping&)>& tell, Progress& progress,
                    JobReport& report);

}  // namespace alatoo
