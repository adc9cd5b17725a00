// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/tally.h"

#include "common/codec.h"
#include "common/hash.h"

namespace alatoo {
namespace {

/// A hash of two strings that tells ("ab", "c") from ("a", "bc").
std::uint64_t hash_pair(std::string_view a, std::string_view b) {
  std::string both;
  put_string(both, a);
  both += b;
  return hash(both);
}

}  // namespace

void Tally::add(const Tally& other) {
  words += other.words;
  lexicon += other.lexicon;
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) names[f] += other.names[f];
  spellings += other.spellings;
}

void Tally::add(const Names& all) {
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    for (const CountedKey& key : all.keys[f]) {
      for (const auto& [form, count] : key.forms) names[f] += count * hash_pair(key.key, form);
    }
  }
  for (const auto& [spelling, count] : all.spellings)
    spellings += count * hash_pair(spelling.first, spelling.second);
}

void Tally::add_word(std::string_view word, std::string_view stem, std::uint64_t count) {
  lexicon += count * hash_pair(word, stem);
}

void Tally::add(Vocabulary& vocabulary) {
  const Merged merged({}, {}, {&vocabulary}, {});
  add(merged.names);
  for (const LexiconRow& row : merged.lexicon)
    add_word(row.word, row.stem, static_cast<std::uint64_t>(row.count));
  Manifest counts;
  merged.describe(counts);
  words += counts.words;
}

std::string Tally::encode() const {
  std::string bytes;
  put_number(bytes, words);
  put_number(bytes, lexicon);
  for (const std::uint64_t sum : names) put_number(bytes, sum);
  put_number(bytes, spellings);
  return bytes;
}

Tally Tally::decode(std::string_view bytes) {
  Reader reader(bytes);
  Tally tally;
  tally.words = reader.number();
  tally.lexicon = reader.number();
  for (std::uint64_t& sum : tally.names) sum = reader.number();
  tally.spellings = reader.number();
  return tally;
}

}  // namespace alatoo
