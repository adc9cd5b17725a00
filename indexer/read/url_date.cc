// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/url_date.h"

#include "indexer/read/date_words.h"

namespace alatoo {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

/// The word or number at the front of `path`, taken off it with one sign behind it.
std::string_view take_part(std::string_view& path) {
  std::size_t size = 0;
  while (size < path.size() && !is_sign(path[size])) ++size;
  const std::string_view part = path.substr(0, size);
  path.remove_prefix(size < path.size() ? size + 1 : size);
  return part;
}

/// A number of at most eight digits; -1 for anything else.
int number_of(std::string_view part) {
  if (part.empty() || part.size() > 8) return -1;
  int value = 0;
  for (const char c : part) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

PartialDate compact(int number) {
  const PartialDate date{number / 10000, number / 100 % 100, number % 100};
  const bool exists = date.year >= 1900 && valid_day(date.year, date.month, date.day);
  return exists && !lies_in_future(date) ? date : PartialDate{};  // else the number of a page
}

/// The date whose year, or all of it, is `first`; `rest` is what stands behind it.
PartialDate date_from(std::string_view first, char sign, std::string_view rest) {
  const int year = number_of(first);
  if (first.size() == 8) return compact(year);
  if (first.size() != 4 || year < 1900 || year > 2999) return {};
  const std::string_view second = take_part(rest);
  const int number = number_of(second);
  if (sign == '/' && second.size() == 4 && number > 0) return compact(year * 10000 + number);
  const int month = second.size() <= 2 && number > 0 ? number : month_of(second);
  if (month < 1 || month > 12) return {};
  const std::string_view third = take_part(rest);
  const int day = third.size() <= 2 ? number_of(third) : -1;
  if (day > 0 && valid_day(year, month, day)) return {year, month, day};
  return sign == '/' ? PartialDate{year, month, 0} : PartialDate{};
}

}  // namespace

PartialDate url_date(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  // Archives of pages put their own address and date in front: ".../20141122/http://example.org/".
  const std::size_t scheme = url.rfind("://");
  if (scheme == url.npos) return {};
  const std::size_t path = url.find('/', scheme + 3);
  if (path == url.npos) return {};
  PartialDate month;
  for (std::string_view rest = url.substr(path + 1); !rest.empty();) {
    const std::string_view here = rest;
    std::string_view part = take_part(rest);
    const char sign = part.size() < here.size() ? here[part.size()] : '\0';
    // "ferries20100407"
    while (!part.empty() && !is_digit(part.front())) part.remove_prefix(1);
    const PartialDate date = date_from(part, sign, rest);
    if (date.day) return date;
    if (!month.known()) month = date;
  }
  return month;
}

}  // namespace alatoo
