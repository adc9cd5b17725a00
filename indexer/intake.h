// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "indexer/pipeline.h"
#include "indexer/read/source.h"
#include "indexer/write/base.h"
#include "indexer/write/publish.h"
#include "indexer/write/shard.h"

namespace alatoo {

/// Reads the whole input, with workers of its own, into shards of the generation that grows in
/// `building`, one a worker. What the input itself replaced is taken out of the shards again and
/// counted in `gone`; what `base` (null: there is none) has as it is never gets there. `report`
/// grows as the input is read. Throws Interrupted after a signal, and what a worker throws.
std::deque<ShardWriter> take_in(Source& source, const JobOptions& options, const Base* base,
                                const Building& building, Vocabulary& gone, Progress& progress,
                                JobReport& report);

}  // namespace alatoo
