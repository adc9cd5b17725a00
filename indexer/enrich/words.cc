// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/words.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "common/name_cases.h"
#include "common/name_key.h"
#include "common/text.h"
#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/russian_organisations.h"
#include "indexer/enrich/shipped.h"

namespace alatoo {
namespace {

// Beyond this many cached forms everything is forgotten, so that memory stays bounded.
constexpr std::size_t kMaxCached = 400'000;
// In wrapped text a line at least this long goes on in the next one.
constexpr std::size_t kWrappedLine = 20;
constexpr std::size_t kMostDeclined = 3;        // words of a name, all of which may be in some case
constexpr std::size_t kShortOutlet = 5;         // bytes
constexpr std::uint32_t kMetropolis = 500'000;  // inhabitants
constexpr std::uint32_t kCity = 50'000;

struct Between {
  Gap gap = Gap::blank;
  bool opens = false;
  bool quoted = false;
  bool bracketed = false;
  bool angled = false;
};

/// True if lines break inside sentences: some line starts with a small letter.
bool is_wrapped(std::string_view text) {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    std::size_t next = at + 1;
    if (next == text.size()) break;
    const char32_t c = next_code_point(text, next);
    if (is_letter(c) && !is_upper(c)) return true;
  }
  return false;
}

/// Judges the characters between two words. `goes_on`: a line break may stand inside a sentence.
Between judge(std::string_view gap, const Word& before, bool goes_on) {
  Between result;
  bool stop = false;
  bool comma = false;
  bool other = false;
  bool hyphen = false;
  bool ampersand = false;
  bool blank = false;
  int breaks = 0;
  bool indented = false;
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = next_code_point(gap, at);
    if (c == '\n') {
      ++breaks;
      indented = false;
      blank = true;
    } else if (is_space(c)) {
      indented = breaks > 0;
      blank = true;
    } else if (c == '.' && !blank) {
      stop = true;
    } else if (c == '!' || c == '?' || c == 0x2026) {
      stop = true;
    } else if (c == ',') {
      comma = true;
    } else if (is_hyphen(c)) {
      hyphen = true;
    } else if (c == '&') {
      ampersand = true;
    } else {
      other = true;
      if (c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB || is_apostrophe(c)) {
        result.quoted = true;
      }
      if (c == '(' || c == '[') result.bracketed = true;
      if (c == '<') result.angled = true;
      if (c == ':' || c == ';') result.opens = true;
    }
  }
  const bool initial = before.capital && is_one_letter(before.info->lower);
  if (breaks > 1 || (breaks == 1 && (indented || !goes_on))) {
    result.gap = Gap::start;
  } else if (stop && !((initial || before.is(kAbbreviation)) && !other && gap.size() > 1)) {
    result.gap = blank || other ? Gap::sentence : Gap::other;
  } else if (other || (hyphen && blank)) {
    result.gap = Gap::other;
  } else if (comma) {
    result.gap = Gap::comma;
  } else if (ampersand) {
    result.gap = Gap::ampersand;
  } else if (hyphen) {
    result.gap = Gap::hyphen;
  }
  result.opens = result.opens || result.gap == Gap::start || result.gap == Gap::sentence ||
                 result.quoted || result.bracketed;
  return result;
}

bool all_capitals(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c)) continue;
    if (!is_upper(c)) return false;
    ++letters;
  }
  return letters > 1;
}

/// Length of a possessive 's at `at`, 0 if there is none.
std::size_t possessive_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  std::size_t end = at;
  if (!is_apostrophe(next_code_point(text, end)) || end >= text.size()) return 0;
  if (text[end] != 's' && text[end] != 'S') return 0;
  ++end;
  std::size_t behind = end;
  if (behind < text.size()) {
    const char32_t c = next_code_point(text, behind);
    if (is_letter(c) || is_digit(c)) return 0;
  }
  return end - at;
}

std::string letters_of(std::string_view name) {
  std::string out = fold(name);
  std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '.' || c == '\n'; });
  return out;
}

bool romanised_land(std::string_view iso) {
  static constexpr std::string_view lands = "kg kz uz tj tm ru by ua ge am az mn md rs bg mk";
  return iso.size() == 2 && lands.find(iso) != std::string_view::npos;
}

