// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/stand_in.h"

#include <string_view>

#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {
namespace {

constexpr std::size_t kSportWords = 6;    // of an article on sport, at least
constexpr std::size_t kSportShare = 100;  // one word in so many

/// "Москва настаивает", "переговоры с Вашингтоном", but "суд Бишкека", "покинул Бишкек".
bool stands_for_government_in_russian(const Words& words, const Mention& mention) {
  const std::size_t first = mention.first;
  if (words.before(first, kSettlement)) return false;
  const bool beside = first > 0 && words.connected(first) && words[first].gap == Gap::blank;
  const std::string_view before = beside ? words[first - 1].info->lower : std::string_view();
  const bool declined = words.authority().places(words.name(first, mention.last)).empty();
  if (!declined) {
    return !is_one_of("посетил посетила покинул покинула посетит покинет посетили покинули",
                      before);
  }
  return is_one_of(
      "с со между и перед к против для от позиция позиции позицию политика политики политику "
      "власти "
      "властей властям решение решения требование требования интересы интересов отношения "
      "отношений "
      "мнение мнению сторона стороны инициатива инициативы предложение предложения",
      before);
}

/// "Beijing's policy", "the Tehran regime"
bool is_politics(std::string_view word) {
  return is_one_of(
      "policy policies government administration regime decision decisions stance position support "
      "refusal demand demands call calls offer proposal proposals plan plans concern concerns "
      "interests intention intentions relations ties effort efforts attempt attempts reaction "
      "response warning warnings threat threats nuclear foreign economic strategy attitude "
      "commitment request failure willingness approach ally allies rejection insistence ambitions "
      "influence pledge claim claims leadership leaders hand goals aim aims desire control rule "
      "trade military",
      word);
}

bool follows_diplomacy(const Words& words, std::size_t first) {
  if (first == 0 || !words.connected(first) || words[first].gap != Gap::blank) return false;
  const auto& before = words[first - 1].info->lower;
  if (is_one_of(
          "accused accuse accuses accusing urged urge urges urging told tell asked ask offered "
          "offer warned warn warns warning pressed pressure pressured persuade persuaded "
          "condemned criticised criticized blamed blame blames support supports supported "
          "forced force allow allowed demanded convince convinced",
          before)) {
    return true;
  }
  if (before == "with" || before == "against") return true;
  if (before == "to" && first > 1 &&
      is_one_of("sell sells selling sold supply supplies supplying supplied lend lent loyal "
                "concessions pressure",
                words[first - 2].info->lower)) {
    return true;
  }
  if (before != "between" && before != "by") return false;
  return first > 1 &&
         is_one_of(
             "ties relations talks agreement row dispute tension tensions war trade "
             "cooperation dialogue deal pact made taken proposed offered imposed backed "
             "supported accepted rejected signed",
             words[first - 2].info->lower);
}

/// "Moscow answered", but "Tokyo closed higher".
bool acts(const Words& words, std::size_t verb) {
  const auto& word = words[verb].info->lower;
  return word.ends_with("ed") &&
         !is_one_of(
             "remained stayed seemed looked turned recovered suffered witnessed experienced "
             "celebrated awaited closed ended gained jumped opened rallied finished edged "
             "dropped slipped traded eased firmed hosted need based",
             word);
}

}  // namespace

bool is_capital(const Place& city) {
  static constexpr std::string_view kCapitals =
      " moscow-ru washington-us london-gb paris-fr berlin-de bonn-de beijing-cn tokyo-jp tehran-ir "
      "baghdad-iq damascus-sy jerusalem-il cairo-eg riyadh-sa ankara-tr athens-gr rome-it "
      "madrid-es "
      "lisbon-pt brussels-be vienna-at warsaw-pl prague-cz budapest-hu bucharest-ro sofia-bg "
      "belgrade-rs kyiv-ua kiev-ua minsk-by tbilisi-ge yerevan-am baku-az astana-kz nur-sultan-kz "
      "tashkent-uz bishkek-kg dushanbe-tj ashgabat-tm kabul-af islamabad-pk new-delhi-in delhi-in "
      "dhaka-bd colombo-lk kathmandu-np yangon-mm bangkok-th hanoi-vn jakarta-id manila-ph "
      "seoul-kr "
      "pyongyang-kp taipei-tw canberra-au wellington-nz ottawa-ca havana-cu caracas-ve bogota-co "
      "brasilia-br santiago-cl lima-pe quito-ec pretoria-za nairobi-ke khartoum-sd tripoli-ly "
      "algiers-dz rabat-ma tunis-tn dublin-ie oslo-no stockholm-se copenhagen-dk helsinki-fi "
      "tallinn-ee riga-lv vilnius-lt bern-ch amman-jo beirut-lb doha-qa sanaa-ye abuja-ng "
      "kinshasa-cd kigali-rw harare-zw luanda-ao managua-ni buenos-aires-ar mexico-city-mx "
      "addis-ababa-et kuala-lumpur-my ";
  return is_one_of(kCapitals, city.id);
}

