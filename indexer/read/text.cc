// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/text.h"

#include <utility>

#include "common/text.h"

namespace alatoo {

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return ByteOrder::little;
  if (bytes.substr(0, 2) == "\xFE\xFF") return ByteOrder::big;
  return std::nullopt;
}

std::size_t utf16_to_utf8(std::string& bytes) {
  const auto order = utf16_order(bytes);
  if (!order) return 0;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(*order == ByteOrder::little ? second << 8 | first
                                                             : first << 8 | second);
  };
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  out.reserve(bytes.size());
  std::size_t broken = 0;
  std::size_t at = 2;
  while (at + 1 < bytes.size()) {
    char32_t c = unit(at);
    at += 2;
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = c < 0xDC00 && at + 1 < bytes.size() ? unit(at) : 0;
      const bool pair = low >= 0xDC00 && low < 0xE000;
      at += pair ? 2 : 0;
      broken += pair ? 0 : 1;
      c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : kReplacement;
    }
    append_code_point(out, c);
  }
  if (at < bytes.size()) {
    append_code_point(out, kReplacement);
    ++broken;
  }
  bytes = std::move(out);
  return broken;
}

std::string_view without_bom(std::string_view bytes) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  return bytes.substr(0, kBom.size()) == kBom ? bytes.substr(kBom.size()) : bytes;
}

Members read_text(std::string_view text) {
  Member member;
  member.article.text = text;
  clean_utf8(member.article.text);
  if (trim(member.article.text).empty()) member.refusal = "no text: only white space";
  return {std::move(member)};
}

}  // namespace alatoo
