// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/reporters.h"

#include <algorithm>
#include <string_view>

namespace alatoo {
namespace {

constexpr std::size_t kLongestOutlet = 3;
constexpr std::size_t kFarthestCredit = 12;  // words from the last name of a credit to its "by"

template <std::size_t N>
bool is_one_of(std::string_view lower, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), lower) != std::end(list);
}

bool makes_reports(std::string_view lower) {
  static constexpr std::string_view list[] = {
      "reporting", "editing",  "edited",      "written",   "writing",    "compiled",
      "photo",     "photos",   "photograph",  "picture",   "pictures",   "photographs",
      "footage",   "video",    "prepared",    "author",    "additional", "contributed",
      "report",    "reported", "photography", "translated"};
  return is_one_of(lower, list);
}

bool is_maker(std::string_view lower) {
  static constexpr std::string_view list[] = {"correspondent", "reporter", "photographer",
                                              "cameraman"};
  return is_one_of(lower, list);
}

bool tells(std::string_view lower) {
  static constexpr std::string_view list[] = {"reports", "reported", "writes", "says", "reporting"};
  return is_one_of(lower, list);
}

/// An outlet that ends before the word `end`.
bool outlet_before(Words& words, std::size_t end) {
  for (std::size_t length = 1; length <= kLongestOutlet && length <= end; ++length) {
    if (words[end - length].capital && words.is_outlet(end - length, end)) return true;
  }
  return false;
}

/// "Editing by A and B": from the name back over other names to the "by" behind such a word.
bool in_credit(const Words& words, std::size_t first) {
  std::size_t i = first;
  for (; i > 0 && i + kFarthestCredit > first; --i) {
    const Word& before = words[i - 1];
    if (words[i].gap == Gap::start || words[i].gap == Gap::sentence) break;
    if (before.info->lower == "by") {
      return i > 1 && words[i - 1].gap == Gap::blank && makes_reports(words[i - 2].info->lower);
    }
    if (!before.capital && before.info->lower != "and" && before.info->lower != "in") break;
  }
  // "Photo: A"
  return first > 0 && words[first].gap == Gap::other && words[first].opens &&
         !words[first].quoted && makes_reports(words[first - 1].info->lower) &&
         words[first - 1].capital;
}

/// "By A" on a line of its own.
bool in_byline(const Words& words, std::size_t first, std::size_t last) {
  if (first == 0 || words[first - 1].info->lower != "by" || words[first - 1].gap != Gap::start) {
    return false;
  }
  return last >= words.size() || words[last].gap == Gap::start ||
         (words[last].gap != Gap::blank && words[last].gap != Gap::sentence);
}

}  // namespace

bool is_reporter(Words& words, std::size_t first, std::size_t last) {
  const bool followed = last < words.size() && words.connected(last);
  if (followed && words[last].gap == Gap::comma && words[last].info->lower == "reporting") {
    return true;
  }
  if (in_byline(words, first, last) || in_credit(words, first)) return true;
  // "12 May 2010, Osh - Lake News Agency, A" on a line of its own
  const bool ends_line = last >= words.size() || words[last].gap == Gap::start;
  if (ends_line && first > 1 && words[first].gap == Gap::comma && outlet_before(words, first)) {
    return true;
  }
  if (first == 0 || !words.connected(first) || words[first].gap != Gap::blank) return false;
  if (words[first - 1].possessive) return outlet_before(words, first);
  // "BBC political correspondent A says"
  if (!is_maker(words[first - 1].info->lower)) return false;
  const bool telling = followed && tells(words[last].info->lower);
  if (!telling) return false;
  for (std::size_t i = first - 1; i > 0 && i + 4 > first; --i) {
    if (words[i - 1].info->lower == "our" || outlet_before(words, i)) return true;
  }
  return false;
}

}  // namespace alatoo
