// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/lexicon.h"

#include <algorithm>
#include <tuple>

#include "common/table_reader.h"

namespace alatoo {
namespace {

// File: magic, number of entries, rows of four numbers {word offset, stem offset, end of stem,
// count}, all 32 bits in the machine's (little-endian) order, then the pool of strings.
constexpr std::uint32_t kMagic = 0x314C5841;  // "AXL1"
constexpr std::size_t kRow = 4;

}  // namespace

Lexicon::Lexicon(const std::string& path) : file_(path) {
  TableReader reader(file_, path, "lexicon");
  const std::uint32_t* head = reader.take(2);
  if (head[0] != kMagic) reader.fail();
  size_ = head[1];
  rows_ = reader.take(size_ * kRow);
  pool_ = reader.rest(size_ > 0 ? rows_[(size_ - 1) * kRow + 2] : 0);
}

LexiconEntry Lexicon::at(std::size_t i) const {
  const std::uint32_t* row = rows_ + i * kRow;
  return {{pool_ + row[0], row[1] - row[0]}, {pool_ + row[1], row[2] - row[1]}, row[3]};
}

std::size_t Lexicon::lower_bound(std::string_view word) const {
  return first_not_less(size_, word, [this](std::size_t i) { return at(i).word; });
}

bool Lexicon::contains(std::string_view word) const {
  const std::size_t i = lower_bound(word);
  return i < size_ && at(i).word == word;
}

std::optional<std::string> Lexicon::damage() const {
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    // Strings lie in the order of their rows, so none can lie outside.
    const std::uint32_t* row = rows_ + i * kRow;
    if (row[0] != end || row[1] < row[0] || row[2] < row[1])
      return "word " + std::to_string(i) + " lies outside its place";
    end = row[2];
  }
  // `end` is now the end of the pool: the constructor saw to that.
  for (std::size_t i = 0; i < size_; ++i) {
    const LexiconEntry entry = at(i);
    if (entry.count == 0) return "word " + std::to_string(i) + " occurs nowhere";
    if (i == 0) continue;
    const LexiconEntry before = at(i - 1);
    if (std::tie(before.word, before.stem) >= std::tie(entry.word, entry.stem))
      return "word " + std::to_string(i) + " is out of order";
  }
  return std::nullopt;
}

std::vector<LexiconRow> Lexicon::rows() const {
  std::vector<LexiconRow> all;
  all.reserve(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    const LexiconEntry entry = at(i);
    all.push_back({std::string(entry.word), std::string(entry.stem), entry.count});
  }
  return all;
}

void write_lexicon(const std::string& path, std::vector<LexiconRow> rows) {
  std::sort(rows.begin(), rows.end(), [](const LexiconRow& a, const LexiconRow& b) {
    return std::tie(a.word, a.stem) < std::tie(b.word, b.stem);
  });
  std::vector<std::uint32_t> table = {kMagic, 0};
  std::string pool;
  for (std::size_t i = 0; i < rows.size();) {
    std::int64_t count = 0;
    const LexiconRow& first = rows[i];
    for (; i < rows.size() && rows[i].word == first.word && rows[i].stem == first.stem; ++i)
      count += rows[i].count;
    if (count <= 0) continue;
    const auto word = static_cast<std::uint32_t>(pool.size());
    pool += first.word;
    const auto stem = static_cast<std::uint32_t>(pool.size());
    pool += first.stem;
    table.insert(table.end(),
                 {word, stem, static_cast<std::uint32_t>(pool.size()),
                  static_cast<std::uint32_t>(std::min<std::int64_t>(count, 0xFFFFFFFF))});
    ++table[1];
  }
  std::string bytes(reinterpret_cast<const char*>(table.data()),
                    table.size() * sizeof(std::uint32_t));
  bytes += pool;
  write_file(path, bytes);
}

}  // namespace alatoo
