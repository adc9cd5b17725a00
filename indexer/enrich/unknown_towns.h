// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// The mentions of kind place among `mentions`, and names of towns that they miss: those that no
/// table need know because the wording introduces them ("the village of Ak-Terek", "Faya Largeau, a
/// town in ...") or puts them in a region or country ("in Park City, Utah"), wherever they stand.
/// In text order.
std::vector<Mention> place_mentions(Words& words, const std::vector<Mention>& mentions);

}  // namespace alatoo
