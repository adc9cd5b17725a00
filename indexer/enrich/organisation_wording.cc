// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/organisation_wording.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "common/tsv.h"

namespace alatoo {
namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet set_of(std::string_view list) {
  const auto words = split(list, ' ');
  return {words.begin(), words.end()};
}

/// Acronyms and the like that are written as names of bodies are, but name none.
bool is_thing(std::string_view lower) {
  static const WordSet things = set_of(
      "dvd dvds cd cds ceo ceos cfo coo cto cio gdp gnp lng lpg cng pda pdas pc pcs tv tvs hdtv "
      "mp3 "
      "suv suvs atm atms usb cpi ppi rpi gcse gcses hiv aids sars bse dna rna vat isa isas ipo "
      "ipos "
      "sms mms gps gprs gsm cdma umts wap wifi wi-fi dsl adsl isp isps url html xml rss lcd crt "
      "cpu "
      "ram dna r&d phd mba ba ma msc bsc mbe obe cbe id ids it pr ad bc am pm gmt bst est edt utc "
      "asap faq diy ufo ufos vip vips pow pows wmd voip p2p dj djs mc r&b drm hd vcr ngo ngos "
      "quango "
      "asbo asbos cctv pin dui covid covid-19 ebola eurozone m0 m1 m2 m3 m4 lbo mlr "
      "ftse dax cac nikkei nasdaq-100 sp500 footsie xetra libor euribor sdr sdrs ecu ecus emu erm "
      "cap "
      "ltd inc corp dlrs mln bpd tcf kwh mw gw internet web windows linux java iraqis christ god "
      "allah bible koran quran xmas christmas easter ramadan valentine halloween bafta baftas "
      "oscar "
      "oscars grammy grammys emmy emmys nobel pulitzer ryder olympics olympic paralympics world "
      "wimbledon formula f1 jedi xbox playstation gameboy ipod ipods itunes iphone blackberry "
      "bluetooth mac hutu hutus tutsi tutsis kurd kurds kurdish pashtun pashtuns uighur uighurs "
      "uyghur uyghurs yazidi yazidis tuareg rohingya sunni sunnis shia shiite shiites jew jews "
      "cell");
  return things.count(lower) > 0;
}

/// What ends the names of money, games, laws and people in office.
bool is_thing_tail(std::string_view lower) {
  static const WordSet tails = set_of(
      "dollar dollars dlrs dlr franc francs mark marks yen pound pounds sterling currency "
      "currencies "
      "euro euros rouble roubles ruble rubles som peso pesos bond bonds note notes eurobond bill "
      "bills "
      "olympics marathon games championships open masters awards oscars act treaty index average "
      "government governments officers elections election standing directive constitution "
      "convention "
      "charter accord protocol bid syndrome disease virus language peoples citizens voters "
      "exports imports crude share shares stock state states debentures show fair expo economies "
      "economy");
  return tails.count(lower) > 0;
}

bool is_one_of(const WordSet& set, const Word& word) { return set.count(word.info->lower) > 0; }

}  // namespace

bool names_no_body(Words& words, std::size_t first, std::size_t last) {
  const Word& tail = words[last - 1];
  const auto& lower = tail.info->lower;
  if (!words.organisations(first, last).empty()) return false;
  if (last == first + 1) {
    if (is_thing(lower) || is_thing_tail(lower)) return true;
    if (words.is_common(first) && tail.opens && !tail.capitals) return true;
    if (tail.angled && tail.capitals) return true;  // a ticker
    if (tail.span.size() < 2) return true;
    if (tail.is(kCalendar | kTitle | kHonorific | kRoyal)) return true;
    if (tail.info->demonym) return true;
    const bool plural = tail.span.size() > 3 && tail.capital && !tail.capitals &&
                        words.text()[tail.span.end - 1] == 's' &&
                        words.text()[tail.span.end - 2] < 'a' &&
                        words.text()[tail.span.end - 2] >= 'A';
    if (plural) return true;  // "CSOs": several of a kind
  } else {
    if (is_thing_tail(lower) || tail.is(kDirection)) return true;
    // "The Office", inside a sentence: a title
    if (words[first].info->lower == "the" && !words[first].opens) return true;
    if (tail.is(kThingTail) && !tail.is(kOrgTail | kOrgHead)) return true;
    // "Trade and Industry" is a portfolio, "Middle Eastern" a direction
    bool bare = true;
    for (std::size_t i = first; i < last && bare; ++i) {
      bare = !words[i].capital || words[i].info->demonym ||
             words[i].is(kDirection | kFunction | kCalendar) ||
             (words[i].is(kPortfolio) && !words[i].is(kOrgHead));
    }
    if (bare) return true;
  }
  const auto& places = words.places(first, last);
  return std::any_of(places.begin(), places.end(),
                     [](const Place* place) { return place->kind == Place::Kind::country; });
}

