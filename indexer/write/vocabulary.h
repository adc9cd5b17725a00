// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/authority.h"
#include "common/entities.h"
#include "common/facet_column.h"
#include "common/generation.h"
#include "common/lexicon.h"

namespace alatoo {

/// What a shard knows beside its documents: words, name keys with the names seen for them,
/// spellings, languages and dates. Articles can be added and taken out again; what is left is as if
/// the others had never come. One a worker.
class Vocabulary {
 public:
  /// The analyzer of a language, made on first use.
  Analyzer& analyzer(const std::string& language);

  /// Counts an article in (`sign` 1) or out (-1). Words are counted by whoever walks the text, in
  /// the analyzer's entries and by `count_words`; `length` is FacetColumn's.
  void count(const Article& article, int sign);
  void count_words(std::uint64_t words, std::uint64_t length, int sign);

  /// The facet row of an article: local key ordinals, until `renumber`.
  FacetRow row(const Article& article);

  struct Name {
    std::uint32_t ordinal = 0;
    std::string id;
    std::map<std::string, std::int64_t> forms;  ///< name → articles that use it
    std::int64_t articles = 0;
  };
  using Names = std::unordered_map<std::string, Name>;

  const std::array<Names, kKeyFieldCount>& names() const { return names_; }

 private:
  friend struct Merged;
  Name& name(std::size_t field, const std::string& key);
  void count_spellings(const Article& article, EntityKind kind, int sign);

  std::map<std::string, Analyzer> analyzers_;
  std::array<Names, kKeyFieldCount> names_;
  std::map<std::pair<std::string, std::string>, std::int64_t> spellings_;  // (word key, spelling)
  std::map<std::string, std::int64_t> languages_;
  std::map<std::uint32_t, std::int64_t> dates_;  // packed → articles
  std::int64_t words_ = 0;
  std::int64_t length_ = 0;
};

/// The vocabularies of all shards in one: what the generation's sidecars are written from.
struct Merged {
  explicit Merged(const std::vector<Vocabulary*>& shards, const Authority& authority);

  std::vector<LexiconRow> lexicon;
  EntityTableContent entities;
  /// ordinals[shard][field][local] is the generation's ordinal of a shard's key.
  std::vector<std::array<std::vector<std::uint32_t>, kKeyFieldCount>> ordinals;
  /// Fills articles, words, dates, undated and languages.
  void describe(Manifest& manifest) const;

 private:
  std::map<std::string, std::int64_t> languages_;
  std::map<std::uint32_t, std::int64_t> dates_;
  std::int64_t words_ = 0;
  std::int64_t length_ = 0;
};

}  // namespace alatoo
