// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "common/error.h"

namespace alatoo {
namespace {

constexpr std::size_t kMaxWordBytes = 64;
constexpr char32_t kSoftHyphen = 0xAD;
/// Of transmissions: what stands before the first and behind the second is about the message.
constexpr char32_t kStartOfText = 0x02, kEndOfText = 0x03;

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFCInstance(status);
  if (!instance) throw Error("ICU's normalisation data is missing");
  return *instance;
}

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCInstance(status);
  if (!instance) throw Error("ICU's normalisation data is missing");
  return *instance;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_mark(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_word_char(char32_t c) {
  if (c < 0x80) return ascii_letter(static_cast<char>(c)) || ascii_digit(static_cast<char>(c));
  return u_isalnum(static_cast<UChar32>(c)) || is_mark(c);
}

/// Scripts written without blanks between words: each character is a token.
bool stands_alone(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

/// Control characters that lay out no text: all but white space.
bool is_control(char32_t c) {
  return (c < 0x20 && (c < '\t' || c > '\r')) || (c > 0x7E && c < 0xA0);
}

void append_lower(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  } else if (c != kSoftHyphen) {
    append_code_point(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
}

/// What one code point folds to besides its lower case: up to four code points.
void append_folded(std::string& out, char32_t c) {
  if (is_apostrophe(c) || c == kSoftHyphen) return;
  const auto low = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  switch (low) {
    case U'ё':
      return append_code_point(out, U'е');
    case U'ң':
      return append_code_point(out, U'н');
    case U'ө':
      return append_code_point(out, U'о');
    case U'ү':
      return append_code_point(out, U'у');
    case U'ь':
    case U'ъ':
      if (out.empty()) append_code_point(out, low);  // a word is never nothing
      return;
    case U'й':
    case U'ї':
    case U'ў':
      return append_code_point(out, low);  // letters, not accents
    case U'ß':
      out += "ss";
      return;
    case U'æ':
      out += "ae";
      return;
    case U'œ':
      out += "oe";
      return;
    case U'ø':
      out += 'o';
      return;
    case U'đ':
    case U'ð':
      out += 'd';
      return;
    case U'ł':
      out += 'l';
      return;
    case U'ı':
      out += 'i';
      return;
    case U'þ':
      out += "th";
      return;
    default:
      break;
  }
  if (low < 0xC0) return append_code_point(out, low);
  icu::UnicodeString decomposed;
  if (!nfkc().getDecomposition(static_cast<UChar32>(low), decomposed)) {
    return append_code_point(out, low);
  }
  for (int i = 0; i < decomposed.length();) {
    const UChar32 part = decomposed.char32At(i);
    i += U16_LENGTH(part);
    if (is_mark(static_cast<char32_t>(part))) continue;
    append_code_point(out, static_cast<char32_t>(u_tolower(part)));
  }
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  int more = 0;
  char32_t c = 0;
  char32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    more = 1, c = lead & 0x1F, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    more = 2, c = lead & 0x0F, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    more = 3, c = lead & 0x07, least = 0x10000;
  } else {
    return 0xFFFD;
  }
  if (text.size() - at < static_cast<std::size_t>(more)) return 0xFFFD;
  for (int i = 0; i < more; ++i) {
    if ((byte(at + static_cast<std::size_t>(i)) & 0xC0) != 0x80) return 0xFFFD;
    c = c << 6 | (byte(at + static_cast<std::size_t>(i)) & 0x3F);
  }
  if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0xFFFD;
  at += static_cast<std::size_t>(more);
  return c;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    out += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
            static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
}

char32_t from_windows_1252(char32_t c) {
  static constexpr std::array<char16_t, 32> kMeant = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return c >= 0x80 && c < 0xA0 ? kMeant[c - 0x80] : c;
}

std::size_t clean_utf8(std::string& text) {
  while (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::size_t broken = 0;
  const bool plain = is_ascii(text) && std::none_of(text.begin(), text.end(), [](char c) {
                       return c == '\r' || is_control(static_cast<unsigned char>(c));
                     });
  if (!plain) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      const char32_t c = from_windows_1252(next_code_point(text, i));
      if (c == '\r') {
        if (i >= text.size() || text[i] != '\n') clean += '\n';
      } else if (c == kStartOfText || c == kEndOfText) {
        clean += '\n';
      } else if (is_control(c)) {
        clean += ' ';
      } else {
        // U+FFFD that the text itself has takes three bytes, a broken sequence one.
        broken += c == 0xFFFD && i - begin == 1;
        append_code_point(clean, c);
      }
    }
    text = std::move(clean);
  }
  UErrorCode status = U_ZERO_ERROR;
  if (!is_ascii(text) && !nfc().isNormalizedUTF8(text, status)) {
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, static_cast<int32_t>(text.size()));
    nfc().normalizeUTF8(0, text, sink, nullptr, status);
    if (U_SUCCESS(status)) text = std::move(composed);
  }
  return broken;
}

bool is_letter(char32_t c) {
  return c < 0x80 ? ascii_letter(static_cast<char>(c)) : u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r')
                  : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2032 || c == 0x2BC || c == 0x2BB || c == 0x2B9 || c == 0xFF07;
}

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) append_lower(out, next_code_point(text, i));
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool latin = true;  // marks that stand by themselves are dropped behind Latin letters
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c < 0x80) {
      if (!is_apostrophe(c)) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      latin = true;
    } else if (is_mark(c)) {
      if (!latin) append_code_point(out, c);
    } else {
      append_folded(out, c);
      latin = c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
    }
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    std::size_t i = 0;
    if (!is_space(next_code_point(text, i))) break;
    text.remove_prefix(i);
  }
  while (!text.empty()) {
    std::size_t i = text.size() - 1;
    while (i > 0 && is_continuation(text[i])) --i;
    std::size_t next = i;
    if (!is_space(next_code_point(text, next))) break;
    text.remove_suffix(text.size() - i);
  }
  return text;
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (is_space(next_code_point(text, i))) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out.append(text, begin, i - begin);
  }
  return out;
}

