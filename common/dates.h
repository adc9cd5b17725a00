// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alatoo {

/// A day, a month or a year of the Gregorian calendar. A part that is not known is 0: `{2010, 4,
/// 0}` is April 2010, `{}` is no date at all.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;

  bool known() const { return year != 0; }
  /// "day", "month", "year" or "unknown".
  std::string_view precision() const;
  /// ISO 8601 at the date's own precision: "2010-04-07", "2010-04", "2010" or "".
  std::string iso() const;
  /// The first and the last day that the date may mean. Undefined for an unknown date.
  PartialDate first_day() const;
  PartialDate last_day() const;
  /// year*10000 + month*100 + day; 0 when unknown. Keeps the order of dates of one precision.
  std::uint32_t packed() const {
    return static_cast<std::uint32_t>(year * 10000 + month * 100 + day);
  }
  static PartialDate unpack(std::uint32_t packed);

  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// Reads "2010", "2010-04" or "2010-04-07"; anything behind a full date that starts with `T` or a
/// space (a time of day) is ignored. Absent if it is not of that form or no such day exists.
std::optional<PartialDate> parse_iso_date(std::string_view text);

/// True if the day exists in the calendar and the year lies in 1500..2999.
bool valid_day(int year, int month, int day);

/// 1 for Monday to 7 for Sunday. Requires a date of day precision.
int weekday_of(const PartialDate& day);

/// Days from `from` to `to`, both of day precision; negative if `to` comes before.
int days_between(const PartialDate& from, const PartialDate& to);

/// True for a day that has begun nowhere on Earth yet, as some zones are a day ahead of UTC; of
/// months and years the first day counts.
bool lies_in_future(const PartialDate& date);

/// The current day in UTC. SOURCE_DATE_EPOCH (seconds), where set, stands for the clock.
PartialDate today();
/// The current second in UTC, "2010-04-07T09:30:00Z"; SOURCE_DATE_EPOCH stands for the clock too.
std::string utc_now();

/// Days from `from` to `to`, both inclusive and of day precision; an unknown end is open.
struct DateRange {
  PartialDate from;
  PartialDate to;

  bool open() const { return !from.known() && !to.known(); }
  /// True if every day that `date` may mean lies in the range: an article of "April 2010" is in
  /// 2010 and in 2010-04, not in the first half of that month. An unknown date is in no range.
  bool contains(const PartialDate& date) const;
};

}  // namespace alatoo