bool is_generic(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = words[i];
    if (!word.capital) continue;
    if (word.capitals && word.span.size() > 1) return false;
    const std::uint32_t common =
        kNounlike | kOrgTail | kOrgHead | kPortfolio | kDirection | kFunction | kTitle | kThingTail;
    if (!word.is(common) && !word.info->demonym) return false;
  }
  return true;
}

bool is_firm_shape(const Words& words, std::size_t first, std::size_t last) {
  static const WordSet ends = set_of(
      "banque banco banca banka bancorp bankasi compagnie societe société istituto institut "
      "landesbank girozentrale freres frères fratelli gruppe industri industrie industries "
      "industria productions hotel hotels airlines airways aktiengesellschaft omroep zeitung "
      "verlag holding holdings versicherung");
  if (last < first + 2 || words[first].is(kTitle | kHonorific)) return false;
  if (words[first].info->given) return false;  // "Michael Holding"
  for (const std::size_t i : {first, last - 1, last - 2}) {
    if (is_one_of(ends, words[i]) && words[i].capital && !words[i].info->given) return true;
  }
  // "Los Zetas"
  const auto& lead = words[first].info->lower;
  return last == first + 2 && (lead == "los" || lead == "las") && words[first].capital &&
         words[last - 1].info->lower.ends_with("s") && !words[last - 1].info->given;
}

namespace {

/// "law firm X", "the airline X", "broadcaster X".
bool introduced_as_firm(const Words& words, std::size_t first) {
  static const WordSet nouns = set_of(
      "firm company bank airline insurer retailer brokerage carmaker automaker chipmaker lender "
      "supermarket conglomerate subsidiary club carrier drugmaker startup start-up broadcaster "
      "newspaper agency");
  if (first == 0 || words[first].gap != Gap::blank || words[first - 1].possessive) return false;
  if (!is_one_of(nouns, words[first - 1])) return false;
  const bool law = first > 1 && words.connected(first - 1) && words[first - 2].info->lower == "law";
  return law || !words[first].info->given;  // "the company Jack Lee founded"
}

bool is_number(const Words& words, std::size_t i) {
  if (i >= words.size() || !words.connected(i)) return false;
  const char digit = words.text()[words[i].span.begin];
  return digit >= '0' && digit <= '9';
}

/// "rose 3 pct", "fell by 12 pence", "rose." behind a name.
bool moves_as_shares(const Words& words, std::size_t last) {
  static const WordSet verbs = set_of(
      "rose fell lost gained slipped climbed dropped jumped slid added surged tumbled shed soared "
      "plunged advanced declined edged");
  if (last >= words.size() || words[last].gap != Gap::blank || !is_one_of(verbs, words[last])) {
    return false;
  }
  const auto& verb = words[last].info->lower;
  const bool ends = !words.connected(last + 1);
  if (ends) return verb != "lost" && verb != "added" && verb != "shed";
  return is_number(words, last + 1) || (is_number(words, last + 2) && !words[last + 1].capital &&
                                        words[last + 1].info->lower != "to");
}

}  // namespace

