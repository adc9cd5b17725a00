// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "common/name_cases.h"
#include "indexer/enrich/kinship.h"
#include "indexer/enrich/place_wording.h"
#include "indexer/enrich/reporters.h"
#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/russian_organisations.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestPerson = 6;
constexpr std::size_t kLongestPlace = 4;
constexpr int kEnough = 2;  // evidence that makes capitalised words a person

bool usable(const Word& word) { return word.capital && !word.taken && !word.loud; }

/// "МИД", "США": in Russian a name of its own in front of a person's.
bool is_russian_acronym(const Word& word) {
  return word.capitals && !word.loud && is_cyrillic(word.info->lower) && !word.info->given;
}

/// Endings and beginnings that only surnames have.
bool surname_shape(std::string_view lower) {
  static constexpr std::array<std::string_view, 22> endings = {
      "ov",   "ova",  "ev",   "eva",  "sky",    "skaya", "skiy", "enko", "vich", "vych",  "shvili",
      "adze", "idze", "chuk", "escu", "poulos", "uulu",  "kyzy", "oglu", "yan",  "zadeh", "wicz"};
  if (is_cyrillic(lower)) return has_family_ending(lower);
  if (lower.size() < 5) return false;
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); }) ||
         (lower.starts_with("mc") && lower.size() > 5);
}

class PersonRules {
 public:
  PersonRules(Words& words, std::vector<Mention>& mentions) : words_(words), mentions_(mentions) {}

  void note_titles();
  void find_full_names();
  void note_found();
  void find_single_names();
  void take_tagged(std::size_t first, std::size_t last);

 private:
  std::size_t run_end(std::size_t first) const;
  void take_from_run(std::size_t first, std::size_t last);
  std::size_t behind_titles(std::size_t first, std::size_t last, bool& titled);
  bool strips(std::size_t i) const;
  bool is_country(std::size_t i);
  bool is_place(std::size_t i);
  bool is_initial(std::size_t i) const;
  int evidence(std::size_t first, std::size_t last, bool titled);
  bool described_behind(std::size_t last) const;
  bool single(std::size_t i);
  std::size_t behind_other_names(std::size_t first, std::size_t last, bool& titled);
  bool opens_in_vain(std::size_t first, std::size_t last);
  bool named_after(std::size_t i) const;
  bool two_surnames(std::size_t first, std::size_t last) const;
  bool behind_russian_title(std::size_t i) const;
  bool russian_pair(std::size_t first, std::size_t last);
  bool is_land_adjective(std::size_t i) const;
  void note_forms(std::size_t first, std::size_t last);
  bool in_person(std::size_t i) const;
  void take_person(std::size_t first, std::size_t last);

  Words& words_;
  std::vector<Mention>& mentions_;
  std::unordered_set<std::string> forms_;  ///< of Cyrillic names found in full, in every case
};

/// Capitalised words that may be one name with its titles; particles inside count.
std::size_t PersonRules::run_end(std::size_t first) const {
  std::size_t end = first + 1;
  if (is_russian_acronym(words_[first])) return end;
  while (end < words_.size() && !words_[end - 1].possessive) {
    if (is_russian_acronym(words_[end])) break;
    if (usable(words_[end]) && words_[end].joins()) {
      ++end;
      continue;
    }
    std::size_t next = end;
    while (next < words_.size() && next < end + 3 && !words_[next].capital &&
           words_[next].is(kParticle) && words_[next].joins()) {
      ++next;
    }
    if (next == end || next >= words_.size() || !usable(words_[next]) || !words_[next].joins())
      break;
    end = next + 1;
  }
  // "Mirbek uulu" has nothing behind the particle.
  if (end < words_.size() && words_[end].joins() && !words_[end - 1].possessive &&
      is_one_of("uulu kyzy уулу кызы", words_[end].info->lower)) {
    ++end;
  }
  return end;
}

bool PersonRules::strips(std::size_t i) const {
  const Word& word = words_[i];
  if (is_one_letter(word.info->lower) && words_.text().substr(word.span.end).starts_with('.')) {
    return false;  // "С. Жапаров"
  }
  if (word.is(kFunction | kCalendar)) {
    // "Will Smith", "April Jones", but "In May Bakiyev ..."
    return !word.info->given || word.info->lower.size() < 3 ||
           words_.before(i, kLocative | kFunction);
  }
  if (word.info->demonym && !word.info->given) return true;
  if (word.is(kDirection | kPortfolio | kOrgTail | kThingTail)) return !word.info->given;
  return word.opens && words_.seen_lower(i) && !word.info->given;
}

