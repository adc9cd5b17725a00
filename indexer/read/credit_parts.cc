// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/credit_parts.h"

#include "common/text.h"

namespace alatoo {

bool has_prefix(std::string_view text, std::string_view low_prefix) {
  if (text.size() < low_prefix.size()) return false;
  for (std::size_t i = 0; i < low_prefix.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c == low_prefix[i]) continue;
    return static_cast<signed char>(c) < 0 &&
           lower(text.substr(0, low_prefix.size())) == low_prefix;
  }
  return true;
}

bool take_prefix(std::string_view& text, std::string_view low_prefix) {
  if (!has_prefix(text, low_prefix)) return false;
  text = trim(text.substr(low_prefix.size()));
  return true;
}

std::string_view without_brackets(std::string_view text) {
  text = trim(text);
  for (bool changed = true; changed && !text.empty();) {
    changed = false;
    const bool plain = (text.front() >= 'a' && text.front() <= 'z') ||
                       (text.front() >= 'A' && text.front() <= 'Z');
    for (const std::string_view dash : {"--", "-", "–", "—", "*", "•"}) {
      if (!plain && text.substr(0, dash.size()) == dash) {
        text = trim(text.substr(dash.size()));
        changed = true;
      }
    }
    if (text.size() > 2 && (text.front() == '(' || text.front() == '[') &&
        (text.back() == ')' || text.back() == ']') && lower(text.substr(0, 3)) != "(c)") {
      text = trim(text.substr(1, text.size() - 2));
      changed = true;
    }
    if (!text.empty() && (text.back() == '.' || text.back() == '-')) {
      text = trim(text.substr(0, text.size() - 1));
      changed = true;
    }
  }
  return text;
}

}  // namespace alatoo
