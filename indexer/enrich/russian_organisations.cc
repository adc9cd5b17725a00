// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/russian_organisations.h"

#include <string_view>

#include "common/name_cases.h"
#include "indexer/enrich/rules.h"
#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostAdjectives = 3;
constexpr std::size_t kMostGenitives = 6;
constexpr std::size_t kLongestQuoted = 5;   // words of a name in quotes
constexpr std::size_t kLongestAcronym = 6;  // letters
constexpr std::size_t kLetter = 2;          // bytes

bool usable(const Word& word) { return word.capital && !word.taken && !word.loud; }

bool ends_in_one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (word.size() > ending.size() + kLetter && word.ends_with(ending)) return true;
  }
  return false;
}

/// The nouns, in the nominative, that head a body's name; those of which each land has one, or
/// which are no name without more, are left out.
constexpr std::string_view kHeads =
    "министерство комитет комиссия служба агентство управление департамент инспекция фонд "
    "университет академия институт банк партия союз ассоциация палата прокуратура генпрокуратура "
    "суд федерация организация корпорация совет";

/// Words in front of a name in quotes that is a body's.
constexpr std::string_view kBodies =
    "партия партии компания движение движения движению движением фонд фракция группа группировка "
    "организация объединение объединения объединению объединением ассоциация банк банка завод "
    "комбинат концерн корпорация холдинг фирма предприятие предприятия клуб оао зао ооо осоо пао "
    "ао тоо оф союз центр коалиция блок альянс авиакомпания университет академия колледж школа";

/// And of those whose names speak of no body.
constexpr std::string_view kThings =
    "фильм сериал книга книги роман песня спектакль альбом картина авиабаза авиабазы авиабазу база "
    "базы базу стадион кинотеатр театр аэропорт гостиница отель ресторан кафе конкурс премия орден "
    "медаль рынок базар судно ракета операция акция проект программа месторождение месторождения "
    "месторождении санаторий пансионат передача рубрика рубрике газета газете журнал телеканал "
    "радио радиостанция сайт портал поезд самолет вертолет турнир кубок лига цикл серия выставка "
    "звание звания статья статьи статье статью закон законопроект";

/// What is written in capitals and names no body.
constexpr std::string_view kNoBodies =
    "сша ссср ввп ндс дтп чп сми жкх нпо осоо ооо зао оао пао тоо чс аэс гэс тэц спид вич егэ гсм "
    "пдд пвр кпп тв ак рф кр рк уа ао оф ип азс сто ржд евро covid ковид вов орви озп сизо ивс дк "
    "вуз цум гум спг бпла ссср хх";

bool is_form_of(std::string_view list, const Word& noun) {
  const auto& lower = noun.info->lower;
  if (!is_cyrillic(lower)) return false;
  if (is_one_of(list, lower)) return true;
  for (const auto& nominative : nominatives(lower)) {
    if (is_one_of(list, nominative)) return true;
  }
  return false;
}

/// The head noun in the nominative; empty if the word is none.
std::string head_noun(std::string_view lower) {
  if (!is_cyrillic(lower)) return {};
  if (is_one_of(kHeads, lower)) return std::string(lower);
  for (const auto& nominative : nominatives(lower)) {
    if (is_one_of(kHeads, nominative)) return nominative;
  }
  // Neuters
  for (const std::string_view ending : {"а", "у", "ом", "е"}) {
    if (!lower.ends_with(ending)) continue;
    const std::string base(lower.substr(0, lower.size() - ending.size()));
    if (is_one_of(kHeads, base + "о")) return base + "о";
  }
  for (const std::string_view ending : {"я", "ю", "ем", "и"}) {
    if (!lower.ends_with(ending)) continue;
    const std::string base(lower.substr(0, lower.size() - ending.size()));
    if (is_one_of(kHeads, base + "е")) return base + "е";
  }
  return {};
}

bool is_adjective(std::string_view lower) {
  return is_cyrillic(lower) &&
         ends_in_one_of(lower, {"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому",
                                "ему", "ым", "им", "ом", "ем", "ую", "юю", "ей"});
}

/// An adjective before a noun, both in the nominative.
std::string with_noun(const std::string& lower, std::string_view noun) {
  for (const std::string_view ending : {"ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя",
                                        "ое", "ее", "ым", "им", "ом", "ем", "ую", "юю", "ей"}) {
    if (!lower.ends_with(ending)) continue;
    const std::string stem = lower.substr(0, lower.size() - ending.size());
    if (noun.ends_with("а") || noun.ends_with("я")) return stem + "ая";
    if (noun.ends_with("о") || noun.ends_with("е")) return stem + "ое";
    return stem + (ends_in_one_of(stem, {"к", "г", "х", "ш", "щ", "ч", "ж"}) ? "ий" : "ый");
  }
  return lower;
}

bool is_genitive(const Word& word) {
  return !word.capital && !word.is(kFunction | kLocative | kSpeech | kTitle | kRole) &&
         is_cyrillic(word.info->lower) &&
         !ends_in_one_of(word.info->lower, {"ла", "ли", "ться", "ся"}) &&
         (is_one_of("дел сил прав наук услуг средств земель войск лиц", word.info->lower) ||
          ends_in_one_of(word.info->lower, {"ых", "их", "ий", "ого", "его", "ой", "ей", "ии", "ы",
                                            "и", "а", "я", "ов", "ев"}));
}

