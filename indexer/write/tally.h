// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/fields.h"
#include "indexer/write/vocabulary.h"

namespace alatoo {

/// What an archive's words and names come to. Sums of hashes, each as often as its thing occurs, so
/// that the tallies of parts add up to that of the whole, in any order, and two archives of one
/// tally hold the same: whole tables are compared in no memory.
struct Tally {
  std::uint64_t words = 0;                            ///< of the manifest
  std::uint64_t lexicon = 0;                          ///< of words with their stems
  std::array<std::uint64_t, kKeyFieldCount> names{};  ///< of keys with their forms, by field
  std::uint64_t spellings = 0;

  void add(const Tally& other);
  void add(const Names& all);
  void add_word(std::string_view word, std::string_view stem, std::uint64_t count);
  /// What `vocabulary` has counted.
  void add(Vocabulary& vocabulary);

  std::string encode() const;
  /// Throws Error on damaged bytes.
  static Tally decode(std::string_view bytes);

  friend bool operator==(const Tally&, const Tally&) = default;
};

}  // namespace alatoo
