// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/text.h"
#include "indexer/read/author_line.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/credit_parts.h"
#include "indexer/read/date_words.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

/// "Ann Lee, Moscow Correspondent".
std::optional<CreditLine> parse_titled_name(std::string_view line) {
  const std::size_t comma = line.find(',');
  if (comma == line.npos || line.size() > 100 || line.ends_with('.')) return std::nullopt;
  const std::string_view name = trim(line.substr(0, comma));
  if (!is_person_line(name) || !is_job_line(trim(line.substr(comma + 1)))) return std::nullopt;
  CreditLine out{CreditLine::Form::byline, person_names(name), {}};
  std::vector<std::string> people;
  listed_names(line, false, people, &out.outlets);  // "BBC Central Asia correspondent"
  return out;
}

/// The words "by" of other languages also start sentences: a name must be all that follows.
bool take_foreign_by(std::string_view& text) {
  std::string_view rest = text;
  if (!take_prefix(rest, "von ") && !take_prefix(rest, "por ") && !take_prefix(rest, "par ")) {
    return false;
  }
  if (!is_person_line(rest)) return false;
  text = rest;
  return true;
}

/// Takes "By", "Автор:" and their like off the front. `origin` tells "From Ann Lee in Oslo".
bool take_label(std::string_view& text, bool& origin) {
  static constexpr std::string_view kLabels[] = {"by ",
                                                 "by:",
                                                 "by\n",
                                                 "byline:",
                                                 "author:",
                                                 "authors:",
                                                 "written by ",
                                                 "written by:",
                                                 "reported by ",
                                                 "text by ",
                                                 "text:",
                                                 "words by ",
                                                 "words:",
                                                 "story by ",
                                                 "interview by ",
                                                 "story:",
                                                 "posted by ",
                                                 "автор:",
                                                 "авторы:",
                                                 "автор -",
                                                 "автор –",
                                                 "автор —",
                                                 "автор материала:",
                                                 "автор статьи:",
                                                 "текст:",
                                                 "корреспондент:",
                                                 "журналист:",
                                                 "подготовил ",
                                                 "подготовила ",
                                                 "подготовили ",
                                                 "подготовил:",
                                                 "подготовила:"};
  if (std::any_of(std::begin(kLabels), std::end(kLabels),
                  [&](std::string_view label) { return take_prefix(text, label); })) {
    return true;
  }
  origin = take_prefix(text, "from ");
  return origin;
}

}  // namespace

std::optional<CreditLine> parse_byline(std::string_view line) {
  std::string_view whole = without_brackets(line);
  // "^By ANN LEE=", as wires mark it
  if (whole.starts_with('^')) whole.remove_prefix(1);
  if (whole.ends_with('=')) whole.remove_suffix(1);
  if (auto titled = parse_titled_name(whole)) return titled;
  bool origin = false;
  if (!take_label(whole, origin) && !take_foreign_by(whole)) return std::nullopt;
  const std::string rest = without_addresses(whole);
  Shape word;
  int words = 0, plain = 0, dated = 0;
  for (std::size_t at = 0; next_shape(rest, at, word); ++words) {
    const std::string low = lower(word.text);
    dated += word.number || month_of(word.text) > 0;
    const bool beside = goes_with_names(low) || is_date_word(low) || low == "the" || low == "to";
    plain += !word.capital && !word.number && !beside;
    const bool initial = word.text.size() == 1 && at < rest.size() && rest[at] == '.';
    const bool given = low == "april" || low == "june" || low == "may" || initial;
    if (words == 0 && starts_no_name(low) && !given) return std::nullopt;
  }
  if (words == 0 || words > 24 || plain > 1) return std::nullopt;
  CreditLine out{CreditLine::Form::byline, {}, {}};
  listed_names(rest, false, out.people, &out.outlets);
  if (origin) {
    // "From Russia with love" is none.
    const bool placed = rest.find(" in ") != std::string::npos;
    if (out.people.size() != 1 || !placed || words > 8 || plain) return std::nullopt;
  }
  Shape first;
  std::size_t at = 0;
  next_shape(rest, at, first);
  if (out.people.empty() && out.outlets.empty() &&
      !(goes_with_names(lower(first.text)) && words - dated <= 5)) {
    return std::nullopt;
  }
  return out;
}

}  // namespace alatoo