bool PersonRules::is_place(std::size_t i) { return !words_.places(i, i + 1).empty(); }

bool PersonRules::is_country(std::size_t i) {
  const auto& places = words_.places(i, i + 1);
  return std::any_of(places.begin(), places.end(),
                     [](const Place* place) { return place->kind == Place::Kind::country; });
}

/// Where the name starts in the run [first, last): behind its last title.
std::size_t PersonRules::behind_titles(std::size_t first, std::size_t last, bool& titled) {
  std::size_t start = first;
  for (std::size_t i = first; i + 1 < last; ++i) {
    const Word& word = words_[i];
    const bool title = word.is(kTitle | kHonorific) || (word.is(kRole) && i == first);
    // Behind a given name "King" or "Major" is a surname's part.
    const bool in_name = i > start && words_[i - 1].info->given && !word.is(kHonorific);
    if (title && !in_name) {
      start = i + 1;
      titled = true;
    }
  }
  // "главы правительства России Анны Ли": the land is what precedes the name is of.
  if (start == first && last - first >= 3 && !words_[first].info->given &&
      words_[first + 1].info->given && is_country(first)) {
    ++start;
  }
  if (!titled && first >= 2) {
    // "Secretary of State X", "President of the Republic X"
    std::size_t of = first - 1;
    if (words_[of].info->lower == "the" && of > 0) --of;
    if (of > 0 && words_[of].info->lower == "of" && words_[of - 1].is(kTitle) &&
        words_.connected(first) && words_.connected(of)) {
      while (start + 1 < last && (words_[start].is(kPortfolio | kNounlike) || is_country(start))) {
        ++start;
      }
      titled = start > first;
    }
  }
  return start;
}

/// Where in a run of Cyrillic words the last name starts. Genitives stand in front of what they
/// belong to: "президент Киргизии Курманбек Бакиев", "адвокат Сарыкова Гульнара Тентимишева".
std::size_t PersonRules::behind_other_names(std::size_t first, std::size_t last, bool& titled) {
  if (!is_cyrillic(words_[last - 1].info->lower)) return first;
  std::vector<std::size_t> parts;  // "Касым-Жомарт" is one
  for (std::size_t i = first; i < last; ++i) {
    if (i == first || words_[i].gap != Gap::hyphen) parts.push_back(i);
    if (words_[i].is(kParticle)) return first;
  }
  const auto fathers = [&](std::size_t part) {
    return is_fathers_name(words_[part].info->lower) && !words_[part].info->given;
  };
  const auto initial = [&](std::size_t i) {
    return is_one_letter(words_[i].info->lower) ||
           words_[i].span.of(words_.text()).find('.') != std::string_view::npos;
  };
  const std::size_t count = parts.size();
  std::size_t start = first;
  if (count > 2 && !initial(parts[count - 2])) {
    const std::size_t family = parts.back();
    if (fathers(family)) {
      const std::size_t head = parts[count - 3];
      const bool whole =
          surname_shape(words_[head].info->lower) || (count == 3 && !words_[head].opens);
      start = whole ? head : parts[count - 2];
    } else if (fathers(parts[count - 2])) {
      start = parts[count - 3];
    } else if (surname_shape(words_[last - 1].info->lower) ||
               (words_[parts[count - 2]].info->given && !words_[parts[count - 3]].info->given)) {
      start = parts[count - 2];
    }
  }
  // "президент России Путин", "мэр Оша Мырзакматов"
  while (start + 1 < last && !words_[start].info->given && is_place(start)) {
    std::size_t next = start + 1;
    while (next < last && words_[next].gap == Gap::hyphen) ++next;
    if (next == last) break;
    start = next;
  }
  if (start > first) titled = titled || words_.before(first, kTitle | kRole);
  return start;
}

