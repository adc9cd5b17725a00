// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// A list of words that can only be asked whether a word is on it: a Bloom filter (Bloom,
/// "Space/time trade-offs in hash coding with allowable errors", 1970) of sixteen bits and five
/// probes a word, wrong for one of 700 words that are not on the list.
class WordList {
 public:
  /// `bytes` must outlive the list. Throws Error if they are none.
  explicit WordList(std::string_view bytes);

  /// `hash`: XXH3 of the word.
  bool has(std::uint64_t hash) const;

  /// The bytes of a list of words.
  static std::string encode(const std::vector<std::string>& words);

 private:
  std::string_view bits_;
};

}  // namespace alatoo
