// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/article.h"
#include "common/dates.h"

namespace alatoo {

/// A date as people write it. `date.year` is 0 where the text leaves the year open ("April 7").
struct DateText {
  PartialDate date;
  Span span;  ///< in the text that was searched
};

/// The first date of `text`: "2010-06-07", "7 June 2010", "June 7th, 2010", "07.06.2010", "June
/// 2010", "7 апреля 2010", "April 7". "07/06/2010" could be June or July: it yields the year alone.
/// With `year_required` dates without a year are passed over. Never an impossible day.
std::optional<DateText> find_date(std::string_view text, bool year_required);

/// The month that a word names, in English or (any case of) Russian and Kyrgyz, whole or
/// shortened to three letters; 0 if none.
int month_of(std::string_view word);

/// True for words that stand beside a date: weekdays, times of day and zones, "at", "on",
/// "updated".
bool is_date_word(std::string_view word);

/// Bytes of the time of day that stands at the front of `text`, blanks and signs before it and its
/// zone included: ", 10:20 GMT". 0 if there is none.
std::size_t time_of_day(std::string_view text);

/// True if `line` is nothing but a date and what goes with one: weekday, time, zone, label, and
/// capitalised words set off by a comma or bar ("The Courier, July 2010", "Osh | 7 June 2010").
bool is_date_line(std::string_view line);

}  // namespace alatoo
