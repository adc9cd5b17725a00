// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/text.h"
#include "indexer/read/encoding.h"

namespace alatoo {
namespace {

constexpr std::size_t kSearched = 16 << 10;

/// The first occurrence of `word`, which is in lower case, whatever the case in `text`.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
  const auto found =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())),
                  text.end(), word.begin(), word.end(),
                  [](char c, char low) { return (c >= 'A' && c <= 'Z' ? c | 0x20 : c) == low; });
  return found == text.end() ? text.npos : static_cast<std::size_t>(found - text.begin());
}

/// The value behind `name=` in what is a tag or a header line, quoted or not.
std::string value_of(std::string_view within, std::string_view name) {
  std::size_t at = find_word(within, name);
  if (at == within.npos) return "";
  at = within.find_first_not_of(" \t\r\n", at + name.size());
  if (at == within.npos || within[at] != '=') return "";
  at = within.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == within.npos) return "";
  const std::size_t end = within.find_first_of(" \t\r\n\"';>?/", at);
  return std::string(within.substr(at, std::min(end, at + 40) - at));
}

/// What an XML declaration at the front states.
std::string of_xml(std::string_view head) {
  const std::string_view front =
      head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return front.starts_with("<?xml") ? value_of(front.substr(0, front.find("?>")), "encoding") : "";
}

/// What the first `<meta>` with a character set states.
std::string of_meta(std::string_view head) {
  constexpr std::string_view kMeta = "<meta";
  for (std::size_t at = 0; (at = find_word(head, kMeta, at)) != head.npos; at += kMeta.size()) {
    std::string found = value_of(head.substr(at, head.find('>', at) - at), "charset");
    if (!found.empty()) return found;
  }
  return "";
}

/// What a `Content-Type:` line before the first empty line states.
std::string of_headers(std::string_view head) {
  constexpr std::string_view kKey = "content-type:";
  for (std::size_t at = 0; at < head.size();) {
    std::size_t end = std::min(head.find('\n', at), head.size());
    if (trim(head.substr(at, end - at)).empty()) break;
    if (find_word(head.substr(at, kKey.size()), kKey) == 0) {
      // It may go on in lines that begin with a blank.
      while (end + 1 < head.size() && (head[end + 1] == ' ' || head[end + 1] == '\t')) {
        end = std::min(head.find('\n', end + 1), head.size());
      }
      return value_of(head.substr(at, end - at), "charset");
    }
    at = end + 1;
  }
  return "";
}

}  // namespace

std::string declared_encoding(std::string_view head) {
  head = head.substr(0, kSearched);
  for (const auto stated : {of_xml, of_meta, of_headers}) {
    if (std::string name = stated(head); !name.empty()) return name;
  }
  return "";
}

}  // namespace alatoo
