// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/name_key.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kMaxKeyBytes = 200;

std::string_view romanised(char32_t c) {
  switch (c) {
    case U'а':
      return "a";
    case U'б':
      return "b";
    case U'в':
      return "v";
    case U'г':
    case U'ғ':
    case U'ґ':
      return "g";
    case U'д':
      return "d";
    case U'е':
    case U'э':
    case U'ё':
    case U'є':
      return "e";
    case U'ж':
    case U'җ':
      return "zh";
    case U'з':
      return "z";
    case U'и':
    case U'і':
      return "i";
    case U'й':
    case U'ы':
      return "y";
    case U'ї':
      return "yi";
    case U'к':
    case U'қ':
      return "k";
    case U'л':
      return "l";
    case U'м':
      return "m";
    case U'н':
      return "n";
    case U'ң':
      return "ng";
    case U'о':
    case U'ө':
      return "o";
    case U'п':
      return "p";
    case U'р':
      return "r";
    case U'с':
      return "s";
    case U'т':
      return "t";
    case U'у':
    case U'ү':
    case U'ұ':
    case U'ў':
      return "u";
    case U'ф':
      return "f";
    case U'х':
    case U'һ':
    case U'ҳ':
      return "kh";
    case U'ц':
      return "ts";
    case U'ч':
      return "ch";
    case U'ш':
      return "sh";
    case U'щ':
      return "shch";
    case U'ъ':
    case U'ь':
      return "";
    case U'ю':
      return "yu";
    case U'я':
      return "ya";
    case U'ә':
      return "a";
    default:
      return "?";
  }
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t i = text.find(from); i != std::string::npos;
       i = text.find(from, i + to.size())) {
    text.replace(i, from.size(), to);
  }
}

/// One pass of the rules over a folded, romanised word.
std::string apply_rules(std::string word) {
  // Longest first: what several letters write comes before what one of them does.
  static constexpr std::array rules =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"shch", "sh"},
                                                                    {"sch", "sh"},
                                                                    {"tch", "ch"},
                                                                    {"dzh", "j"},
                                                                    {"zh", "j"},
                                                                    {"dj", "j"},
                                                                    {"kh", "h"},
                                                                    {"ks", "x"},
                                                                    {"ou", "u"},
                                                                    {"y", "i"}});
  for (const auto& [from, to] : rules) replace_all(word, from, to);

  std::string key;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (!key.empty() && key.back() == c && c >= 'a' && c <= 'z') continue;  // doubled letter
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    // The glide that some romanisations write before e: initially, after a vowel, and in -iev.
    if (c == 'i' && next == 'e' && (key.empty() || is_vowel(key.back()))) continue;
    key += c;
  }
  return key;
}

}  // namespace

std::string romanise(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    const auto low = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    const std::string_view latin = is_cyrillic(c) ? romanised(low) : "?";
    if (latin == "?") {
      out.append(text, begin, i - begin);
    } else if (low != c && !latin.empty()) {
      out += static_cast<char>(latin[0] - 32);
      out += latin.substr(1);
    } else {
      out += latin;
    }
  }
  return out;
}

std::string word_key(std::string_view word) {
  std::string key = fold(romanise(lower(word)));
  std::erase_if(key, [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') &&
           !(c >= '0' && c <= '9');
  });
  // Rules can feed each other ("iyye"); a few passes reach the fixed point.
  for (std::string before; before != key;) {
    before = key;
    key = apply_rules(std::move(key));
  }
  return key;
}

std::string name_key(EntityKind kind, std::string_view name) {
  const bool place = kind == EntityKind::city || kind == EntityKind::country;
  std::string key;
  std::string joined;  // of a hyphenated word: "Forestier-Walker" is one
  const auto flush = [&] {
    const std::string word = word_key(joined);
    joined.clear();
    if (word.empty()) return;
    if (!key.empty() && !place) key += ' ';
    key += word;
  };
  Tokenizer tokenizer(name);
  for (Token token; tokenizer.next(token);) {
    joined += token.word;
    if (!token.hyphened && !place) flush();
  }
  flush();
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
