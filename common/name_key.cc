// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/name_key.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/romanise.h"
#include "common/text.h"

namespace alatoo {
namespace {

using Rule = std::pair<std::string_view, std::string_view>;

constexpr std::size_t kMaxKeyBytes = 200;

/// Longest first: what several letters write comes before what one of them does.
constexpr std::array kRules = std::to_array<Rule>({{"schtsch", "sh"},
                                                   {"shch", "sh"},
                                                   {"chtch", "sh"},
                                                   {"tsch", "ch"},
                                                   {"dsch", "j"},
                                                   {"sch", "sh"},
                                                   {"dzh", "j"},
                                                   {"zh", "j"},
                                                   {"dj", "j"},
                                                   {"kh", "h"},
                                                   {"ks", "x"},
                                                   {"ou", "u"},
                                                   {"y", "i"}});

/// First names that the West writes in a form of its own, or romanisations in ways that no rule
/// for parts of words tells apart from other names. From a key to a key that stays.
constexpr std::array kGivenNames = std::to_array<Rule>(
    {{"alexandr", "alexander"}, {"alexandre", "alexander"},  {"alexej", "alexei"},
     {"aliona", "alena"},       {"anatolij", "anatoli"},     {"andrej", "andrei"},
     {"artiom", "artem"},       {"dimitri", "dmitri"},       {"eugeni", "evgeni"},
     {"fiodor", "fedor"},       {"jekaterina", "ekaterina"}, {"jelena", "elena"},
     {"jevgeni", "evgeni"},     {"jewgeni", "evgeni"},       {"julia", "iulia"},
     {"juri", "iuri"},          {"jurij", "iuri"},           {"ljubov", "liubov"},
     {"ljudmila", "liudmila"},  {"michail", "mihail"},       {"nicolai", "nikolai"},
     {"nikolaj", "nikolai"},    {"piotr", "petr"},           {"semion", "semen"},
     {"sergej", "sergei"},      {"sergui", "sergei"},        {"serguei", "sergei"},
     {"tatjana", "tatiana"},    {"viktor", "victor"},        {"viktoria", "victoria"},
     {"wladimir", "vladimir"}});

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_consonant(char c) { return is_letter(c) && !is_vowel(c) && c != 'y'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t i = text.find(from); i != std::string::npos;
       i = text.find(from, i + to.size())) {
    text.replace(i, from.size(), to);
  }
}

void replace_all(std::string& text, std::string_view from, char to) {
  replace_all(text, from, std::string_view(&to, 1));
}

/// True for the endings of Russian surnames and patronymics, which Kyrgyz, Kazakhs, Uzbeks, Tajiks
/// and Azeris bear, too: what the rest of such a word writes is a romanisation of Cyrillic.
bool has_russian_ending(std::string_view word) {
  constexpr std::size_t kStem = 2;
  for (const std::string_view ending :
       {"ov", "ev", "ova", "eva", "ovich", "evich", "ovna", "evna"}) {
    if (word.size() >= ending.size() + kStem && word.ends_with(ending)) return true;
  }
  return false;
}

/// ISO 9 and its like, before accents go; other words lose them: "Milošević" is Milosevic.
void write_carons_out(std::string& word) {
  if (!has_russian_ending(word)) return;
  for (const auto& [from, to] : {Rule{"ž", "zh"}, {"š", "sh"}, {"č", "ch"}, {"ŝ", "shch"}}) {
    replace_all(word, from, to);
  }
}

/// "Bakijew", "Otunbajewa", "Gorbatschow": the German endings. "Andrew" and "Barrow" stay.
void apply_german_rules(std::string& word) {
  const bool woman = word.ends_with("ewa") || word.ends_with("owa");
  if (!woman && !word.ends_with("ew") && !word.ends_with("ow")) return;
  const std::size_t w = word.size() - (woman ? 2 : 1);
  const bool glide = w >= 2 && word[w - 2] == 'j';
  if (!glide && word.find("sch") == std::string::npos) return;
  word[w] = 'v';
}

/// What is a matter of romanisation only in words that have a Russian ending.
void apply_russian_rules(std::string& word) {
  if (!has_russian_ending(word)) return;
  replace_all(word, "gh", 'g');  // "Ghafurov"
  replace_all(word, "q", 'k');   // "Toqayev", "Qodirov"
  replace_all(word, "tz", "ts");
  replace_all(word, "tch", "ch");
  if (word.starts_with("chr")) word.erase(0, 1);  // "Chruschtschow"
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char before = i > 0 ? word[i - 1] : '\0';
    const char after = i + 1 < word.size() ? word[i + 1] : '\0';
    // Uzbek x is kh: "Xudoyberdiyev", "Axmedov"; between vowels it is ks: "Alexeyev".
    if (word[i] == 'x' && (i == 0 || is_consonant(after))) word[i] = 'h';
    // "Bakijew", "Tokajew"
    const bool ending = word.compare(i + 1, std::string::npos, "ev") == 0 ||
                        word.compare(i + 1, std::string::npos, "eva") == 0;
    if (word[i] == 'j' && ending && (before == 'a' || before == 'e' || before == 'i')) {
      word[i] = 'i';
    }
    // The letter ё: "Korolyov", "Fyodorov"; but "Solovyov", where it follows a soft sign.
    if (word[i] == 'y' && after == 'o' && is_consonant(before) && i + 2 < word.size() &&
        is_consonant(word[i + 2])) {
      word[i + 1] = 'e';
      if (before != 'b' && before != 'v') word.erase(i, 1);
    }
  }
  if (word.ends_with("chov")) word[word.size() - 2] = 'e';
  if (word.ends_with("chova")) word[word.size() - 3] = 'e';
}

