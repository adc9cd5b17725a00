// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon.h"

namespace alatoo {

/// Restricted Damerau-Levenshtein distance in code points (insert, delete, replace, swap of
/// neighbours), or limit + 1 once it is certain to exceed `limit`. O(|a| * limit).
int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

/// The word of the archive nearest to `word` (folded): within distance 1 for 5-7 letters, 2 above;
/// among equals the one that shares the first letter, then the most frequent, then the first in
/// order. Absent if none is near, if `word` has fewer than five letters or holds a digit.
std::optional<std::string> nearest_word(const Lexicon& lexicon, std::string_view word);

}  // namespace alatoo
