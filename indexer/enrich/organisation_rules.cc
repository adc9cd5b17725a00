// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "indexer/enrich/organisation_wording.h"
#include "indexer/enrich/rules.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestName = 10;

bool is_connector(const Word& word) {
  const auto& w = word.info->lower;
  return !word.capital && (w == "of" || w == "for" || w == "the" || w == "and" || w == "on" ||
                           w == "de" || w == "in" || w == "to" || w == "al");
}

bool usable(const Word& word) { return word.capital && !word.taken && !word.loud; }

bool numbered(const Words& words, std::size_t i) {
  const char first = words.text()[words[i].span.begin];
  return first >= '0' && first <= '9';
}

/// "20th Century Fox", "al-Qaeda": what a known name may start with beside a capital.
bool starts_known(const Words& words, std::size_t i) {
  if (usable(words[i])) return true;
  return !words[i].taken && !words[i].loud && i + 1 < words.size() && words[i + 1].capital &&
         ((words[i + 1].gap == Gap::blank && numbered(words, i)) ||
          (words[i].info->lower == "al" && words[i + 1].joins()));
}

/// End of the capitalised words that start at `first`; `&` and hyphens join too.
std::size_t capitals_end(const Words& words, std::size_t first) {
  std::size_t end = first + 1;
  while (end < words.size() && usable(words[end]) && !words[end - 1].possessive &&
         (words[end].joins() || words[end].gap == Gap::ampersand)) {
    ++end;
  }
  return end;
}

void mark_taken(Words& words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) words[i].taken = true;
}

/// "Fergana Valley", "People's Liberation Front", "Liberation of Palestine": what looks like an
/// outlet is part of another name.
bool part_of_longer(const Words& words, std::size_t first, std::size_t end) {
  if (end != first + 1 || words[first].possessive || end >= words.size()) return false;
  const Word& next = words[end];
  if (next.gap != Gap::blank) return false;
  if (next.info->lower == "of" && words.is_common(first)) {
    return end + 1 < words.size() && words[end + 1].capital;
  }
  return usable(next) && next.is(kLandTail | kOrgTail | kOrgHead | kThingTail);
}

/// Longest name of an outlet or a known organisation that starts at `first`; its end, or `first`.
/// Whether an outlet is part of the story or brings it is told later.
std::size_t take_known(Words& words, std::vector<Mention>& mentions, std::size_t first) {
  // "the Christian Democratic Party" is not the Democratic Party.
  const bool within = first > 0 && usable(words[first - 1]) && words[first].gap == Gap::blank &&
                      !words[first - 1].possessive && !words[first - 1].opens &&
                      !words[first - 1].info->demonym &&
                      (words.is_common(first - 1) || words[first - 1].is(kNounlike)) &&
                      !words[first - 1].is(kFunction | kTitle | kRole | kHonorific | kCalendar);
  // "the Ministry of Foreign Affairs" is not the magazine.
  const bool of = first > 1 && words[first].gap == Gap::blank &&
                  words[first - 1].gap == Gap::blank &&
                  (words[first - 1].info->lower == "of" || words[first - 1].info->lower == "for") &&
                  usable(words[first - 2]) && words[first - 2].is(kOrgHead);
  if (of) return first;
  std::size_t reach = first + 1;
  while (reach < words.size() && reach - first < kLongestName && !words[reach].taken &&
         (words[reach].joins() || words[reach].gap == Gap::ampersand) &&
         (words[reach].capital || is_connector(words[reach]) || numbered(words, reach) ||
          words[reach].gap == Gap::hyphen)) {
    ++reach;
  }
  for (std::size_t end = reach; end > first; --end) {
    if (!words[end - 1].capital && !numbered(words, end - 1)) continue;
    if (words.is_outlet(first, end) && !part_of_longer(words, first, end)) {
      const bool common =
          end == first + 1 && (words.seen_lower(first) || words[first].is(kFunction));
      if (common && words[first].opens) continue;
      take(words, mentions, Mention::Kind::organisation, first, end);
      return end;
    }
    if (end > first + 1 && !within && !words.organisations(first, end).empty()) {
      take(words, mentions, Mention::Kind::organisation, first, end);
      return end;
    }
  }
  return first;
}

