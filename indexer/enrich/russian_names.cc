// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/russian_names.h"

#include <algorithm>
#include <iterator>

#include "common/text.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of a Cyrillic one

struct Ending {
  std::string_view ending;
  std::string_view base;  // what stands there in the nominative
  std::uint32_t cases;
};

constexpr std::uint32_t kOfLiving = kGenitive | kAccusative;  // of men they are alike

// Behind a consonant.
constexpr Ending kHard[] = {
    {"а", "", kOfLiving},      {"у", "", kDative},        {"ом", "", kInstrumental},
    {"ем", "", kInstrumental}, {"е", "", kPrepositional},
};
constexpr Ending kSoft[] = {
    {"я", "й", kOfLiving},      {"ю", "й", kDative},        {"ем", "й", kInstrumental},
    {"е", "й", kPrepositional}, {"я", "ь", kOfLiving},      {"ю", "ь", kDative},
    {"ем", "ь", kInstrumental}, {"е", "ь", kPrepositional}, {"и", "й", kPrepositional},
};
constexpr Ending kOnA[] = {
    {"ы", "а", kGenitive},      {"и", "а", kGenitive},      {"е", "а", kDative | kPrepositional},
    {"у", "а", kAccusative},    {"ой", "а", kInstrumental}, {"ою", "а", kInstrumental},
    {"ей", "а", kInstrumental},
};
constexpr Ending kOnYa[] = {
    {"и", "я", kGenitive | kDative | kPrepositional},
    {"е", "я", kDative | kPrepositional},
    {"ю", "я", kAccusative},
    {"ей", "я", kInstrumental},
    {"ёй", "я", kInstrumental},
};
constexpr Ending kSonOf[] = {
    // -ов, -ин
    {"а", "", kOfLiving},
    {"у", "", kDative},
    {"ым", "", kInstrumental},
    {"е", "", kPrepositional},
};
constexpr Ending kDaughterOf[] = {
    {"ой", "а", kAnyCase & ~(kNominative | kAccusative)},
    {"у", "а", kAccusative},
};
constexpr Ending kAdjectiveOfMan[] = {
    {"ого", "ий", kOfLiving},
    {"ому", "ий", kDative},
    {"им", "ий", kInstrumental},
    {"ом", "ий", kPrepositional},
};
constexpr Ending kAdjectiveOfWoman[] = {
    {"ой", "ая", kAnyCase & ~(kNominative | kAccusative)},
    {"ую", "ая", kAccusative},
};

bool ends_in_one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool ends_in_vowel(std::string_view word) {
  return ends_in_one_of(word, {"а", "е", "ё", "и", "о", "у", "ы", "э", "ю", "я", "ү", "ө"});
}

template <std::size_t N, typename Fits>
void read(const std::string& word, const Ending (&endings)[N], const Fits& fits,
          std::vector<Declension>& found) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.ending) || word.size() < ending.ending.size() + 2 * kLetter)
      continue;
    const std::string stem = word.substr(0, word.size() - ending.ending.size());
    std::string base = stem + std::string(ending.base);
    if (fits(stem, base)) found.push_back({std::move(base), ending.cases});
  }
}

bool consonant_stem(const std::string& stem, const std::string&) { return !ends_in_vowel(stem); }
bool vowel_stem(const std::string& stem, const std::string& base) {
  return base.ends_with("ь") != ends_in_vowel(stem);
}

bool is_family_of_man(std::string_view word) {
  return ends_in_one_of(word, {"ов", "ев", "ёв", "ин", "ын"});
}
bool is_adjective(std::string_view stem) { return ends_in_one_of(stem, {"ск", "цк"}); }

bool never_declined(std::string_view word) {
  if (ends_in_one_of(word, {"ского", "цкого"})) return false;
  return ends_in_one_of(word,
                        {"о", "их", "ых", "швили", "дзе", "уулу", "улы", "кызы", "оглы", "заде"});
}

