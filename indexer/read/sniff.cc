// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/sniff.h"

#include <algorithm>
#include <cstddef>

#include "indexer/read/encoding.h"
#include "indexer/read/json_fault.h"
#include "indexer/read/mail.h"
#include "indexer/read/sniff_markup.h"

namespace alatoo {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kJsonSpace = " \t\r\n";
constexpr std::string_view kSpace = " \t\r\n\f\v";

struct Magic {
  std::string_view bytes;
  const char* what;
};
constexpr Magic kMagics[] = {
    {"%PDF-"sv, "a PDF document"},
    {"{\\rtf"sv, "an RTF document"},
    {"\xD0\xCF\x11\xE0"sv, "an office document"},
    {"\x89PNG"sv, "an image"},
    {"\xFF\xD8\xFF"sv, "an image"},
    {"GIF8"sv, "an image"},
    {"PK\x03\x04"sv, "a ZIP archive or office document"},
    {"BZh"sv, "compressed with bzip2; only gzip and zstd are read"},
    {"\xFD"
     "7zXZ\x00"sv,
     "compressed with xz; only gzip and zstd are read"},
    {"\x1F\x8B"sv, "compressed twice"},
    {"\x28\xB5\x2F\xFD"sv, "compressed twice"},
};

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool layout = (byte >= '\t' && byte <= '\r') || byte == 0x1B;
  return (byte < 0x20 && !layout) || byte == 0x7F;
}

std::string refusal_of(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.substr(0, magic.bytes.size()) == magic.bytes) return magic.what;
  }
  if (wide_form(head)) return "";
  const std::string_view sample = head.substr(0, 64 << 10);
  if (sample.find('\0') != sample.npos) return "binary data: it holds NUL bytes";
  // Wire copy may carry a few transmission codes.
  const auto controls = std::count_if(sample.begin(), sample.end(), is_control);
  if (static_cast<std::size_t>(controls) * 10 > sample.size()) {
    return "binary data: it is full of control bytes";
  }
  return "";
}

/// Of '{': nothing if the end of the second line's first character is not yet in sight.
std::optional<Format> one_object_or_lines(std::string_view text, bool whole) {
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  const std::size_t next = text.find_first_not_of(kJsonSpace, line_end);
  if (next == text.npos) return whole ? std::optional(Format::json) : std::nullopt;
  const std::string_view first = text.substr(0, line_end);
  if (!json_fault(first)) return Format::json_lines;
  // Within one object a line can start with a brace only behind a colon, a comma or a bracket.
  const char last = first[first.find_last_not_of(kJsonSpace)];
  const bool own_object =
      text[next] == '{' && last != ':' && last != ',' && last != '[' && first.size() > 1;
  return own_object ? Format::json_lines : Format::json;
}

/// Of '[': prose such as "[1] Reuters" or "[Photo: AP]" is text.
bool starts_json_array(std::string_view text) {
  std::size_t at = text.find_first_not_of(kJsonSpace, 1);
  if (at == text.npos) return true;
  if ("{]["sv.find(text[at]) != "{]["sv.npos) return true;
  const std::size_t value = at;
  if (text[at] == '"') {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] == '\\') ++at;
    }
    ++at;
  } else {
    at = std::min(text.find_first_of(", \t\r\n]", at), text.size());
    if (json_fault(text.substr(value, at - value))) return false;
  }
  at = at < text.size() ? text.find_first_not_of(kJsonSpace, at) : text.npos;
  if (at == text.npos || text[at] == ',') return true;
  return text[at] == ']' && text.find_first_not_of(kJsonSpace, at + 1) == text.npos;
}

/// True for headers over text, whatever their encoding; told from prose by the first line at once.
bool is_mail(std::string_view text) {
  constexpr std::size_t kLongestHeaders = 16 << 10;
  constexpr std::size_t kLongestKey = 60;
  if (text.substr(0, kLongestKey).find(':') == text.npos) return false;
  const std::string_view front = text.substr(0, kLongestHeaders);
  return is_utf8(front) ? starts_with_headers(front)
                        : starts_with_headers(decode(front, declared_encoding(front)).text);
}

/// Of what is one byte a character, or UTF-8, and no binary data.
Sniffed sniff_text(std::string_view head, bool whole) {
  while (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(kSpace);
  if (begin == head.npos) {
    if (!whole) return {};
    return {{}, head.empty() ? "the file is empty" : "the file holds only white space"};
  }
  const std::string_view text = head.substr(begin);
  if (text[0] == '{') return {one_object_or_lines(text, whole), ""};
  if (text[0] == '[' && starts_json_array(text)) return {Format::json, ""};
  if (is_mail(text)) return {Format::mail, ""};
  return sniff_markup(text, whole);
}

}  // namespace

Sniffed sniff(std::string_view head, bool whole) {
  constexpr std::size_t kLongestMagic = 6;
  if (head.size() < kLongestMagic && !whole) return {};
  if (std::string refusal = refusal_of(head); !refusal.empty()) return {{}, refusal};
  if (!wide_form(head)) return sniff_text(head, whole);
  constexpr std::size_t kDecoded = 64 << 10;  // whole units of any size
  Sniffed sniffed = sniff_text(decode(head.substr(0, kDecoded)).text, true);
  // Lines of wide characters are not cut by bytes: they are read as the values of one document.
  if (sniffed.format == Format::json_lines) sniffed.format = Format::json;
  return sniffed;
}

}  // namespace alatoo
