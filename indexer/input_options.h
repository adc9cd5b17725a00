// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/cli.h"
#include "indexer/enrich/authority_files.h"
#include "indexer/enrich/enricher.h"
#include "indexer/read/source.h"

namespace alatoo {

/// The options that every command which reads articles has: --root, --authority, --recognize.
void add_input_options(Options& options);
void add_authority_option(Options& options);
SourceOptions source_options(const Options& options);
EnrichOptions enrich_options(const Options& options);

/// The tables of --authority; none without it.
std::vector<AuthorityFile> authority_files(const Options& options);

}  // namespace alatoo
