// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace alatoo {

/// Names of elements, members and encodings are ASCII: their case folds without a look at Unicode.
/// Other bytes stay as they are.
constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

/// True if `text` is `low`, which has no capitals, but for the case of its letters.
inline bool same_word(std::string_view text, std::string_view low) {
  return text.size() == low.size() &&
         std::equal(text.begin(), text.end(), low.begin(),
                    [](char a, char b) { return lower_ascii(a) == b; });
}

/// True if the word stands in a short list; a longer one deserves a table.
inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace alatoo
