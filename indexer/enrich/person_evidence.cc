// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/person_evidence.h"

#include <algorithm>
#include <cstdint>

namespace alatoo {
namespace {

// Inhabitants of a city that is likelier meant than a person named like it.
constexpr std::uint32_t kLargeCity = 500'000;

}  // namespace

bool has_support(const Words& words, const Naming& naming) {
  if (naming.bare || naming.titles.any() || !naming.titles.roles.empty()) return true;
  if (naming.kin.found()) return true;
  if (!naming.suffix.empty() || words[naming.first].info->given || naming.keys.front().size() == 1)
    return true;
  if (naming.last < words.size() && words.connected(naming.last) &&
      words[naming.last].is(kSpeech) && !words[naming.last - 1].possessive) {
    return true;
  }
  return words.before(naming.first, kSpeech);
}

bool may_be_thing(Words& words, const Naming& naming) {
  if (!words.places(naming.first, naming.last).empty()) return true;
  if (words.connected(naming.first) && words[naming.first - 1].info->lower == "the") return true;
  for (std::size_t i = naming.first; i < naming.last; ++i) {
    const Word& word = words[i];
    if (!word.capital) continue;
    // Surnames are common words, too: "Iggy Pop", "Martin Luther King".
    const bool surname = i + 1 == naming.last;
    constexpr std::uint32_t kThings = kOrgTail | kCompany | kThingTail | kPress;
    if (word.info->demonym || word.is(kThings) || (surname && word.is(kLandTail))) return true;
    if (!surname && (words.seen_lower(i) || word.is(kNounlike | kPortfolio | kTitle | kCalendar))) {
      return true;
    }
  }
  const auto& places = words.places(naming.last - 1, naming.last);
  return std::any_of(places.begin(), places.end(), [](const Place* place) {
    return place->kind == Place::Kind::country || place->population > kLargeCity;
  });
}

bool is_part_of_another(const Words& words, const Naming& naming) {
  const Word& last = words[naming.last - 1];
  if (last.info->in_company == words.number() && !naming.titles.any()) return true;
  const auto binds = [&](std::size_t i) {
    if (i == 0 || i >= words.size() || !words.connected(i)) return false;
    if (words[i].gap == Gap::ampersand) return true;
    const auto end = words[i - 1].span.end;
    return words.text().substr(end, words[i].span.begin - end) == "/";
  };
  if (binds(naming.first) || binds(naming.last)) return true;
  if (naming.loud && naming.first > 0) {
    const Word& before = words[naming.first - 1];
    if (words.connected(naming.first) && words[naming.first].gap == Gap::blank &&
        before.info->given && !before.possessive && !before.taken &&
        !words.seen_lower(naming.first - 1)) {
      return true;
    }
  }
  if (naming.loud || last.possessive || naming.last >= words.size()) return false;
  const Word& next = words[naming.last];
  return next.gap == Gap::blank && next.capital && !next.taken && !next.info->demonym &&
         !next.is(kFunction | kCalendar | kTitle | kRole | kOrgTail | kNounlike | kSuffix);
}

}  // namespace alatoo
