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

/// "Commonwealth Edison", "Jupiter Industries": a name of which only a part is known.
bool beside_unknown_name(const Words& words, const Mention& mention);

/// "Moscow said", "ties with Washington", "Beijing-backed".
bool stands_for_government(const Words& words, const Mention& mention);

/// "X beat Y", "the X striker".
bool stands_for_team(const Words& words, const Mention& mention);

/// True if the wording says that [first, last) is a town: "the village of X", "X, a town near".
bool introduced_as_settlement(const Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
