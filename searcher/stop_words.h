// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alatoo {

/// True for function words of English and Russian, and the commonest of German, French and Spanish:
/// words that stand in nearly every article and tell nothing of what it is about. They match like
/// any other word, in phrases too, but weigh nothing beside words that do. `word` as Token::word.
bool is_stop_word(std::string_view word);

}  // namespace alatoo
