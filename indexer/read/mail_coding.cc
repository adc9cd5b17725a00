// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/mail_coding.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/text.h"
#include "indexer/read/encoding.h"

namespace alatoo {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// One encoded word, `=?charset?B|Q?text?=`.
struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  ///< of the word as it is written
};

/// The encoded word at the front of `text`.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  constexpr std::size_t kLongest = 4096;
  text = text.substr(0, kLongest);
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == text.npos || charset_end + 3 >= text.size()) return std::nullopt;
  const char coding = static_cast<char>(text[charset_end + 1] | 0x20);
  if ((coding != 'b' && coding != 'q') || text[charset_end + 2] != '?') return std::nullopt;
  const std::size_t begin = charset_end + 3;
  const std::size_t end = text.find("?=", begin);
  if (end == text.npos) return std::nullopt;
  std::string inner(text.substr(begin, end - begin));
  if (coding == 'q') std::replace(inner.begin(), inner.end(), '_', ' ');
  const std::string_view charset = text.substr(2, charset_end - 2);
  return EncodedWord{std::string(charset.substr(0, charset.find('*'))),  // "*" brings a language
                     coding == 'b' ? from_base64(inner) : from_quoted_printable(inner), end + 2};
}

}  // namespace

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    const std::size_t line_end = text.find_first_not_of(" \t\r", at + 1);
    if (line_end != text.npos && text[line_end] == '\n') {
      at = line_end;  // the line goes on
    } else if (at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
               hex_value(text[at + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[at + 1]) << 4 | hex_value(text[at + 2]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') count = 0;  // what follows begins anew
    const std::size_t digit = kDigits.find(c);
    if (digit == kDigits.npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::string with_words_decoded(std::string_view value) {
  std::string out;
  std::string charset;
  std::string
      bytes;  // of the encoded words before `at`: a character may run from one into the next
  const auto finish = [&] {
    if (!bytes.empty()) out += decode(bytes, charset).text;
    bytes.clear();
  };
  for (std::size_t at = 0; at < value.size();) {
    // Blanks between two encoded words belong to neither.
    const std::size_t next = bytes.empty() ? at : value.find_first_not_of(" \t\r\n", at);
    const auto word = next == value.npos ? std::nullopt
                                         : encoded_word(value.substr(std::min(next, value.size())));
    if (!word) {
      finish();
      out += value[at++];
      continue;
    }
    if (word->charset != charset) finish();
    charset = word->charset;
    bytes += word->bytes;
    at = next + word->size;
  }
  finish();
  return out;
}

}  // namespace alatoo
