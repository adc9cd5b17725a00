// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// What a Cyrillic name may be in the nominative if it stands in another case, Russian ("Бакиеву",
/// "Москвой") or Kyrgyz ("Бакиевдин", "Ошко"): guesses, in lower case, the word itself not among
/// them; to be looked up, not believed. "Джалал-Абаде" is one word, its last part is declined.
/// Empty for words of other scripts and those too short to have an ending.
std::vector<std::string> nominatives(std::string_view word);

}  // namespace alatoo