/// One pass of the rules over a folded, romanised word.
std::string apply_rules(std::string word) {
  apply_german_rules(word);
  if (word.size() >= 6 && word.ends_with("ij")) word.back() = 'i';  // "Dmitrij"
  // "Tchaikovsky", "Yanukovitch"; but Butcher is not Bucher.
  if (word.starts_with("tch")) word.erase(0, 1);
  if (word.ends_with("itch")) word.erase(word.size() - 3, 1);
  for (const auto& [from, to] : kRules) {
    if (to == "i") apply_russian_rules(word);
    replace_all(word, from, to);
  }
  // "Toqayev": elsewhere in front of all but u, "Qin" being Kin, but not Quinn Kuin.
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == 'q' && (i + 1 == word.size() || word[i + 1] != 'u')) word[i] = 'k';
  }
  std::string key;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (!key.empty() && key.back() == c && is_letter(c)) continue;  // doubled letter
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    // The glide that some romanisations write before e: initially and after a vowel.
    if (c == 'i' && next == 'e' && (key.empty() || is_vowel(key.back()))) continue;
    key += c;
  }
  const auto given = std::find_if(kGivenNames.begin(), kGivenNames.end(),
                                  [&](const Rule& name) { return name.first == key; });
  return given == kGivenNames.end() ? key : std::string(given->second);
}

/// "Isak kyzy", "Heydar oglu", between a first name and a surname.
bool is_child_of(std::string_view key) {
  return key == "kizi" || key == "ulu" || key == "uli" || key == "oglu" || key == "ogli" ||
         key == "ugli";
}

/// First name and surname, without what fathers add, and in this order.
void drop_patronymic(std::vector<std::string>& words) {
  if (words.size() == 4 && is_child_of(words[2])) {
    words.erase(words.begin() + 1, words.begin() + 3);
  }
  if (words.size() != 3) return;
  if (is_patronymic(words[1])) {
    words.erase(words.begin() + 1);
  } else if (is_patronymic(words[2]) && has_russian_ending(words[0])) {
    words = {words[1], words[0]};  // "Отунбаева Роза Исаковна"
  }
}

}  // namespace

std::string word_key(std::string_view word) {
  std::string key = romanise(lower(word));
  write_carons_out(key);
  key = fold(key);
  std::erase_if(key, [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !(c >= '0' && c <= '9');
  });
  // Rules can feed each other ("iyye"); a few passes reach the fixed point.
  for (std::string before; before != key;) {
    before = key;
    key = apply_rules(std::move(key));
  }
  return key;
}

bool is_patronymic(std::string_view key) {
  for (const std::string_view ending :
       {"ovich", "evich", "ovna", "evna", "ichna", "ilich", "uglu", "kizi"}) {
    if (key.size() > ending.size() + 1 && key.ends_with(ending)) return true;
  }
  return false;
}

std::string name_key(EntityKind kind, std::string_view name) {
  const bool place = kind == EntityKind::city || kind == EntityKind::country;
  std::vector<std::string> words;
  std::string joined;  // of a hyphenated word: "Forestier-Walker" is one
  const auto flush = [&] {
    if (std::string word = word_key(joined); !word.empty()) words.push_back(std::move(word));
    joined.clear();
  };
  Tokenizer tokenizer(name);
  for (Token token; tokenizer.next(token);) {
    joined += token.word;
    if (!token.hyphened && !place) flush();
  }
  flush();
  if (kind == EntityKind::person) drop_patronymic(words);
  std::string key;
  for (const std::string& word : words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  if (key.size() > kMaxKeyBytes) {
    std::size_t end = kMaxKeyBytes;
    while (is_continuation(key[end])) --end;
    key.resize(end);
    while (key.back() == ' ') key.pop_back();
  }
  return key;
}

std::string id_from_key(std::string_view key) {
  std::string id(key);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

}  // namespace alatoo
