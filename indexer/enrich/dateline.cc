// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/page_cues.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestDateline = 120;  // bytes

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Dateline {
  std::string located;
  std::string agency;
  PartialDate date;     // year 0 where it is left open
  std::size_t end = 0;  // bytes of the paragraph it takes
};

/// Length of the dash, colon or full stop that closes a dateline at `at`, blanks around it
/// included; 0 if there is none.
std::size_t closing_at(std::string_view text, std::size_t at, bool colon) {
  const std::size_t begin = at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  if (text.substr(at, 2) == "\xC2\xA0") at += 2;
  const std::size_t sign = at;
  for (const std::string_view dash : {"---", "--", "–", "—", "―", "-", "_"}) {
    if (text.substr(at, dash.size()) == dash) {
      at += dash.size();
      break;
    }
  }
  if (at == sign && colon && at < text.size() && text[at] == ':') ++at;
  if (at == sign) return 0;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  if (text.substr(at, 2) == "\xC2\xA0") at += 2;
  return at - begin;
}

/// Words that stand in capitals before a dash at the head of a story and are no place.
bool is_slug(std::string_view low) {
  return is_one_of(
      low,
      {"analysis",   "exclusive",  "update",   "factbox",   "breaking",  "insight",   "watch",
       "news",       "video",      "timeline", "interview", "opinion",   "wrapup",    "urgent",
       "corrected",  "feature",    "live",     "photos",    "refile",    "editorial", "comment",
       "note",       "background", "profile",  "special",   "report",    "diary",     "chronology",
       "highlights", "text",       "preview",  "review",    "scenarios", "q&a",       "explainer"});
}

/// The place at the front of `text`: "OSH, Kyrgyzstan", "WASHINGTON/PARIS", "NEW YORK", "ST.
/// PETERSBURG". `end` is moved behind it. `name` is its first part, without the region.
struct PlaceText {
  std::string_view name;
  std::size_t end = 0;
  bool upper = false;  // all of the name in capitals
};

std::optional<PlaceText> place_at(std::string_view text) {
  PlaceText place;
  place.upper = true;
  Shape word;
  std::size_t last = 0, name_end = 0;
  int words = 0, parts = 1;
  for (std::size_t at = 0; next_shape(text, at, word);) {
    const auto begin = static_cast<std::size_t>(word.text.data() - text.data());
    const std::string_view gap = text.substr(last, begin - last);
    if (words == 0 && begin != 0) return std::nullopt;
    if (words) {
      const bool same = gap == " " || gap == "/" || gap == ". " || gap == "-" || gap == " and " ||
                        gap == "\xC2\xA0";
      const bool region = gap == ", " || gap == "., ";
      if (!same && !region) break;
      // "April 7" behind the place is the date.
      if (month_of(word.text) || is_date_word(word.text)) break;
      if (region && ++parts > 3) return std::nullopt;
      if (region && parts == 2) name_end = last;
    }
    if (!word.capital || word.number) break;
    if (++words > 6) return std::nullopt;
    if (parts == 1 && !word.upper) place.upper = false;
    last = at;
    place.end = at;
    // "Calif.", "D.C.", "St."
    if (place.end < text.size() && text[place.end] == '.' &&
        (place.end + 1 == text.size() || text[place.end + 1] == ' ' || text[place.end + 1] == ',' ||
         text[place.end + 1] == '.')) {
      if (parts > 1 || is_one_of(word.text, {"ST", "St", "FT", "Ft", "MT", "Mt", "U", "N", "S"}))
        ++place.end;
    }
  }
  if (!words) return std::nullopt;
  place.name = text.substr(0, name_end ? name_end : last);
  return place;
}

/// "(Reuters)", "/TASS/", "[AFP]" at the front of `text`: the agency's name; `taken` its bytes.
std::string_view agency_at(std::string_view text, std::size_t& taken) {
  static constexpr std::string_view kPairs[] = {"()", "[]", "//"};
  for (const std::string_view pair : kPairs) {
    if (text.empty() || text.front() != pair.front()) continue;
    const std::size_t close = text.find(pair.back(), 1);
    if (close > 48) return {};  // or not there at all
    const std::string_view name = text.substr(1, close - 1);
    Shape word;
    int words = 0;
    for (std::size_t at = 0; next_shape(name, at, word); ++words) {
      if (!word.capital && !is_one_of(word.text, {"of", "the", "and", "news", "agency"}) &&
          !(word.number && words == 0)) {
        return {};
      }
    }
    if (words == 0 || words > 5) return {};
    taken = close + 1;
    return trim(name);
  }
  return {};
}

void skip(std::string_view text, std::size_t& at, std::string_view signs) {
  while (at < text.size() && signs.find(text[at]) != signs.npos) ++at;
}

