// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "indexer/enrich/words.h"

namespace alatoo {

// What the words around a country's name or adjective say about it. All O(1).

/// False if the country's name [first, last) is another's: a person's ("Jordan" where the article
/// has a Michael Jordan), a company's ("Air China", "France Telecom"), a continent's ("South
/// America"), or a common word that starts a sentence ("Turkey is a bird").
bool names_country(const Words& words, std::size_t first, std::size_t last);

/// "US", "U.S.", "UK": names that stand before another more often than they are part of it.
bool is_abbreviation(const Words& words, std::size_t first, std::size_t last);

/// True if the adjective [first, last) says little of the country: "Swiss francs",
/// "French-speaking", "former Soviet", "Italian restaurant", "the Dutch language".
bool in_passing(const Words& words, std::size_t first, std::size_t last);

/// True if the adjective tells of the state itself: "the Kyrgyz government", "French troops".
bool of_the_state(const Words& words, std::size_t last);

/// Cuts off a country that stands beside an organisation's name and is no part of it: "the US
/// Securities Commission", "Wipro, India's third largest firm".
void leave_countries_out(Words& words, Mention& organisation);

}  // namespace alatoo
