// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// The words of a Russian full name [first, last) in the nominative, in lower case: "Анны Ивановны
/// Петровой" is "анна ивановна петрова". Believed where the first one is a given name in another
/// case. Empty for names that are in the nominative, and of other scripts.
std::vector<std::string> nominative_name(const Words& words, std::size_t first, std::size_t last);

/// Word keys of what a Cyrillic surname that stands alone may be in the nominative, the word itself
/// not among them.
std::vector<std::string> nominative_keys(const Words& words, std::size_t i);

}  // namespace alatoo
