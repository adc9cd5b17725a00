// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/name_cases.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kFewestBytes = 4;  // of a stem: the two letters of "Ош"

struct Case {
  std::string_view ending;
  std::array<std::string_view, 4> nominative;  // "-" stands for none at all
};

/// Endings of Russian nouns, adjectives and surnames, and what stands there in the nominative.
constexpr Case kRussian[] = {
    {"а", {"-"}},
    {"я", {"й", "ь"}},
    {"у", {"-", "а"}},
    {"ю", {"й", "ь", "я"}},
    {"е", {"-", "а", "й", "я"}},
    {"ы", {"а", "-"}},
    {"и", {"а", "я", "ь"}},
    {"ом", {"-", "ый", "ой"}},
    {"ем", {"-", "й", "ь", "ий"}},
    {"ым", {"-", "ый"}},
    {"им", {"ий", "-"}},
    {"ой", {"а", "ая"}},
    {"ей", {"я", "а"}},
    {"ии", {"ия", "ий"}},
    {"ию", {"ия", "ий"}},
    {"ия", {"ий"}},
    {"ую", {"ая"}},
    {"ией", {"ия"}},
    {"ием", {"ий"}},
    {"ого", {"ый", "ой", "ий"}},
    {"ому", {"ый", "ой", "ий"}},
    {"ью", {"ь"}},
    {"ца", {"ец"}},
    {"цу", {"ец"}},
    {"цем", {"ец"}},
    {"цом", {"ец"}},
    {"це", {"ец"}},
    {"ых", {"ые"}},
    {"их", {"ие"}},
    {"тов", {"ты"}},
    {"дов", {"ды"}},
    {"ах", {"ы", "и"}},
    {"ами", {"ы", "и"}},
};

/// Kyrgyz endings are added to the name: -dyn, -ga, -dy, -da, -dan, in harmony with its sounds.
constexpr std::string_view kKyrgyz[] = {
    "нын", "нин", "нун", "нүн", "дын", "дин", "дун", "дүн", "тын", "тин", "тун", "түн",
    "дан", "ден", "дон", "дөн", "тан", "тен", "тон", "төн", "ны",  "ни",  "ну",  "нү",
    "ды",  "ди",  "ду",  "дү",  "ты",  "ти",  "ту",  "тү",  "га",  "ге",  "го",  "гө",
    "ка",  "ке",  "ко",  "кө",  "да",  "де",  "до",  "дө",  "та",  "те",  "то",  "тө"};

bool is_cyrillic(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? 0 : word.front());
  return lead >= 0xD0 && lead <= 0xD3;
}

/// Nothing and the soft sign follow consonants, й follows vowels: "Дубае" is Дубай, "Игоре" Игорь.
bool fits(std::string_view stem, std::string_view ending) {
  static constexpr std::string_view kVowels = "аеёиоуыэюя";
  const bool vowel = kVowels.find(stem.substr(stem.size() - 2)) != kVowels.npos;
  if (ending == "-" || ending == "ь") return !vowel;
  return ending != "й" || vowel;
}

void add(std::vector<std::string>& found, std::string name, std::string_view word) {
  if (name != word && std::find(found.begin(), found.end(), name) == found.end()) {
    found.push_back(std::move(name));
  }
}

}  // namespace

std::vector<std::string> nominatives(std::string_view word) {
  std::vector<std::string> found;
  if (!is_cyrillic(word)) return found;
  const std::string low = lower(word);
  const auto stem_before = [&](std::string_view ending) -> std::string_view {
    if (low.size() < kFewestBytes + ending.size() || !low.ends_with(ending)) return {};
    return std::string_view(low).substr(0, low.size() - ending.size());
  };
  for (const Case& declined : kRussian) {
    const std::string_view stem = stem_before(declined.ending);
    if (stem.empty()) continue;
    for (const std::string_view ending : declined.nominative) {
      if (!ending.empty() && fits(stem, ending))
        add(found, std::string(stem) += ending == "-" ? "" : ending, low);
    }
  }
  for (const std::string_view ending : kKyrgyz) {
    if (const std::string_view stem = stem_before(ending); !stem.empty()) {
      add(found, std::string(stem), low);
    }
  }
  return found;
}

}  // namespace alatoo
