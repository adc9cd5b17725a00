// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// Reads the code point at `at` and moves `at` behind it. A broken sequence yields U+FFFD and one
/// byte of progress. Requires at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& out, char32_t c);

/// True for bytes that continue a code point.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// What Windows-1252 means by a number from 0x80 to 0x9F; others, and those it leaves free, as they
/// are.
char32_t from_windows_1252(char32_t c);

/// Replaces every broken byte by U+FFFD, "\r\n" and "\r" by "\n", control characters by what
/// Windows-1252 means by them or else, if they are no white space, by a space (those that begin and
/// end the text of a transmission by "\n"); drops a byte order mark and brings the text to NFC.
/// Returns how many broken bytes there were.
std::size_t clean_utf8(std::string& text);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);
/// ' ’ ‘ ʼ ` ´ and their like, which names and contractions use alike.
bool is_apostrophe(char32_t c);
/// - and the Unicode hyphens, not the dashes.
bool is_hyphen(char32_t c);

std::string lower(std::string_view text);

/// The form under which words are compared, in texts and queries alike. Idempotent.
///
///   case, accents of Latin letters   gone: "José" is "jose", "straße" "strasse", "Oş" "os"
///   apostrophes of any shape         gone: "Jalal'abad" and "Jalal’abad" are "jalalabad"
///   ё                                е
///   Kyrgyz ң ө ү                     н о у, as keyboards without them write: "Кеңеш" is "кенеш"
///   soft and hard signs              gone: "Ильич" is "илич", "объявил" "обявил"
///   й ї ў                            stay: they are letters of their own
///   ligatures, full-width forms      resolved
std::string fold(std::string_view text);

/// `text` without white space (Unicode's, no-break included) at both ends; inner runs of it become
/// one blank.
std::string squeeze(std::string_view text);
std::string_view trim(std::string_view text);

/// One word of a text.
struct Token {
  Span span;              ///< in the text, without a possessive 's
  std::string word;       ///< lower case, without apostrophes, possessive 's, dots of an acronym
  bool hyphened = false;  ///< a hyphen joins it to the next token: "Jalal-Abad"
};

/// Cuts a text into words, the same way for articles, queries and highlighting.
///
/// A word is a run of letters, digits and marks; an apostrophe between letters belongs to it
/// ("Jalal'abad" is "jalalabad"), as do the dots of an acronym ("U.S." is "us") and a comma or dot
/// between digits ("5,000" is "5000", "5.3" stays). Ideographs and kana are one token each.
/// Words over 64 bytes are cut there, so that every one fits an index term.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}
  Tokenizer(std::string_view text, Span within)
      : text_(text.substr(0, within.end)), at_(within.begin) {}

  /// Writes the next word into `token` and returns true, or returns false at the end.
  bool next(Token& token);

 private:
  struct Char {
    char32_t c;         ///< 0 at the end of the text
    std::size_t after;  ///< where the next one begins; unchanged at the end
  };
  Char peek(std::size_t at) const;

  std::string_view text_;
  std::size_t at_;
};

/// All tokens of `text`.
std::vector<Token> tokenize(std::string_view text);

/// Sentences of `within`: spans without white space at their ends, in order. A paragraph break (an
/// empty line) or a line break after a full stop ends one; abbreviations ("Mr.", "U.S.", "Jan.",
/// "г."), initials, decimal points and dots before a lower-case word do not; closing quotes and
/// brackets belong to the sentence that they close.
std::vector<Span> sentences(std::string_view text, Span within);

/// A file name as it can stand in ids and reports: control characters and bytes that are no UTF-8
/// as %XX.
std::string printable(std::string_view name);

}  // namespace alatoo
