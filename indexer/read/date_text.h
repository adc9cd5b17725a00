// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/article.h"
#include "common/dates.h"
#include "indexer/read/date_words.h"

namespace alatoo {

/// A date as people write it. `date.year` is 0 where the text leaves the year open ("April 7").
struct DateText {
  PartialDate date;
  Span span;        ///< in the text that was searched; without the weekday
  int weekday = 0;  ///< named before or behind it: 1 is Monday, 7 Sunday; 0 none

  /// False if the date has another weekday than the text says.
  bool fits_weekday() const;
};

/// The first date of `text`: "2010-06-07", "7 June 2010", "June 7th, 2010", "2010 June 7",
/// "07.06.2010", "7-Jun-2010", "Mon Jun 7 18:12:00 EDT 2010", "June 2010", "7 апреля 2010", "April
/// 7". "07/06/2010" could be June or July: it yields the year alone. With `year_required` dates
/// without a year are passed over. Never an impossible day.
std::optional<DateText> find_date(std::string_view text, bool year_required);

/// Bytes of the time of day that stands at the front of `text`, blanks and signs before it and its
/// zone included: ", 10:20 GMT". 0 if there is none.
std::size_t time_of_day(std::string_view text);

/// True if `line` is nothing but a date and what goes with one: weekday, time, zone, label, and
/// capitalised words set off by a comma or bar ("The Courier, July 2010", "Osh | 7 June 2010").
bool is_date_line(std::string_view line);

/// "Story last changed: 7 June 2010 at 10:20": a label of a few words, whatever they are, and a
/// line that is nothing but a day's date.
bool is_labelled_date(std::string_view text);

}  // namespace alatoo
