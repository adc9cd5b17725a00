// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/spelling.h"

#include <algorithm>
#include <tuple>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kMinLetters = 5;
constexpr std::size_t kMaxShortWord = 7;  // letters of a word in which one error is all we mend

std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) out += next_code_point(text, i);
  return out;
}

/// The table of the distance between a fixed word and another that grows and shrinks at its end,
/// one row a code point of it: Damerau-Levenshtein restricted to one edit a place, within a band
/// about the diagonal (Ukkonen 1985). Values above `limit` are all limit + 1.
class Table {
 public:
  Table(std::u32string_view word, int limit) : word_(word), limit_(limit) {
    rows_.emplace_back(word.size() + 1);
    for (std::size_t j = 0; j <= word.size(); ++j) rows_[0][j] = capped(static_cast<int>(j));
    least_.push_back(0);
  }

  std::size_t depth() const { return other_.size(); }

  void shrink(std::size_t depth) { other_.resize(depth); }

  /// Appends a code point; O(limit).
  void grow(char32_t c) {
    other_ += c;
    const std::size_t i = other_.size();
    if (rows_.size() <= i) {
      rows_.emplace_back(word_.size() + 1, limit_ + 1);
      least_.push_back(0);
    }
    std::vector<int>& row = rows_[i];
    const auto band = static_cast<std::size_t>(limit_);
    const std::size_t first = i > band ? i - band : 0;
    const std::size_t last = std::min(word_.size(), i + band);
    int least = limit_ + 1;
    for (std::size_t j = first; j <= last; ++j) {
      int best = above(i, j) + 1;
      if (j > 0) {
        best = std::min(best, j > first ? row[j - 1] + 1 : limit_ + 1);
        best = std::min(best, rows_[i - 1][j - 1] + (word_[j - 1] != c));
        if (i > 1 && j > 1 && word_[j - 2] == c && word_[j - 1] == other_[i - 2]) {
          best = std::min(best, rows_[i - 2][j - 2] + 1);
        }
      }
      row[j] = capped(best);
      least = std::min(least, row[j]);
    }
    least_[i] = least;
  }

  /// True if no word that begins with the grown one can be within the limit. A swap reaches back
  /// two rows, hence the second condition.
  bool hopeless() const {
    const std::size_t i = depth();
    return least_[i] > limit_ && (i == 0 || least_[i - 1] + 1 > limit_);
  }

  /// limit + 1 where it is larger.
  int distance() const {
    const std::size_t i = depth();
    const std::size_t apart = i > word_.size() ? i - word_.size() : word_.size() - i;
    return apart > static_cast<std::size_t>(limit_) ? limit_ + 1 : rows_[i][word_.size()];
  }

  std::u32string_view other() const { return other_; }

 private:
  int capped(int value) const { return std::min(value, limit_ + 1); }
  /// The value above (i, j), which the band of that row may not hold.
  int above(std::size_t i, std::size_t j) const {
    return j <= i - 1 + static_cast<std::size_t>(limit_) ? rows_[i - 1][j] : limit_ + 1;
  }

  std::u32string_view word_;
  int limit_;
  std::u32string other_;
  std::vector<std::vector<int>> rows_;
  std::vector<int> least_;  // of each row
};

/// The first entry in [at, size) whose word is not less than `word`, searched for from `at` on in
/// growing steps: mostly it is near.
std::size_t seek(const Lexicon& lexicon, std::size_t at, std::string_view word) {
  std::size_t step = 1;
  while (at + step < lexicon.size() && lexicon.at(at + step).word < word) {
    at += step;
    step *= 2;
  }
  std::size_t end = std::min(at + step, lexicon.size());
  while (at < end) {
    const std::size_t middle = at + (end - at) / 2;
    if (lexicon.at(middle).word < word) {
      at = middle + 1;
    } else {
      end = middle;
    }
  }
  return at;
}

struct Candidate {
  std::string_view word;
  int distance = 0;
  bool other_letter = false;  ///< the first one differs
  std::uint64_t count = 0;

  bool better_than(const Candidate& other) const {
    return std::tuple(distance, other_letter, other.count, word) <
           std::tuple(other.distance, other.other_letter, count, other.word);
  }
};

/// Walks the sorted words as if they were a tree: rows of the table are shared by words that begin
/// alike, and what no continuation can save is skipped at once.
std::optional<Candidate> nearest_within(const Lexicon& lexicon, std::u32string_view sought,
                                        int limit) {
  std::optional<Candidate> best;
  Table table(sought, limit);
  std::vector<std::size_t> ends = {0};  // bytes of the first n code points of `word`
  std::string_view word;                // the one before; its first depth() code points stand
  for (std::size_t i = 0; i < lexicon.size();) {
    const std::string_view before = word;
    word = lexicon.at(i).word;
    std::size_t common = 0;
    while (common < table.depth() &&
           word.substr(0, ends[common + 1]).substr(ends[common]) ==
               before.substr(ends[common], ends[common + 1] - ends[common])) {
      ++common;
    }
    table.shrink(common);
    ends.resize(common + 1);
    std::size_t at = ends.back();
    while (at < word.size() && !table.hopeless()) {
      table.grow(next_code_point(word, at));
      ends.push_back(at);
    }
    if (table.hopeless()) {
      // 0xFF sorts behind every continuation in UTF-8.
      i = seek(lexicon, i, std::string(word.substr(0, at)) + '\xFF');
      continue;
    }
    Candidate here{word, table.distance(), table.other().substr(0, 1) != sought.substr(0, 1), 0};
    for (; i < lexicon.size() && lexicon.at(i).word == word; ++i) here.count += lexicon.at(i).count;
    if (here.distance <= limit && (!best || here.better_than(*best))) best = here;
  }
  return best;
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (limit < 0 || apart > static_cast<std::size_t>(limit)) return limit + 1;
  Table table(b, limit);
  for (const char32_t c : a) {
    if (table.hopeless()) return limit + 1;
    table.grow(c);
  }
  return table.distance();
}

std::optional<std::string> nearest_word(const Lexicon& lexicon, std::string_view word) {
  const std::u32string sought = code_points_of(word);
  if (sought.size() < kMinLetters || std::any_of(sought.begin(), sought.end(), is_digit)) {
    return std::nullopt;
  }
  // The nearest are found at once; only without any is the wider search worth its time.
  const int limit = sought.size() <= kMaxShortWord ? 1 : 2;
  for (int within = 1; within <= limit; ++within) {
    if (const auto best = nearest_within(lexicon, sought, within)) return std::string(best->word);
  }
  return std::nullopt;
}

}  // namespace alatoo