/// A surname in -ов or -ова before a Kyrgyz ending: "бакиевдин", "отунбаевага"; empty: none such.
std::string before_kyrgyz_ending(std::string_view word) {
  for (const std::string_view ending :
       {"нын", "нин", "нун", "дын", "дин", "дун", "тын", "тин", "тун", "дан", "ден",
        "тан", "тен", "ны",  "ни",  "ну",  "ды",  "ди",  "ду",  "ты",  "ти",  "ту",
        "га",  "ге",  "го",  "ка",  "ке",  "ко",  "да",  "де",  "до",  "та",  "те"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (stem.size() >= 5 * kLetter &&
        (is_family_of_man(stem) || ends_in_one_of(stem, {"ова", "ева"}))) {
      return std::string(stem);
    }
  }
  return {};
}

}  // namespace

bool is_cyrillic(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? 0 : word.front());
  return lead >= 0xD0 && lead <= 0xD3;
}

bool is_one_letter(std::string_view word) {
  if (word.empty()) return false;
  std::size_t at = 0;
  next_code_point(word, at);
  return at == word.size();
}

bool has_family_ending(std::string_view lower) {
  if (!is_cyrillic(lower) || lower.size() < 5 * kLetter) return false;
  if (ends_in_one_of(lower,
                     {"енко", "швили", "адзе", "идзе", "ных", "ских", "улы", "кызы", "оглы"}))
    return true;
  if (!before_kyrgyz_ending(lower).empty()) return true;
  for (const std::string_view stem : {"ов", "ев", "ёв", "ин", "ын"}) {
    for (const std::string_view ending : {"", "а", "у", "ым", "е", "ой"}) {
      if (lower.size() >= stem.size() + ending.size() + 2 * kLetter && lower.ends_with(ending) &&
          lower.substr(0, lower.size() - ending.size()).ends_with(stem)) {
        return true;
      }
    }
  }
  if (has_adjective_ending(lower)) return true;
  for (const std::string_view stem :
       {"чук", "щук", "нюк", "рюк", "тюк", "люк", "ович", "евич", "ян"}) {
    for (const std::string_view ending : {"", "а", "у", "ом", "ем", "е"}) {
      if (lower.size() >= stem.size() + ending.size() + 2 * kLetter && lower.ends_with(ending) &&
          lower.substr(0, lower.size() - ending.size()).ends_with(stem)) {
        return true;
      }
    }
  }
  return false;
}

bool is_fathers_name(std::string_view lower) {
  if (lower.size() < 6 * kLetter) return false;
  for (const std::string_view stem : {"ович", "евич", "ильич"}) {
    for (const std::string_view ending : {"", "а", "у", "ем", "е"}) {
      if (lower.ends_with(ending) &&
          lower.substr(0, lower.size() - ending.size()).ends_with(stem)) {
        return true;
      }
    }
  }
  for (const std::string_view stem : {"овн", "евн", "ичн"}) {
    for (const std::string_view ending : {"а", "ы", "е", "у", "ой", "ою"}) {
      if (lower.ends_with(ending) &&
          lower.substr(0, lower.size() - ending.size()).ends_with(stem)) {
        return true;
      }
    }
  }
  return false;
}

std::vector<Declension> given_readings(const std::string& lower, Gender gender) {
  std::vector<Declension> found;
  const bool vowel = ends_in_vowel(lower);
  const bool on_a = ends_in_one_of(lower, {"а", "я"});
  // "Айгерим" and "Абдували" stay as they are.
  const bool fixed = (vowel && !on_a) || (gender == Gender::female && !vowel);
  found.push_back({lower, fixed ? kAnyCase : kNominative});
  if (gender == Gender::male) {
    if (lower == "павла") found.push_back({"павел", kOfLiving});
    if (lower == "павлу") found.push_back({"павел", kDative});
    if (lower == "павлом") found.push_back({"павел", kInstrumental});
    if (lower == "льва") found.push_back({"лев", kOfLiving});
    read(lower, kHard, consonant_stem, found);
    read(lower, kSoft, vowel_stem, found);
  }
  // "Никита", "Илья" are men.
  const auto any = [](const std::string&, const std::string&) { return true; };
  read(lower, kOnA, consonant_stem, found);
  read(lower, kOnYa, any, found);
  return found;
}