bool stands_for_government(const Words& words, const Mention& mention, bool capital) {
  const std::size_t behind = mention.last;
  if (capital && behind < words.size() && words[behind - 1].possessive) {
    // "Seoul's policy", "Seoul's market liberalisation efforts"
    for (std::size_t i = behind; i < words.size() && i < behind + 3; ++i) {
      if (words[i].gap != Gap::blank || words[i].capital || words[i].possessive) break;
      if (is_politics(words[i].info->lower)) return true;
      if (words[i].is(kFunction)) break;
    }
  }
  if (words.before(mention.first, kLocative) &&
      !(capital && words[mention.first - 1].info->lower == "to" &&
        follows_diplomacy(words, mention.first))) {
    return false;
  }
  if (capital && is_cyrillic(words[mention.first].info->lower)) {
    return stands_for_government_in_russian(words, mention);
  }
  if (capital && follows_diplomacy(words, mention.first)) return true;
  std::size_t i = behind;
  if (i >= words.size() || words[i - 1].possessive) return false;
  if (capital && words[mention.first].opens && i + 2 < words.size() && words[i].gap == Gap::blank &&
      words[i].info->lower == "and" && words[i + 1].capital && !words[i + 1].possessive &&
      words[i + 2].gap == Gap::blank) {
    i += 2;  // "Washington and London agreed"
  }
  const auto& next = words[i].info->lower;
  if (words[i].gap == Gap::hyphen) {
    return !words[i].capital &&
           is_one_of(
               "backed led controlled sponsored imposed appointed friendly funded allied "
               "brokered installed dominated supported approved",
               next);
  }
  if (words[i].gap != Gap::blank || words[i].capital) return false;
  if (capital && is_one_of("government administration regime policy policies", next)) return true;
  const bool pair = mention.first > 1 && words[mention.first - 2].opens &&
                    words[mention.first - 2].capital && words[mention.first].gap == Gap::blank &&
                    words[mention.first - 1].info->lower == "and";
  if (capital && (words[mention.first].opens || pair) && acts(words, i)) return true;
  if (capital && is_one_of("reported announced claimed insisted", next)) return true;
  if (next.ends_with("ly") && i + 1 < words.size()) ++i;
  const auto& verb = words[i].info->lower;
  if (i + 1 < words.size()) {
    // "Moscow was prepared", "London is keen", "Tokyo would appeal"
    const auto& then = words[i + 1].info->lower;
    const bool going_on = then == "been" && i + 2 < words.size();
    const auto& done = going_on ? words[i + 2].info->lower : then;
    if ((is_one_of("was is has had remains", verb) || (capital && verb == "have")) &&
        is_one_of("prepared ready willing unwilling determined keen anxious eager reluctant "
                  "concerned worried considering seeking trying pressing pushing hoping counting "
                  "insisting urging planning likely unlikely agreed accused refused pledged "
                  "threatened said offered rejected promised decided ordered asked demanded",
                  done)) {
      return true;
    }
    if (capital && is_one_of("would will may might could should must does did", verb) &&
        !is_one_of("host hold be see get become remain stage house welcome", then)) {
      return true;
    }
  }
  return words[i].is(kActing | kSpeech);
}

bool stands_for_team(const Words& words, const Mention& mention) {
  const std::size_t next = mention.last;
  if (next < words.size() && words[next].gap == Gap::blank && !words[next].capital &&
      !words[next - 1].possessive && words[next].is(kTeam)) {
    return true;
  }
  const std::size_t first = mention.first;
  if (first == 0 || !words.connected(first) || words[first].gap != Gap::blank) return false;
  const auto& before = words[first - 1].info->lower;
  if (is_one_of("v vs against beat beating beats facing face thrashed joins joined club side",
                before)) {
    return true;
  }
  if (first < 2 || !words.connected(first - 1)) return false;
  const auto& ahead = words[first - 2].info->lower;
  if (before == "over") return is_one_of("win wins victory victories triumph", ahead);
  if (before == "by") return is_one_of("beaten defeat defeated signed", ahead);
  if (before == "with") return is_one_of("draw drew drawn", ahead);
  if (before == "at") return is_one_of("manager boss coach striker midfielder spell", ahead);
  return before == "to" && is_one_of("lost losing defeat loan", ahead);
}

bool stands_in_title(const Words& words, const Mention& mention) {
  const std::size_t first = mention.first;
  // "the ruling Morena party"
  if (mention.last < words.size() && words[mention.last].gap == Gap::blank &&
      words[mention.last].info->lower == "party" && !words[mention.last - 1].possessive) {
    return true;
  }
  if (first > 1 && words.connected(first) && words.connected(first - 1)) {
    const auto& before = words[first - 1].info->lower;
    if (before == "for" && is_one_of("mp mps mep msp candidate", words[first - 2].info->lower))
      return true;
    if (before == "of") {
      for (std::size_t back = 2; back <= 4 && back <= first; ++back) {
        if (is_one_of("lord lady baroness baron viscount earl duke duchess marquess count countess "
                      "duchy prince",
                      words[first - back].info->lower)) {
          return true;
        }
        if (!words.connected(first - back + 1) || !words[first - back].capital) break;
      }
    }
  }
  const std::size_t next = mention.last;
  return next < words.size() && words[next].gap == Gap::blank && !words[next - 1].possessive &&
         is_one_of("constituency constituencies seat by-election byelection mp mps mep",
                   words[next].info->lower);
}

bool is_on_sport(const Words& words) {
  std::size_t sport = 0;
  for (std::size_t i = 0; i < words.size(); ++i) sport += words[i].is(kSport);
  return sport >= kSportWords && sport * kSportShare > words.size();
}

}  // namespace alatoo
