// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/fields.h"
#include "searcher/archive.h"
#include "searcher/results.h"

namespace alatoo {

/// The entities of a key field that `name` may mean, each with what the archive's articles call it
/// and what made these names one. Reads every article of theirs, about 20 us each: what texts call
/// somebody is nowhere else, so it costs no index anything. Sorted by name, then id.
std::vector<Explanation> explain(const Archive& archive, Field field, std::string_view name);

}  // namespace alatoo