/// "улица Чингиза Айтматова": a name in the genitive behind what bears it.
bool PersonRules::named_after(std::size_t i) const {
  if (i == 0 || !words_.connected(i) || words_[i].gap != Gap::blank ||
      !is_cyrillic(words_[i].info->lower)) {
    return false;
  }
  static constexpr std::string_view kNamed =
      "улиц улица проспект площад площадь бульвар переулок имени парк аэропорт стадион микрорайон "
      "шоссе театр премия орден";
  const auto& before = words_[i - 1].info->lower;
  bool named = is_one_of(kNamed, before);
  for (const auto& nominative : nominatives(before)) named = named || is_one_of(kNamed, nominative);
  return named && !(i > 1 && words_.connected(i - 1) && words_[i - 2].is(kTitle | kRole));
}

/// "министр культуры X", "глава администрации города X"
bool PersonRules::behind_russian_title(std::size_t i) const {
  if (!is_cyrillic(words_[i].info->lower)) return false;
  for (std::size_t k = i, steps = 0; k > 0 && steps < 5; --k, ++steps) {
    if (!words_.connected(k) || !words_[k].joins()) return false;
    const Word& before = words_[k - 1];
    if (before.is(kTitle | kRole)) return steps > 0;
    if (before.is(kFunction | kLocative | kSpeech) && before.info->lower != "по") return false;
  }
  return false;
}

/// Two capitalised Cyrillic words inside a sentence. Russian writes no other names so but those of
/// places and bodies: "ждет Вацлав Клаус".
bool PersonRules::russian_pair(std::size_t first, std::size_t last) {
  if (last != first + 2 || words_[last - 1].gap != Gap::blank) return false;
  constexpr std::uint32_t kOther = kOrgHead | kOrgTail | kLandHead | kSettlement | kFunction |
                                   kCalendar | kThingTail | kTitle | kRole | kKin;
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = words_[i];
    if (!is_cyrillic(word.info->lower) || word.opens || word.quoted || word.capitals ||
        word.is(kOther) || word.span.size() < 6 || is_place(i)) {
      return false;
    }
  }
  static constexpr std::string_view kThings[] = {"лиг",   "куб",   "дом",     "дворц", "войн",
                                                 "игр",   "ден",   "дня",     "нов",   "бел",
                                                 "красн", "велик", "отечеств"};
  const auto& head = words_[first].info->lower;
  if (std::any_of(std::begin(kThings), std::end(kThings),
                  [&](std::string_view stem) { return head.starts_with(stem); })) {
    return false;
  }
  for (const std::string_view ending :
       {"ая", "ый", "ий", "ой", "ое", "ые", "ие", "ого", "ому", "ым", "ых", "ую", "ыми", "его"}) {
    if (head.ends_with(ending) && !words_[first].info->given) return false;
  }
  return !words_.seen_lower(first) && !words_.seen_lower(last - 1);
}

/// "с Лукашенко Бакиев": two people who meet in a sentence.
bool PersonRules::two_surnames(std::size_t first, std::size_t last) const {
  return last == first + 2 && words_[last - 1].gap == Gap::blank && !words_[first].info->given &&
         has_family_ending(words_[first].info->lower) &&
         has_family_ending(words_[last - 1].info->lower) &&
         !is_fathers_name(words_[last - 1].info->lower);
}

/// "Чуйской и Нарынской областей", "Аксыйского района"
bool PersonRules::is_land_adjective(std::size_t i) const {
  if (!has_adjective_ending(words_[i].info->lower)) return false;
  for (std::size_t k = i + 1; k < words_.size() && k < i + 6 && words_.connected(k); ++k) {
    if (words_[k].gap == Gap::other) return false;
    if (!words_[k].capital && words_[k].is(kLandTail | kOrgTail)) return true;
    const bool more = words_[k].info->lower == "и" || has_adjective_ending(words_[k].info->lower);
    if (!more && !(words_[k].gap == Gap::hyphen || words_[k].capital)) return false;
  }
  return false;
}

