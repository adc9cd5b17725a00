// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace alatoo {

/// The words of an article by how many of its lines have them, for asking how much a line has to do
/// with the others. Words are compared by their first six letters, which stand for their stem.
class SharedWords {
 public:
  /// Counts the words of one line.
  void add(std::string_view line);
  /// Words that say nothing about what the article is about, such as its outlet's name.
  void ignore(std::string_view words);

  struct Shared {
    int content = 0;  ///< content words of the line: four letters or more
    int common = 0;   ///< those that another line has too
    int names = 0;    ///< of these the capitalised ones inside a sentence
  };
  /// `line` was added before, or else (`added` false) shares what any line has.
  Shared shared(std::string_view line, bool added) const;

 private:
  struct Entry {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t line = 0;
    std::uint32_t lines = 0;
    bool ignored = false;
  };
  Entry& entry(std::uint64_t key);
  const Entry* find(std::uint64_t key) const;
  void grow();

  std::vector<Entry> table_ = std::vector<Entry>(256);  // open addressing, a power of two
  std::size_t used_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace alatoo
