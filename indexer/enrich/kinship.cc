// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/kinship.h"

#include <string_view>

namespace alatoo {
namespace {

constexpr std::size_t kNear = 5;  // words between the kin's name, the word of kinship, the other

using Whose = Kinship::Whose;

bool is_kin(const Word& word) { return word.is(kKin) && !word.capital; }

bool one_family(std::string_view kin) {
  for (const std::string_view other :
       {"cousin", "cousins", "uncle", "aunt", "nephew", "nephews", "niece", "nieces", "mother",
        "grandmother", "grandfather", "grandson", "granddaughter", "grandchild", "stepson",
        "stepdaughter", "ex-wife"}) {
    if (kin == other) return false;
  }
  return !kin.ends_with("-in-law");
}

/// Of the kin that the word `kin` says, without whose they are.
Kinship kin_of(const Words& words, std::size_t kin) {
  Kinship result;
  if (words[kin].is(kMale)) result.gender = Gender::male;
  if (words[kin].is(kFemale)) result.gender = Gender::female;
  const bool in_law = kin + 2 < words.size() && words[kin + 1].info->lower == "in" &&
                      words[kin + 1].gap == Gap::hyphen;
  const bool former = kin > 0 && (words[kin - 1].info->lower == "ex" ||
                                  words[kin - 1].info->lower == "step" ||
                                  words[kin - 1].info->lower == "former");
  result.one_family = one_family(words[kin].info->lower) && !in_law && !former;
  return result;
}

/// Whose kin: the word among [first, kin) that says it, the last first.
Kinship whose(const Words& words, std::size_t first, std::size_t kin) {
  Kinship result = kin_of(words, kin);
  for (std::size_t k = kin; k-- > first;) {
    const Word& word = words[k];
    const auto& lower = word.info->lower;
    if (lower == "his" || lower == "her" || lower == "their") {
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

/// "his brother Kanybek"
Kinship before(const Words& words, std::size_t first) {
  if (first == 0 || (words[first].gap != Gap::blank && words[first].gap != Gap::comma)) return {};
  std::size_t kin = first - 1;
  if (kin >= 2 && words[kin].info->lower == "law" && words[kin].gap == Gap::hyphen) kin -= 2;
  if (!is_kin(words[kin])) return {};
  std::size_t begin = kin;
  while (begin > 0 && begin + kNear > kin && words.connected(begin) &&
         (words[begin].gap == Gap::blank || words[begin].gap == Gap::hyphen)) {
    --begin;
  }
  return whose(words, begin, kin);
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

}  // namespace

Kinship kinship(const Words& words, std::size_t first, std::size_t last) {
  if (const auto found = before(words, first); found.found()) return found;
  return behind(words, last);
}

}  // namespace alatoo
