// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string_view>

#include "common/text.h"

namespace alatoo {
namespace {

/// Words that end in a dot inside a sentence. Lower case, sorted; without the dot.
constexpr std::array kAbbreviations = std::to_array<std::string_view>({
    "adm", "al",   "apr",  "assn",   "aug",  "ave",  "brig", "bros", "ca",  "capt", "cie",   "cmdr",
    "co",  "col",  "corp", "cpl",    "dec",  "dept", "dr",   "ed",   "eds", "est",  "etc",   "feb",
    "fig", "ft",   "gen",  "gov",    "hon",  "inc",  "jan",  "jr",   "jul", "jun",  "lieut", "lt",
    "ltd", "maj",  "mar",  "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",  "mt",   "no",    "nos",
    "nov", "oct",  "op",   "pp",     "pres", "prof", "rep",  "reps", "rev", "sec",  "sen",   "sens",
    "sep", "sept", "sgt",  "sr",     "st",   "supt", "vol",  "vs",   "viz", "акад", "в",     "вв",
    "г",   "гг",   "гр",   "др",     "им",   "млн",  "млрд", "обл",  "оз",  "пос",  "проф",  "р",
    "руб", "с",    "см",   "ст",     "т",    "тыс",  "ул",   "чел",
});

bool is_abbreviation(std::string_view word) {
  static const auto sorted = [] {
    auto words = kAbbreviations;
    std::sort(words.begin(), words.end());
    return words;
  }();
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// The word that ends right before `at`: letters and the dots between them.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t i = at;
  while (i > begin) {
    std::size_t j = i - 1;
    while (j > begin && is_continuation(text[j])) --j;
    std::size_t next = j;
    const char32_t c = next_code_point(text, next);
    if (!is_letter(c) && c != '.') break;
    i = j;
  }
  return text.substr(i, at - i);
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

/// One upper-case letter, or letters with dots between them: "J", "U.S", "т.е".
bool is_initials(std::string_view word) {
  if (word.find('.') != std::string_view::npos) return true;
  std::size_t i = 0;
  return !word.empty() && is_upper(next_code_point(word, i)) && i == word.size();
}

/// True if the word behind a stop goes on in lower case: the sentence is not over.
bool goes_on(std::string_view text, std::size_t next, std::size_t end) {
  char32_t c = 0;
  while (next < end && !is_letter(c) && !is_digit(c)) {
    c = next_code_point(text, next);  // opening quotes and brackets are passed over
    if (is_space(c)) return false;
  }
  return is_letter(c) && !is_upper(c) && c < 0x3000;
}

/// True if the dot at `dot` ends a sentence; `next` is where the text goes on behind white space.
bool dot_ends(std::string_view text, std::size_t begin, std::size_t dot, std::size_t next,
              std::size_t end) {
  const std::string_view word = word_before(text, begin, dot);
  if (word.empty() || next >= end) return true;
  if (!is_initials(word)) return !is_abbreviation(lower(word));
  if (word.find('.') == std::string_view::npos) return false;
  // "the U.S. He left", but "the U.S. Army": an acronym ends a sentence only before a word that
  // opens one.
  Token token;
  if (!Tokenizer(text.substr(0, end), next).next(token)) return true;
  static constexpr std::array openers = std::to_array<std::string_view>(
      {"a",       "an",  "and",   "at",    "but",  "he",   "her", "his",
       "however", "i",   "in",    "it",    "its",  "mr",   "on",  "she",
       "that",    "the", "their", "there", "they", "this", "we",  "when"});
  return std::find(openers.begin(), openers.end(), token.word) != openers.end();
}

}  // namespace

std::vector<Span> sentences(std::string_view text, Span within) {
  std::vector<Span> found;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const std::string_view piece = trim(text.substr(begin, end - begin));
    if (piece.empty()) return;
    const auto at = static_cast<std::uint32_t>(piece.data() - text.data());
    found.push_back({at, at + static_cast<std::uint32_t>(piece.size())});
  };

  std::size_t begin = within.begin;
  bool stopped = false;  // a full stop, closing quotes included, was the last thing on this line
  for (std::size_t i = within.begin; i < within.end;) {
    const std::size_t here = i;
    const char32_t c = next_code_point(text, i);
    if (c == '\n') {
      std::size_t next = i;
      while (next < within.end && (text[next] == ' ' || text[next] == '\t')) ++next;
      const bool indented = next - i >= 3;
      if (stopped || indented || next >= within.end || text[next] == '\n') {
        add(begin, here);
        begin = i;
        stopped = false;
      }
      continue;
    }
    if (c != '.' && c != '!' && c != '?' && c != 0x2026 && c != 0x3002) {
      if (!is_space(c)) stopped = false;
      continue;
    }
    std::size_t end = i;  // behind "?!", "...", closing quotes and brackets
    while (end < within.end) {
      std::size_t after = end;
      const char32_t more = next_code_point(text, after);
      if (!closes(more) && more != '.' && more != '!' && more != '?') break;
      end = after;
    }
    std::size_t next = end;
    while (next < within.end) {
      std::size_t after = next;
      if (!is_space(next_code_point(text, after))) break;
      next = after;
    }
    i = end;
    if (next == end && next < within.end && c != 0x3002) continue;  // "3.5", "kg.org"
    if (goes_on(text, next, within.end)) continue;
    if (c == '.' && !dot_ends(text, begin, here, next, within.end)) continue;
    stopped = true;
    if (text.substr(end, next - end).find('\n') != std::string_view::npos)
      continue;  // the break decides
    add(begin, end);
    begin = end;
    stopped = false;
  }
  add(begin, within.end);
  return found;
}

}  // namespace alatoo
