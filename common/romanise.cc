// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/romanise.h"

#include <unicode/uchar.h>

#include "common/text.h"

namespace alatoo {
namespace {

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
    case U'ѐ':
      return "e";
    case U'ж':
    case U'җ':
      return "zh";
    case U'з':
      return "z";
    case U'ҷ':
    case U'ј':
      return "j";
    case U'љ':
      return "lj";
    case U'њ':
      return "nj";
    case U'ћ':
      return "c";
    case U'ђ':
      return "dj";
    case U'џ':
      return "dz";
    case U'и':
    case U'і':
    case U'ӣ':
    case U'ѝ':
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
    case U'ӯ':
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

bool is_sign(char32_t c) { return c == U'ь' || c == U'ъ'; }

bool is_vowel(char32_t c) {
  return std::u32string_view(U"аеёиоуыэюяіїөүұәў").find(c) != std::u32string_view::npos;
}

/// How a lower-case letter is written between `before` and `after`; "?": as it is.
std::string_view romanised_in(char32_t before, char32_t c, char32_t after) {
  // "Васильев" is Vasilyev, "Мирзиёев" Mirziyoyev and "Ёлкин" Yolkin, but "Хрущёв" Khrushchev.
  if (is_sign(c) && (after == U'е' || after == U'ё' || after == U'и')) return "y";
  if (c == U'ё' && (!is_cyrillic(before) || is_vowel(before))) return "yo";
  return romanised(c);
}

char32_t low(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

}  // namespace

std::string romanise(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    std::string_view latin = "?";
    if (is_cyrillic(c)) {
      std::size_t next = i;
      const char32_t after = next < text.size() ? low(next_code_point(text, next)) : 0;
      latin = romanised_in(before, low(c), after);
    }
    if (latin == "?") {
      out.append(text, begin, i - begin);
    } else if (low(c) != c && !latin.empty()) {
      out += static_cast<char>(latin[0] - 32);
      out += latin.substr(1);
    } else {
      out += latin;
    }
    before = low(c);
  }
  return out;
}

}  // namespace alatoo
