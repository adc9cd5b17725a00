// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/key_index.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "common/text.h"

namespace alatoo {
namespace {

/// A spelling of up to three letters, all capitals, is met in capitals only; a longer one needs one
/// capital at its start; any other spelling is met whatever the case.
Casing casing_of(std::string_view spelling) {
  int letters = 0;
  for (std::size_t at = 0; at < spelling.size();) {
    const char32_t c = next_code_point(spelling, at);
    if (!is_letter(c)) continue;
    if (!is_upper(c)) return Casing::any;
    ++letters;
  }
  return letters > 3 ? Casing::capital : letters > 0 ? Casing::capitals : Casing::any;
}

bool meets(std::string_view name, Casing casing) {
  if (casing == Casing::any) return true;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (!is_letter(c)) continue;
    if (!is_upper(c)) return false;
    if (casing == Casing::capital) return true;
  }
  return true;
}

std::uint64_t hash_of(std::string_view key) { return XXH3_64bits(key.data(), key.size()); }

/// The key of a name in capitals: its letters as they are.
std::string capitals_key(std::string_view spelling) {
  std::string key = "=";
  for (const char c : fold(spelling)) {
    if (c != '.' && c != ' ') key += c;
  }
  return key;
}

}  // namespace

KeyIndex::Entry KeyIndex::entry(std::string_view key, std::uint32_t row,
                                std::string_view spelling) {
  const auto casing = casing_of(spelling);
  const auto hash = casing == Casing::any ? hash_of(key) : hash_of(capitals_key(spelling));
  return {hash, row, casing};
}

void KeyIndex::add(std::string_view key, std::uint32_t row, std::string_view spelling) {
  if (!key.empty()) entries_.push_back(entry(key, row, spelling));
}

void KeyIndex::close() { std::sort(entries_.begin(), entries_.end()); }

void KeyIndex::insert(std::string_view key, std::uint32_t row, std::string_view spelling) {
  if (key.empty()) return;
  const Entry fresh = entry(key, row, spelling);
  entries_.insert(std::lower_bound(entries_.begin(), entries_.end(), fresh), fresh);
}

void KeyIndex::drop(const std::vector<std::uint32_t>& rows) {
  std::erase_if(entries_, [&](const Entry& known) {
    return std::binary_search(rows.begin(), rows.end(), known.row);
  });
}

std::vector<std::uint32_t> KeyIndex::find(std::string_view key, std::string_view spelling) const {
  std::vector<std::uint32_t> rows;
  collect(hash_of(key), spelling, rows);
  collect(hash_of(capitals_key(spelling)), spelling, rows);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

void KeyIndex::collect(std::uint64_t hash, std::string_view spelling,
                       std::vector<std::uint32_t>& rows) const {
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), hash,
                                [](const Entry& e, std::uint64_t h) { return e.hash < h; });
  for (; entry != entries_.end() && entry->hash == hash; ++entry) {
    if (meets(spelling, entry->casing)) rows.push_back(entry->row);
  }
}

}  // namespace alatoo
