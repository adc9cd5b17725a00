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
#include "common/facet_column.h"
#include "common/generation.h"
#include "common/lexicon.h"
#include "common/names.h"

namespace alatoo {

/// What articles hold beside their documents: words, name keys with the names seen for them,
/// spellings, languages. Articles are counted in only; those that go are counted in a vocabulary of
/// their own, which `Merged` takes off. One a worker.
class Vocabulary {
 public:
  /// The analyzer of a language, made on first use.
  Analyzer& analyzer(const std::string& language);

  /// Counts an article in. Words are counted by whoever walks the text, in the analyzer's entries
  /// and by `count_words`; `length` is FacetColumn's.
  void count(const Article& article);
  void count_words(std::uint64_t words, std::uint64_t length);

  /// The facet row of an article: local key ordinals, until `renumber`.
  FacetRow row(const Article& article);

  struct Name {
    std::uint32_t ordinal = 0;
    std::map<std::string, std::uint64_t> forms;  ///< name → articles that use it
  };
  using Keys = std::unordered_map<std::string, Name>;

 private:
  friend struct Merged;
  Name& name(std::size_t field, const std::string& key);
  void count_spellings(const Article& article, EntityKind kind);

  std::map<std::string, Analyzer> analyzers_;
  std::array<Keys, kKeyFieldCount> keys_;
  std::map<std::pair<std::string, std::string>, std::uint64_t> spellings_;  // as in Names
  std::map<std::string, std::uint64_t> languages_;
  std::uint64_t words_ = 0;
  std::uint64_t length_ = 0;
};

/// An archive's names and words after a change: what was there, with the articles of `added` and
/// without those of `gone`. Nothing in it depends on which worker had which article; the ordinals
/// of keys that were there stay.
struct Merged {
  /// `names` and `lexicon`: of the generation before; empty for a new archive.
  Merged(Names before, std::vector<LexiconRow> words, const std::vector<Vocabulary*>& added,
         const Vocabulary& gone);

  Names names;
  std::vector<LexiconRow> lexicon;
  /// ordinals[i][field][local] is the generation's ordinal of a key of added[i].
  std::vector<std::array<std::vector<std::uint32_t>, kKeyFieldCount>> ordinals;
  /// Takes the change to words, length and languages over into what `manifest` says of the
  /// generation before.
  void describe(Manifest& manifest) const;

 private:
  void merge_words(const std::vector<Vocabulary*>& added, const Vocabulary& gone);
  void merge_keys(const std::vector<Vocabulary*>& added, const Vocabulary& gone);

  std::map<std::string, std::int64_t> languages_;
  std::int64_t words_ = 0;
  std::int64_t length_ = 0;
};

}  // namespace alatoo