/// True for words of which the first has its capital from the sentence's start, and the second
/// stands in the genitive: "Дом Атамбаева", "Указом Исакова".
bool PersonRules::opens_in_vain(std::size_t first, std::size_t last) {
  const Word& head = words_[first];
  if (!head.opens || head.info->given || !is_cyrillic(head.info->lower)) return false;
  if (last - first > 2 || is_one_letter(head.info->lower)) return false;
  const std::string& family = words_[last - 1].info->lower;
  if (is_fathers_name(family)) return false;
  for (const std::string_view nominative : {"ов", "ев", "ёв", "ин", "ский", "цкий"}) {
    if (family.ends_with(nominative)) return false;
  }
  return words_.people(first, last).empty();
}

void PersonRules::note_forms(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const std::string& form = words_[i].info->lower;
    if (!is_cyrillic(form) || is_one_letter(form)) continue;
    forms_.insert(form);
    for (auto& nominative : nominatives(form)) forms_.insert(std::move(nominative));
  }
}

/// True if the word is part of a name that the article gives in full, in whatever case.
bool PersonRules::in_person(std::size_t i) const {
  if (words_.in_person(i)) return true;
  const std::string& form = words_[i].info->lower;
  if (forms_.empty() || !is_cyrillic(form)) return false;
  if (forms_.count(form) > 0) return true;
  for (const auto& nominative : nominatives(form)) {
    if (forms_.count(nominative) > 0) return true;
  }
  return false;
}

/// ", the head of ...", ", 45," or ", who" behind a name.
bool PersonRules::described_behind(std::size_t last) const {
  if (last >= words_.size() || words_[last].gap != Gap::comma) return false;
  const auto text = words_.text();
  const char digit = text[words_[last].span.begin];
  if (digit >= '1' && digit <= '9' && words_[last].span.size() == 2) return true;
  if (words_[last].info->lower == "who") return true;
  for (std::size_t i = last; i < words_.size() && i < last + 7; ++i) {
    if (i > last && (words_[i].gap != Gap::blank && words_[i].gap != Gap::hyphen)) return false;
    if (words_[i].is(kSpeech)) return false;
    if (words_[i].is(kRole | kTitle)) return true;
  }
  return false;
}

/// "K", "К", and "К.С.", which is one word.
bool PersonRules::is_initial(std::size_t i) const {
  const Word& word = words_[i];
  if (is_one_letter(word.info->lower)) return true;
  return is_cyrillic(word.info->lower) && word.span.size() <= 8 &&
         word.span.of(words_.text()).find('.') != std::string_view::npos;
}

int PersonRules::evidence(std::size_t first, std::size_t last, bool titled) {
  int score = 0;
  const Word& head = words_[first];
  const Word& tail = words_[last - 1];
  if (titled) {
    score += 3;
  } else if (words_.before(first, kRole | kTitle | kKin) && head.gap == Gap::blank &&
             !words_[first - 1].possessive) {
    score += 2;
  } else if (first > 0 && words_[first - 1].info->lower == "the" && words_.connected(first)) {
    score -= 2;
  }
  if (head.info->given) {
    const bool doubtful =
        head.is(kAmbiguous | kNounlike) || !words_.places(first, first + 1).empty();
    score += doubtful ? 1 : 2;
  }
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = words_[i];
    if (word.capital && is_initial(i) && i + 1 < last) score += i > first ? 2 : 1;
    if (!word.capital) score += 1;  // particle
    if (word.is(kNounlike) && !word.info->given) score -= i + 1 == last && titled ? 0 : 2;
    if (word.is(kOrgTail | kLandTail | kCompany | kThingTail | kPress) && !word.info->given) {
      score -= titled ? 1 : 2;
    }
    if (word.is(kFunction | kCalendar) && !word.info->given) score -= 3;
    if (word.is(kLandHead) && i == first) score -= 3;
    if (word.info->demonym && !word.info->given) score -= 2;
    if (word.info->in_company == words_.number()) score -= 3;
    if (word.capitals && word.span.size() > (i == first ? 2u : 1u) && !word.is(kSuffix) &&
        !is_initial(i)) {
      score -= 3;
    }
    if (words_.seen_lower(i) && word.capital && !word.info->given) score -= 1;
  }
  if (tail.is(kSuffix)) score += 2;
  if (surname_shape(tail.info->lower) || is_fathers_name(tail.info->lower)) score += 2;
  if (opens_in_vain(first, last)) score -= 3;
  if (named_after(first)) score -= 6;
  if (two_surnames(first, last)) score -= 6;
  if (!titled && (behind_russian_title(first) || russian_pair(first, last))) score += 2;
  for (std::size_t i = first; i < last; ++i) {
    if (is_one_of("уулу кызы", words_[i].info->lower)) score += 2;
  }
  if (tail.info->behind_title == words_.number()) score += 2;
  if (!words_.people(first, last).empty()) score += 4;
  if (!words_.places(first, last).empty()) score -= 3;
  if (!words_.organisations(first, last).empty()) score -= 4;
  if (!head.info->given && !titled && !words_.places(first, first + 1).empty()) score -= 2;
  if (described_behind(last)) score += 2;
  if (last < words_.size() && words_.connected(last)) {
    const Word& next = words_[last];
    if (next.is(kSpeech) && !tail.possessive) score += 1;
    if (next.gap == Gap::blank && !next.capital && next.is(kOrgTail)) score -= 2;
    if (next.gap == Gap::blank && next.info->lower == "who") score += 2;
  }
  if (words_.before(first, kSpeech)) score += 1;
  return score;
}