/// Behind "Department for Environment": the end of ", Food and Rural Affairs"; else `end`.
std::size_t extend_by_list(const Words& words, std::size_t end) {
  const auto subject = [&](std::size_t i) {
    return words[i].is(kPortfolio | kNounlike | kOrgTail) || words.is_common(i);
  };
  if (!subject(end - 1)) return end;
  std::size_t i = end;
  while (i < words.size() && words[i].gap == Gap::comma && usable(words[i]) && subject(i)) ++i;
  if (i == end || i + 1 >= words.size() || words[i].info->lower != "and" ||
      words[i].gap != Gap::blank || !usable(words[i + 1]) || words[i + 1].gap != Gap::blank) {
    return end;
  }
  ++i;
  while (i < words.size() && usable(words[i]) && words[i].gap == Gap::blank) ++i;
  return i;
}

/// Extends "Ministry", "University", "Bank" by "of X", "for X and Y"; the new end.
std::size_t extend_by_of(const Words& words, std::size_t end) {
  for (;;) {
    if (end + 1 >= words.size() || words[end - 1].possessive) return end;
    const auto& link = words[end].info->lower;
    const bool of = link == "of" || link == "for";
    const bool with = link == "and";
    if (!(of || with) || words[end].gap != Gap::blank) return end;
    std::size_t next = end + 1;
    if (of && words[next].info->lower == "the" && words[next].gap == Gap::blank) ++next;
    if (next >= words.size() || !usable(words[next]) || words[next].gap != Gap::blank) return end;
    // "and" goes on only inside a portfolio: "Ministry of Trade and Industry".
    if (with && !(words[next].is(kPortfolio) && words[end - 1].is(kPortfolio))) return end;
    std::size_t stop = next + 1;
    while (stop < words.size() && usable(words[stop]) && words[stop].gap == Gap::blank &&
           !words[stop - 1].possessive && !words[stop].is(kTitle | kHonorific)) {
      ++stop;
    }
    end = of ? extend_by_list(words, stop) : stop;
  }
}

bool empty_lead(const Word& word) {
  return word.is(kFunction | kCalendar | kHonorific) &&
         (!word.info->given || word.info->lower.size() < 3) &&
         word.info->lower != "first";  // "First Boston"
}