std::vector<Declension> fathers_readings(const std::string& lower, Gender gender) {
  std::vector<Declension> found;
  const auto fits = [&](const std::string&, const std::string& base) {
    return gender == Gender::male ? base.ends_with("ич") : base.ends_with("на");
  };
  if (fits(lower, lower)) found.push_back({lower, kNominative});
  if (gender == Gender::male) {
    read(lower, kHard, fits, found);
  } else {
    read(lower, kOnA, fits, found);
  }
  return found;
}

std::vector<Declension> family_readings(const std::string& lower, Gender gender) {
  std::vector<Declension> found;
  if (std::string stem = before_kyrgyz_ending(lower); !stem.empty()) {
    if (is_family_of_man(stem) != (gender == Gender::male)) return {};
    return {{std::move(stem), kAnyCase}};
  }
  if (never_declined(lower)) return {{lower, kAnyCase}};
  const auto any = [](const std::string&, const std::string&) { return true; };
  if (gender == Gender::male) {
    const auto son = [](const std::string& stem, const std::string&) {
      return is_family_of_man(stem);
    };
    const auto adjective = [](const std::string& stem, const std::string&) {
      return is_adjective(stem);
    };
    read(lower, kSonOf, son, found);
    read(lower, kAdjectiveOfMan, adjective, found);
    if (!found.empty()) return found;
    if (ends_in_one_of(lower, {"ская", "цкая", "ской", "цкой", "ую"})) return found;
    found.push_back({lower, ends_in_one_of(lower, {"и", "э", "еску"}) ? kAnyCase : kNominative});
    if (is_family_of_man(lower)) return found;
    read(lower, kHard, consonant_stem, found);
    read(lower, kSoft, vowel_stem, found);
    read(lower, kOnA, consonant_stem, found);
    read(lower, kOnYa, any, found);
    return found;
  }
  const auto daughter = [](const std::string& stem, const std::string&) {
    return is_family_of_man(stem);
  };
  const auto adjective = [](const std::string& stem, const std::string&) {
    return is_adjective(stem);
  };
  read(lower, kDaughterOf, daughter, found);
  read(lower, kAdjectiveOfWoman, adjective, found);
  if (!found.empty()) return found;
  if (ends_in_one_of(lower,
                     {"ов", "ев", "ёв", "ский", "цкий", "ского", "скому", "овым", "евым", "иным"}))
    return found;
  if (ends_in_one_of(lower, {"ова", "ева", "ёва", "ина", "ына", "ая"}))
    return {{lower, kNominative}};
  // "Анна Шмидт" stays as she is.
  found.push_back({lower, ends_in_one_of(lower, {"а", "я"}) ? kNominative : kAnyCase});
  if (ends_in_vowel(lower)) {
    read(lower, kOnA, consonant_stem, found);
    read(lower, kOnYa, any, found);
  }
  return found;
}

bool has_adjective_ending(std::string_view lower) {
  for (const std::string_view stem : {"ск", "цк"}) {
    for (const std::string_view ending :
         {"ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"}) {
      if (lower.ends_with(ending) &&
          lower.substr(0, lower.size() - ending.size()).ends_with(stem)) {
        return true;
      }
    }
  }
  return false;
}

std::uint32_t cases_of_noun(std::string_view lower, bool in_nominative) {
  if (in_nominative) return kNominative;
  if (ends_in_one_of(lower, {"ом", "ем", "ым", "им", "ой", "ей"})) return kInstrumental;
  if (ends_in_one_of(lower, {"у", "ю"})) return kDative | kAccusative;
  if (lower.ends_with("е")) return kPrepositional | kDative;
  if (ends_in_one_of(lower, {"а", "я", "ы", "и", "ого"})) return kOfLiving;
  return kAnyCase;
}

std::uint32_t cases_behind(std::string_view preposition) {
  if (is_one_of("с со над перед между вместе", preposition)) return kInstrumental;
  if (is_one_of("к ко благодаря согласно", preposition)) return kDative;
  if (is_one_of("о об обо при", preposition)) return kPrepositional;
  if (is_one_of("у от до из для без против после около вместо кроме ради", preposition)) {
    return kGenitive;
  }
  if (is_one_of("про через", preposition)) return kAccusative;
  return is_one_of("за на в", preposition) ? kAccusative | kPrepositional | kInstrumental : 0;
}

}  // namespace alatoo
