// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/dateline_text.h"

#include <algorithm>
#include <initializer_list>

#include "common/text.h"
#include "indexer/enrich/dateline_place.h"
#include "indexer/enrich/outlet_name.h"
#include "indexer/read/ascii.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

constexpr std::size_t kSearched = 260;       // bytes: Cyrillic takes two a letter
constexpr std::size_t kLongestBracket = 90;  // "(Корр. ТАСС Анна Ли)"
constexpr std::size_t kFarthestSign = 120;   // of a closing sign from the front

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// The front of a paragraph with each white space as blanks of the same length, so that offsets
/// agree: a hard wrap or a no-break space may stand anywhere in a dateline.
std::string with_blanks(std::string_view paragraph) {
  std::string text(paragraph.substr(0, kSearched));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(text, at))) std::fill_n(text.begin() + begin, at - begin, ' ');
  }
  return text;
}

/// Words that stand in capitals before a dash at the head of a story and are no place.
bool is_slug(std::string_view low) {
  return is_one_of(
      low,
      {"analysis",   "exclusive",  "update",   "factbox",   "breaking",  "insight",   "watch",
       "news",       "video",      "timeline", "interview", "opinion",   "wrapup",    "urgent",
       "corrected",  "feature",    "live",     "photos",    "refile",    "editorial", "comment",
       "note",       "background", "profile",  "special",   "report",    "diary",     "chronology",
       "highlights", "text",       "preview",  "review",    "scenarios", "q&a",       "explainer",
       "file",       "photo",      "срочно",   "обзор",     "видео",     "фото"});
}

class DatelineReader {
 public:
  DatelineReader(std::string_view text, const Authority& authority, bool marked)
      : text_(text), authority_(authority), marked_(marked) {}

  std::optional<DatelineText> read() {
    skip_remark();
    if (!take_bracket() && !take_signed_agency(true)) {
      take_place();
      take_date();
      if (out_.agency.empty()) {
        const std::size_t before = at_;
        const bool parted = skip(",. ").find_first_of(".,") != std::string_view::npos;
        if (!take_bracket() && !(parted && take_signed_agency(false))) at_ = before;
      }
    }
    if (!out_.agency.empty() && !dated_) take_date();  // "BISHKEK (AFP), 8 April"
    if (!out_.agency.empty() && is_slug(lower(out_.agency))) return std::nullopt;
    if (!place_ && out_.agency.empty() && !(marked_ && dated_)) return std::nullopt;
    if (!take_closing()) return std::nullopt;
    if (dated_ && out_.agency.empty()) take_signature();
    if (!marked_ && at_ >= text_.size()) return std::nullopt;
    if (!believable()) return std::nullopt;
    if (place_) {
      out_.located = title_case(squeeze(place_->name));
      out_.located_in = place_->region;
    }
    out_.end = at_;
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  /// Moves behind the signs and returns them.
  std::string_view skip(std::string_view signs) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && signs.find(text_[at_]) != signs.npos) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  /// "(Recasts, adds quotes) BISHKEK, April 8 (Reuters) -"
  void skip_remark() {
    if (!rest().starts_with('(')) return;
    const std::size_t close = text_.find(')', at_);
    if (close == text_.npos || close > kLongestBracket) return;
    Shape word;
    std::size_t at = close + 1;
    if (!next_shape(text_, at, word) || !word.upper || text_[at] == '.') return;
    const std::string_view behind = text_.substr(at);
    if (behind.find('(') > 40) return;  // the agency of the wire follows
    at_ = close + 1;
    skip(" ");
  }

  void take_place() {
    place_ = place_at(rest());
    if (!place_) return;
    at_ += place_->end;
    // "OSH (Kyrgyzstan), April 8 (Reuters) -"
    std::size_t at = at_;
    while (at < text_.size() && text_[at] == ' ') ++at;
    const std::size_t close = text_.find(')', at);
    if (at >= text_.size() || text_[at] != '(' || close > at + 40) return;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    if (!authority_.places(inside).empty() && !authority_.outlet(inside)) at_ = close + 1;
  }

  /// "April 7", "5 May", "April 8, 2010", a weekday before it, "07.04.10" (which names no day).
  void take_date() {
    const std::size_t before = at_;
    skip(",. ");
    std::size_t begin = at_;
    Shape word;
    for (std::size_t ahead = at_; next_shape(text_, ahead, word); ahead = at_) {
      if (word.number || !is_date_word(word.text) || word.text.data() != text_.data() + at_) break;
      at_ = ahead;
      skip(",. ");
    }
    const auto found = find_date(text_.substr(begin, 90), false);
    if (found && begin + found->span.begin == at_) {
      out_.date = found;
      dated_ = true;
      at_ += found->span.end - found->span.begin;
      take_year_word();
      at_ += time_of_day(rest());
      return;
    }
    std::size_t end = at_;
    for (int dots = 0; end < text_.size() && end < at_ + 8; ++end) {
      if (text_[end] == '.' && ++dots < 3) continue;
      if (!is_digit_byte(text_[end])) break;
    }
    if (end >= at_ + 6 && std::count(text_.begin() + at_, text_.begin() + end, '.') >= 2) {
      at_ = end;
      dated_ = true;
    } else if (at_ == begin) {
      at_ = before;
    }
  }