void PersonRules::take_person(std::size_t first, std::size_t last) {
  if (last - first > 1) {
    for (std::size_t i = first; i < last; ++i) {
      if (words_[i].capital && words_[i].span.size() > 1) {
        words_[i].info->in_person = words_.number();
      }
    }
  }
  take(words_, mentions_, Mention::Kind::person, first, last);
}

void PersonRules::take_from_run(std::size_t first, std::size_t last) {
  while (last > first && words_[last - 1].is(kCalendar) && !words_[last - 1].info->given) --last;
  while (last > first && is_one_letter(words_[last - 1].info->lower)) --last;  // "Kenneth J"
  bool titled = false;
  std::size_t start = behind_titles(first, last, titled);
  while (start + 1 < last && strips(start)) {
    titled = false;
    ++start;
  }
  while (last > start && is_land_adjective(last - 1)) --last;
  // Kyrgyz: "Садыр Жапаров Ошко барды"
  if (last == start + 3 && is_cyrillic(words_[start].info->lower) && words_[start].info->given &&
      words_[last - 1].gap == Gap::blank && has_family_ending(words_[start + 1].info->lower) &&
      !surname_shape(words_[last - 1].info->lower) &&
      !is_fathers_name(words_[last - 1].info->lower) && is_place(last - 1)) {
    --last;
  }
  if (start < last) start = behind_other_names(start, last, titled);
  if (start < last && words_[last - 1].gap == Gap::hyphen &&
      is_cyrillic(words_[start].info->lower)) {
    std::size_t head = last - 1;
    while (head > start && words_[head].gap == Gap::hyphen) --head;
    if (head == start) return;  // "Джалал-Абадской"
  }
  if (last - start < 2 || last - start > kLongestPerson) return;
  if (is_reporter(words_, start, last)) {
    for (std::size_t i = start; i < last; ++i) words_[i].taken = true;
    return;
  }
  if (evidence(start, last, titled) >= kEnough) {
    take_person(start, last);
  } else if (last - start > 2 && words_[start].opens && !titled && !words_[start].info->given &&
             evidence(start + 1, last, false) > kEnough) {
    take_person(start + 1, last);
  }
}

void PersonRules::take_tagged(std::size_t first, std::size_t last) {
  bool titled = false;
  std::size_t start = behind_titles(first, last, titled);
  while (start < last && words_[start].is(kHonorific) && !words_[start].info->given) ++start;
  // "German Kohl", but "Danish Kaneria"
  while (start < last && words_[start].info->demonym && !words_[start].info->given &&
         !(last - start == 2 && words_.in_person(start))) {
    ++start;
  }
  if (start == last || last - start > kLongestPerson) return;
  const bool one = start + 1 == last;
  if (one && words_[start].is(kCalendar) && !words_.in_person(start)) return;
  // "Richard Mawrey, QC"
  if (one && words_[start].capitals && words_[start].span.size() < 4 &&
      words_.people(start, last).empty() && !words_.in_person(start)) {
    return;
  }
  if (is_reporter(words_, start, last)) {
    for (std::size_t i = start; i < last; ++i) words_[i].taken = true;
    return;
  }
  take_person(start, last);
}

