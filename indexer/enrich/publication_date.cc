// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/publication_date.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "common/text.h"
#include "indexer/enrich/outlet_name.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/lines.h"
#include "indexer/read/page_cues.h"
#include "indexer/read/url_date.h"

namespace alatoo {
namespace {

/// Wires are printed some days after they were sent, and addresses are made in other zones.
constexpr int kFewDays = 3;
constexpr std::size_t kLongestStamp = 200;  // bytes

/// "the date 2031-01-01"
std::string named(const PartialDate& date) { return "the date " + date.iso(); }

std::string_view weekday_name(int weekday) {
  static constexpr std::string_view kNames[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
  return kNames[weekday - 1];
}

/// Whether a date can be believed by itself; if not, a note says why.
bool believed(Article& article, const DateText& found) {
  if (lies_in_future(found.date)) {
    article.notes.push_back(named(found.date) + " lies in the future; it is not used");
  } else if (!found.fits_weekday()) {
    article.notes.push_back(named(found.date) + " is no " +
                            std::string(weekday_name(found.weekday)) + "; it is not used");
  } else {
    return true;
  }
  return false;
}

// --- Masthead -------------------------------------------------------------------------------

/// What a stamp says that its date is, the most telling last.
enum class Stamp { none, page_head, updated, below_headline, published };

struct Masthead {
  DateText found;
  Stamp stamp = Stamp::none;
};

bool contains_any(std::string_view low, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return low.find(word) != low.npos; });
}

Stamp stamp_of(std::string_view label, bool labelled, bool headed) {
  const std::string low = lower(label);
  if (contains_any(low, {"updat", "modified", "обновлен", "изменен"})) return Stamp::updated;
  if (contains_any(low, {"publish", "posted", "опубликован", "размещен", "date", "дата"})) {
    return Stamp::published;
  }
  return headed || labelled ? Stamp::below_headline : Stamp::page_head;
}

/// The dates of one line: "Published: 7 June 2010 | Updated: 9 June 2010" has two.
void read_stamps(std::string_view line, bool labelled, bool headed, std::vector<Masthead>& out) {
  for (int dates = 0; dates < 2; ++dates) {
    const auto found = find_date(line, true);
    if (!found) return;
    out.push_back({*found, stamp_of(line.substr(0, found->span.begin), labelled, headed)});
    line.remove_prefix(found->span.end);
  }
}

/// The dates of stamps and mastheads: of those above the story, else of those below that say what
/// they are (dates in link lists are other stories').
std::vector<Masthead> mastheads(const Article& article) {
  std::vector<Masthead> out;
  bool above = true, headed = false;
  for (const Zone& zone : article.zones) {
    above = above && zone.kind != ZoneKind::body;
    headed = headed || zone.kind == ZoneKind::headline;
    if (zone.kind != ZoneKind::furniture && zone.kind != ZoneKind::section &&
        zone.kind != ZoneKind::byline) {
      continue;
    }
    if (!above && !out.empty()) break;
    const std::string_view line = zone.span.of(article.text);
    if (line.size() > kLongestStamp || line.find_first_of("0123456789") == line.npos) continue;
    const bool labelled = cue_of(line, shape_of(article.text, zone.span)) == PageCue::stamp;
    if (labelled || (above && (zone.kind == ZoneKind::byline || is_date_line(line) ||
                               is_labelled_date(line)))) {
      read_stamps(line, labelled, headed, out);
    }
  }
  return out;
}

/// The most telling of them, a day before a month, the first of equals.
PartialDate masthead_date(Article& article) {
  std::vector<Masthead> all = mastheads(article);
  std::stable_sort(all.begin(), all.end(), [](const Masthead& a, const Masthead& b) {
    const bool a_day = a.found.date.day != 0, b_day = b.found.date.day != 0;
    return a_day != b_day ? a_day : a.stamp > b.stamp;
  });
  for (const Masthead& masthead : all) {
    if (believed(article, masthead.found)) return masthead.found.date;
  }
  return {};
}

// --- Dateline -------------------------------------------------------------------------------

/// The year of a wire's own notice below the story, "Copyright 2010 The Associated Press": it
/// travels with the story, while the notices of pages bear the year in which they were fetched.
PartialDate year_of_notice(const Article& article, const Authority& authority) {
  if (!article.agency) return {};
  for (const Zone& zone : article.zones) {
    if (zone.kind != ZoneKind::credit && zone.kind != ZoneKind::furniture) continue;
    const std::string_view line = zone.span.of(article.text);
    if (line.size() > kLongestStamp) continue;
    const auto credit = parse_credit(line);
    if (!credit || credit->form != CreditLine::Form::copyright || credit->outlets.empty() ||
        outlet_name(credit->outlets.front(), authority).name != *article.agency) {
      continue;
    }
    Shape word;
    for (std::size_t at = 0; next_shape(line, at, word);) {
      const int year = word.number && word.text.size() == 4 ? std::atoi(word.text.data()) : 0;
      if (year >= 1900 && year <= today().year) return {year, 0, 0};
    }
  }
  return {};
}

/// The day of a dateline that leaves its year open, in the year that puts it nearest to `near`;
/// unknown if that is.
PartialDate with_year(const PartialDate& day, const PartialDate& near) {
  if (!near.known()) return {};
  const PartialDate middle{near.year, near.month ? near.month : day.month,
                           near.day     ? near.day
                           : near.month ? 15
                                        : 1};
  PartialDate best;
  for (const int year : {near.year, near.year - 1, near.year + 1}) {
    const PartialDate date{year, day.month, day.day};
    if (!valid_day(year, day.month, day.day)) continue;
    if (!near.month) return year == near.year ? date : PartialDate{};
    if (!best.known() ||
        std::abs(days_between(middle, date)) < std::abs(days_between(middle, best))) {
      best = date;
    }
  }
  return best;
}

// --- All together ---------------------------------------------------------------------------

struct Evidence {
  PartialDate date;
  DateEvidence kind = DateEvidence::none;
};

bool contradict(const PartialDate& a, const PartialDate& b) {
  return days_between(a.last_day(), b.first_day()) > kFewDays ||
         days_between(b.last_day(), a.first_day()) > kFewDays;
}

/// True if `date` says more than `than`, and nothing else.
bool finer(const PartialDate& than, const PartialDate& date) {
  return ((date.month && !than.month) || (date.day && !than.day)) &&
         than.first_day() <= date.first_day() && date.last_day() <= than.last_day();
}

/// "the masthead's", "the input's"
std::string whose(DateEvidence kind) {
  switch (kind) {
    case DateEvidence::metadata:
      return "the metadata's";
    case DateEvidence::masthead:
      return "the masthead's";
    case DateEvidence::dateline:
      return "the dateline's";
    case DateEvidence::url:
      return "the address's";
    case DateEvidence::none:
      break;
  }
  return "the";
}

void weigh(Article& article, const Evidence& weaker) {
  if (!weaker.date.known()) return;
  if (!article.date.known()) {
    article.date = weaker.date;
    article.date_evidence = weaker.kind;
  } else if (contradict(article.date, weaker.date)) {
    article.notes.push_back(whose(weaker.kind) + " date " + weaker.date.iso() + " contradicts " +
                            whose(article.date_evidence) + " " + article.date.iso() +
                            ", which is used");
  } else if (finer(article.date, weaker.date)) {
    article.date = weaker.date;
    article.date_evidence = weaker.kind;
  }
}

}  // namespace

void settle_date(Article& article, const std::optional<DateText>& dateline,
                 const Authority& authority) {
  const PartialDate stated = article.date;
  const PartialDate masthead = masthead_date(article);
  // An id that the input states may be the address.
  DateText address;
  if (article.url || article.id_is_uri) {
    address.date = url_date(article.url ? *article.url : article.id);
  }
  if (address.date.known() && !believed(article, address)) address.date = {};

  std::optional<DateText> wire = dateline;
  if (wire && !wire->date.year) {
    PartialDate near = stated;
    for (const PartialDate& other : {masthead, address.date}) {
      if (!near.known() || (other.known() && finer(near, other))) near = other;
    }
    if (!near.known()) near = year_of_notice(article, authority);
    wire->date = with_year(wire->date, near);
  }
  if (wire && !(wire->date.known() && believed(article, *wire))) wire.reset();

  weigh(article, {masthead, DateEvidence::masthead});
  if (wire) weigh(article, {wire->date, DateEvidence::dateline});
  weigh(article, {address.date, DateEvidence::url});
}

}  // namespace alatoo
