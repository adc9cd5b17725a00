// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// True if the word `i` is the part of a first name that stands in small letters behind its hyphen,
/// as Korean, Taiwanese and French ones may have it: "un" of "Jong-un", "luc" of "Jean-luc"; not
/// what makes an adjective of any name: "London-based".
bool is_hyphen_tail(const Words& words, std::size_t i);

/// Takes persons whose first name has such a tail: "Kim Jong-un", "Jean-luc Petit". A tagger that
/// reads capitals finds half of them.
void find_hyphenated_persons(Words& words, std::vector<Mention>& mentions);

}  // namespace alatoo
