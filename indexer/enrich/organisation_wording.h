// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "indexer/enrich/words.h"

namespace alatoo {

/// True if the words [first, last), though they look like a name, name no body: an acronym of a
/// thing (DVD), money, an event, a ticker, a government's country.
bool names_no_body(Words& words, std::size_t first, std::size_t last);

/// True if every word could be part of any body's name, so that they tell none by themselves:
/// "Security", "National Bank".
bool is_generic(const Words& words, std::size_t first, std::size_t last);

/// True if the wording shows that a firm is meant, though the name may look like a person's:
/// "analysts at Raymond James", "Philip Morris shares".
bool worded_as_firm(const Words& words, std::size_t first, std::size_t last);

/// True if the name itself shows a firm or another body whatever its words look like: "Banque
/// Lambert", "Omroep Zeeland", "Lazard Freres", "Los Zetas".
bool is_firm_shape(const Words& words, std::size_t first, std::size_t last);

/// The same for the name of a known company, which may be a surname too: "Ford lost 3%", "Ford, GM
/// shares", "Ford's headquarters".
bool worded_as_company(Words& words, std::size_t first, std::size_t last);

/// True if the wording shows that a person is meant, though the name may look like a body's: "Rose
/// Banks said", "Charlotte Bank, a lobbyist".
bool worded_as_person(const Words& words, std::size_t first, std::size_t last);

/// True if the wording shows an outlet as who brings the news, not as part of it: "told the Times",
/// "CNN reported".
bool worded_as_source(const Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
