// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dates.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace alatoo {
namespace {

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Exactly `digits` decimal digits at the front of `text`, taken off it; -1 if they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits) return -1;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

std::chrono::sys_days sys_day(const PartialDate& date) {
  using namespace std::chrono;
  return sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) /
                  day(static_cast<unsigned>(date.day)));
}

/// The clock, for which SOURCE_DATE_EPOCH may stand.
std::chrono::sys_seconds now() {
  using namespace std::chrono;
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"))
    return sys_seconds{seconds{std::atoll(epoch)}};
  return floor<seconds>(system_clock::now());
}

}  // namespace

std::string_view PartialDate::precision() const {
  if (day) return "day";
  if (month) return "month";
  return year ? "year" : "unknown";
}

std::string PartialDate::iso() const {
  std::array<char, 40> out{};
  int n = 0;
  if (day) {
    n = std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  } else if (month) {
    n = std::snprintf(out.data(), out.size(), "%04d-%02d", year, month);
  } else if (year) {
    n = std::snprintf(out.data(), out.size(), "%04d", year);
  }
  return {out.data(), static_cast<std::size_t>(n)};
}

PartialDate PartialDate::first_day() const { return {year, month ? month : 1, day ? day : 1}; }

PartialDate PartialDate::last_day() const {
  const int m = month ? month : 12;
  return {year, m, day ? day : days_in(year, m)};
}

PartialDate PartialDate::unpack(std::uint32_t packed) {
  return {static_cast<int>(packed / 10000), static_cast<int>(packed / 100 % 100),
          static_cast<int>(packed % 100)};
}

bool valid_day(int year, int month, int day) {
  return year >= 1500 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in(year, month);
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
  PartialDate date;
  int month = 1, day = 1;  // a part that is written must exist, so 0 will not do
  date.year = take_number(text, 4);
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    date.month = month = take_number(text, 2);
    if (text.starts_with('-')) {
      text.remove_prefix(1);
      date.day = day = take_number(text, 2);
      if (text.starts_with('T') || text.starts_with(' ')) text = {};
    }
  }
  if (!text.empty() || !valid_day(date.year, month, day)) return std::nullopt;
  return date;
}

int weekday_of(const PartialDate& day) {
  return static_cast<int>(std::chrono::weekday(sys_day(day)).iso_encoding());
}

int days_between(const PartialDate& from, const PartialDate& to) {
  return static_cast<int>((sys_day(to) - sys_day(from)).count());
}

bool lies_in_future(const PartialDate& date) { return days_between(today(), date.first_day()) > 1; }

PartialDate today() {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now())};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string utc_now() {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now());
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

bool DateRange::contains(const PartialDate& date) const {
  if (!date.known()) return false;
  return (!from.known() || from <= date.first_day()) && (!to.known() || date.last_day() <= to);
}

}  // namespace alatoo
