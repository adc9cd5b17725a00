// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/authority.h"
#include "common/generation.h"

namespace alatoo {

/// What is wrong with the generation in `folder`, a line each; empty if it is whole. Looks at
/// everything, whatever it finds: the checksum of every file, every table of Xapian, every article
/// against all that was made of it, every sidecar against the others and the manifest. What reads
/// bytes that may be damaged runs in children, two at a time: their crash is a finding.
///
/// `authority`: the one that entities were made under; null if there is none to compare with.
/// `compare_articles`: this program makes the terms that the generation holds.
std::vector<std::string> verify_generation(const std::string& folder, const Manifest& manifest,
                                           const Authority* authority, bool compare_articles);

}  // namespace alatoo