/// Keys are blind to more than romanisation ("Moody" is "Modi"), so a row of a land that writes
/// Latin letters must be spelt as the text has it.
template <typename Row>
bool spelt_so(const Row& row, std::string_view name) {
  const auto letters = letters_of(name);
  // "OS" is no spelling of "Os".
  if (letters.size() <= 3 && all_capitals(name)) {
    return std::any_of(row.aliases.begin(), row.aliases.end(),
                       [&](const std::string& alias) {
                         return all_capitals(alias) && letters_of(alias) == letters;
                       }) ||
           (all_capitals(row.name) && letters_of(row.name) == letters);
  }
  if (letters_of(row.name) == letters) return true;
  return std::any_of(row.aliases.begin(), row.aliases.end(),
                     [&](const std::string& alias) { return letters_of(alias) == letters; });
}

bool may_be(const AuthorityName& row, std::string_view name) {
  return std::any_of(row.countries.begin(), row.countries.end(), romanised_land) ||
         spelt_so(row, name);
}

bool may_be(const Place& place, std::string_view name) {
  const bool short_name = name.size() <= 3;
  return (romanised_land(place.country) && !short_name) || spelt_so(place, name);
}

template <typename Row>
std::vector<const Row*> only_possible(std::vector<const Row*> rows, std::string_view name) {
  std::erase_if(rows, [&](const Row* row) { return !may_be(*row, name); });
  return rows;
}

/// What `look` finds under the first nominative of a Cyrillic name that is known in one.
template <typename Look>
auto first_known(std::string_view name, const Look& look) {
  for (const std::string& nominative : nominatives(name)) {
    if (auto found = look(nominative); !found.empty()) return found;
  }
  return decltype(look(std::string()))();
}

/// The places of the nominative under which the largest is known.
std::vector<const Place*> largest_known(std::string_view name, const Authority& authority) {
  std::vector<const Place*> best;
  for (const std::string& nominative : nominatives(name)) {
    auto found = only_possible(authority.places(nominative), nominative);
    const bool larger =
        !found.empty() && (best.empty() || found.front()->population > best.front()->population);
    if (larger) best = std::move(found);
  }
  return best;
}

std::uint32_t kind_of(const Place& place) {
  switch (place.kind) {
    case Place::Kind::country:
      return kKnownCountry;
    case Place::Kind::city:
      if (place.population >= kMetropolis) return kKnownMetropolis;
      return place.population >= kCity ? kKnownCity : kKnownTown;
    case Place::Kind::region:
    case Place::Kind::district:
      return kKnownRegion;
    default:
      return kKnownFeature;
  }
}

}  // namespace

std::vector<const AuthorityName*> Words::declined_person(std::size_t first,
                                                         std::size_t last) const {
  const std::string& head = words_[first].info->lower;
  if (last - first == 1) {
    return first_known(head, [&](const auto& name) { return authority_.people(name); });
  }
  // "Курманбека Бакиева", "Владимира Владимировича Путина"
  std::vector<std::string> givens = nominatives(head);
  std::vector<std::string> families = nominatives(words_[last - 1].info->lower);
  if (givens.empty() || families.empty()) return {};
  givens.push_back(head);
  families.push_back(words_[last - 1].info->lower);
  std::erase_if(givens, [&](const auto& name) { return !authority_.is_given_name(name); });
  std::erase_if(families,
                [&](const auto& name) { return authority_.people_by_surname(name).empty(); });
  for (const std::string& given : givens) {
    for (const std::string& family : families) {
      if (auto found = authority_.people(given + " " + family); !found.empty()) return found;
    }
  }
  return {};
}

/// What `look` finds under the first form that is known of a Cyrillic name of several words, each
/// in some case: "Нижнем Новгороде", "Красного Креста".
template <typename Look>
auto Words::first_known_form(std::size_t first, std::size_t last, const Look& look) const {
  std::vector<std::string> names = {""};
  for (std::size_t i = first; i < last; ++i) {
    if (!words_[i].capital || !is_cyrillic(words_[i].info->lower)) return look(std::string());
    std::vector<std::string> forms = nominatives(words_[i].info->lower);
    forms.push_back(words_[i].info->lower);
    std::vector<std::string> longer;
    for (const auto& name : names) {
      for (const auto& form : forms) longer.push_back(name.empty() ? form : name + " " + form);
    }
    names = std::move(longer);
  }
  for (const auto& name : names) {
    if (auto found = look(name); !found.empty()) return found;
  }
  return look(std::string());
}

std::vector<const AuthorityName*> Words::declined_organisation(std::size_t first,
                                                               std::size_t last) const {
  const auto look = [&](const std::string& name) { return authority_.organisations(name); };
  if (auto found = look(nominative_organisation(*this, first, last)); !found.empty()) return found;
  if (last - first > kMostDeclined) return {};
  return first_known_form(first, last, look);
}