/// Reads the dateline at the front of a paragraph.
std::optional<Dateline> parse_dateline(std::string_view text, const Authority& authority) {
  text = text.substr(0, kLongestDateline + 40);
  Dateline out;
  std::size_t at = 0;
  std::optional<PlaceText> place;
  bool dated = false;
  std::size_t taken = 0;
  std::string_view agency = agency_at(text, taken);
  if (agency.empty()) {
    place = place_at(text);
    if (place) at = place->end;
    skip(text, at, ",. ");
    // The date: "April 7", "5 May", "April 8, 2010", a weekday before it.
    Shape word;
    std::size_t ahead = at;
    if (next_shape(text, ahead, word) && is_date_word(word.text) &&
        static_cast<std::size_t>(word.text.data() - text.data()) == at && !word.number) {
      at = ahead;
      skip(text, at, ",. ");
    }
    if (const auto date = find_date(text.substr(at, 40), false); date && date->span.begin == 0) {
      out.date = date->date;
      dated = true;
      at += date->span.end;
      skip(text, at, ".,");
      skip(text, at, " ");
    }
    agency = agency_at(text.substr(at), taken);
  }
  if (agency.empty() ? !place : is_slug(lower(agency))) return std::nullopt;
  if (!agency.empty()) {
    at += taken;
    out.agency = std::string(agency);
  } else {
    while (at > 0 && text[at - 1] == ' ') --at;
  }
  if (!place && agency.empty()) return std::nullopt;
  const bool evident = !agency.empty() || dated;
  std::size_t close = closing_at(text, at, true);
  if (!close && !agency.empty()) {
    // "(CNN) Text", "/TASS/. Text"
    std::size_t behind = at;
    skip(text, behind, ". ");
    const Outlet* outlet = authority.outlet(agency);
    close = behind - at;
    const bool slashes = at < text.size() && text[at - 1] == '/' && text[at] == '.';
    if (!(outlet || slashes)) return std::nullopt;
    if (place && !place->upper && authority.places(place->name).empty()) return std::nullopt;
  } else if (!close) {
    return std::nullopt;
  }
  at += close;
  if (dated && agency.empty()) {
    // "ASTANA, 7 April - Interfax. Text": the agency behind the dash.
    const std::size_t stop = text.substr(at, 40).find(". ");
    const std::string_view name = text.substr(at, stop == text.npos ? 0 : stop);
    if (!name.empty() && parse_bare_name(name) &&
        (authority.outlet(name) || static_cast<signed char>(name.front()) < 0)) {
      out.agency = std::string(name);
      at += stop + 2;
    }
  }
  if (at >= text.size()) return std::nullopt;
  // What follows opens a sentence.
  std::size_t next = at;
  const char32_t first = next_code_point(text, next);
  if (is_letter(first) && !is_upper(first) && !evident) return std::nullopt;
  if (place) {
    const std::string low = lower(place->name);
    std::size_t word_at = 0;
    Shape word;
    next_shape(low, word_at, word);
    if (is_slug(word.text)) return std::nullopt;
    const bool known = !authority.places(place->name).empty();
    if (!evident) {
      // Nothing but capitals and a dash: a place unless it is known to be something else.
      if (!place->upper || place->name.size() < 3) return std::nullopt;
      if (!known &&
          (place->name.size() < 4 || place->name.find(' ') != place->name.npos ||
           !authority.organisations(place->name).empty() || authority.outlet(place->name))) {
        return std::nullopt;
      }
      // "OSH:" only for places that are known.
      if (text.substr(place->end).starts_with(':') && !known) return std::nullopt;
    } else if (!place->upper && !known && agency.empty()) {
      return std::nullopt;  // "Osh, May 5 - ": a name in mixed case must be a place
    }
    out.located = title_case(place->name);
  }
  out.end = at;
  return out;
}

/// A day that has come; months and years that have begun.
bool has_come(const PartialDate& date) { return date.first_day() <= today(); }

void take(Article& article, const PartialDate& date, DateEvidence evidence) {
  if (article.date.known() || !date.known() || !has_come(date)) return;
  article.date = date;
  article.date_evidence = evidence;
}

/// The date of stamps and mastheads: of those above the story, else of those below that say what
/// they are (dates in link lists are other stories'). "Published" outranks "Updated".
PartialDate masthead_date(const Article& article) {
  PartialDate best;
  bool best_updated = false, above = true;
  for (const Zone& zone : article.zones) {
    above = above && zone.kind != ZoneKind::body;
    if (zone.kind != ZoneKind::furniture && zone.kind != ZoneKind::section &&
        zone.kind != ZoneKind::byline) {
      continue;
    }
    if (!above && best.known()) break;
    const std::string_view line = zone.span.of(article.text);
    if (line.size() > 200 || line.find_first_of("0123456789") == line.npos) continue;
    const bool stamp = cue_of(line, shape_of(article.text, zone.span)) == PageCue::stamp;
    if (!stamp && !(above && (zone.kind == ZoneKind::byline || is_date_line(line)))) continue;
    const auto found = find_date(line, true);
    if (!found || !has_come(found->date)) continue;
    const std::string low = lower(line.substr(0, found->span.begin));
    const bool updated = low.find("updated") != low.npos || low.find("modified") != low.npos ||
                         low.find("обновлено") != low.npos;
    const bool finer = found->date.day && !best.day;
    if (!best.known() || finer || (best_updated && !updated && found->date.day)) {
      best = found->date;
      best_updated = updated;
    }
  }
  return best;
}

