// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alatoo {

/// True if `word` is one of the words of `list`, which blanks separate. For lists of some dozens.
constexpr bool is_one_of(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

}  // namespace alatoo
