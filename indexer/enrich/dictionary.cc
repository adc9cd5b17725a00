// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/dictionary.h"

#include <xxhash.h>

#include "common/error.h"

namespace alatoo {
namespace {

constexpr std::string_view kMagic = "alatoo words 01\n";
constexpr std::uint64_t kBitsPerWord = 16;
constexpr int kProbes = 5;

/// Calls `visit` with the number of each bit of a word; false as soon as it returns false.
template <typename Visit>
bool each_bit(std::uint64_t hash, std::uint64_t bits, const Visit& visit) {
  const std::uint64_t step = (hash >> 33) * 2 + 1;
  for (int probe = 0; probe < kProbes; ++probe, hash += step) {
    if (!visit((hash & 0xFFFFFFFFu) * bits >> 32)) return false;
  }
  return true;
}

}  // namespace

WordList::WordList(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() == kMagic.size()) {
    throw Error("the list of words is none of this version");
  }
  bits_ = bytes.substr(kMagic.size());
}

bool WordList::has(std::uint64_t hash) const {
  return each_bit(hash, bits_.size() * 8, [&](std::uint64_t bit) {
    return (static_cast<unsigned char>(bits_[bit / 8]) >> bit % 8 & 1u) != 0;
  });
}

std::string WordList::encode(const std::vector<std::string>& words) {
  std::string bytes(words.size() * kBitsPerWord / 8 + 1, '\0');
  for (const auto& word : words) {
    each_bit(XXH3_64bits(word.data(), word.size()), bytes.size() * 8, [&](std::uint64_t bit) {
      bytes[bit / 8] =
          static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) | 1u << bit % 8);
      return true;
    });
  }
  return std::string(kMagic) + bytes;
}

}  // namespace alatoo
