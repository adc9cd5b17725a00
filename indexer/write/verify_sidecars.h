// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/authority.h"
#include "common/generation.h"
#include "indexer/child_process.h"

namespace alatoo {

/// Compares the sidecars of the generation in `folder` with each other and with its manifest: every
/// table whole; each key that facet columns use known, with as many articles as names say; entities
/// what `authority` makes of the names (null: not compared); articles, length, dates, languages as
/// in the manifest; no id twice. Sends the Tally of names and lexicon at the end. To be run in a
/// child.
void check_sidecars(const std::string& folder, const Manifest& manifest, const Authority* authority,
                    const ChildTask::Send& send);

}  // namespace alatoo
