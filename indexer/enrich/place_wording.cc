// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/place_wording.h"

#include "common/name_cases.h"
#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {

/// "Osh Region", "Chui and Naryn provinces", "Lake Geneva", "the Gulf of Aden", "South America".
bool part_of_larger(const Words& words, const Mention& mention) {
  std::size_t i = mention.last;
  if (i < words.size() && words[i].joins() && words[i].is(kLandTail) && !words[i - 1].possessive) {
    return true;
  }
  if (i < words.size() && words[i].gap == Gap::blank && !words[i - 1].possessive &&
      is_one_of("state governor senator attorney legislature lawmakers", words[i].info->lower)) {
    return true;  // "the New York attorney general"
  }
  for (std::size_t steps = 0; i < words.size() && steps < 12 && words.connected(i); ++steps, ++i) {
    const Word& word = words[i];
    if (word.gap != Gap::blank && word.gap != Gap::comma && word.gap != Gap::hyphen) break;
    if (word.capital || word.info->lower == "and" || word.info->lower == "и") continue;
    if (steps > 0 && word.is(kLandTail) && word.info->lower.ends_with('s') && words[i - 1].capital)
      return true;
    break;
  }
  if (mention.first == 0 || !words.connected(mention.first)) return false;
  const Word& before = words[mention.first - 1];
  if (words[mention.first].gap == Gap::blank && before.is(kLandHead) &&
      (before.capital || is_cyrillic(before.info->lower))) {
    return true;  // "Lake Geneva", "площадь Ала-Тоо"
  }
  if (before.info->lower == "of" && mention.first > 1 && words[mention.first - 2].is(kLandHead) &&
      !words[mention.first - 2].is(kSettlement)) {
    return true;
  }
  return words[mention.first].gap == Gap::blank && before.capital &&
         (before.is(kDirection) || before.info->lower == "latin") && !before.opens;
}

namespace {

/// True if the Russian noun, in any case, is one of the list.
bool is_form_of(std::string_view list, std::string_view noun) {
  if (is_one_of(list, noun)) return true;
  for (const auto& nominative : nominatives(noun)) {
    if (is_one_of(list, nominative)) return true;
  }
  return false;
}

/// "мэр Оша", "суд Бишкека": what towns alone have, in front of their genitive.
bool of_a_town(std::string_view noun) {
  return is_cyrillic(noun) &&
         is_form_of(
             "мэр мэрия житель жительница горожанин суд улица центр больница роддом окраина "
             "пригород "
             "окрестность аэропорт вокзал площадь школа акимат горсовет горкенеш градоначальник "
             "рынок двор квартал юг север запад восток университет населения уроженец уроженка "
             "улицы центра пригорода жители жителей окрестностях окраинах",
             noun);
}

bool introduces_council(const Words& words, std::size_t i) {
  return i < words.size() && words[i].gap == Gap::blank &&
         is_one_of("council councillor hall court police mayor", words[i].info->lower);
}

}  // namespace

/// "Commonwealth Edison", "Jupiter Industries": a name of which only a part is known.
bool beside_other_name(const Words& words, const Mention& mention) {
  if (mention.last < words.size() && words[mention.last].gap == Gap::blank &&
      words[mention.last].capital && !words[mention.last].loud &&
      words[mention.last].info->lower == "city" && !introduces_council(words, mention.last + 1)) {
    return true;  // "Manchester City", but "Osh City Council"
  }
  const auto stranger = [&](const Word& word) {
    // "Суд Бишкека": what the sentence gave its capital.
    if (word.opens && is_cyrillic(word.info->lower) && !word.info->given) return false;
    if (has_adjective_ending(word.info->lower)) return false;  // "Шекер Таласской области"
    return word.capital && !word.loud && !word.taken && !word.info->demonym &&
           !word.is(kTitle | kRole | kCalendar | kFunction | kDirection | kSettlement | kHonorific |
                    kLocative);
  };
  const std::size_t next = mention.last;
  if (next < words.size() && words[next].joins() && !words[next - 1].possessive &&
      stranger(words[next])) {
    return true;
  }
  const std::size_t first = mention.first;
  return first > 0 && words[first].joins() && !words[first - 1].possessive &&
         stranger(words[first - 1]);
}

