// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/date_text.h"

#include <algorithm>
#include <string>

#include "common/text.h"
#include "indexer/read/date_words.h"
#include "indexer/read/lines.h"

namespace alatoo {
namespace {

constexpr std::size_t kSearched =
    400;  // bytes; the date of a page stands near the front of its line

/// A number or word of the text, with what it may be in a date.
struct Part {
  Span span;
  int number = -1;
  int digits = 0;
  int month = 0;
  int weekday = 0;
  std::string_view gap;  // between it and the next part
};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// The numbers and words of a text, one after another.
class Parts {
 public:
  explicit Parts(std::string_view text) : text_(text) {}

  /// Reads the next part; false at the end.
  bool next(Part& part) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_ascii_digit(c)) {
        part = {};
        part.span.begin = static_cast<std::uint32_t>(at_);
        int value = 0;
        while (at_ < text_.size() && is_ascii_digit(text_[at_])) {
          if (++part.digits <= 8) value = value * 10 + (text_[at_] - '0');
          ++at_;
        }
        part.number = part.digits <= 4 ? value : -1;
        part.span.end = static_cast<std::uint32_t>(at_);
        return true;
      }
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0) {
        std::size_t end = at_;
        while (end < text_.size()) {
          const char d = text_[end];
          if ((d >= 'a' && d <= 'z') || (d >= 'A' && d <= 'Z')) {
            ++end;
          } else if (static_cast<signed char>(d) < 0) {
            std::size_t behind = end;
            if (!is_letter(next_code_point(text_, behind))) break;
            end = behind;
          } else {
            break;
          }
        }
        if (end == at_) {
          next_code_point(text_, at_);
          continue;
        }
        part = {};
        part.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        part.month = month_of(part.span.of(text_));
        part.weekday = weekday_of(part.span.of(text_));
        at_ = end;
        return true;
      }
      ++at_;
    }
    return false;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool plain_gap(std::string_view gap) {
  gap = trim(gap);
  return gap.empty() || gap == "." || gap == "," || gap == "-" || gap == ".," || gap == "/";
}

bool year(const Part& part) {
  return part.digits == 4 && part.number >= 1500 && part.number <= 2999;
}
bool day(const Part& part) {
  return part.digits >= 1 && part.digits <= 2 && part.number >= 1 && part.number <= 31;
}

bool ordinal(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of" ||
         word == "го" || word == "е";
}

struct Found {
  PartialDate date;
  std::size_t parts = 0;
};

/// A time of day, a zone and the year behind "Apr 10", as clocks of computers print them: "18:12:00
/// EDT 2010" from parts[i] on. The number of parts, 0 if it is none.
std::size_t clock_and_year(const std::vector<Part>& parts, std::size_t i) {
  const auto two_digits = [&](std::size_t n) { return n < parts.size() && parts[n].digits == 2; };
  if (!two_digits(i) || !two_digits(i + 1) || parts[i].gap != ":") return 0;
  std::size_t n = i + 2;
  if (two_digits(n) && parts[n - 1].gap == ":") ++n;
  if (n < parts.size() && parts[n].digits == 0 && parts[n].span.size() <= 4) ++n;
  return n < parts.size() && year(parts[n]) ? n + 1 - i : 0;
}

/// The date that starts at parts[i]; `parts` 0 if none does.
Found date_at(const std::vector<Part>& parts, std::size_t i) {
  const std::size_t left = parts.size() - i;
  const Part& a = parts[i];
  const auto complete = [](int y, int m, int d, std::size_t n) -> Found {
    // A day without a year must exist in some year: 2000 was a leap year.
    return valid_day(y ? y : 2000, m, d) ? Found{{y, m, d}, n} : Found{};
  };
  if (left >= 3) {
    const Part &b = parts[i + 1], &c = parts[i + 2];
    const bool numeric = a.gap.size() == 1 && a.gap == b.gap &&
                         (a.gap == "-" || a.gap == "/" || a.gap == ".") && b.digits >= 1 &&
                         b.digits <= 2;
    if (numeric && year(a) && c.digits >= 1 && c.digits <= 2) {
      return complete(a.number, b.number, c.number, 3);
    }
    if (numeric && day(a) && year(c)) {
      if (a.gap != "/" || a.number == b.number || a.number > 12) {
        return complete(c.number, b.number, a.number, 3);
      }
      if (b.number > 12) return complete(c.number, a.number, b.number, 3);
      return {{c.number, 0, 0}, 3};  // which of the two is the day cannot be told
    }
    if (day(a) && b.month && year(c) && plain_gap(a.gap) && plain_gap(b.gap)) {
      return complete(c.number, b.month, a.number, 3);
    }
    if (a.month && day(b) && year(c) && plain_gap(a.gap) && plain_gap(b.gap)) {
      return complete(c.number, a.month, b.number, 3);
    }
    if (year(a) && b.month && day(c) && plain_gap(a.gap) && plain_gap(b.gap)) {
      return complete(a.number, b.month, c.number, 3);
    }
  }
  if (left >= 2 && plain_gap(a.gap)) {
    const Part& b = parts[i + 1];
    if (a.month && year(b)) return {{b.number, a.month, 0}, 2};
    if (day(a) && b.month) return complete(0, b.month, a.number, 2);
    if (a.month && day(b)) {
      const std::size_t clock = trim(b.gap).empty() ? clock_and_year(parts, i + 2) : 0;
      const int of_year = clock ? parts[i + 1 + clock].number : 0;
      return complete(of_year, a.month, b.number, 2 + clock);
    }
  }
  return {};
}

}  // namespace

