// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/titles.h"

#include <algorithm>

#include "indexer/enrich/hyphenated_names.h"

namespace alatoo {
namespace {

constexpr std::uint32_t kAddress = kHonorific | kTitle | kRoyal;
constexpr std::size_t kFarthestTitle = 6;  // words from a name to the first word of its title

bool is_kin(const Word& word) { return word.is(kKin) && !word.capital; }

/// Part of a title that is none alone: "Foreign" of "Foreign Secretary", "of State", "Kyrgyz".
bool qualifies(const Word& word) {
  return word.is(kPortfolio | kNounlike | kDirection | kOrgHead | kRole) || word.info->demonym ||
         word.info->lower == "of" || word.info->lower == "for" || word.info->lower == "the" ||
         word.info->lower == "and" || word.info->lower == "ex" || word.info->lower == "former" ||
         word.info->lower == "acting";
}

bool is_letters_behind(const Word& word) {  // "Jack Straw MP"
  static constexpr std::string_view letters[] = {"mp",  "mep", "msp", "qc",  "pm", "obe",
                                                 "mbe", "cbe", "phd", "esq", "td", "kc"};
  return word.capital &&
         std::find(std::begin(letters), std::end(letters), word.info->lower) != std::end(letters);
}

/// "lead manager Goldman", "grain trader Dreyfus"
bool may_be_firm(const Word& role) {
  static constexpr std::string_view firms[] = {
      "manager", "trader",   "dealer",    "broker",  "major",       "manufacturer", "producer",
      "owner",   "investor", "operator",  "rival",   "broadcaster", "partner",      "founder",
      "bidder",  "analyst",  "developer", "adviser", "advisor",     "general",      "chief"};
  return std::find(std::begin(firms), std::end(firms), role.info->lower) != std::end(firms);
}

/// "Mr President"
bool is_form_of_address(const Word& word) {
  static constexpr std::string_view forms[] = {"president", "chairman", "minister",   "secretary",
                                               "speaker",   "premier",  "chancellor", "prime"};
  return std::find(std::begin(forms), std::end(forms), word.info->lower) != std::end(forms);
}

/// True if the authority knows a Briton of the name: Lord Ashcroft is no American.
bool is_briton(Words& words, const NameSpan& name) {
  for (const auto* row : words.people(name.first, name.last)) {
    for (const auto& iso : row->countries) {
      if (iso == "gb") return true;
    }
  }
  return false;
}

/// "Colonel [Gassim] Ali Abu-Nawar"
bool behind_title(const Words& words, std::size_t i) {
  return i > 0 && words[i].gap == Gap::blank && words[i - 1].capital && !words[i - 1].possessive &&
         words[i - 1].is(kHonorific | kTitle);
}

/// Where the name at `first` starts with the initials in front of it: "[M K] Stalin", "[A.]
/// Raja".
std::size_t with_initials(Words& words, std::size_t first) {
  constexpr std::size_t kMostInitials = 3;
  std::size_t start = first;
  while (start > 0 && start + kMostInitials > first && words[start].gap == Gap::blank) {
    const Word& before = words[start - 1];
    const auto text = before.span.of(words.text());
    const bool dotted = text.size() > 1 && text.size() < 7 && text.find('.') != text.npos &&
                        before.info->lower.size() < 4 && !before.is(kAddress | kAbbreviation) &&
                        !before.info->demonym && words.places(start - 1, start).empty();
    const bool letter = before.span.size() == 1 && before.capital;
    if (!before.capital || before.possessive || before.loud || !(letter || dotted)) break;
    --start;
  }
  // "I" and the article "A" alone are words; "Plan B", "Vitamin K" end there.
  if (start + 1 == first) {
    const auto& lower = words[start].info->lower;
    if (lower == "i" || (lower == "a" && words[start].opens)) return first;
  }
  return start;
}

bool is_country(Words& words, std::size_t i) {
  const auto& places = words.places(i, i + 1);
  return std::any_of(places.begin(), places.end(),
                     [](const Place* place) { return place->kind == Place::Kind::country; });
}

/// Where the name starts behind the titles of [first, last), which ends in a word of the name.
std::size_t behind_titles(Words& words, std::size_t first, std::size_t last) {
  std::size_t start = first;
  for (std::size_t i = first; i + 1 < last; ++i) {
    const Word& word = words[i];
    if (words[i + 1].is(kSuffix) && i + 2 == last) break;      // "Martin Luther King Jr"
    if (i + 3 == last && is_hyphen_tail(words, i + 2)) break;  // "Son Heung-min"
    if (word.is(kHonorific)) {
      start = i + 1;
      continue;
    }
    const bool title = word.is(kTitle | kRoyal) || (word.is(kRole) && !word.info->given);
    // Behind a given name "King" or "Major" is a surname's part, in front of a surname "Earl" may
    // be a given name. ("German" is one, too.)
    const bool full_name_behind = i + 2 < last && words[i + 1].info->given;
    const bool in_name = i > start && words[i - 1].info->given && !words[i - 1].info->demonym &&
                         !words[i - 1].is(kAddress) && !full_name_behind;
    const bool given = i == start && word.info->given && i + 2 == last;
    if (title && !in_name && !given && !is_kin(word) && !word.possessive) start = i + 1;
  }
  return start;
}

/// True if the name keeps the title of a monarch or peer in front of it: of one word, or with a
/// number, it is none without.
bool keeps_title(const Words& words, std::size_t start, std::size_t last) {
  const auto& lower = words[start - 1].info->lower;
  const bool noble = words[start - 1].is(kRoyal) || lower == "lord" || lower == "lady" ||
                     lower == "baroness" || lower == "baron" || lower == "viscount";
  if (!noble || !words[start - 1].capital || words[start].gap != Gap::blank) return false;
  const bool numbered = words[last - 1].is(kSuffix) && words[last - 1].capitals;
  std::size_t capitals = 0;
  for (std::size_t i = start; i < last; ++i) capitals += words[i].capital && !words[i].is(kSuffix);
  // "Lord Archer of Weston": the seat is not told by the name that the mention holds.
  return capitals == 1 || (numbered && words[start - 1].is(kRoyal));
}

/// "Wang Chien-[shien]", "Jong-[un]" where the full name stands too, but not "Tony Blair-led".
bool goes_on_in_lower_case(const Words& words, std::size_t first, std::size_t last) {
  if (!is_hyphen_tail(words, last) || words[last].taken) return false;
  if (last - first == 1) return words.in_person(first) && !words[first].info->given;
  return last - first == 2 && !words[first].info->given;
}

/// Where a name goes on to of which a first name alone was found: "[James] Baker", "[Joseph] D.
/// Mahaffey". Behind the first name if it does not.
std::size_t surname_end(const Words& words, std::size_t i) {
  const std::size_t none = i + 1;
  if (!words[i].info->given || words[i].possessive || words[i].loud) return none;
  const auto joined = [&](std::size_t k) {
    return k < words.size() && words[k].capital && !words[k].taken && words[k].gap == Gap::blank;
  };
  std::size_t last = i + 1;
  while (joined(last) && words[last].span.size() == 1) ++last;
  if (!joined(last)) return none;
  const Word& next = words[last];
  const bool other = next.info->demonym || next.capitals ||
                     next.is(kFunction | kCalendar | kAddress | kNounlike | kOrgTail | kThingTail |
                             kPress | kCompany | kLandTail);
  return other ? none : last + 1;
}

}  // namespace

NameSpan trim_to_name(Words& words, std::size_t first, std::size_t last) {
  if (goes_on_in_lower_case(words, first, last)) ++last;
  while (last > first && (is_letters_behind(words[last - 1]) || words[last - 1].is(kCalendar)) &&
         last > first + 1) {
    --last;
  }
  NameSpan name{first, last};
  if (words.people(first, last).empty()) {
    name.first = behind_titles(words, first, last);
    // What a sentence or the land in front gave its capital to: "Kyrgyz Roza Otunbayeva", and as
    // Russian has it, "президент России Анна Ли".
    while (name.first + 2 < last && !words[name.first].info->given &&
           ((words[name.first].info->demonym && !words.in_person(name.first)) ||
            words[name.first].is(kCalendar) ||
            (words[name.first].is(kFunction) && words[name.first].opens) ||
            (words[name.first + 1].info->given && is_country(words, name.first)))) {
      ++name.first;
    }
  }
  if (last > name.first + 1 && words[last - 1].span.size() == 1 &&
      words[last - 1].gap != Gap::hyphen) {
    --last;  // "Kenneth J", but "Jay-Z"
  }
  name.first = with_initials(words, name.first);
  // "[Hamad bin] Isa Al Khalifa"
  if (name.first > 1 && name.first == first && words[first].gap == Gap::blank &&
      words[first - 1].gap == Gap::blank && !words[first - 1].capital &&
      (words[first - 1].info->lower == "bin" || words[first - 1].info->lower == "bint") &&
      words[first - 2].capital && !words[first - 2].taken && !words[first - 2].loud) {
    name.first -= 2;
  }
  // "Rosa [Otunbayeva]": not all of the name was found.
  if (name.first > 0 && name.first == first && words[first].gap == Gap::blank &&
      !words[first].info->given) {
    const Word& before = words[name.first - 1];
    if (before.capital && !before.possessive &&
        (before.info->given || behind_title(words, name.first - 1)) && !before.taken &&
        !before.loud && !before.is(kFunction | kCalendar | kAddress | kKin | kNounlike)) {
      --name.first;
    }
  }
  if (last == name.first + 1) last = surname_end(words, name.first);
  // "Tursunbai Bakir [uulu]"
  if (last < words.size() && words[last].gap == Gap::blank && !words[last - 1].possessive &&
      (words[last].info->lower == "uulu" || words[last].info->lower == "kyzy")) {
    ++last;
  }
  name.last = last;
  if (last == name.first + 1) {
    const Word& only = words[name.first];
    const bool addressed = name.first > 0 && words[name.first].gap == Gap::blank &&
                           words[name.first - 1].is(kHonorific) && words[name.first - 1].capital &&
                           !is_form_of_address(only);
    name.doubtful = !addressed && !only.info->given &&
                    (only.is(kAddress | kPortfolio | kKin | kFunction | kCalendar | kDirection |
                             kNounlike | kRole | kOrgTail | kThingTail) ||
                     words.seen_lower(name.first) || only.span.size() == 1 ||
                     (only.capitals && only.span.size() <= 3));
    if (is_letters_behind(only) && !addressed) name.last = name.first;
    if (!only.capital || only.info->demonym || only.is(kHonorific)) name.last = name.first;
  }
  if (name.last > name.first && name.first > 0 && words.connected(name.first) &&
      words[name.first].gap == Gap::blank && words[name.first - 1].capital &&
      words[name.first - 1].is(kAddress)) {
    const bool known = !words.people(name.first, name.last).empty();
    const bool known_so = !words.people(name.first - 1, name.last).empty();
    const bool lord = words[name.first - 1].is(kHonorific);
    if (known_so || ((!known || (lord && !is_briton(words, name))) &&
                     keeps_title(words, name.first, name.last))) {
      --name.first;
    }
  }
  return name;
}

Titles titles_of(const Words& words, std::size_t first, std::size_t last) {
  Titles titles;
  // A title that is part of the name tells the gender, too.
  if (words[first].is(kHonorific | kRoyal) && last > first + 1) {
    titles.honorific = true;
    if (words[first].is(kFemale)) titles.gender = Gender::female;
    if (words[first].is(kMale)) titles.gender = Gender::male;
  }
  if (first > 0 && words[first].gap == Gap::blank) {
    const auto& lower = words[first - 1].info->lower;
    titles.before_first_name = lower == "sir" || lower == "dame" || lower == "sister";
  }
  bool commas = false;
  for (std::size_t i = first; i > 0 && i + kFarthestTitle > first; --i) {
    if (!words.connected(i)) break;
    const Word& before = words[i - 1];
    if (words[i].gap != Gap::blank && words[i].gap != Gap::hyphen) {
      if (words[i].gap != Gap::comma || commas || !titles.roles.empty()) break;
      commas = true;  // "the president, Mr X"
    }
    if (before.possessive || is_kin(before)) break;
    if (before.is(kHonorific)) {
      if (i != first) break;
      titles.honorific = true;
      if (before.is(kFemale)) titles.gender = Gender::female;
      if (before.is(kMale)) titles.gender = Gender::male;
    } else if (before.is(kTitle | kRoyal | kRole)) {
      titles.titled = titles.titled || (!commas && (before.capital || !may_be_firm(before)));
      titles.roles.push_back(before.info);
    } else if (qualifies(before)) {
      if (i == first) break;
      if (before.is(kPortfolio | kNounlike)) titles.roles.push_back(before.info);
    } else {
      break;
    }
  }
  if (last >= words.size() || words[last].gap != Gap::comma || words[last - 1].possessive) {
    return titles;
  }
  for (std::size_t i = last; i < words.size() && i < last + kFarthestTitle; ++i) {
    if (i > last && words[i].gap != Gap::blank && words[i].gap != Gap::hyphen) break;
    if (words[i].is(kSpeech) || words[i].is(kKin) || words[i].possessive) break;
    if (words[i].is(kTitle | kRole)) titles.roles.push_back(words[i].info);
    if (!titles.roles.empty() && words[i].info->lower == "of") break;
  }
  return titles;
}

}  // namespace alatoo