Tokenizer::Char Tokenizer::peek(std::size_t at) const {
  Char result{0, at};
  if (at < text_.size()) result.c = next_code_point(text_, result.after);
  return result;
}

bool Tokenizer::next(Token& token) {
  token.word.clear();
  token.hyphened = false;
  std::size_t begin = at_;
  Char first = peek(begin);
  while (!is_word_char(first.c) || is_mark(first.c)) {
    if (first.after == begin) return false;
    begin = first.after;
    first = peek(begin);
  }
  std::size_t end = first.after;
  char32_t previous = first.c;
  append_lower(token.word, first.c);
  bool letters = is_letter(first.c);
  bool spelt = true;  // single letters with dots between them, as far as read: "U.S"
  bool dotted = false;
  std::size_t skip = 0;  // possessive 's behind the word

  while (!stands_alone(first.c) && token.word.size() < kMaxWordBytes - 4) {
    const Char here = peek(end);
    if (here.after == end) break;
    if ((is_word_char(here.c) && !stands_alone(here.c)) || here.c == kSoftHyphen) {
      spelt = spelt && previous == '.';
      letters = letters || is_letter(here.c);
      append_lower(token.word, here.c);
      previous = here.c;
      end = here.after;
      continue;
    }
    const Char following = peek(here.after);
    if (here.c == '.' && spelt && is_letter(previous)) {
      if (is_letter(following.c) && !is_letter(peek(following.after).c)) {
        dotted = true;
        previous = '.';
        end = here.after;
        continue;
      }
      if (dotted) end = here.after;  // the last dot of "U.S."
      break;
    }
    if (is_apostrophe(here.c) && is_letter(previous) && is_letter(following.c)) {
      if ((following.c == 's' || following.c == 'S') && !is_word_char(peek(following.after).c)) {
        skip = following.after - end;
        break;
      }
      spelt = false;
      end = here.after;
      continue;
    }
    if ((here.c == '.' || here.c == ',') && !letters && is_digit(following.c)) {
      if (here.c == '.') token.word += '.';
      end = here.after;
      continue;
    }
    token.hyphened = is_hyphen(here.c) && is_word_char(following.c) && !is_mark(following.c) &&
                     !stands_alone(following.c);
    break;
  }
  at_ = end + skip;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return true;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) tokens.push_back(token);
  return tokens;
}

std::string printable(std::string_view name) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(name, at);
    const bool broken = c == 0xFFFD && at == begin + 1;
    if (broken || c < 0x20 || c == 0x7F) {
      const auto byte = static_cast<unsigned char>(name[begin]);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += name.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace alatoo
