// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/stated_date.h"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>

#include "common/text.h"
#include "indexer/read/date_text.h"

namespace alatoo {
namespace {

namespace chrono = std::chrono;

PartialDate date_of(const chrono::year_month_day& day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// "20100515", whatever follows.
std::optional<PartialDate> basic_form(std::string_view digits) {
  const PartialDate date{static_cast<int>(number_of(digits.substr(0, 4))),
                         static_cast<int>(number_of(digits.substr(4, 2))),
                         static_cast<int>(number_of(digits.substr(6, 2)))};
  return valid_day(date.year, date.month, date.day) ? std::optional(date) : std::nullopt;
}

/// Seconds, milliseconds or microseconds since 1970, told by their digits: the unit under which
/// the day lies between 1973 and 2286.
std::optional<PartialDate> since_1970(std::string_view digits) {
  std::uint64_t seconds = number_of(digits);
  if (digits.size() > 16 || digits.size() < 9) return std::nullopt;
  if (digits.size() > 13) seconds /= 1'000'000;
  if (digits.size() > 10 && digits.size() <= 13) seconds /= 1'000;
  return date_of(chrono::sys_days(chrono::days(seconds / 86'400)));
}

/// Of nothing but digits, but for a fraction.
std::optional<PartialDate> of_digits(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find('.'));
  const bool century = digits.starts_with("19") || digits.starts_with("20");
  const bool calendar =
      digits.size() == 8 || digits.size() == 14 || (digits.size() == 12 && century);
  if (calendar) {
    if (const auto date = basic_form(digits)) return date;
  }
  return since_1970(digits);
}

/// The first time of day, "15:43" or "15:43:00", taken out: it stands between day and year in
/// some forms.
std::string without_time(std::string_view text) {
  std::size_t colon = text.find(':');
  if (colon == text.npos || colon == 0 || !is_digit_at(text, colon - 1)) return std::string(text);
  std::size_t begin = colon - 1;
  if (begin > 0 && is_digit_at(text, begin - 1)) --begin;
  std::size_t end = colon;
  while (is_digit_at(text, end) || (end < text.size() && (text[end] == ':' || text[end] == '.'))) {
    ++end;
  }
  return std::string(text.substr(0, begin)) += text.substr(end);
}

/// The year that follows a day and month: "10" of "15 Apr 10", or four digits at the very end.
int year_behind(std::string_view rest) {
  constexpr std::size_t kFour = 4;
  if (rest.size() > kFour && !is_digit_at(rest, rest.size() - kFour - 1)) {
    const std::string_view last = rest.substr(rest.size() - kFour);
    if (last.find_first_not_of("0123456789") == last.npos) {
      return static_cast<int>(number_of(last));
    }
  }
  const std::string_view next = trim(rest);
  if (!is_digit_at(next, 0) || !is_digit_at(next, 1) || is_digit_at(next, 2)) return 0;
  const int year = static_cast<int>(number_of(next.substr(0, 2)));
  return year + (year < 70 ? 2000 : 1900);
}

/// As people and RFC 5322 write it.
std::optional<PartialDate> of_words(std::string_view given) {
  const std::string text = without_time(given);
  if (const auto found = find_date(text, true)) return found->date;
  auto found = find_date(text, false);
  if (!found || found->date.day == 0) return std::nullopt;
  PartialDate date = found->date;
  date.year = year_behind(std::string_view(text).substr(found->span.end));
  return valid_day(date.year, date.month, date.day) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<PartialDate> read_stated_date(std::string_view text) {
  text = trim(text);
  if (const auto iso = parse_iso_date(text); iso && iso->known()) return iso;
  const std::size_t digits_end = text.find_first_not_of("0123456789");
  const bool fraction = digits_end != text.npos && text[digits_end] == '.' &&
                        text.find_first_not_of("0123456789", digits_end + 1) == text.npos;
  if (digits_end == text.npos || fraction) return of_digits(text);
  if (digits_end == 8 && text[8] == 'T') return basic_form(text);
  return of_words(text);
}

}  // namespace alatoo