WordInfo& Words::info(const std::string& lower, bool capital) {
  const auto [entry, fresh] = infos_.try_emplace(lower);
  WordInfo& info = entry->second;
  if (fresh) {
    info.lower = lower;
    info.hash = XXH3_64bits(lower.data(), lower.size());
    info.cues = cues_of(lower);
  }
  if (capital && !info.looked_up) {
    info.looked_up = true;
    info.key = word_key(lower);
    info.given = authority_.is_given_name(lower);
    info.gender = authority_.gender(lower);
    info.demonym = authority_.demonym(lower);
    for (const std::string& nominative : nominatives(lower)) {
      if (info.given || !authority_.is_given_name(nominative)) continue;
      info.given = true;
      info.gender = authority_.gender(nominative);
    }
  }
  return info;
}

void Words::read(const Article& article) {
  if (infos_.size() + forms_.size() > kMaxCached) {
    infos_.clear();
    forms_.clear();
    ++epoch_;
  }
  ++number_;
  text_ = article.text;
  words_.clear();
  for (const auto& zone : article.zones) {
    if (is_story(zone.kind)) read_zone(zone.span);
  }
}

void Words::read_zone(Span zone) {
  const std::size_t from = words_.size();
  const std::string_view text = text_.substr(0, zone.end);
  const bool wrapped = is_wrapped(zone.of(text_));
  std::size_t end = zone.begin;         // of the word before, its 's included
  std::size_t line_begin = zone.begin;  // where the line of the word before begins
  std::size_t searched = zone.begin;    // line ends up to here are known
  Tokenizer tokenizer(text_, zone);
  for (Token token; tokenizer.next(token);) {
    Word word;
    word.span = token.span;
    std::size_t at = token.span.begin;
    word.capital = is_upper(next_code_point(text, at));
    WordInfo& known = info(token.word, word.capital);
    word.info = &known;
    if (word.capital) {
      word.capitals = all_capitals(token.span.of(text));
    } else {
      known.in_lower_case = number_;
    }
    if (words_.size() == from) {
      word.opens = true;
    } else {
      const auto& before = words_.back();
      const auto line = text.substr(searched, before.span.begin - searched).rfind('\n');
      if (line != std::string_view::npos) line_begin = searched + line;
      searched = before.span.begin;
      const auto between = judge(text.substr(end, token.span.begin - end), before,
                                 wrapped && end - line_begin >= kWrappedLine);
      word.gap = between.gap;
      word.opens = between.opens;
      word.quoted = between.quoted;
      word.bracketed = between.bracketed;
      word.angled = between.angled;
    }
    const std::size_t extra = possessive_at(text, token.span.end);
    word.possessive = extra > 0;
    end = token.span.end + extra;
    words_.push_back(word);
  }
  mark_loud_lines(from);
}

void Words::mark_loud_lines(std::size_t from) {
  for (std::size_t first = from; first < words_.size();) {
    std::size_t last = first + 1;
    while (last < words_.size() && words_[last].gap != Gap::start) ++last;
    // Long function words are capitalised in no title; short words tell nothing.
    std::size_t capital = 0;
    std::size_t capitals = 0;
    std::size_t counted = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (words_[i].info->lower.size() < 4 && !words_[i].capitals) continue;
      ++counted;
      capital += words_[i].capital;
      capitals += words_[i].capitals;
    }
    const bool shouted = counted > 0 && capitals * 10 >= counted * 8 && last - first > 1;
    const bool title = counted >= 4 && last - first <= 25 && capital * 10 >= counted * 9;
    for (std::size_t i = first; i < last; ++i) words_[i].loud = shouted || title;
    first = last;
  }
}

std::string Words::name(std::size_t first, std::size_t last) const {
  std::string out;
  const auto whole = span(first, last).of(text_);
  std::size_t i = first;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t begin = at;
    const auto place = words_[first].span.begin + begin;
    while (i + 1 < last && words_[i + 1].span.begin <= place) ++i;
    const char32_t c = next_code_point(whole, at);
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (words_[i].loud && words_[i].capitals && place != words_[i].span.begin) {
      out += lower(whole.substr(begin, at - begin));
    } else {
      out.append(whole, begin, at - begin);
    }
  }
  return out;
}

Words::Form& Words::form(std::size_t first, std::size_t last, bool possessive) {
  std::uint64_t hash = possessive;
  for (std::size_t i = first; i < last; ++i) {
    const bool hyphen = i > first && words_[i].gap == Gap::hyphen;
    hash =
        (hash ^ (words_[i].info->hash + words_[i].capitals + 2u * words_[i].loud + 4u * hyphen)) *
        0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  }
  return forms_[hash];
}

