// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "common/generation.h"
#include "indexer/child_process.h"

namespace alatoo {

/// Xapian's own check of every table of a shard. To be run in a child: damage may crash it. `name`
/// begins the lines of what is found.
void check_tables(const std::string& shard, const std::string& name, const ChildTask::Send& send);

/// Makes every document of shard number `shard` of the generation in `folder` anew from the article
/// that it stores, and compares terms, positions, values, facet row and lexicon; sends the Tally of
/// its articles at the end. To be run in a child. Requires that this program makes the terms
/// which the generation's analyzer made.
void check_documents(const std::string& folder, const Manifest& manifest, std::size_t shard,
                     const ChildTask::Send& send);

}  // namespace alatoo
