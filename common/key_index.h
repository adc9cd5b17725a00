// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace alatoo {

/// How the capitals of a spelling are read: "US" is not "us", but "Nato" is "NATO".
enum class Casing : std::uint8_t { any, capital, capitals };

/// From the key of a name to rows of a table, mindful of names in capitals: those are compared
/// letter by letter, for the rules of transliteration would make one of "PPP" and "P". Keys are
/// kept as 64-bit hashes: a clash among 10^5 names is beyond chance.
class KeyIndex {
 public:
  /// `key`: the name key of `spelling`; an empty one is passed over.
  void add(std::string_view key, std::uint32_t row, std::string_view spelling);
  /// To be called before find(), after the last add().
  void close();
  /// Adds to a closed index, which stays so. Moves all that is behind: for a few names.
  void insert(std::string_view key, std::uint32_t row, std::string_view spelling);
  /// Takes the rows out again (`rows` ascending).
  void drop(const std::vector<std::uint32_t>& rows);
  /// Rows that `spelling`, whose key is `key`, may stand for; ascending, each once.
  std::vector<std::uint32_t> find(std::string_view key, std::string_view spelling) const;

 private:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t row;
    Casing casing;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  static Entry entry(std::string_view key, std::uint32_t row, std::string_view spelling);
  void collect(std::uint64_t hash, std::string_view spelling,
               std::vector<std::uint32_t>& rows) const;

  std::vector<Entry> entries_;
};

}  // namespace alatoo
