// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "common/authority.h"
#include "common/cli.h"
#include "indexer/enrich/enricher.h"
#include "indexer/progress.h"
#include "indexer/read/source.h"

namespace alatoo {

/// The options that every command which reads articles has: --root, --authority, --recognize.
void add_input_options(Options& options);
SourceOptions source_options(const Options& options);
EnrichOptions enrich_options(const Options& options);

/// The shipped tables, and those of --authority on top: a folder of .tsv files named like the
/// shipped ones, or one such file. Throws Error naming the file.
std::shared_ptr<const Authority> load_authority(const Options& options);

}  // namespace alatoo