const std::vector<const AuthorityName*>& Words::people(std::size_t first, std::size_t last) {
  Form& known = form(first, last);
  if (!std::exchange(known.people_read, true)) {
    const auto name = span(first, last).of(text_);
    known.people = only_possible(authority_.people(name), name);
    if (known.people.empty()) known.people = declined_person(first, last);
  }
  return known.people;
}

const std::vector<const AuthorityName*>& Words::organisations(std::size_t first, std::size_t last) {
  return organisations(first, last, words_[last - 1].possessive);
}

const std::vector<const AuthorityName*>& Words::organisations(std::size_t first, std::size_t last,
                                                              bool possessive) {
  Form& known = form(first, last, possessive);
  if (!std::exchange(known.organisations_read, true)) {
    const auto name = span(first, last).of(text_);
    known.organisations = only_possible(authority_.organisations(name), name);
    if (known.organisations.empty() && possessive) {  // "Macy's"
      known.organisations = authority_.organisations(std::string(name) + "'s");
    }
    if (known.organisations.empty() && last - first == 1) {
      known.organisations =
          first_known(name, [&](const auto& n) { return authority_.organisations(n); });
    } else if (known.organisations.empty() && is_cyrillic(words_[first].info->lower)) {
      known.organisations = declined_organisation(first, last);
    }
  }
  return known.organisations;
}

const std::vector<const Place*>& Words::places(std::size_t first, std::size_t last) {
  Form& known = form(first, last);
  if (!std::exchange(known.places_read, true)) {
    const auto name = span(first, last).of(text_);
    known.places = authority_.places(name);
    // Capitals of a line of capitals are no spelling: "IN OSH".
    const auto plain = words_[first].loud ? this->name(first, last) : std::string(name);
    std::erase_if(known.places, [&](const Place* place) {
      return !may_be(*place, name) && !may_be(*place, plain);
    });
    // "в Джалал-Абаде" is one word or two.
    if (known.places.empty() && name.find(' ') == name.npos) {
      known.places = largest_known(name, authority_);
    } else if (known.places.empty() && last - first <= kMostDeclined) {
      known.places = first_known_form(
          first, last, [&](const auto& n) { return only_possible(authority_.places(n), n); });
    }
  }
  return known.places;
}

const Place* Words::demonym(std::size_t first, std::size_t last) {
  if (last - first == 1) return words_[first].info->demonym;
  Form& known = form(first, last);
  if (!std::exchange(known.demonym_read, true)) {
    known.demonym = authority_.demonym(span(first, last).of(text_));
  }
  return known.demonym;
}

bool Words::shouted(std::size_t i) const {
  if (!words_[i].loud) return false;
  const auto small = [&](std::size_t k) {
    return k < words_.size() && words_[k].span.size() > 2 && !words_[k].capitals;
  };
  return !(i > 0 && words_[i].gap != Gap::start && small(i - 1)) &&
         !(i + 1 < words_.size() && words_[i + 1].gap != Gap::start && small(i + 1));
}

bool Words::is_outlet(std::size_t first, std::size_t last) {
  Form& known = form(first, last);
  if (!std::exchange(known.outlet_read, true)) {
    const auto name = span(first, last).of(text_);
    const Outlet* outlet = authority_.outlet(name);
    // "Ray" is no spelling of "RAI".
    known.outlet = outlet && (name.size() > kShortOutlet || spelt_so(*outlet, name));
    // "Jana" is a first name, "JANA" an agency.
    if (last - first == 1 && words_[first].info->given && !words_[first].capitals && known.outlet &&
        all_capitals(outlet->name)) {
      known.outlet = false;
    }
  }
  return known.outlet;
}

bool Words::is_common(std::size_t i) const { return english_words().has(words_[i].info->hash); }

std::uint32_t Words::known(std::size_t i) {
  const Word& word = words_[i];
  if (!word.capital) return 0;
  WordInfo& info = *word.info;
  if (info.known_filled[word.capitals]) return info.known[word.capitals];
  std::uint32_t known = info.given ? kKnownGiven : 0u;
  if (info.demonym) known |= kKnownDemonym;
  if (!authority_.people_by_surname(info.lower).empty()) known |= kKnownSurname;
  if (!people(i, i + 1).empty()) known |= kKnownPerson;
  if (!organisations(i, i + 1, false).empty()) known |= kKnownOrganisation;
  if (is_outlet(i, i + 1)) known |= kKnownOutlet;
  if (is_common(i)) known |= kKnownWord;
  for (const Place* place : places(i, i + 1)) known |= kind_of(*place);
  info.known[word.capitals] = known;
  info.known_filled[word.capitals] = true;
  return known;
}

}  // namespace alatoo
