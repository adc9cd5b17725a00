// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/enrich/words.h"

namespace alatoo {

/// What the words around a place's name say about it. All O(1).

/// How firmly the wording places something in a city.
enum class Support : std::uint8_t {
  none,
  towards,  ///< "of X", "to X", "from X": also said of persons and firms
  inside,   ///< "in X", "near X"
  named,    ///< "the village of X", "X, Country", the dateline
};

/// `none` also for a name in a list, which shares the support of the names before it.
Support support(const Words& words, const Mention& mention);

/// True if the mention stands next in a list ("in X, Y and Z") behind the word before `list_end`.
bool follows_in_list(const Words& words, const Mention& mention, std::size_t list_end);

/// "Osh Region", "Chui and Naryn provinces", "Lake Geneva", "the Gulf of Aden", "South America".
bool part_of_larger(const Words& words, const Mention& mention);

/// "Commonwealth Edison", "Jupiter Industries", "Manchester City": part of another name.
bool beside_other_name(const Words& words, const Mention& mention);

/// True if what stands before the word `first` is said of places alone, even of one that is named
/// like a person of the article: "in Nice", "the mayor of Nice", "the leaders of Chad".
bool worded_as_place(const Words& words, std::size_t first);

/// "moved from X", "walked all night to X", "left for X", "a man from X", "Grand Parade, X".
bool moves_or_dwells(const Words& words, const Mention& mention);

struct RegionBehind {
  const Place* place = nullptr;  ///< a region or country; null: none
  bool listed = false;  ///< the comma may be that of a list: "Hartford, Norfolk and Boston"
};

/// What "X, Utah" and "X, Kyrgyzstan" name behind the word before `last`.
RegionBehind region_behind(Words& words, std::size_t last);

/// True if the wording says that [first, last) is a town: "the village of X", "X, a town near".
bool introduced_as_settlement(const Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
