// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/overlap.h"

#include <string>
#include <unordered_set>

#include "common/text.h"
#include "indexer/read/lines.h"

namespace alatoo {
namespace {

constexpr std::size_t kContentLetters = 4;
constexpr std::size_t kStemLetters = 6;
// Endings change what Cyrillic words have behind fewer: "дорог", "дороги", "дорогами".
constexpr std::size_t kCyrillicStemLetters = 5;

/// FNV-1a over the first letters, in lower case; 0 for words that carry no content.
std::uint64_t key_of(std::string_view word) {
  // "Bakiyev's" is about Bakiyev.
  if (word.size() > 2 && word.back() == 's' && word[word.size() - 2] == '\'') word.remove_suffix(2);
  if (word.ends_with("’s")) word.remove_suffix(4);
  if (word.size() < kContentLetters) return 0;
  const bool cyrillic = word[0] == '\xD0' || word[0] == '\xD1';
  if (cyrillic && word.size() < 2 * kContentLetters) return 0;
  const std::size_t stem = cyrillic ? kCyrillicStemLetters : kStemLetters;
  std::string first;  // "Дороги" and "дорогу" are one
  if (cyrillic && word[0] == '\xD0' && word[1] >= '\x90' && word[1] <= '\xAF') {
    first = lower(word.substr(0, 2));
    first += word.substr(2);
    word = first;
  }
  std::uint64_t hash = 0xCBF29CE484222325u;
  std::size_t letters = 0;
  for (const char c : word) {
    if ((c & 0xC0) != 0x80 && ++letters > stem) break;
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    hash = (hash ^ static_cast<unsigned char>(low)) * 0x100000001B3u;
  }
  return hash;
}

/// Words that any two passages share.
bool is_filler(std::uint64_t key) {
  static const std::unordered_set<std::uint64_t> fillers = [] {
    std::unordered_set<std::uint64_t> made;
    for (const std::string_view word :
         {"that",    "with",     "from",     "this",    "have",       "been",    "were",   "their",
          "they",    "them",     "when",     "which",   "what",       "will",    "would",  "could",
          "should",  "after",    "before",   "about",   "into",       "over",    "more",   "than",
          "other",   "some",     "also",     "only",    "most",       "such",    "while",  "where",
          "there",   "these",    "those",    "your",    "many",       "said",    "says",   "year",
          "years",   "last",     "first",    "take",    "takes",      "make",    "made",   "being",
          "against", "between",  "people",   "country", "government", "world",   "what's", "until",
          "under",   "through",  "because",  "every",   "much",       "does",    "doing",  "during",
          "still",   "even",     "just",     "like",    "back",       "который", "после",  "также",
          "было",    "были",     "была",     "чтобы",   "этого",      "этом",    "году",   "года",
          "сообщил", "сообщила", "сообщает", "только",  "более",      "своих",   "между"}) {
      made.insert(key_of(word));
    }
    return made;
  }();
  return fillers.count(key) > 0;
}

}  // namespace

SharedWords::Entry& SharedWords::entry(std::uint64_t key) {
  if (used_ * 2 >= table_.size()) grow();
  std::size_t i = key & (table_.size() - 1);
  while (table_[i].key && table_[i].key != key) i = (i + 1) & (table_.size() - 1);
  if (!table_[i].key) {
    table_[i].key = key;
    ++used_;
  }
  return table_[i];
}

const SharedWords::Entry* SharedWords::find(std::uint64_t key) const {
  std::size_t i = key & (table_.size() - 1);
  while (table_[i].key && table_[i].key != key) i = (i + 1) & (table_.size() - 1);
  return table_[i].key ? &table_[i] : nullptr;
}

void SharedWords::grow() {
  std::vector<Entry> old(table_.size() * 2);
  old.swap(table_);
  for (const Entry& kept : old) {
    if (!kept.key) continue;
    std::size_t i = kept.key & (table_.size() - 1);
    while (table_[i].key) i = (i + 1) & (table_.size() - 1);
    table_[i] = kept;
  }
}

void SharedWords::add(std::string_view line) {
  ++line_;
  Shape word;
  for (std::size_t at = 0; next_shape(line, at, word);) {
    const std::uint64_t key = key_of(word.text);
    if (!key || is_filler(key)) continue;
    Entry& counted = entry(key);
    if (counted.line == line_) continue;
    counted.line = line_;
    ++counted.lines;
  }
}

void SharedWords::ignore(std::string_view words) {
  Shape word;
  for (std::size_t at = 0; next_shape(words, at, word);) {
    if (const std::uint64_t key = key_of(word.text)) entry(key).ignored = true;
  }
}

SharedWords::Shared SharedWords::shared(std::string_view line, bool added) const {
  Shared out;
  Shape word;
  bool first = true;
  for (std::size_t at = 0; next_shape(line, at, word); first = false) {
    const std::uint64_t key = key_of(word.text);
    if (!key || is_filler(key)) continue;
    const Entry* counted = find(key);
    if (counted && counted->ignored) continue;
    ++out.content;
    if (!counted || counted->lines < (added ? 2u : 1u)) continue;
    ++out.common;
    out.names += word.capital && !first;
  }
  return out;
}

}  // namespace alatoo