/// Where the genitives behind a head noun end.
std::size_t genitives_end(const Words& words, std::size_t i) {
  std::size_t end = i;
  const auto fits = [&](std::size_t k) {
    return k < words.size() && words[k].gap == Gap::blank && is_genitive(words[k]);
  };
  while (end - i < kMostGenitives) {
    if (fits(end)) {
      ++end;
      continue;
    }
    const bool links = end > i && end < words.size() && words[end].gap == Gap::blank &&
                       words[end].info->lower == "и" && fits(end + 1);
    if (!links) break;
    end += 2;
  }
  return end;
}

/// The end of a name with a head noun that starts at `first`; `first` if there is none.
std::size_t headed_end(const Words& words, std::size_t first) {
  std::size_t head = first;
  while (head < words.size() && head <= first + kMostAdjectives &&
         (head == first || words[head].gap == Gap::blank) &&
         head_noun(words[head].info->lower).empty()) {
    if (!is_adjective(words[head].info->lower) || words[head].taken) return first;
    ++head;
  }
  if (head >= words.size() || head > first + kMostAdjectives ||
      (head > first && words[head].gap != Gap::blank)) {
    return first;
  }
  if (head_noun(words[head].info->lower).empty()) return first;
  const std::size_t end = genitives_end(words, head + 1);
  if (head == first) return end > head + 1 ? end : first;
  // "Новый банк": the capital is the sentence's.
  static constexpr std::string_view kOfficial =
      "верховный конституционный государственный национальный центральный генеральный всемирный "
      "международный европейский объединенный демократический народный социалистический "
      "коммунистический азиатский исламский евразийский";
  if (words[first].opens && !is_one_of(kOfficial, with_noun(words[first].info->lower, "банк"))) {
    return first;
  }
  return end;
}

/// The last word in front of the closing quotation mark, plus one; `first` if there is none near.
std::size_t quoted_end(const Words& words, std::size_t first) {
  for (std::size_t i = first; i < words.size() && i < first + kLongestQuoted; ++i) {
    const std::size_t stop = i + 1 < words.size() ? words[i + 1].span.begin : words.text().size();
    const std::string_view gap = words.text().substr(words[i].span.end, stop - words[i].span.end);
    if (gap.find("»") != gap.npos || gap.find('"') != gap.npos || gap.find("”") != gap.npos) {
      return i + 1;
    }
    if (gap.find_first_of(".!?\n") != gap.npos) return first;
  }
  return first;
}

/// «Вечернему Бишкеку»: words in quotes that are all capitalised, of no person or place alone.
bool is_title(Words& words, std::size_t first, std::size_t end) {
  if (!words.connected(first) || words[first - 1].capital || !words.people(first, end).empty() ||
      !words.places(first, end).empty()) {
    return false;
  }
  for (std::size_t i = first; i < end; ++i) {
    if (!words[i].capital || words[i].info->given) return false;
  }
  return end > first + 1;
}

void take_quoted(Words& words, std::vector<Mention>& mentions, std::size_t first) {
  const std::size_t end = quoted_end(words, first);
  if (end == first) return;
  const bool noun = words.connected(first);
  if (!words.organisations(first, end).empty() || (noun && is_form_of(kBodies, words[first - 1]))) {
    take(words, mentions, Mention::Kind::organisation, first, end);
  } else if (!words.is_outlet(first, end) &&
             ((noun && is_form_of(kThings, words[first - 1])) || is_title(words, first, end))) {
    for (std::size_t i = first; i < end; ++i) words[i].taken = true;
  }
}

bool is_acronym(Words& words, std::size_t i) {
  const Word& word = words[i];
  return word.capitals && is_cyrillic(word.info->lower) && word.info->lower.size() >= 3 * kLetter &&
         word.info->lower.size() <= kLongestAcronym * kLetter &&
         word.span.of(words.text()).find('.') == std::string_view::npos &&
         !is_one_of(kNoBodies, word.info->lower) && words.places(i, i + 1).empty() &&
         !words.is_outlet(i, i + 1) && words.people(i, i + 1).empty();
}

}  // namespace

void find_russian_organisations(Words& words, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!usable(words[i]) || !is_cyrillic(words[i].info->lower)) continue;
    if (words[i].quoted && i > 0) take_quoted(words, mentions, i);
    if (words[i].taken) continue;
    if (const std::size_t end = headed_end(words, i); end > i) {
      // "Министерства внутренних дел Киргизии"
      std::size_t whole = end;
      while (whole < words.size() && whole < end + 2 && words[whole].gap == Gap::blank &&
             words[whole].capital) {
        ++whole;
      }
      while (whole > end && words.organisations(i, whole).empty()) --whole;
      take(words, mentions, Mention::Kind::organisation, i, whole);
      i = whole - 1;
    }
  }
}

void find_russian_acronyms(Words& words, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (usable(words[i]) && is_acronym(words, i)) {
      take(words, mentions, Mention::Kind::organisation, i, i + 1);
    }
  }
}

std::string nominative_organisation(const Words& words, std::size_t first, std::size_t last) {
  std::string name = words.name(first, last);
  if (!is_cyrillic(words[first].info->lower)) return name;
  std::size_t head = first;
  while (head < last && head_noun(words[head].info->lower).empty()) {
    if (!is_adjective(words[head].info->lower)) return name;
    ++head;
  }
  if (head == last) return name;
  const std::string noun = head_noun(words[head].info->lower);
  std::string out;
  for (std::size_t i = first; i <= head; ++i) {
    const std::string& lower = words[i].info->lower;
    const std::string form = i == head ? noun : with_noun(lower, noun);
    const std::string shown = words.name(i, i + 1);
    if (!out.empty()) out += ' ';
    // The first letter as it stands.
    out += form == lower ? shown : shown.substr(0, kLetter) + form.substr(kLetter);
  }
  if (head + 1 < last) out += " " + words.name(head + 1, last);
  return out;
}

}  // namespace alatoo