bool DateText::fits_weekday() const {
  return weekday == 0 || !date.year || !date.day || weekday == weekday_of(date);
}

std::size_t time_of_day(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && std::string_view(" ,T|-").find(text[at]) != std::string_view::npos)
    ++at;
  const auto digits = [&](std::size_t i) {
    std::size_t n = 0;
    while (i + n < text.size() && is_ascii_digit(text[i + n])) ++n;
    return n;
  };
  const std::size_t hours = digits(at);
  if (hours == 0 || hours > 2) return 0;
  at += hours;
  if (at >= text.size() || (text[at] != ':' && text[at] != '.') || digits(at + 1) != 2) return 0;
  at += 3;
  if (at < text.size() && text[at] == ':' && digits(at + 1) == 2) at += 3;
  for (const std::string_view zone : {"am", "pm", "a.m.", "p.m.", "AM", "PM", "GMT", "UTC", "BST",
                                      "EST", "EDT", "ET", "CET", "MSK", "Z"}) {
    const std::size_t blank = at < text.size() && text[at] == ' ' ? 1 : 0;
    if (text.substr(at + blank, zone.size()) == zone) {
      at += blank + zone.size();
    }
  }
  return at;
}

std::optional<DateText> find_date(std::string_view text, bool year_required) {
  text = text.substr(0, kSearched);
  std::vector<Part> parts;
  Parts reader(text);
  for (Part part; reader.next(part);) {
    if (!parts.empty() && ordinal(part.span.of(text))) {
      continue;  // "7th", "7 of June": the gap below spans it
    }
    if (!parts.empty()) {
      Part& before = parts.back();
      std::uint32_t end = before.span.end;
      // An ordinal ending between the two is no gap.
      std::string_view gap = text.substr(end, part.span.begin - end);
      for (const std::string_view ending : {"st", "nd", "rd", "th", "-го", "-е"}) {
        if (before.number >= 0 && gap.substr(0, ending.size()) == ending) {
          gap.remove_prefix(ending.size());
          break;
        }
      }
      if (const std::string_view words = trim(gap); words == "of" || words.starts_with("of ")) {
        gap = " ";
      }
      before.gap = gap;
    }
    parts.push_back(part);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Found found = date_at(parts, i);
    if (found.parts == 0 || (year_required && !found.date.year)) continue;
    // "31 June 2010" is no date of June.
    if (!found.date.day && i > 0 && day(parts[i - 1]) && plain_gap(parts[i - 1].gap)) continue;
    const std::size_t last = i + found.parts - 1;
    int weekday = i > 0 && plain_gap(parts[i - 1].gap) ? parts[i - 1].weekday : 0;
    if (!weekday && last + 1 < parts.size() && plain_gap(parts[last].gap)) {
      weekday = parts[last + 1].weekday;
    }
    return DateText{found.date, {parts[i].span.begin, parts[last].span.end}, weekday};
  }
  return std::nullopt;
}

bool is_date_line(std::string_view line) {
  if (line.size() > 140) return false;
  std::optional<DateText> found = find_date(line, true);
  if (!found) found = find_date(line, false);
  if (!found) return false;
  int others = 0, lowers = 0, numbers = 0, date_words = 0;
  const auto count = [&](std::string_view part) {
    Shape word;
    for (std::size_t at = 0; next_shape(part, at, word);) {
      if (word.number) {
        ++numbers;  // a time of day
      } else if (is_date_word(word.text) || month_of(word.text)) {
        ++date_words;
      } else {
        ++others;
        lowers += !word.capital;
      }
    }
  };
  const std::string_view before = trim(line.substr(0, found->span.begin));
  const std::string_view after = trim(line.substr(found->span.end));
  count(before);
  count(after);
  if (numbers > 6) return false;
  if (others == 0) return found->date.year || date_words || found->date.day;
  // Names beside the date: short, in capitals, set off by a sign.
  const auto ends_apart = [](std::string_view part) {
    return part.empty() || part.ends_with(',') || part.ends_with('|') || part.ends_with(" -") ||
           part.ends_with("–") || part.ends_with("—") || part.ends_with(':') ||
           part.ends_with("·") || part.ends_with('(') || part.ends_with("•");
  };
  const auto starts_apart = [](std::string_view part) {
    return part.empty() || part.front() == ',' || part.front() == '|' || part.front() == ';' ||
           part.starts_with("- ") || part.starts_with("--") || part.front() == '.' ||
           part.starts_with("–") || part.starts_with("—") || part.starts_with("·") ||
           part.starts_with("•") || part.front() == ')' || part.front() == ':' ||
           is_ascii_digit(part.front());
  };
  // "Osh, Monday, 7 June 2010": date words stand between the name and the date.
  std::string_view front = before;
  while (!front.empty() && !ends_apart(front)) {
    const std::size_t blank = front.find_last_of(" \t");
    const std::string_view last = blank == front.npos ? front : front.substr(blank + 1);
    if (!is_date_word(last)) break;
    front = trim(front.substr(0, blank == front.npos ? 0 : blank));
  }
  return found->date.year && lowers <= 1 && others <= 6 && ends_apart(front) && starts_apart(after);
}

bool is_labelled_date(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon > 40) return false;  // none, or too far
  const std::string_view label = text.substr(0, colon);
  if (std::count(label.begin(), label.end(), ' ') > 3) return false;
  const std::string_view rest = trim(text.substr(colon + 1));
  const std::optional<DateText> found = find_date(rest, true);
  return found && found->date.day && found->span.begin < 12 && is_date_line(rest);
}

}  // namespace alatoo
