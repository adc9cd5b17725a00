// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/kinship.h"

#include <string_view>

namespace alatoo {
namespace {

constexpr std::size_t kNear = 5;  // words between the kin's name, the word of kinship, the other

constexpr int kLongestList = 4;  // of kin: "his sons A, B, C and D"

using Whose = Kinship::Whose;

bool is_kin(const Word& word) { return word.is(kKin) && !word.capital; }

bool is_pronoun(std::string_view lower) {
  for (const std::string_view pronoun :
       {"his", "her", "their", "whose", "его", "её", "ее", "их", "чей", "чья"}) {
    if (lower == pronoun) return true;
  }
  return false;
}

bool one_family(std::string_view kin) {
  for (const std::string_view other :
       {"cousin", "cousins", "uncle", "aunt", "nephew", "nephews", "niece", "nieces", "mother",
        "grandmother", "grandfather", "grandson", "granddaughter", "grandchild", "stepson",
        "stepdaughter", "ex-wife"}) {
    if (kin == other) return false;
  }
  return !kin.ends_with("-in-law");
}

bool is_plural(std::string_view kin) { return kin.ends_with('s') || kin == "children"; }

/// Of the kin that the word `kin` says, without whose they are.
Kinship kin_of(const Words& words, std::size_t kin) {
  Kinship result;
  if (words[kin].is(kMale)) result.gender = Gender::male;
  if (words[kin].is(kFemale)) result.gender = Gender::female;
  const bool in_law = kin + 2 < words.size() && words[kin + 1].info->lower == "in" &&
                      words[kin + 1].gap == Gap::hyphen;
  const bool former =
      kin > 0 && (words[kin - 1].info->lower == "ex" || words[kin - 1].info->lower == "step" ||
                  words[kin - 1].info->lower == "former");
  result.plural = is_plural(words[kin].info->lower);
  result.one_family = one_family(words[kin].info->lower) && !in_law && !former;
  return result;
}

/// Whose kin: the word among [first, kin) that says it, the last first.
Kinship whose(const Words& words, std::size_t first, std::size_t kin) {
  Kinship result = kin_of(words, kin);
  for (std::size_t k = kin; k-- > first;) {
    const Word& word = words[k];
    const auto& lower = word.info->lower;
    if (is_pronoun(lower)) {
      result.whose = Whose::pronoun;
    } else if (word.possessive && word.capital && !word.info->demonym) {
      result.whose = Whose::name;
    } else if (word.possessive && !word.capital && word.is(kTitle | kRole | kRoyal)) {
      result.whose = Whose::role;
    } else {
      continue;
    }
    result.word = k;
    return result;
  }
  return {};
}

bool goes_on_as_list(const Words& words, std::size_t i) {
  return i > 0 && words.connected(i) &&
         (words[i].gap == Gap::comma || words[i - 1].info->lower == "and");
}

/// "his brother Kanybek", "his wife Anna, daughter Maria", "her sons Peter and Paul"
Kinship before(const Words& words, std::size_t first, int depth = 0) {
  if (first < 2 || depth > kLongestList || !words.connected(first)) return {};
  const auto other_name = [&](std::size_t i) {  // the name in front of "and" or a comma
    return words[i - 1].info->lower == "and" ? i - 2 : i - 1;
  };
  std::size_t kin = first - 1;
  if (kin >= 2 && words[kin].info->lower == "law" && words[kin].gap == Gap::hyphen) kin -= 2;
  const bool beside = words[first].gap == Gap::blank || words[first].gap == Gap::comma;
  if (beside && is_kin(words[kin])) {
    std::size_t begin = kin;
    while (begin > 0 && begin + kNear > kin && words.connected(begin) &&
           (words[begin].gap == Gap::blank || words[begin].gap == Gap::hyphen)) {
      --begin;
    }
    if (const auto found = whose(words, begin, kin); found.found()) return found;
    if (kin < 3 || !goes_on_as_list(words, kin) || !words[other_name(kin)].capital) return {};
    const Kinship first_of_list = before(words, other_name(kin), depth + 1);
    Kinship result = kin_of(words, kin);
    result.whose = first_of_list.whose;
    result.word = first_of_list.word;
    return result;
  }
  if (!goes_on_as_list(words, first) || !words[other_name(first)].capital) return {};
  const std::size_t other = other_name(first);
  const Kinship first_of_list = before(words, other, depth + 1);
  return first_of_list.found() && first_of_list.plural ? first_of_list : Kinship();
}

/// "Kanybek, one of his brothers", "Kanybek, a brother of Bakiyev"
Kinship behind(const Words& words, std::size_t last) {
  if (last >= words.size() || words[last].gap != Gap::comma || words[last - 1].possessive) {
    return {};
  }
  for (std::size_t k = last; k < words.size() && k < last + kNear; ++k) {
    if (k > last && words[k].gap != Gap::blank && words[k].gap != Gap::hyphen) break;
    if (!is_kin(words[k]) || words[k].possessive) continue;
    if (auto result = whose(words, last, k); result.found()) return result;
    if (k + 2 < words.size() && words[k + 1].gap == Gap::blank &&
        words[k + 1].info->lower == "of") {
      Kinship result = kin_of(words, k);
      result.whose = Whose::name;
      result.word = k + 2;
      result.ahead = true;
      return result;
    }
    break;
  }
  return {};
}

/// "[Jim] and Margaret Cuthbert": a couple that shares the name behind.
Kinship couple(const Words& words, std::size_t first, std::size_t last) {
  if (last - first != 1 || last + 2 >= words.size()) return {};
  const Word& word = words[first];
  const auto follows = [&](std::size_t i) {
    return words[i].gap == Gap::blank && words[i].capital && !words[i].loud;
  };
  if (!word.info->given || word.possessive || !words.authority().people(word.info->lower).empty()) {
    return {};
  }
  if (words[last].info->lower != "and" || words[last].gap != Gap::blank || !follows(last + 1) ||
      !words[last + 1].info->given || !follows(last + 2) || words[last + 1].possessive ||
      !words.in_person(last + 2)) {
    return {};
  }
  Kinship result;
  result.whose = Whose::name;
  result.word = last + 1;
  result.ahead = true;
  result.one_family = true;
  return result;
}

}  // namespace

Kinship kinship(const Words& words, std::size_t first, std::size_t last) {
  if (const auto found = before(words, first); found.found()) return found;
  if (const auto found = behind(words, last); found.found()) return found;
  return couple(words, first, last);
}

}  // namespace alatoo