void PersonRules::note_titles() {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (words_[i].is(kHonorific) && usable(words_[i]) && usable(words_[i + 1]) &&
        words_[i + 1].gap == Gap::blank) {
      words_[i + 1].info->behind_title = words_.number();
    }
  }
}

void PersonRules::find_full_names() {
  for (std::size_t i = 0; i < words_.size();) {
    if (!usable(words_[i])) {
      ++i;
      continue;
    }
    const std::size_t end = run_end(i);
    if (end > i + 1) take_from_run(i, end);
    i = end;
  }
}

/// Whether the capitalised word `i`, which has no capitalised neighbour of its own, may be a
/// person.
bool PersonRules::single(std::size_t i) {
  const Word& word = words_[i];
  if (word.is(kHonorific | kTitle | kCalendar) && !in_person(i)) return false;
  if (word.is(kFunction) && !in_person(i)) return false;
  if (named_after(i)) return false;
  if (is_cyrillic(word.info->lower) && words_.before(i, kSettlement) && !in_person(i)) return false;
  if (is_land_adjective(i)) return false;
  const bool doubtful = word.opens && words_.seen_lower(i);
  if (words_.before(i, kHonorific) && words_[i].gap == Gap::blank && words_[i - 1].capital)
    return true;
  if (in_person(i)) {
    const bool verb = i + 1 < words_.size() && words_[i + 1].is(kSpeech);
    return (!doubtful || verb) && !word.capitals;
  }
  if (word.capitals || word.info->demonym || word.is(kNounlike | kOrgTail | kLandTail))
    return false;
  if (kinship(words_, i, i + 1).found()) return true;
  const bool place = !words_.places(i, i + 1).empty();
  // "представитель Кремля Дмитрий Песков"
  if (is_cyrillic(word.info->lower) && words_.people(i, i + 1).empty() &&
      (!words_.organisations(i, i + 1).empty() ||
       (i + 1 < words_.size() && words_[i + 1].capital && words_[i + 1].joins()))) {
    return false;
  }
  if (words_.before(i, kTitle | kRoyal) && word.gap == Gap::blank && !place &&
      !words_.seen_lower(i) && !words_[i - 1].possessive) {
    return words_[i - 1].capital || word.is(kAmbiguous) || !words_.people(i, i + 1).empty() ||
           surname_shape(word.info->lower);
  }
  return !doubtful && !place && !words_.people(i, i + 1).empty();
}

void PersonRules::note_found() {
  for (const Mention& mention : mentions_) {
    if (mention.kind == Mention::Kind::person) note_forms(mention.first, mention.last);
  }
}

void PersonRules::find_single_names() {
  for (std::size_t i = 0; i < words_.size();) {
    if (!usable(words_[i])) {
      ++i;
      continue;
    }
    std::size_t end = run_end(i);
    std::size_t last = end;
    while (last > i + 1 && words_[last - 1].is(kCalendar)) --last;
    bool titled = false;
    std::size_t start = behind_titles(i, last, titled);
    while (start + 1 < last && strips(start)) ++start;
    start = behind_other_names(start, last, titled);
    if (start + 1 < last && !words_[start].info->given && in_person(last - 1) &&
        words_[start].opens) {
      start = last - 1;  // "Yesterday's" kin: a capital that only the sentence start gives
    }
    if (start + 1 == last && single(start)) {
      // A king's one name needs his title.
      const bool royal = start > i && words_[start - 1].is(kRoyal) && !words_.in_person(start) &&
                         words_[start].joins();
      take_person(royal ? start - 1 : start, last);
    }
    i = end;
  }
}

/// "[Кызыл]-Булак": a part of a Cyrillic name, unless the other part is a place, too ("Бишкек-Ош").
bool cuts_a_compound(Words& words, std::size_t first, std::size_t last) {
  if (!is_cyrillic(words[first].info->lower)) return false;
  const auto other = [&](std::size_t i) {
    return words[i].capital && !words[i].taken && words.places(i, i + 1).empty();
  };
  if (last < words.size() && words[last].gap == Gap::hyphen && other(last)) return true;
  return first > 0 && words[first].gap == Gap::hyphen && other(first - 1);
}

}  // namespace

