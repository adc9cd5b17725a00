// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/hyphenated_names.h"

#include <algorithm>
#include <string_view>

#include "indexer/enrich/reporters.h"
#include "indexer/enrich/rules.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestSyllable = 6;

template <std::size_t N>
bool is_one_of(std::string_view lower, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), lower) != std::end(list);
}

/// Romanised Korean and Chinese family names.
bool is_eastern_family(std::string_view lower) {
  static constexpr std::string_view families[] = {
      "ahn",   "an",   "bae",   "baek",  "ban",    "bang",   "byun",  "cha",   "chae", "chan",
      "chang", "chen", "cheng", "cheon", "cheung", "chiang", "chiu",  "cho",   "choe", "choi",
      "choo",  "chow", "chu",   "chun",  "chung",  "deng",   "eom",   "eum",   "gu",   "ha",
      "ham",   "han",  "heo",   "ho",    "hong",   "hsieh",  "hsu",   "huang", "huh",  "hui",
      "hwang", "hyun", "im",    "jang",  "jeon",   "jeong",  "ji",    "jin",   "jo",   "joo",
      "jun",   "jung", "kang",  "kim",   "ko",     "koh",    "koo",   "ku",    "kuo",  "kwak",
      "kwok",  "kwon", "lai",   "lam",   "lau",    "lee",    "leung", "li",    "lien", "lim",
      "lin",   "liu",  "ma",    "min",   "moon",   "mun",    "nam",   "ng",    "no",   "noh",
      "oh",    "pae",  "paik",  "pak",   "park",   "rhee",   "ri",    "rim",   "roh",  "ryang",
      "ryu",   "seo",  "seok",  "seol",  "seong",  "shim",   "shin",  "sim",   "sin",  "sohn",
      "son",   "song", "soong", "suh",   "sun",    "sung",   "tan",   "tang",  "tsai", "tsang",
      "tseng", "tung", "wang",  "won",   "wong",   "woo",    "wu",    "yang",  "yeh",  "yen",
      "yeo",   "yeom", "yi",    "yim",   "yoo",    "yoon",   "you",   "yu",    "yun",  "zhang",
      "zhou"};
  return is_one_of(lower, families);
}

/// What a hyphen joins to any name: "London-based", "Blair-era".
bool makes_adjective(std::string_view lower) {
  static constexpr std::string_view common[] = {
      "led",   "style", "based", "born",  "era",  "like",  "owned", "run",  "free",  "type",
      "made",  "wide",  "held",  "hit",   "only", "bound", "mad",   "rich", "level", "class",
      "built", "bred",  "old",   "sized", "to",   "by",    "and",   "or",   "as",    "the",
      "on",    "of",    "for",   "at",    "up",   "off",   "out",   "a"};
  return is_one_of(lower, common) || (lower.size() > 3 && lower.ends_with("ed")) ||
         (lower.size() > 5 && lower.ends_with("ing"));
}

bool is_place_name(Words& words, std::size_t first, std::size_t last) {
  return !words.places(first, last).empty() || words.demonym(first, last) != nullptr;
}

bool usable(const Word& word) { return word.capital && !word.taken && !word.loud; }

/// True if the word `i` may be the family name beside a first name.
bool is_family(const Words& words, std::size_t i) {
  const Word& word = words[i];
  return usable(word) && !word.capitals && is_eastern_family(word.info->lower) &&
         !(word.opens && word.is(kFunction)) && word.gap != Gap::hyphen;
}

}  // namespace

bool is_hyphen_tail(const Words& words, std::size_t i) {
  if (i == 0 || i >= words.size()) return false;
  const Word& word = words[i];
  const Word& head = words[i - 1];
  const auto& lower = word.info->lower;
  if (word.gap != Gap::hyphen || word.capital || lower.size() < 2 ||
      lower.size() > kLongestSyllable || makes_adjective(lower)) {
    return false;
  }
  if (!head.capital || head.possessive || head.loud || head.capitals) return false;
  if (i + 1 < words.size() && words[i + 1].gap == Gap::hyphen) return false;
  return std::all_of(lower.begin(), lower.end(), [](char c) { return c < '0' || c > '9'; });
}

void find_hyphenated_persons(Words& words, std::vector<Mention>& mentions) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].gap != Gap::hyphen || words[i].capital || !is_hyphen_tail(words, i)) continue;
    const std::size_t head = i - 1;
    if (!usable(words[head])) continue;
    const bool syllable = words[head].span.size() <= kLongestSyllable;
    const bool behind_family = syllable && head > 0 && words[head].gap == Gap::blank &&
                               !words[head - 1].possessive && is_family(words, head - 1) &&
                               !is_place_name(words, head - 1, head + 1);
    std::size_t first = head;
    std::size_t last = i + 1;
    if (behind_family) {
      --first;
    } else {
      if (words[i].possessive || last >= words.size() || words[last].gap != Gap::blank ||
          !usable(words[last])) {
        continue;
      }
      const bool eastern = syllable && is_family(words, last) && !is_place_name(words, head, i);
      const bool western = words[head].info->given && !words.is_common(i) &&
                           !words[head].info->demonym &&
                           !words[last].is(kFunction | kCalendar | kTitle | kNounlike | kOrgTail) &&
                           !words[last].info->demonym && !words[last].capitals;
      if (!eastern && !western) continue;
      ++last;
      while (western && last < words.size() && !words[last - 1].possessive && words[last].joins() &&
             usable(words[last]) && last < first + 5 &&
             !words[last].is(kFunction | kCalendar | kTitle | kOrgTail)) {
        ++last;
      }
    }
    if (!is_reporter(words, first, last)) {
      for (std::size_t k = first; k < last; ++k) {
        if (words[k].capital) words[k].info->in_person = words.number();
      }
      take(words, mentions, Mention::Kind::person, first, last);
    }
    i = last - 1;
  }
}

}  // namespace alatoo
