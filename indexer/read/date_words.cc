// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/date_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestWord = 28;  // bytes: "понедельник" has 22

bool is_cyrillic_lead(char c) { return static_cast<signed char>(c) < 0; }

}  // namespace

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> english = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3 || word.size() > 20) return 0;
  const std::string low = lower(word);
  if (!is_cyrillic_lead(word.front())) {
    for (std::size_t i = 0; i < english.size(); ++i) {
      if (low == english[i] || low == english[i].substr(0, 3) || (i == 8 && low == "sept")) {
        return static_cast<int>(i) + 1;
      }
    }
    return 0;
  }
  static constexpr std::array<std::string_view, 12> cyrillic = {
      "январ", "феврал", "март",    "апрел",  "май",   "июн",
      "июл",   "август", "сентябр", "октябр", "ноябр", "декабр"};
  static constexpr std::array<std::string_view, 12> shortened = {
      "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"};
  for (std::size_t i = 0; i < cyrillic.size(); ++i) {
    // Endings of cases have at most two letters.
    const bool whole = low.starts_with(cyrillic[i]) && low.size() <= cyrillic[i].size() + 4;
    const bool odd = (i == 8 && low == "сент") || (i == 1 && low == "февр") ||
                     (i == 10 && low == "нояб") ||
                     (i == 4 && (low == "мае" || low == "маем" || low == "маю"));
    if (whole || odd || low == shortened[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

int weekday_of(std::string_view word) {
  struct Names {
    std::string_view english, russian, declined, shortened;
  };
  static constexpr std::array<Names, 7> names = {{{"monday", "понедельник", "понедельника", "пн"},
                                                  {"tuesday", "вторник", "вторника", "вт"},
                                                  {"wednesday", "среда", "среду", "ср"},
                                                  {"thursday", "четверг", "четверга", "чт"},
                                                  {"friday", "пятница", "пятницу", "пт"},
                                                  {"saturday", "суббота", "субботу", "сб"},
                                                  {"sunday", "воскресенье", "воскресенья", "вс"}}};
  if (word.size() < 3 || word.size() > kLongestWord) return 0;
  const std::string low = lower(word);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Names& day = names[i];
    if (low == day.english || low == day.english.substr(0, 3) || low == day.russian ||
        low == day.declined || low == day.shortened) {
      return static_cast<int>(i) + 1;
    }
  }
  return low == "tues" ? 2 : low == "weds" ? 3 : low == "thur" || low == "thurs" ? 4 : 0;
}

bool is_date_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = {
      "gmt",        "utc",       "bst",         "est",
      "edt",        "et",        "cet",         "cest",
      "msk",        "pst",       "pdt",         "ist",
      "kgt",        "am",        "pm",          "a",
      "m",          "p",         "at",          "on",
      "last",       "modified",  "updated",     "update",
      "published",  "posted",    "date",        "first",
      "created",    "issued",    "hrs",         "h",
      "time",       "local",     "t",           "z",
      "of",         "dated",     "publication", "cst",
      "mst",        "eest",      "eet",         "released",
      "filed",      "hkt",       "jst",         "sgt",
      "page",       "corrected", "added",       "опубликовано",
      "обновлено",  "дата",      "г",           "года",
      "в",          "жыл",       "ж",           "мск",
      "публикации", "размещено", "изменено",    "добавлено",
      "время"};
  if (word.empty() || word.size() > kLongestWord) return false;
  return weekday_of(word) || kWords.count(lower(word));
}

}  // namespace alatoo