void find_places(Words& words, std::vector<Mention>& mentions, std::size_t shortest) {
  std::vector<const WordInfo*> introduced;
  if (shortest == 1) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (usable(words[i]) &&
          !words[i].is(kFunction | kCalendar | kTitle | kHonorific | kNounlike) &&
          !words[i].info->demonym && introduced_as_settlement(words, i, i + 1)) {
        introduced.push_back(words[i].info);
      }
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!usable(words[i])) continue;
    std::size_t end = std::min(words.size(), i + kLongestPlace);
    for (std::size_t k = i + 1; k < end; ++k) {
      if (words[k].taken || !words[k].joins() || words[k - 1].possessive) end = k;
    }
    while (end > i && !(words[end - 1].capital && !words.places(i, end).empty())) --end;
    if (end > i && cuts_a_compound(words, i, end)) continue;
    if (end == i + 1 && words[i].opens &&
        words[i].is(kFunction | kCalendar | kHonorific | kTitle)) {
      continue;
    }
    if (end == i &&
        std::find(introduced.begin(), introduced.end(), words[i].info) != introduced.end()) {
      end = i + 1;
    }
    if (end >= i + shortest) {
      take(words, mentions, Mention::Kind::place, i, end);
      i = end - 1;
    }
  }
}

void find_in_loud_lines(Words& words, std::vector<Mention>& mentions) {
  const auto free = [&](std::size_t i) {
    return words[i].capital && words[i].loud && !words[i].taken;
  };
  std::vector<const WordInfo*> organisations;
  for (const auto& mention : mentions) {
    if (mention.kind == Mention::Kind::organisation && mention.last == mention.first + 1) {
      organisations.push_back(words[mention.first].info);
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!free(i)) continue;
    std::size_t reach = i + 1;
    while (reach < words.size() && reach < i + 5 && free(reach) && words[reach].joins() &&
           !words[reach - 1].possessive) {
      ++reach;
    }
    for (std::size_t end = reach; end > i; --end) {
      const bool one = end == i + 1;
      const bool common =
          one && (words.seen_lower(i) || words[i].is(kFunction | kNounlike | kCalendar));
      if (common) break;
      if (words.is_outlet(i, end)) {
        for (std::size_t k = i; k < end; ++k) words[k].taken = true;
        break;
      }
      bool known_person = !words.people(i, end).empty() && (!one || words[i].span.size() > 3);
      if (!known_person) {
        known_person = true;
        for (std::size_t k = i; k < end; ++k) known_person = known_person && words.in_person(k);
      }
      if (known_person) {
        take(words, mentions, Mention::Kind::person, i, end);
        break;
      }
      const bool short_capitals = one && words[i].span.size() < 4 && !words.before(i, kLocative);
      const bool known_organisation = one && std::find(organisations.begin(), organisations.end(),
                                                       words[i].info) != organisations.end();
      if (known_organisation || (!short_capitals && !words.organisations(i, end).empty())) {
        take(words, mentions, Mention::Kind::organisation, i, end);
        break;
      }
      if (!short_capitals && !words.places(i, end).empty() && !(one && words[i].is(kAmbiguous))) {
        take(words, mentions, Mention::Kind::place, i, end);
        break;
      }
    }
  }
}

void find_full_persons(Words& words, std::vector<Mention>& mentions) {
  PersonRules rules(words, mentions);
  rules.note_titles();
  rules.find_full_names();
}

void find_single_persons(Words& words, std::vector<Mention>& mentions) {
  PersonRules rules(words, mentions);
  rules.note_found();
  rules.find_single_names();
}

void take_tagged_person(Words& words, std::vector<Mention>& mentions, std::size_t first,
                        std::size_t last) {
  PersonRules(words, mentions).take_tagged(first, last);
}

std::vector<Mention> find_by_rules(Words& words) {
  std::vector<Mention> mentions;
  find_russian_organisations(words, mentions);
  find_long_organisations(words, mentions);
  find_full_persons(words, mentions);
  find_single_persons(words, mentions);
  find_places(words, mentions, 2);
  find_short_organisations(words, mentions);
  find_russian_acronyms(words, mentions);
  find_places(words, mentions, 1);
  find_in_loud_lines(words, mentions);
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.first < b.first; });
  return mentions;
}

}  // namespace alatoo