/// Looks at capitalised words [first, last) for an organisation by shape. Returns where to go on.
std::size_t take_shaped(Words& words, std::vector<Mention>& mentions, std::size_t first,
                        std::size_t last) {
  while (first < last && empty_lead(words[first])) ++first;
  if (first == last) return last;
  // "Ministry of Defence", "University of Osh"
  if (words[first].is(kOrgHead) && last == first + 1) {
    const std::size_t end = extend_by_of(words, last);
    if (end > last) {
      take(words, mentions, Mention::Kind::organisation, first, end);
      return end;
    }
  }
  // "Savings and Loan Association"
  if (first > 1 && words[first - 1].info->lower == "and" && words[first].gap == Gap::blank &&
      words[first - 1].gap == Gap::blank && words[first].is(kPortfolio | kOrgTail | kNounlike) &&
      usable(words[first - 2]) && words[first - 2].is(kPortfolio | kOrgTail | kNounlike)) {
    first -= 2;
    while (first > 0 && usable(words[first - 1]) && words[first].joins() &&
           !words[first - 1].possessive) {
      --first;
    }
    while (empty_lead(words[first])) ++first;
  }
  std::size_t tail = first + 1;
  const std::uint32_t tails = kOrgTail | kThingTail | kPress;
  while (tail < last && !words[tail].is(tails)) ++tail;
  if (tail == last) return last;
  while (tail + 1 < last && words[tail + 1].is(tails)) ++tail;
  // A title in front means that the words before it are a name of their own.
  for (std::size_t i = tail; i-- > first;) {
    if (words[i].is(kHonorific) || (words[i].is(kTitle) && words[i].info->lower != "general" &&
                                    words[i].info->lower != "justice" && i > first)) {
      return last;
    }
  }
  if (!words.places(first, tail + 1).empty()) return tail + 1;  // "Soviet Union"
  const bool two = tail == first + 1;
  if (two && words[first].info->given && !words[first].is(kNounlike)) return last;
  if (words[tail].is(kThingTail)) {
    mark_taken(words, first, tail + 1);
    return tail + 1;
  }
  if (words[tail].is(kPress) && !words[tail].is(kOrgTail)) {
    const bool titled = words.before(first, kFunction) && words[first - 1].info->lower == "the";
    if (titled || !words.places(first, tail).empty() || words[first].info->demonym) {
      mark_taken(words, first, tail + 1);
      return tail + 1;
    }
    return last;
  }
  const std::size_t end =
      words[tail].is(kOrgHead) && tail + 1 == last ? extend_by_of(words, tail + 1) : tail + 1;
  // "North Sea Oil": a direction and common words make no name.
  const bool named = std::any_of(&words[first], &words[first] + (tail + 1 - first),
                                 [](const Word& word) { return !word.is(kDirection | kFunction); });
  if (named) take(words, mentions, Mention::Kind::organisation, first, end);
  return end;
}

/// "Bank of Tokyo Ltd", "Kidder, Peabody and Co": what precedes the last capitalised words of a
/// company's name; `first` if nothing.
std::size_t company_start(Words& words, std::size_t first, std::size_t last) {
  if (first < 1 || words[first].gap != Gap::blank) return first;
  const auto& link = words[first - 1];
  if (link.possessive && usable(link) && !words.organisations(first - 1, last).empty()) {
    return first - 1;  // "Moody's Investors Service Inc"
  }
  if (first < 2) return first;
  if (words[first - 1].gap != Gap::blank || !usable(words[first - 2])) return first;
  // "Hongkong and Shanghai Banking Corp", "Industrial Credit and Investment Corp"
  const auto alike = [&](std::uint32_t cue) {
    return words[first].is(cue) && words[first - 2].is(cue);
  };
  const bool couple =
      (!words.places(first, first + 1).empty() && !words.places(first - 2, first - 1).empty()) ||
      alike(kPortfolio | kNounlike | kOrgTail);
  const bool partners = link.info->lower == "and" && (last == first + 1 || couple);
  const bool branch = link.info->lower == "of";
  if (!partners && !branch) return first;
  std::size_t start = first - 2;
  while (start > 0 && usable(words[start - 1]) && !words[start - 1].possessive &&
         (words[start].joins() || (partners && words[start].gap == Gap::comma))) {
    --start;
  }
  while (start < first - 1 && empty_lead(words[start])) ++start;
  if (start + 1 >= first) return first;
  if (partners || words[first - 2].is(kOrgHead) || !words.organisations(start, first - 1).empty()) {
    return start;
  }
  return first;
}

/// "<MER>", "<MER.N>", but not "<MBF Holdings Ltd>".
bool is_ticker(const Words& words, std::size_t i) {
  constexpr std::size_t kLongest = 12;  // bytes
  if (!words[i].angled || !words[i].capitals) return false;
  const auto end = words.text().find_first_of("> \n", words[i].span.begin);
  return end != std::string_view::npos && words.text()[end] == '>' &&
         end - words[i].span.begin <= kLongest;
}

