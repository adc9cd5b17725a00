// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/declined_names.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/name_cases.h"
#include "common/name_key.h"
#include "indexer/enrich/russian_names.h"

namespace alatoo {
namespace {

constexpr int kNone = std::numeric_limits<int>::min();

enum class Part { given, fathers, family };

bool is_surname_word(const Words& words, std::size_t i) {
  return has_family_ending(words[i].info->lower) && !is_fathers_name(words[i].info->lower);
}

/// What each word of the name [first, last) is.
std::vector<Part> parts_of(const Words& words, std::size_t first, std::size_t last) {
  std::vector<Part> parts(last - first, Part::given);
  for (std::size_t i = first + 1; i < last; ++i) {
    if (is_fathers_name(words[i].info->lower)) parts[i - first] = Part::fathers;
  }
  const bool fathers_last = parts.back() == Part::fathers;
  if (fathers_last && parts.size() == 2) return parts;
  const bool turned =
      fathers_last ||
      (parts.size() == 2 && is_surname_word(words, first) && !words[first].info->given &&
       !is_surname_word(words, last - 1) && words[last - 1].info->given);
  if (turned) {
    parts.front() = Part::family;
    return parts;
  }
  parts.back() = Part::family;
  for (std::size_t i = last - 1; i > first + 1 && words[i].gap == Gap::hyphen; --i) {
    parts[i - 1 - first] = Part::family;
  }
  return parts;
}

/// Endings that only men's names have before the -а of the genitive.
bool ends_as_man(std::string_view name) {
  for (const std::string_view ending :
       {"бек", "бай", "мат", "кул", "дин", "хан", "жон", "джан", "мир", "лан", "сен", "дар",
        "рат", "сул", "вар", "ат",  "ир",  "ет",  "ис",  "ал",   "им",  "ам",  "ур",  "ык"}) {
    if (name.size() > ending.size() && name.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

int NominativeNames::seen(const std::string& word) {
  if (!counted_) {
    counted_ = true;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].capital && is_cyrillic(words_[i].info->lower)) ++seen_[words_[i].info->lower];
    }
  }
  const auto found = seen_.find(word);
  return found == seen_.end() ? 0 : found->second;
}

/// What the words beside the name say for its standing in one of the cases.
int NominativeNames::context(std::size_t first, std::size_t last, std::uint32_t cases,
                             Gender gender) const {
  int score = 0;
  // What opens a sentence is rather its subject.
  if (!words_.connected(first) && (cases & kNominative) != 0) score += 2;
  std::size_t before = first;
  if (words_.connected(first) && first > 0 && words_[first].joins()) {
    // "президентом Киргизии Курманбеком Бакиевым"
    for (std::size_t steps = 0; steps < 3 && before > 0 && words_[before].joins(); ++steps) {
      --before;
      const WordInfo& word = *words_[before].info;
      if (word.is(kTitle | kRole | kKin | kHonorific)) {
        bool declined = word.lower == "главы" || word.lower == "главу" || word.lower == "главе";
        for (const auto& base : nominatives(word.lower)) {
          declined = declined || (cues_of(base) & (kTitle | kRole | kKin | kHonorific)) != 0;
        }
        score += (cases & cases_of_noun(word.lower, !declined)) != 0 ? 4 : -2;
        if (word.is(kFemale) && gender == Gender::male) score -= 4;
        if (word.is(kMale) && gender == Gender::female) score -= 4;
        break;
      }
      if (const std::uint32_t asked = cases_behind(word.lower); asked != 0) {
        score += (cases & asked) != 0 ? 2 : -2;
        break;
      }
    }
  }
  if (last < words_.size() && words_[last].gap == Gap::blank && !words_[last].capital) {
    const std::string_view verb = words_[last].info->lower;
    const bool his = verb.ends_with("л") || verb.ends_with("лся");
    const bool hers = verb.ends_with("ла") || verb.ends_with("лась");
    if ((his && gender == Gender::male) || (hers && gender == Gender::female)) {
      score += (cases & kNominative) != 0 ? 2 : 0;
    }
  }
  return score;
}

NominativeName NominativeNames::full(std::size_t first, std::size_t last) {
  NominativeName best;
  if (last < first + 2) return best;
  for (std::size_t i = first; i < last; ++i) {
    const auto& word = words_[i].info->lower;
    if (!is_cyrillic(word) || word == "уулу" || word == "кызы") return best;
  }
  const auto parts = parts_of(words_, first, last);
  best.family_first = parts.front() == Part::family;
  const Authority& authority = words_.authority();
  int most = kNone;
  for (const Gender gender : {Gender::male, Gender::female}) {
    for (const std::uint32_t wanted :
         {kNominative, kGenitive, kDative, kAccusative, kInstrumental, kPrepositional}) {
      int score = wanted == kNominative ? 2 : 0;
      std::vector<std::string> name;
      for (std::size_t i = first; i < last; ++i) {
        const WordInfo& word = *words_[i].info;
        const Part part = parts[i - first];
        if (is_one_letter(word.lower) ||
            words_[i].span.of(words_.text()).find('.') != std::string_view::npos) {
          name.push_back(word.lower);
          continue;
        }
        auto readings = part == Part::given     ? given_readings(word.lower, gender)
                        : part == Part::fathers ? fathers_readings(word.lower, gender)
                                                : family_readings(word.lower, gender);
        // "Касым-Жомарта": the last word is declined.
        if (part == Part::given && i + 1 < last && words_[i + 1].gap == Gap::hyphen) {
          readings.push_back({word.lower, kAnyCase});
        }
        int top = kNone;
        const Declension* chosen = nullptr;
        for (const Declension& reading : readings) {
          if ((reading.cases & wanted) == 0) continue;
          int value = 0;
          const bool unchanged = reading.nominative == word.lower;
          if (seen(reading.nominative) > static_cast<int>(unchanged)) value += 2;
          // "Айнуру" is rather "Айнура" where the surname is declined.
          if (unchanged && wanted != kNominative && word.lower.ends_with("у")) --value;
          if (part == Part::given) {
            const Gender known = authority.gender(reading.nominative);
            if (authority.is_given_name(reading.nominative)) {
              value += known == gender ? 5 : known == Gender::unknown ? 3 : -6;
            } else {
              if (gender == Gender::female && ends_as_man(reading.nominative)) value -= 2;
              if (gender == Gender::female && reading.nominative.ends_with("а") &&
                  ends_as_man(reading.nominative.substr(0, reading.nominative.size() - 2))) {
                value -= 3;
              }
            }
          }
          if (part == Part::family && !authority.people_by_surname(reading.nominative).empty()) {
            ++value;
          }
          if (value > top) {
            top = value;
            chosen = &reading;
          }
        }
        if (!chosen) break;
        score += top;
        name.push_back(chosen->nominative);
      }
      if (name.size() < last - first) continue;
      score += context(first, last, wanted, gender);
      if (score > most) {
        most = score;
        best.words = std::move(name);
        best.gender = gender;
      }
    }
  }
  return best;
}

std::string NominativeNames::titled_family(std::size_t i) {
  const std::string& word = words_[i].info->lower;
  std::string best = word;
  if (!is_cyrillic(word)) return best;
  int most = kNone;
  for (const Gender gender : {Gender::male, Gender::female}) {
    for (const Declension& reading : family_readings(word, gender)) {
      const bool unchanged = reading.nominative == word;
      const int score = context(i, i + 1, reading.cases, gender) +
                        ((reading.cases & kNominative) != 0 ? 1 : 0) +
                        (seen(reading.nominative) > static_cast<int>(unchanged) ? 2 : 0);
      if (score <= most) continue;
      most = score;
      best = reading.nominative;
    }
  }
  return best;
}

std::vector<std::string> nominative_keys(const Words& words, std::size_t i) {
  std::vector<std::string> keys;
  for (const auto& guess : nominatives(words[i].info->lower)) keys.push_back(word_key(guess));
  return keys;
}

}  // namespace alatoo