namespace {

/// "X-based", "X police", "X's streets": said of towns alone.
bool is_town_behind(const Words& words, std::size_t last) {
  if (last >= words.size() || words[last].capital) return false;
  const auto& next = words[last].info->lower;
  if (words[last].gap == Gap::hyphen) {
    return is_one_of("based born area listed headquartered registered bound trained", next);
  }
  return words[last].gap == Gap::blank &&
         is_one_of(
             "police court courts bourse residents streets suburb suburbs hospital mayor "
             "prison jail airport stadium bar bars restaurant restaurants hotel hotels "
             "neighbourhood neighborhood university docks harbour harbor athlete runner sprinter "
             "boxer swimmer man woman couple family teenager student businessman "
             "businesswoman solicitor lawyer doctor teacher driver pensioner resident "
             "councillor councillors broker brokers dealer dealers trader traders architect",
             next);
}

/// "the streets of X", "80 miles north of X"; but "an analyst at X", "chairman of X".
Support support_of(const Words& words, std::size_t before) {
  const auto& word = words[before].info->lower;
  const bool ahead = before > 0 && words.connected(before);
  if (word == "of" && ahead) {
    const Word& noun = words[before - 1];
    if (is_one_of("streets outskirts suburb suburbs residents mayor north south east west "
                  "northeast northwest southeast southwest centre center resident siege battle "
                  "bishop outside university port",
                  noun.info->lower)) {
      return Support::inside;
    }
    return noun.is(kRole | kTitle) ? Support::none : Support::towards;
  }
  if (word == "at" && ahead && words[before - 1].is(kRole)) return Support::none;
  return words[before].is(kLocative) || word == "of" ? Support::towards : Support::none;
}

}  // namespace

Support support(const Words& words, const Mention& mention) {
  if (introduced_as_settlement(words, mention.first, mention.last)) return Support::named;
  if (is_town_behind(words, mention.last)) return Support::inside;
  std::size_t i = mention.first;
  if (i == 0 || !words.connected(i)) return Support::none;
  if (words[i].gap != Gap::blank) return Support::none;
  if (i > 1 && words.connected(i - 1) && !words[i - 1].is(kLocative) &&
      (words[i - 1].is(kDirection) ||
       is_one_of("nearby соседнем соседнего центре", words[i - 1].info->lower))) {
    --i;  // "in central X"
  }
  const auto& before = words[i - 1].info->lower;
  if (is_one_of("in near outside inside в во под", before)) return Support::inside;
  if (of_a_town(before)) return Support::inside;
  if (is_one_of("visit visits visited visiting", before)) return Support::towards;
  return support_of(words, i - 1);
}

bool follows_in_list(const Words& words, const Mention& mention, std::size_t list_end) {
  const std::size_t i = mention.first;
  if (i == 0 || list_end == 0 || !words.connected(i)) return false;
  if (is_one_of("and or и или", words[i - 1].info->lower)) {
    return i - 1 == list_end;
  }
  return words[i].gap == Gap::comma && i == list_end;
}

bool worded_as_place(const Words& words, std::size_t first) {
  if (first == 0 || !words.connected(first) || words[first].gap != Gap::blank) return false;
  const auto& before = words[first - 1].info->lower;
  const bool ahead = first > 1 && words.connected(first - 1);
  if (before == "of") {
    return ahead && is_one_of(
                        "mayor mayors city town village capital streets outskirts suburbs suburb "
                        "residents inhabitants leaders government governments presidents people "
                        "citizens republic kingdom north south east west centre center",
                        words[first - 2].info->lower);
  }
  if (!is_one_of("in near outside inside", before)) return false;
  return !ahead || !is_one_of(
                       "confidence faith trust interest interested believe believes belief "
                       "believed disappointed joined",
                       words[first - 2].info->lower);
}

