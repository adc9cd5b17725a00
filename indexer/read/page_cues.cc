// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/page_cues.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/text.h"
#include "indexer/read/page_phrases.h"

namespace alatoo {
namespace {

using WordSet = std::unordered_set<std::string_view>;

template <std::size_t n>
WordSet set_of(const std::string_view (&words)[n]) {
  return {std::begin(words), std::end(words)};
}

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

const std::unordered_multimap<std::string_view, const Phrase*>& phrases() {
  static const auto table = [] {
    std::unordered_multimap<std::string_view, const Phrase*> made;
    for (const Phrase& phrase : kPhrases) made.emplace(first_word(phrase.words), &phrase);
    return made;
  }();
  return table;
}

constexpr std::size_t kMostWords = 8;  // no phrase is longer, nor a line of section names

/// The first words of a line, in lower case, with where each ends in it.
struct Words {
  std::vector<std::string> words;
  std::vector<std::size_t> ends;
  std::size_t skipped = 0;  // numbers in front: "14 comments"
};

Words words_of(std::string_view line) {
  Words out;
  Shape word;
  for (std::size_t at = 0; out.words.size() < kMostWords && next_shape(line, at, word);) {
    if (word.number && out.words.empty() && out.skipped == 0) {
      ++out.skipped;
      continue;
    }
    std::string low = lower(word.text);
    for (std::size_t i = 0; (i = low.find("’", i)) != low.npos;) low.replace(i, 3, "'");
    // "Q&A", "editors' picks": signs that belong to a word of a phrase.
    if (at < line.size() && line[at] == '&' && low == "q") {
      low = "q&a";
      ++at;
      next_shape(line, at, word);
    } else if (low == "editors" && at < line.size() &&
               (line[at] == '\'' || line.substr(at, 3) == "’")) {
      low += '\'';
    }
    out.words.push_back(std::move(low));
    out.ends.push_back(at);
  }
  return out;
}

/// Number of words of `phrase` if `words` start with them, else 0.
std::size_t starts_with(const std::vector<std::string>& words, std::string_view phrase) {
  std::size_t n = 0;
  while (!phrase.empty()) {
    const std::string_view word = first_word(phrase);
    if (n == words.size() || words[n] != word) return 0;
    ++n;
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
  }
  return n;
}

bool sets_off(std::string_view rest) {
  rest = trim(rest);
  for (const std::string_view sign : {":", "|", "»", "›", ">", "–", "—", "-", "("}) {
    if (rest.substr(0, sign.size()) == sign) return true;
  }
  return false;
}

bool fits(const Phrase& phrase, std::size_t matched, const Words& line, std::string_view text,
          const Block& shape) {
  const std::size_t rest = static_cast<std::size_t>(shape.words) - line.skipped - matched;
  if (rest == 0) return true;
  const std::string_view behind = text.substr(line.ends[matched - 1]);
  switch (phrase.rest) {
    case Rest::none:
      return false;
    case Rest::few:
      return (rest <= 6 && !shape.stop) || (sets_off(behind) && rest <= 20);
    case Rest::colon:
      return sets_off(behind) && rest <= 20;
    case Rest::any:
      return rest <= 40;
  }
  return false;
}

/// A cheap test that lets nearly every sentence pass by `is_notice`: all notices have such a word.
bool notice_word(std::string_view word) {
  switch (word.size()) {
    case 5:
      return word == "inbox" || word == "email" || word == "voice";
    case 6:
      return word == "rights" || word == "Rights" || word == "RIGHTS";
    case 7:
      return word == "cookies" || word == "reflect" || word == "browser" || word == "blocker";
    case 8:
      return word == "external";
    case 9:
      return word == "published" || word == "hyperlink";
    case 12:
      return word == "reproduction";
    case 10:
      return word == "permission" || word == "newsletter" || word == "javascript" ||
             word == "JavaScript" || word == "Javascript" || word == "conditions" ||
             word == "prohibited";
    case 16:
      return word == "защищены";
    case 20:
      return word == "материалов";
    case 22:
      return word == "письменного";
    default:
      return false;
  }
}

/// A notice that speaks to the reader, or a licence: sentences no story holds.
bool is_notice(std::string_view line) {
  static constexpr std::string_view kNotices[] = {
      "all rights reserved",
      "may not be published, broadcast",
      "do not necessarily reflect the views",
      "no reproduction",
      "without permission",
      "is prohibited without",
      "by a hyperlink",
      "with a hyperlink",
      "without prior permission",
      "for the content of external",
      "uses cookies",
      "we use cookies",
      "enable javascript",
      "javascript is disabled",
      "your browser does not support",
      "to your inbox",
      "to your email",
      "cookies to",
      "in your inbox",
      "our newsletters",
      "our daily newsletter",
      "our newsletter",
      "our weekly newsletter",
      "our free newsletter",
      "terms and conditions apply",
      "ad blocker",
      "все права защищены",
      "без письменного разрешения",
      "при использовании материалов",
  };
  bool may_be = false;
  for (std::size_t begin = 0; !may_be && begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    std::string_view word = line.substr(begin, end - begin);
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    may_be = notice_word(word);
    begin = end + 1;
  }
  if (!may_be) return false;
  const std::string low = lower(line);
  return std::any_of(std::begin(kNotices), std::end(kNotices),
                     [&](std::string_view notice) { return low.find(notice) != low.npos; });
}

bool all_capitals_or_joined(const Block& shape, int joined) {
  return shape.capitals + shape.numbers + joined >= shape.words;
}

/// Words of controls, menus and sections; one telling. A long bar may have a few others, if all its
/// words are capitalised as those of a menu are: "Home World Africa Polar Regions Business Sport".
bool is_control(std::string_view line, const Block& shape) {
  static const WordSet page_words = set_of(kPageWords), fill_words = set_of(kFillWords),
                       section_words = set_of(kSectionWords);
  int telling = 0, fill = 0, sections = 0, others = 0;
  const int others_allowed = shape.words >= 6 && shape.capitals >= 5 ? shape.words / 4 : 0;
  Shape word;
  for (std::size_t at = 0; next_shape(line, at, word);) {
    if (word.number) continue;  // "Share 12"
    const std::string low = lower(word.text);
    const bool fills = fill_words.count(low) > 0;
    if (page_words.count(low)) {
      ++telling;
    } else if (section_words.count(low) && others_allowed) {
      ++sections;
      fill += !word.capital;
    } else if (fills) {
      fill += !word.capital;
    } else if (++others > others_allowed) {
      return false;
    }
  }
  if (others == 0 && sections == 0) return telling > 0;
  return telling + sections >= 4 && all_capitals_or_joined(shape, fill);
}

/// "Home > World > Asia", "Politics | Business | Sport": short parts with a sign between them. One
/// sign of a path is enough, of the others two.
bool is_trail(std::string_view line, const Block& shape) {
  if (shape.words > 24 || shape.numbers || shape.stop || shape.pause || shape.has_quote) {
    return false;
  }
  int paths = 0, bars = 0;
  for (const std::string_view sign : {" > ", " » ", " › ", " → "}) {
    for (std::size_t at = 0; (at = line.find(sign, at)) != line.npos; at += sign.size()) ++paths;
  }
  for (const std::string_view sign : {" | ", " · ", " • ", " / "}) {
    for (std::size_t at = 0; (at = line.find(sign, at)) != line.npos; at += sign.size()) ++bars;
  }
  const int parts = paths + bars + 1;
  static constexpr std::string_view kHomes[] = {"home ", "главная ", "startseite ", "inicio ",
                                                "accueil "};
  const std::string low = bars == 1 ? lower(line.substr(0, 24)) : "";
  const bool from_home = std::any_of(std::begin(kHomes), std::end(kHomes),
                                     [&](std::string_view home) { return low.starts_with(home); });
  return (paths > 0 || bars > 1 || from_home) && shape.words <= 4 * parts &&
         shape.capitals >= parts;
}

/// "http://courier.example/articles/17.html", "2 of 14": below the print-out of a page, and below
/// each picture of a series.
bool is_address_or_count(std::string_view line, const Block& shape) {
  const bool address = line.starts_with("http://") || line.starts_with("https://");
  if (address && line.find(' ') == line.npos) return true;
  if (shape.words != 3 || shape.numbers != 2) return false;
  const std::size_t middle = line.find_first_of(' ') + 1;
  const std::string_view rest = line.substr(middle);
  return rest.starts_with("of ") || rest.starts_with("из ");
}

/// "Contact: Ann Lee, +44 555 0100, ann@courier.example".
bool names_an_address(std::string_view line, const Block& shape) {
  if (shape.words > 24 || shape.has_quote || line.starts_with("((")) return false;
  const std::size_t at = line.find('@');
  if (at == line.npos || at == 0 || line[at - 1] == ' ') return false;
  return line.find('.', at) < line.find(' ', at);
}

/// "Follow Ann Lee on Twitter", "Follow her @annlee".
bool names_a_network(std::string_view line) {
  if (line.find('@') != line.npos) return true;
  static const WordSet page_words = set_of(kPageWords);
  Shape word;
  bool on = false;
  for (std::size_t at = 0; next_shape(line, at, word);) {
    const std::string low = lower(word.text);
    if (on && page_words.count(low)) return true;
    on |= low == "on";
  }
  return false;
}

/// "5 min read", "3 hours ago", "12 shares": a control, or what stands beside readers' comments.
PageCue tally(std::string_view line, const Block& shape) {
  static const WordSet telling_words = set_of(kTallyWords), unit_words = set_of(kTallyUnits);
  if (shape.words > (shape.stop ? 3 : 8)) return PageCue::none;  // "3 min."
  PageCue found = PageCue::none;
  Shape word;
  for (std::size_t at = 0; next_shape(line, at, word);) {
    if (word.number) continue;
    const std::string low = lower(word.text);
    if (telling_words.count(low)) {
      if (low == "ago" || low == "назад") found = PageCue::reply;
      if (low.starts_with("comment") || low.starts_with("коммент")) found = PageCue::talk;
      if (found == PageCue::none) found = PageCue::alone;
    } else if (!unit_words.count(low)) {
      return PageCue::none;
    }
  }
  return found;
}

/// "LENGTH: 512 words", "LOAD-DATE: April 11, 2010": a field that a database of articles prints
/// around the story, its name in capitals; "6 of 214 DOCUMENTS" numbers its prints.
bool is_record_field(std::string_view line) {
  static const WordSet fields = {
      "LENGTH",     "BODY",          "SECTION",          "LOAD-DATE",
      "LANGUAGE",   "DOCUMENT-TYPE", "PUBLICATION-TYPE", "GRAPHIC",
      "DATELINE",   "URL",           "SUBJECT",          "DISTRIBUTION",
      "ISSN",       "JOURNAL-CODE",  "ACC-NO",           "CORRECTION-DATE",
      "GEOGRAPHIC", "UPDATE-DATE",   "EDITION",          "PUB-TYPE"};
  const std::size_t colon = line.substr(0, 24).find(':');
  if (colon != line.npos) return fields.count(line.substr(0, colon));
  Shape word;
  std::size_t at = 0;
  return line.ends_with(" DOCUMENTS") && next_shape(line, at, word) && word.number &&
         next_shape(line, at, word) && word.text == "of" && next_shape(line, at, word) &&
         word.number && next_shape(line, at, word) && at == line.size();
}

/// "(Adds quotes, background)", "(Eds: updates throughout)": one desk to another.
bool is_desk_note(std::string_view line, std::string_view first) {
  static const WordSet notes = {"adds",     "updates", "recasts",  "eds",     "repeats",
                                "corrects", "refiles", "rewrites", "releads", "editors"};
  return line.starts_with('(') && line.ends_with(')') && line.size() <= 160 && notes.count(first);
}

/// "BC-KYRGYZ-UNREST, 3rd Ld", "Tolmar Ferries, 2nd Ld-Writethru,0219": what a wire calls a story
/// among its own.
bool is_wire_slug(std::string_view line, const Block& shape) {
  if (shape.stop || shape.words > 10) return false;
  if (line.starts_with("BC-")) return true;
  Shape word;
  bool numbered = false;  // "3rd"
  for (std::size_t at = 0; next_shape(line, at, word);) {
    const std::string low = lower(word.text);
    if (low == "writethru" || low.ends_with("-writethru") || (numbered && low == "ld")) return true;
    numbered = word.number;
  }
  return false;
}

/// "https://courier.example/2010/04/07" alone, as browsers print it below a page.
bool is_address(std::string_view line) {
  return (line.find("://") != line.npos || line.starts_with("www.")) &&
         line.find_first_of(" \n") == line.npos;
}

/// "str-mk/ds/jh": the initials of a desk.
bool is_initials(std::string_view line) {
  return line.size() <= 24 && line.find('/') != line.npos && line.find("//") == line.npos &&
         line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-/") == line.npos;
}

}  // namespace

PageCue cue_of(std::string_view line, const Block& shape) {
  if (shape.words == 0) return PageCue::none;  // "___", "* * *"
  if (shape.words > 60) return PageCue::none;
  if (shape.starts_lower && shape.stop) return PageCue::none;  // the end of a sentence
  if (is_address_or_count(line, shape)) return PageCue::alone;
  const Words words = words_of(line);
  if (words.words.empty()) return PageCue::none;
  PageCue best = PageCue::none;
  std::size_t longest = 0;
  const auto [begin, end] = phrases().equal_range(words.words.front());
  for (auto i = begin; i != end; ++i) {
    const std::size_t matched = starts_with(words.words, i->second->words);
    if (matched > longest && fits(*i->second, matched, words, line, shape)) {
      longest = matched;
      best = i->second->cue;
    }
  }
  if (best != PageCue::none) {
    // "Read more: Calm returns": the list is in the line itself.
    const bool inline_list = best == PageCue::list &&
                             shape.words > static_cast<int>(longest + words.skipped) &&
                             sets_off(line.substr(words.ends[longest - 1]));
    return inline_list ? PageCue::lead : best;
  }
  if (shape.numbers) {
    const PageCue counted = tally(line, shape);
    if (counted != PageCue::none) return counted;
  }
  if (words.words.front() == "follow" && shape.words <= 12 && names_a_network(line)) {
    return PageCue::alone;
  }
  if (shape.words <= 24 && !shape.stop && is_control(line, shape)) return PageCue::alone;
  if (is_record_field(line) || is_desk_note(line, words.words.front()) || is_address(line) ||
      is_wire_slug(line, shape) || is_initials(line)) {
    return PageCue::alone;
  }
  if (is_trail(line, shape) || names_an_address(line, shape)) return PageCue::alone;
  if (shape.words >= 3 && is_notice(line)) return PageCue::alone;
  return PageCue::none;
}

bool is_section_label(std::string_view line) {
  static const WordSet section_words = set_of(kSectionWords);
  Shape word;
  std::size_t words = 0;
  for (std::size_t at = 0; next_shape(line, at, word); ++words) {
    if (words == kMostWords || !section_words.count(lower(word.text))) return false;
  }
  return words > 0;
}

}  // namespace alatoo
