// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace alatoo {

/// A set of docids of one shard, a bit each.
class DocSet {
 public:
  /// Empty, for docids up to `last`.
  explicit DocSet(std::uint32_t last) : words_(last / 64 + 1) {}

  void add(std::uint32_t docid) { words_[docid / 64] |= std::uint64_t{1} << docid % 64; }
  bool has(std::uint32_t docid) const { return (words_[docid / 64] >> docid % 64 & 1) != 0; }

  DocSet& operator&=(const DocSet& other) {
    return combine(other, [](auto a, auto b) { return a & b; });
  }
  DocSet& operator|=(const DocSet& other) {
    return combine(other, [](auto a, auto b) { return a | b; });
  }
  DocSet& operator-=(const DocSet& other) {
    return combine(other, [](auto a, auto b) { return a & ~b; });
  }

  std::uint64_t count() const {
    std::uint64_t n = 0;
    for (const std::uint64_t word : words_) n += static_cast<std::uint64_t>(std::popcount(word));
    return n;
  }
  bool any() const {
    for (const std::uint64_t word : words_) {
      if (word) return true;
    }
    return false;
  }

  /// Calls `visit(docid)` for every docid, in rising order.
  template <typename Visit>
  void each(const Visit& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word; word &= word - 1) {
        visit(
            static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  template <typename Operation>
  DocSet& combine(const DocSet& other, const Operation& operation) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      words_[i] = operation(words_[i], other.words_[i]);
    return *this;
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace alatoo
