// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/enrich/words.h"

namespace alatoo {

// Where the name of a city does not mean the place. All O(1) but `is_on_sport`.

/// True for the capitals that stand for their government in the news of the world.
bool is_capital(const Place& city);

/// "Moscow said", "Beijing-backed"; of a capital also "ties with Washington", "Tehran's policy",
/// "it urged Tokyo to", and in Russian any that nothing places: "о причастности Москвы".
bool stands_for_government(const Words& words, const Mention& mention, bool capital);

/// "X beat Y", "the X striker", "a 2-0 win over X".
bool stands_for_team(const Words& words, const Mention& mention);

/// "Lord Callaghan of Cardiff", "the Duchy of Lancaster", "MP for Richmond", "the Slough seat".
bool stands_in_title(const Words& words, const Mention& mention);

/// True if the words are those of a report on sport: there a city's name means its club. O(words).
bool is_on_sport(const Words& words);

}  // namespace alatoo
