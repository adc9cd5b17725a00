// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/country_wording.h"

#include <algorithm>

#include "indexer/enrich/place_wording.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {

bool is_abbreviation(const Words& words, std::size_t first, std::size_t last) {
  return last - first == 1 && words[first].capitals && words[first].span.size() <= 4;
}

bool names_country(const Words& words, std::size_t first, std::size_t last) {
  const Word& head = words[first];
  const bool one = last - first == 1;
  const bool placed =
      (words.before(first, kLocative) && head.gap == Gap::blank) || worded_as_place(words, first);
  if (one && !placed) {
    if (words.in_person(first) || head.info->behind_title == words.number()) return false;
    if (head.opens && words.seen_lower(first)) return false;
  }
  if (one && head.info->lower == "us") {
    // "TELL US" in a line of capitals
    const auto text = head.span.of(words.text());
    if (!head.capitals || (head.loud && text == "US" && words.shouted(first))) return false;
  }
  if (head.loud) return true;
  if (first > 0 && words.connected(first) && head.gap == Gap::blank && words[first - 1].capital) {
    const auto& before = words[first - 1].info->lower;
    if (is_one_of("south north latin central", before) && head.info->lower == "america")
      return false;
    if (is_one_of("air radio captain miss team", before)) return false;
  }
  if (last >= words.size() || !words[last].joins() || words[last - 1].possessive) return true;
  const Word& next = words[last];
  if (next.gap == Gap::blank && next.capital &&
      is_one_of("open masters cup grand tour steel airways airlines", next.info->lower)) {
    return false;  // "the US Open"
  }
  if (is_abbreviation(words, first, last)) return true;
  return !(next.capital && next.gap == Gap::blank && next.is(kCompany | kPress | kOrgTail));
}

bool in_passing(const Words& words, std::size_t first, std::size_t last) {
  if (words[first].gap == Gap::hyphen && first > 0 && !words[first - 1].capital) return true;
  if (first > 0 && words.connected(first)) {
    if (is_one_of("former formerly ex post old", words[first - 1].info->lower)) return true;
  }
  if (last >= words.size() || !words[last].joins() || words[last - 1].possessive) return false;
  const Word& next = words[last];
  if (next.capital) return !next.loud && next.is(kThingTail | kCompany);
  if (next.gap == Gap::hyphen) {
    return is_one_of(
        "style speaking language made built designed born era trained educated "
        "flagged registered type inspired themed occupied",
        next.info->lower);
  }
  return is_one_of(
      "restaurant restaurants cuisine food dish dishes cooking wine wines cheese "
      "language translation word phrase dictionary accent descent origin ancestry "
      "heritage literature dressing fries "
      "franc francs dollar dollars dlr dlrs pound pounds lira lire yen mark marks "
      "rupee rupees peso pesos krone kroner krona kronor crown crowns guilder "
      "guilders schilling schillings peseta pesetas escudos drachmas won yuan baht "
      "ringgit rand riyal riyals dinar dinars rouble roubles ruble rubles",
      next.info->lower);
}

bool of_the_state(const Words& words, std::size_t last) {
  // "French finance minister", "the Russian central bank"
  std::size_t office = last;
  while (office < words.size() && office < last + 3 && words[office].gap == Gap::blank &&
         !words[last - 1].possessive &&
         (words[office].is(kPortfolio) ||
          is_one_of("central deputy tax and", words[office].info->lower))) {
    ++office;
  }
  if (office > last && office < words.size() && words[office].gap == Gap::blank &&
      is_one_of("minister ministers ministry secretary bank parliament authorities officials "
                "department forces police service agency committee policy",
                words[office].info->lower)) {
    return true;
  }
  return last < words.size() && words[last].gap == Gap::blank && !words[last - 1].possessive &&
         is_one_of(
             "government president premier prime chancellor parliament authorities officials "
             "official ambassador embassy army troops forces soldiers navy police leader "
             "leaders opposition people citizens nationals economy border state minister "
             "ministers ministry capital king queen foreign economy army military elections "
             "election "
             "voters politicians lawmakers senate court courts law politics",
             words[last].info->lower);
}

void leave_countries_out(Words& words, Mention& organisation) {
  for (std::uint32_t i = organisation.first + 1; i < organisation.last; ++i) {
    if (words[i].gap != Gap::comma) continue;
    const auto& places = words.places(i, i + 1);
    if (std::any_of(places.begin(), places.end(),
                    [](const Place* place) { return place->kind == Place::Kind::country; })) {
      organisation.last = i;
    }
  }
  const std::uint32_t rest = organisation.first + 1;
  if (rest >= organisation.last || !is_abbreviation(words, organisation.first, rest)) return;
  const bool unknown = words.organisations(organisation.first, organisation.last).empty();
  const bool named = !words.organisations(rest, organisation.last).empty();
  if (named || (unknown && rest + 1 < organisation.last)) organisation.first = rest;
}

}  // namespace alatoo
