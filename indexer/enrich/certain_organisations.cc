// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "indexer/enrich/organisation_wording.h"
#include "indexer/enrich/rules.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestName = 12;     // words
constexpr std::size_t kLongestAcronym = 8;   // letters
constexpr std::size_t kShortestAcronym = 3;  // "Mary Ann (MA)" is chance

bool usable(const Word& word) { return word.capital && !word.taken && !word.loud; }

bool links(std::string_view lower) {
  return lower == "of" || lower == "for" || lower == "the" || lower == "and" || lower == "in" ||
         lower == "on" || lower == "to" || lower == "al" || lower == "e" || lower == "i" ||
         lower == "de" || lower == "la";
}

/// Where the capitalised words start whose initials spell the acronym `i`; `i` if none do.
std::size_t spelt_from(const Words& words, std::size_t i) {
  const std::string_view letters = words[i].info->lower;
  std::size_t left = letters.size();
  std::size_t first = i;
  while (left > 0 && first > 0 && i - first < kLongestName) {
    const bool joined = first == i || words[first].joins() || words[first].gap == Gap::ampersand;
    if (!joined || !words.connected(first)) break;
    const Word& word = words[first - 1];
    if (usable(word)) {
      if (word.info->lower[0] != letters[left - 1]) break;
      --left;
    } else if (word.taken || word.capital ||
               (!links(word.info->lower) && word.gap != Gap::hyphen)) {
      break;
    }
    --first;
  }
  return left == 0 ? first : i;
}

/// "the Tigray People's Liberation Front (TPLF)": one name, whatever its parts are elsewhere.
void take_spelt_out(Words& words, std::vector<Mention>& mentions,
                    const std::vector<TaggedName>& names) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    const Word& acronym = words[i];
    if (!acronym.bracketed || !acronym.capitals || acronym.taken || acronym.loud) continue;
    const std::size_t letters = acronym.info->lower.size();
    if (letters < kShortestAcronym || letters > kLongestAcronym) continue;
    const std::size_t first = spelt_from(words, i);
    if (first == i || names_no_body(words, first, i) || names_no_body(words, i, i + 1)) continue;
    if (!words.places(first, i).empty() || !words.people(first, i).empty()) continue;
    if (words[i - 1].is(kTitle | kRole)) continue;  // "Chief Operating Officer"
    bool named = false;
    for (std::size_t k = first; k < i; ++k) named = named || words[k].is(kOrgTail | kOrgHead);
    named = named || std::any_of(names.begin(), names.end(), [&](const TaggedName& name) {
              return name.first < i && name.last > first && name.kind != NameKind::other;
            });
    if (!named) continue;
    take(words, mentions, Mention::Kind::organisation, first, i);
    take(words, mentions, Mention::Kind::organisation, i, i + 1);
  }
}

/// "Ford lost 3%": the company, whoever else is called so in the article.
void take_companies(Words& words, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!usable(words[i]) || (words.known(i) & kKnownOrganisation) == 0) continue;
    const bool behind_name = i > 0 && words[i].joins() && words[i - 1].capital &&
                             !words[i - 1].possessive &&
                             !(words[i - 1].opens && words.is_common(i - 1));
    if (behind_name || (i + 1 < words.size() && words[i + 1].capital && words[i + 1].joins())) {
      continue;
    }
    if (words[i].is(kFunction) || (words[i].opens && words.seen_lower(i))) continue;
    // "Skadden and Arps"
    if (i + 2 < words.size() && words[i + 2].capital && words[i + 1].info->lower == "and" &&
        !words.organisations(i, i + 3).empty()) {
      continue;
    }
    const auto& rows = words.organisations(i, i + 1);
    if (rows.size() != 1 || rows.front()->kind != "company") continue;
    if (worded_as_company(words, i, i + 1)) {
      take(words, mentions, Mention::Kind::organisation, i, i + 1);
    }
  }
}

/// "Law firm Lane and Stowe", "Lane, Peel and Stowe shares": firms called after their partners.
void take_partners(Words& words, std::vector<Mention>& mentions) {
  const auto partner = [&](std::size_t i) {
    return usable(words[i]) && !words[i].capitals && !words[i].info->given &&
           !words[i].info->demonym && !words[i].is(kNounlike | kCalendar | kTitle | kHonorific) &&
           words.organisations(i, i + 1).empty() && words.places(i, i + 1).empty();
  };
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].info->lower != "and" || words[i].capital || words[i].gap != Gap::blank ||
        words[i + 1].gap != Gap::blank || !partner(i - 1) || !partner(i + 1)) {
      continue;
    }
    const std::size_t last = i + 2;
    if (last < words.size() && words[last].capital && words[last].joins()) continue;
    std::size_t first = i - 1;
    while (first > 0 && words[first].gap == Gap::comma && partner(first - 1) &&
           !words[first - 1].possessive) {
      --first;
    }
    const bool alone = first == 0 || !words[first - 1].capital || !words[first].joins();
    if (alone && worded_as_firm(words, first, last)) {
      take(words, mentions, Mention::Kind::organisation, first, last);
    }
  }
}

}  // namespace

void find_certain_organisations(Words& words, std::vector<Mention>& mentions,
                                const std::vector<TaggedName>& names) {
  take_spelt_out(words, mentions, names);
  take_companies(words, mentions);
  take_partners(words, mentions);
}

}  // namespace alatoo