bool moves_or_dwells(const Words& words, const Mention& mention) {
  const std::size_t first = mention.first;
  if (first < 2 || !words.connected(first)) return false;
  const Word& before = words[first - 1];
  if (words[first].gap == Gap::comma) {
    return before.capital && words[first - 2].capital && before.joins() &&
           is_one_of("street road avenue parade lane square drive terrace crescent boulevard close",
                     before.info->lower);
  }
  if (words[first].gap != Gap::blank || before.capital ||
      !is_one_of("from to for in at into through", before.info->lower)) {
    return false;
  }
  const bool from = before.info->lower == "from";
  constexpr std::size_t kReach = 4;  // "walked all night to"
  for (std::size_t i = first - 1; i-- > 0 && i + 1 + kReach >= first;) {
    if (!words.connected(i + 1) || words[i + 1].gap != Gap::blank) return false;
    const auto& word = words[i].info->lower;
    if (from && i + 2 == first &&
        is_one_of("man woman boy girl couple family student teenager pensioner farmer "
                  "men women people refugees migrants families resident father mother",
                  word)) {
      return true;
    }
    if (is_one_of("moved move moves moving came come comes coming left leave leaves leaving "
                  "travelled traveled travelling traveling travels fled flee flees fleeing "
                  "returned returns returning drove driven drives driving walked walks walking "
                  "flew flown flies flying born lives lived live living based arrived arrives "
                  "arriving marched sailed hails hailed deported evacuated",
                  word)) {
      return true;
    }
    if (words[i].capital) return false;
  }
  return false;
}

RegionBehind region_behind(Words& words, std::size_t last) {
  if (last >= words.size() || words[last].gap != Gap::comma || !words[last].capital) return {};
  std::size_t end = last + 1;
  while (end < words.size() && end < last + 3 && words[end].capital && words[end].joins()) ++end;
  for (; end > last; --end) {
    if (words[end - 1].possessive) continue;
    // "Barcelona, Bayern Munich"
    if (end < words.size() && words[end].gap == Gap::blank && words[end].capital) continue;
    for (const auto* place : words.places(last, end)) {
      if (place->kind != Place::Kind::country && place->kind != Place::Kind::region) continue;
      const auto goes_on = [&](std::size_t i) { return i < words.size() && words[i].capital; };
      const bool listed =
          end < words.size() &&
          (words[end].gap == Gap::comma ? goes_on(end)
                                        : words[end].info->lower == "and" && goes_on(end + 1));
      return {place, listed};
    }
  }
  return {};
}

namespace {

/// "село X", "в городе X", "с. X"
bool named_by_russian_noun(const Words& words, std::size_t first) {
  const Word& before = words[first - 1];
  if (!is_cyrillic(before.info->lower) || !is_cyrillic(words[first].info->lower) ||
      words[first].gap != Gap::blank) {
    return false;
  }
  if (before.is(kSettlement)) return !is_form_of("столица", before.info->lower);
  if (before.capital || !is_one_of("г с пос", before.info->lower)) return false;
  if (!words.text().substr(before.span.end).starts_with('.')) return false;
  // "в 2010 г. X"
  const char year = first > 1 ? words.text()[words[first - 2].span.begin] : ' ';
  return year < '0' || year > '9';
}

}  // namespace

bool introduced_as_settlement(const Words& words, std::size_t first, std::size_t last) {
  const auto settlement = [](const Word& word) {
    const auto& w = word.info->lower;
    return word.is(kSettlement) && !word.capital && w != "mayor" && w != "outskirts" && w != "port";
  };
  if (first > 0 && words.connected(first)) {
    const Word& before = words[first - 1];
    if (named_by_russian_noun(words, first)) return true;
    // "the village of X"; "the capital of X" speaks of a country.
    if (before.info->lower == "of" && words[first].gap == Gap::blank && first > 1 &&
        settlement(words[first - 2]) && words[first - 2].info->lower != "capital") {
      return true;
    }
    // "the capital X", "the capital, X"
    if (before.info->lower == "capital" && !before.capital && !before.possessive &&
        (words[first].gap == Gap::blank || words[first].gap == Gap::comma)) {
      return true;
    }
  }
  if (last >= words.size() || !words.connected(last) || words[last - 1].possessive) return false;
  const Word& next = words[last];
  if (is_cyrillic(next.info->lower)) return false;
  if (next.gap == Gap::blank) {
    if (next.capital || (next.info->lower != "village" && next.info->lower != "town")) return false;
    // "the Olympic village"
    return first == 0 || !words.connected(first) ||
           !is_one_of("the a an", words[first - 1].info->lower);
  }
  // "X, a town near ...", "X (his home village)"
  const auto& lead = next.info->lower;
  if (!next.possessive && lead != "a" && lead != "the" && lead != "his" && lead != "her" &&
      lead != "their") {
    return false;
  }
  for (std::size_t i = last + 1; i < words.size() && i < last + 4; ++i) {
    if (words[i].gap != Gap::blank && words[i].gap != Gap::hyphen) return false;
    if (settlement(words[i])) return true;
  }
  return false;
}

}  // namespace alatoo