/// Capitalised words that end in a company suffix or are followed by a ticker: "Delta Air <DAL>".
void take_companies(Words& words, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < words.size();) {
    if (!usable(words[i])) {
      ++i;
      continue;
    }
    const std::size_t last = capitals_end(words, i);
    const bool ticker = last < words.size() && is_ticker(words, last);
    std::size_t end = last;
    // The "Co" of "Co-operation" ends no company's name.
    const auto suffixed = [&] {
      return words[end - 1].is(kCompany) && (end == i + 1 || words[end - 1].joins()) &&
             !(end < words.size() && words[end].gap == Gap::hyphen);
    };
    while (end > i && !ticker && !suffixed()) --end;
    if (end > i) {
      std::size_t first = i;
      while (first < end && empty_lead(words[first])) ++first;
      if (first == end) {
        i = last;
        continue;
      }
      std::size_t suffix = end;
      while (suffix > first && words[suffix - 1].is(kCompany)) --suffix;
      first = company_start(words, first, std::max(suffix, first + 1));
      const bool named =
          std::any_of(&words[first], &words[first] + (suffix - first), [](const Word& word) {
            return word.capital && !word.is(kNounlike | kOrgTail | kCompany | kFunction);
          });
      const bool place = first < suffix && !words.places(first, suffix).empty() &&
                         words.organisations(first, suffix).empty() && suffix == end;
      if (place) {
        i = last;
        continue;
      }
      if (first < suffix && (named || suffix - first > 1)) {
        for (std::size_t k = first; k < suffix; ++k) words[k].info->in_company = words.number();
        // "Investment Corp of India"
        if (suffix < end && end + 1 < words.size() && words[end].info->lower == "of" &&
            words[end].gap == Gap::blank && usable(words[end + 1]) &&
            words[end + 1].gap == Gap::blank && !words.places(end + 1, end + 2).empty()) {
          end += 2;
        }
        take(words, mentions, Mention::Kind::organisation, first, end);
      } else {
        mark_taken(words, i, end);
      }
    }
    i = std::max(i + 1, last);
  }
}

/// "Labour Minister": an office, not the party.
bool holds_office(const Words& words, std::size_t i) {
  if (!words[i].is(kPortfolio) || i + 1 >= words.size() || words[i + 1].gap != Gap::blank)
    return false;
  const auto& office = words[i + 1].info->lower;
  return office == "minister" || office == "ministers" || office == "secretary" ||
         office == "ministry";
}

/// "a", "one" before the word `i`: a common noun follows, not a name.
bool counted(const Words& words, std::size_t i) {
  if (i == 0 || !words.connected(i)) return false;
  const auto& lower = words[i - 1].info->lower;
  return lower == "a" || lower == "an" || lower == "one" || lower == "each" || lower == "every" ||
         lower == "any" || lower == "no";
}

/// True if the words [first, last) may be spelt by the letters of `acronym`, lower case.
bool spells(const Words& words, std::size_t first, std::size_t last, std::string_view acronym) {
  std::size_t at = 0;
  for (std::size_t i = first; i < last && at < acronym.size(); ++i) {
    if (words[i].info->lower[0] == acronym[at]) ++at;
  }
  return at == acronym.size();
}

}  // namespace