bool worded_as_firm(const Words& words, std::size_t first, std::size_t last) {
  static const WordSet analysts = set_of(
      "analyst analysts economist economists strategist strategists trader traders dealer dealers "
      "broker brokers broker-dealer consultant consultants subsidiary unit division shares stake "
      "shareholder shareholders investment");
  static const WordSet partners = set_of(
      "lawyer lawyers partner partners attorney attorneys counsel solicitor solicitors banker "
      "bankers executive executives engineer engineers");
  static const WordSet links = set_of("at with for of in");
  static const WordSet behind = set_of(
      "shares stock stocks shareholders shareholder analyst analysts economist economists unit "
      "units "
      "subsidiary subsidiaries bonds employees executives brokerage brand's workers plc inc");
  if (first > 1 && words.connected(first) && words.connected(first - 1)) {
    std::size_t link = first - 1;
    if (is_one_of(links, words[link]) && is_one_of(analysts, words[link - 1])) return true;
    if (words[link].info->lower == "at" && is_one_of(partners, words[link - 1])) return true;
  }
  if (introduced_as_firm(words, first)) return true;
  return last < words.size() && words[last].gap == Gap::blank && !words[last].capital &&
         is_one_of(behind, words[last]);
}

bool worded_as_company(Words& words, std::size_t first, std::size_t last) {
  static const WordSet things = set_of(
      "headquarters shares stock plant plants factory factories cars car trucks vehicles dealers "
      "dealership dealerships sales earnings profit profits revenue revenues shareholders workers "
      "employees unit");
  constexpr int kLongestList = 5;
  for (int listed = 0; listed < kLongestList; ++listed) {
    if (worded_as_firm(words, first, last) || moves_as_shares(words, last)) return true;
    if (last >= words.size()) return false;
    if (words[last].gap == Gap::blank && is_one_of(things, words[last]) && !words[last].capital) {
      return true;
    }
    // "Ford, GM shares", "Ford and GM plants"
    std::size_t next = last;
    if (words[next].gap == Gap::blank && words[next].info->lower == "and") ++next;
    if (next >= words.size() || (next == last && words[next].gap != Gap::comma) ||
        !words[next].capital || !words.connected(next)) {
      return false;
    }
    const auto& rows = words.organisations(next, next + 1);
    if (rows.empty() || rows.front()->kind != "company") return false;
    first = next;
    last = next + 1;
  }
  return false;
}

bool worded_as_person(const Words& words, std::size_t first, std::size_t last) {
  const bool body = words[last - 1].is(kOrgTail);
  if (words.before(first, kRole | kTitle) && words[first].gap == Gap::blank &&
      !words[first - 1].possessive && !body) {
    return true;
  }
  if (last >= words.size() || !words.connected(last)) return false;
  if (words[last].gap == Gap::blank) return !body && words[last].is(kSpeech);
  if (words[last].gap != Gap::comma) return false;
  // ", 43," or ", a lobbyist"
  if (is_number(words, last)) return words[last].span.size() == 2;
  const auto& article = words[last].info->lower;
  if (article == "who") return true;
  if (article != "a" && article != "an") return false;
  for (std::size_t i = last + 1; i < last + 4 && words.connected(i); ++i) {
    if (words[i].gap != Gap::blank && words[i].gap != Gap::hyphen) return false;
    if (words[i].is(kOrgTail)) return false;
    if (words[i].is(kRole) || words[i].info->lower.ends_with("ist")) return true;
  }
  return false;
}

bool worded_as_source(const Words& words, std::size_t first, std::size_t last) {
  static const WordSet ahead = set_of(
      "told tell tells telling interview interviewed quoted quotes reported according report "
      "reports "
      "reporter correspondent issue edition citing cited writing wrote published read by courtesy "
      "via");
  static const WordSet behind = set_of(
      "said says say reported reports reporter report quoted quotes correspondent newspaper "
      "newspapers website poll survey interview wrote writes published publishes correspondents");
  for (std::size_t i = first; i-- > 0 && first - i <= 4 && words.connected(i + 1);) {
    if (is_one_of(ahead, words[i])) return true;
  }
  for (std::size_t i = last; i < words.size() && i < last + 1 && words.connected(i); ++i) {
    if (is_one_of(behind, words[i])) return true;
  }
  return false;
}

}  // namespace alatoo