/// "/2010/04/07/", "/2010/apr/07/", "2010-04-07", "/20100407/", "/2010/04/" in the path of an
/// address.
PartialDate url_date(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  const std::size_t path = url.find('/', scheme + 3);
  if (path == url.npos) return {};
  url = url.substr(path, url.find('?') == url.npos ? url.npos : url.find('?') - path);
  const auto digit = [&](std::size_t i) {
    return i < url.size() && url[i] >= '0' && url[i] <= '9';
  };
  PartialDate month_only;
  for (std::size_t i = 1; i < url.size(); ++i) {
    if (!digit(i) || digit(i - 1)) continue;
    std::size_t n = 0;
    while (digit(i + n)) ++n;
    const int number = std::atoi(std::string(url.substr(i, std::min<std::size_t>(n, 8))).c_str());
    if (n == 8 && valid_day(number / 10000, number / 100 % 100, number % 100) &&
        number / 10000 >= 1900) {
      return {number / 10000, number / 100 % 100, number % 100};
    }
    if (n != 4 || number < 1900 || number > 2999) continue;
    const char sign = i + 4 < url.size() ? url[i + 4] : '\0';
    if (sign != '/' && sign != '-' && sign != '_') continue;
    std::size_t at = i + 5, month_end = at;
    while (month_end < url.size() && url[month_end] != sign) ++month_end;
    const std::string_view part = url.substr(at, month_end - at);
    int month = month_of(part);
    if (!month && (part.size() == 1 || part.size() == 2) && digit(at) && digit(month_end - 1)) {
      month = std::atoi(std::string(part).c_str());
    }
    if (month < 1 || month > 12) continue;
    std::size_t day_end = month_end + 1;
    while (digit(day_end) && day_end - month_end <= 2) ++day_end;
    const int day =
        month_end < url.size()
            ? std::atoi(std::string(url.substr(month_end + 1, day_end - month_end - 1)).c_str())
            : 0;
    const bool whole =
        !digit(day_end) && (day_end >= url.size() ||
                            std::string_view("/-_.").find(url[day_end]) != std::string_view::npos);
    if (day && whole && valid_day(number, month, day)) return {number, month, day};
    if (sign == '/' && !month_only.known()) month_only = {number, month, 0};
  }
  return month_only;
}

/// The year of a dateline that leaves it open, by a date the article states elsewhere: the one that
/// puts the day nearest to it.
PartialDate with_year(PartialDate day, const PartialDate& near) {
  if (!near.known()) return {};
  if (near.month == 0) {
    day.year = near.year;
  } else {
    const int months = (day.month - near.month + 18) % 12 - 6;  // -6..5
    const int month = near.month + months;
    day.year = near.year + (month < 1 ? -1 : month > 12 ? 1 : 0);
  }
  return valid_day(day.year, day.month, day.day) ? day : PartialDate{};
}

}  // namespace

void find_dateline(Article& article, const Authority& authority) {
  std::optional<Dateline> dateline;
  const auto body = std::find_if(article.zones.begin(), article.zones.end(), [](const Zone& zone) {
    return zone.kind == ZoneKind::body || zone.kind == ZoneKind::dateline;
  });
  if (body != article.zones.end() && body->kind == ZoneKind::body) {
    dateline = parse_dateline(body->span.of(article.text), authority);
    if (dateline) {
      const std::string_view own = body->span.of(article.text).substr(0, dateline->end);
      const auto end = body->span.begin + static_cast<std::uint32_t>(dateline->end);
      const Zone zone{
          ZoneKind::dateline,
          {body->span.begin, body->span.begin + static_cast<std::uint32_t>(trim(own).size())}};
      body->span.begin = end;
      article.zones.insert(body, zone);
      if (!article.located && !dateline->located.empty()) article.located = dateline->located;
      if (!article.agency && !dateline->agency.empty()) {
        const Outlet* outlet = authority.outlet(dateline->agency);
        article.agency = outlet ? outlet->name : dateline->agency;
      }
    }
  }
  const PartialDate masthead = masthead_date(article);
  // An id that the input states may be the address.
  const PartialDate address = article.url         ? url_date(*article.url)
                              : article.id_is_uri ? url_date(article.id)
                                                  : PartialDate{};
  if (masthead.day) take(article, masthead, DateEvidence::masthead);
  if (dateline && dateline->date.day) {
    const PartialDate& near = masthead.known() ? masthead : address;
    take(article, dateline->date.year ? dateline->date : with_year(dateline->date, near),
         DateEvidence::dateline);
  }
  take(article, masthead, DateEvidence::masthead);
  take(article, address, DateEvidence::url);
}

}  // namespace alatoo