void take(Words& words, std::vector<Mention>& mentions, Mention::Kind kind, std::size_t first,
          std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (words[i].taken) return;
  }
  mark_taken(words, first, last);
  mentions.push_back({kind, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
}

void take_tagged_organisation(Words& words, std::vector<Mention>& mentions, std::size_t first,
                              std::size_t last) {
  bool bare = false;  // without the country in front
  // "US Vibe", "Conservative British": adjectives of countries beside a name are none of it.
  if (last > first + 1 && words.organisations(first, last).empty()) {
    if (words[last - 1].info->demonym) --last;
    const auto& lead = words[first].info->lower;
    if ((lead == "us" || lead == "uk" || lead == "u.s" || lead == "u.s.") && last > first + 1 &&
        !words[last - 1].is(kOrgTail | kOrgHead | kPortfolio)) {
      ++first;
      bare = true;
    }
  }
  // "International Olympic committee"
  if (last > first + 1 && last < words.size() && words[last].gap == Gap::blank &&
      words[last].is(kOrgTail) && !words.organisations(first, last + 1).empty()) {
    ++last;
  }
  if (last == first + 1 && holds_office(words, first)) return;
  const bool unknown = words.organisations(first, last).empty();
  // "U.S. District Judge Ann Lee"
  if (unknown && last < words.size() && words[last].gap == Gap::blank && words[last].capital &&
      words[last].is(kTitle) &&
      (is_generic(words, first, last) || (last == first + 1 && words.is_common(first)))) {
    return;
  }
  // "a U.S. Flag", "one U.S. Cent"
  if (unknown && bare && last == first + 1 && words.is_common(first) && counted(words, first - 1)) {
    return;
  }
  // "a producer, Yorkshire company"
  if (unknown && last == first + 1 && last < words.size() && words[last].gap == Gap::blank &&
      words[last].info->lower == "company" && !words.places(first, last).empty()) {
    return;
  }
  if (names_no_body(words, first, last)) {
    if (last > first + 1) mark_taken(words, first, last);
    return;
  }
  std::size_t link = first;
  while (link < last && words[link].info->lower != "of" && words[link].info->lower != "for") ++link;
  if (link < last) last = extend_by_list(words, last);
  const bool whole = words[first].is(kOrgHead) || words[last - 1].is(kOrgHead) ||
                     words[last - 1].info->lower == "district" || words[last - 1].is(kCompany);
  take(words, mentions, Mention::Kind::organisation, first,
       whole ? extend_by_of(words, last) : last);
}

void find_known_organisations(Words& words, std::vector<Mention>& mentions) {
  take_companies(words, mentions);
  for (std::size_t i = 0; i < words.size();) {
    if (!starts_known(words, i)) {
      ++i;
      continue;
    }
    const std::size_t known = take_known(words, mentions, i);
    i = known > i ? known : i + 1;
  }
}

void find_long_organisations(Words& words, std::vector<Mention>& mentions) {
  find_known_organisations(words, mentions);
  for (std::size_t i = 0; i < words.size();) {
    if (!usable(words[i])) {
      ++i;
      continue;
    }
    const std::size_t end = capitals_end(words, i);
    i = std::max(i + 1, take_shaped(words, mentions, i, end));
  }
  // "the Ata-Meken party"
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].capital || words[i].gap != Gap::blank || words[i].info->lower != "party") continue;
    std::size_t first = i;
    while (first > 0 && usable(words[first - 1]) && !words[first - 1].possessive &&
           (first == i || words[first].joins())) {
      --first;
    }
    while (first < i && (empty_lead(words[first]) || words[first].info->demonym)) ++first;
    if (first < i && i - first <= 4) {
      take(words, mentions, Mention::Kind::organisation, first, i);
    }
  }
}

void find_short_organisations(Words& words, std::vector<Mention>& mentions) {
  // Full names followed by their acronym in brackets.
  const std::size_t found = mentions.size();
  std::vector<const WordInfo*> acronyms;
  for (std::size_t m = 0; m < found; ++m) {
    const Mention mention = mentions[m];
    if (mention.kind != Mention::Kind::organisation || mention.last >= words.size()) continue;
    const Word& next = words[mention.last];
    if (next.bracketed && next.capitals && !next.loud &&
        spells(words, mention.first, mention.last, next.info->lower)) {
      acronyms.push_back(next.info);
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!usable(words[i])) continue;
    const bool introduced = words[i].capitals && std::find(acronyms.begin(), acronyms.end(),
                                                           words[i].info) != acronyms.end();
    const bool common =
        !words[i].capitals && (words[i].is(kFunction) || (words[i].opens && words.seen_lower(i)));
    if (introduced ||
        (!common && !holds_office(words, i) && !words.organisations(i, i + 1).empty())) {
      take(words, mentions, Mention::Kind::organisation, i, i + 1);
    }
  }
}

}  // namespace alatoo
