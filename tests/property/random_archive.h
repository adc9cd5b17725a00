// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/authority.h"

namespace alatoo {

/// A generator whose draws are the same with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// 0 .. n-1.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename Container>
  const auto& of(const Container& values) {
    return values[below(values.size())];
  }
  template <typename T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

/// Words in several forms each, hyphenated ones among them, by language.
const std::vector<std::string>& words_of(const std::string& language);
/// Names, each in the spellings that the archives use for it.
using Spellings = std::vector<std::string>;
const std::vector<Spellings>& people();
const std::vector<Spellings>& cities();
const std::vector<Spellings>& countries();
const std::vector<Spellings>& organisations();
const std::vector<std::string>& sources();
const std::vector<std::string>& languages();

/// "2010-04-07", "2010-04" or "2010", of a few years.
std::string random_date(Random& random);

/// A ninjs article as a line of JSON, in one of the languages or without.
std::string random_article(Random& random, const std::string& id,
                           const std::vector<std::string>& languages);

/// ninjs articles as lines of JSON, each with a `uri`.
struct RandomArchive {
  std::vector<std::string> lines;     ///< one an article, all ids different
  std::vector<std::string> outdated;  ///< other versions of some, for lines before them to replace
};
RandomArchive random_archive(Random& random);

/// A few rows that the names above meet, by the names of their tables, sorted as files are.
const std::vector<std::pair<std::string, std::string>>& small_tables();
/// Files of changes.tsv that hide, merge and rename some of the names above; the first is empty.
const std::vector<std::string>& small_changes();
std::shared_ptr<const Authority> small_authority();

}  // namespace alatoo
