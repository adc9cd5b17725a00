// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alatoo {

/// The month that a word names, in English or (any case of) Russian and Kyrgyz, whole or
/// shortened to three letters, "Sept" too; 0 if none.
int month_of(std::string_view word);

/// The weekday that a word names, in English or Russian, whole or shortened: 1 is Monday, 7
/// Sunday; 0 if none.
int weekday_of(std::string_view word);

/// True for words that stand beside a date: weekdays, times of day and zones, "at", "on",
/// "updated".
bool is_date_word(std::string_view word);

}  // namespace alatoo
