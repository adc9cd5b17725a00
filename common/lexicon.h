// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/mapped_file.h"

namespace alatoo {

/// A word of the archive: folded form, the index term it is searched under, how often it occurs.
struct LexiconEntry {
  std::string_view word;
  std::string_view stem;
  std::uint32_t count = 0;
};

/// A word on its way into a lexicon.
struct LexiconRow {
  std::string word;
  std::string stem;
  std::int64_t count = 0;  ///< negative: so many fewer
};

/// The words of a generation's story text, sorted by (word, stem) in byte order; a word that two
/// languages stem differently has two entries. Read straight from the mapped file: opening costs
/// nothing that grows with it.
class Lexicon {
 public:
  /// Throws Error if the file is missing or not a lexicon.
  explicit Lexicon(const std::string& path);

  std::size_t size() const { return size_; }
  /// Requires i < size(). The views live as long as the lexicon. O(1).
  LexiconEntry at(std::size_t i) const;
  /// Index of the first entry whose word is not less than `word`. O(log size).
  std::size_t lower_bound(std::string_view word) const;
  bool contains(std::string_view word) const;
  /// What is wrong with the tables, which opening takes on trust; absent if nothing is. O(size).
  std::optional<std::string> damage() const;
  /// All of it, to be changed and written anew.
  std::vector<LexiconRow> rows() const;

 private:
  MappedFile file_;
  std::size_t size_ = 0;
  const std::uint32_t* rows_ = nullptr;
  const char* pool_ = nullptr;
};

/// Writes a lexicon file; `rows` in any order, counts of equal (word, stem) are added up, and words
/// left without any are left out.
void write_lexicon(const std::string& path, std::vector<LexiconRow> rows);

}  // namespace alatoo
