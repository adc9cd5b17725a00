// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/declined_names.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "common/name_cases.h"
#include "common/name_key.h"
#include "indexer/enrich/person_name.h"

namespace alatoo {
namespace {

bool ends_in_one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

/// The nominative of the father's name or surname of one of this gender; the word itself if it may
/// well be one.
std::string nominative_for(const std::string& word, Gender gender) {
  const auto guesses = nominatives(word);
  if (guesses.empty() || ends_in_one_of(word, {"о", "их", "ых"})) return word;
  const auto pick = [&](const auto& fits) {
    const auto found = std::find_if(guesses.begin(), guesses.end(), fits);
    return found == guesses.end() ? std::string() : *found;
  };
  if (gender == Gender::female) {
    const auto found = pick([](const std::string& name) {
      return ends_in_one_of(name,
                            {"ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "вна", "чна"});
    });
    return found.empty() ? word : found;  // "Анны Шмидт"
  }
  const auto found = pick([](const std::string& name) {
    return ends_in_one_of(name, {"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ич"});
  });
  if (!found.empty()) return found;
  return guesses.front();
}

}  // namespace

std::vector<std::string> nominative_name(const Words& words, std::size_t first, std::size_t last) {
  if (last - first < 2) return {};
  const std::string& given = words[first].info->lower;
  const auto& authority = words.authority();
  const auto guesses = nominatives(given);
  // "Александра" is a woman's name, too: the surname tells.
  const std::string& family = words[last - 1].info->lower;
  const bool own = authority.is_given_name(given);
  if (guesses.empty() || (own && !(authority.gender(given) == Gender::female &&
                                   ends_in_one_of(family, {"ого", "ому", "ым", "ву", "ну"})))) {
    return {};
  }
  const auto name = std::find_if(guesses.begin(), guesses.end(), [&](const std::string& guess) {
    return authority.is_given_name(guess);
  });
  if (name == guesses.end()) return {};
  Gender gender = authority.gender(*name);
  if (gender == Gender::unknown) {
    gender = ends_in_one_of(family, {"ой", "ую"}) ? Gender::female : Gender::male;
  }
  std::vector<std::string> out = {*name};
  for (std::size_t i = first + 1; i < last; ++i) {
    out.push_back(nominative_for(words[i].info->lower, gender));
  }
  return out;
}

std::vector<std::string> nominative_keys(const Words& words, std::size_t i) {
  std::vector<std::string> keys;
  for (const auto& guess : nominatives(words[i].info->lower)) keys.push_back(word_key(guess));
  return keys;
}

}  // namespace alatoo