  /// "2020 г.", "2020 года", "-жыл"
  void take_year_word() {
    std::size_t at = at_;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '-')) ++at;
    for (const std::string_view word : {"года", "год", "г.", "г", "жылы", "жыл", "ж."}) {
      const std::string_view behind = text_.substr(std::min(text_.size(), at + word.size()));
      if (!text_.substr(at).starts_with(word) || (!behind.empty() && behind.front() != ' ' &&
                                                  behind.front() != '.' && behind.front() != ',')) {
        continue;
      }
      at_ = at + word.size();
      return;
    }
  }

  /// "(Reuters)", "/TASS/", "[AFP]", "/Корр. ТАСС Анна Ли/", "(Ann Lee)".
  bool take_bracket() {
    const std::size_t before = at_;
    skip(" ");
    for (const std::string_view pair : {"()", "[]", "//"}) {
      if (!rest().starts_with(pair.front())) continue;
      const std::size_t close = text_.find(pair.back(), at_ + 1);
      if (close == text_.npos || close > at_ + kLongestBracket) break;
      if (!read_makers(trim(text_.substr(at_ + 1, close - at_ - 1)))) break;
      at_ = close + 1;
      return true;
    }
    at_ = before;
    return false;
  }

  /// Who made the story, from between brackets.
  bool read_makers(std::string_view inside) {
    for (const std::string_view label : {"Корр.", "корр.", "Cor.", "Corr."}) {
      if (inside.starts_with(label)) inside = trim(inside.substr(label.size()));
    }
    if (inside.empty()) return false;
    if (authority_.outlet(inside)) {
      out_.agency = squeeze(inside);
      return true;
    }
    // "AsiaNews/Agencies", "Reuters, Ann Lee", "ТАСС Анна Ли": the longest known front.
    std::size_t known = 0;
    Shape word;
    for (std::size_t at = 0; next_shape(inside, at, word);) {
      if (authority_.outlet(inside.substr(0, at))) known = at;
    }
    if (known) {
      out_.agency = squeeze(inside.substr(0, known));
      out_.writers = person_names(inside.substr(known));
      return true;
    }
    if (!authority_.places(inside).empty()) return false;
    int words = 0;
    bool first_given = false, plain = true;
    for (std::size_t at = 0; next_shape(inside, at, word); ++words) {
      const bool short_name = words == 0 && word.text.size() <= 6 && at == inside.size();
      const bool domain = inside.find('.') != inside.npos && inside.find(' ') == inside.npos;
      const bool named = word.capital || (word.number && words == 0) || domain ||
                         (short_name && place_ && place_->upper) ||
                         is_one_of(word.text, {"of", "the", "and", "news", "agency"});
      if (!named) return false;
      if (words == 0) first_given = authority_.is_given_name(word.text);
      plain = plain && !word.upper;
    }
    if (words == 0 || words > 5 || inside.find_first_of(":;!?\"") != inside.npos) return false;
    std::vector<std::string> people = person_names(inside);
    if (first_given && plain && people.size() == 1 && !is_outlet_name(inside)) {
      out_.writers = std::move(people);
      return true;
    }
    out_.agency = squeeze(inside);
    return true;
  }

  /// An agency without brackets, before the sign that closes the dateline: "Бишкек. 24.kg. ",
  /// "Москва. 7 апреля. ИНТЕРФАКС - ", and at the `front` of all "AFP - ".
  bool take_signed_agency(bool front) {
    std::size_t end = text_.npos;
    bool dash = false;
    for (const std::string_view sign : {" - ", " – ", " — ", " -- ", " /", " (", ". "}) {
      const std::size_t found = text_.find(sign, at_);
      if (found < end) {
        end = found;
        dash = sign.size() > 2;
      }
    }
    if (end == text_.npos || end == at_ || end > at_ + 48) return false;
    const std::string_view name = text_.substr(at_, end - at_);
    const Outlet* outlet = authority_.outlet(name);
    Shape word;
    std::size_t at = 0;
    const bool one_word = next_shape(name, at, word) && at == name.size() && word.upper;
    if (front ? !(outlet && outlet->agency && dash) : !(outlet || (one_word && dash && dated_))) {
      return false;
    }
    out_.agency = squeeze(name);
    at_ = end;
    // "KAZINFORM /Ann Lee/ - "
    std::size_t open = at_ + 1;
    if (open < text_.size() && (text_[open] == '/' || text_[open] == '(')) {
      const std::size_t close = text_.find(text_[open] == '/' ? '/' : ')', open + 1);
      if (close != text_.npos && close < open + kLongestBracket) {
        out_.writers = person_names(text_.substr(open + 1, close - open - 1));
        at_ = close + 1;
      }
    }
    return true;
  }

  /// The dash, colon or full stop behind the dateline, blanks included.
  bool take_closing() {
    const std::size_t before = at_;
    const bool stopped =
        skip(",. ").find('.') != std::string_view::npos || text_.substr(0, before).ends_with('.');
    for (const std::string_view dash : {"---", "--", "–", "—", "―", "-", "_"}) {
      if (!rest().starts_with(dash)) continue;
      at_ += dash.size();
      skip(" ");
      return before <= kFarthestSign;
    }
    if (rest().starts_with(':') && at_ == before) {
      ++at_;
      colon_ = true;
      skip(" ");
      return true;
    }
    if (marked_ && at_ == text_.size()) return true;
    if (!out_.agency.empty()) {
      // "(CNN) Text", "/TASS/. Text", "24.kg. Text"
      const bool known = authority_.outlet(out_.agency) || (before && text_[before - 1] == '/');
      return known && !(place_ && !dated_ && !place_->upper && !known_place());
    }
    // "МИНСК, 13 сентября 2020. Text": a whole day closes like this, and no sentence does.
    const bool cyrillic = place_ && static_cast<signed char>(place_->name.front()) < 0;
    return stopped && place_ && out_.date && out_.date->date.day && (place_->upper || cyrillic);
  }

  /// "7 апр - РИА Новости, Анна Ли. Text", "7 April - Interfax. Text": who wrote, behind the dash.
  void take_signature() {
    const std::size_t stop = text_.find(". ", at_);
    if (stop == text_.npos || stop > at_ + kLongestBracket) return;
    const std::string_view sign = text_.substr(at_, stop - at_);
    const std::size_t comma = sign.find(',');
    const std::string_view name = trim(sign.substr(0, comma));
    std::vector<std::string> people;
    if (comma != sign.npos) {
      people = person_names(sign.substr(comma));
      if (people.empty()) return;
    }
    const bool cyrillic = static_cast<signed char>(sign.front()) < 0;
    Shape word;
    int words = 0;
    for (std::size_t at = 0; next_shape(name, at, word); ++words) {
      if (!word.capital && !word.number) return;
    }
    if (!authority_.outlet(name) && !(cyrillic && words > 0 && words <= 3)) return;
    out_.agency = squeeze(name);
    out_.writers = std::move(people);
    at_ = stop + 2;
    skip(" ");
  }

  bool known_place() const { return place_ && !authority_.places(place_->name).empty(); }

  /// What follows opens a sentence, and what precedes is a place.
  bool believable() const {
    const bool evident = !out_.agency.empty() || !out_.writers.empty() || dated_;
    if (!marked_ && !evident) {
      std::size_t next = at_;
      const char32_t first = next_code_point(text_, next);
      if (is_letter(first) && !is_upper(first)) return false;
    }
    if (!place_ || marked_) return true;
    Shape word;
    std::size_t at = 0;
    const std::string low = lower(place_->name);
    next_shape(low, at, word);
    if (is_slug(word.text)) return false;
    const bool known = known_place();
    if (!evident) {
      // Nothing but capitals and a dash: a place unless it is known to be something else.
      if (!place_->upper || place_->name.size() < 3 || (colon_ && !known)) return false;
      return known ||
             (place_->name.size() >= 4 && place_->name.find(' ') == place_->name.npos &&
              authority_.organisations(place_->name).empty() && !authority_.outlet(place_->name));
    }
    // "Osh, May 5 - ", "Lee (Courier) - ": a name in mixed case must be a place.
    return place_->upper || known ||
           (!out_.agency.empty() && (dated_ || authority_.outlet(out_.agency)));
  }

  const std::string_view text_;
  const Authority& authority_;
  const bool marked_;
  std::size_t at_ = 0;
  std::optional<PlaceText> place_;
  bool dated_ = false;
  bool colon_ = false;
  DatelineText out_;
};

/// "By Ann Lee BISHKEK (Reuters) - ": the byline stands in the same line.
std::optional<DatelineText> behind_byline(std::string_view text, const Authority& authority) {
  if (lower(text.substr(0, 3)) != "by ") return std::nullopt;
  Shape word;
  int words = 0;
  for (std::size_t at = 3; words < 12 && next_shape(text, at, word); ++words) {
    if (!word.upper || word.text.size() < 3 || words < 2) continue;
    const auto begin = static_cast<std::size_t>(word.text.data() - text.data());
    auto found = DatelineReader(text.substr(begin), authority, false).read();
    if (!found || found->located.empty() || !authority.outlet(found->agency)) continue;
    for (std::string& name : person_names(text.substr(3, begin - 3))) {
      add_once(found->writers, std::move(name));
    }
    found->end += begin;
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatelineText> parse_dateline(std::string_view paragraph, const Authority& authority,
                                           bool marked) {
  const std::string text = with_blanks(paragraph);
  if (!marked) {
    if (auto found = behind_byline(text, authority)) return found;
  }
  return DatelineReader(text, authority, marked).read();
}

}  // namespace alatoo
