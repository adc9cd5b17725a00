// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/authority.h"
#include "searcher/query.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace alatoo {

/// An entity as the twin knows it: what its keys' articles call it.
struct TwinEntity {
  std::string id;
  std::string name;
  std::set<std::string> keys;
  std::set<std::string> names;  ///< canonical name, other forms, the authority's aliases
};

/// What the searcher must answer, as far as it does not depend on weights.
struct TwinAnswer {
  MatchMode match = MatchMode::all;
  bool relaxed = false;
  std::vector<std::string> matches;  ///< ids, newest or oldest first as asked for
  std::set<std::string> partial;     ///< ids of what may fill a short first page
  std::map<Field, std::vector<FacetCount>> facets;
  std::uint64_t undated = 0;  ///< articles that only lack a date
  /// Two operands of a NEAR share some words, not all: Xapian, which moves one of two that stand at
  /// one place, and not always the one that should, may miss a match.
  bool vague = false;
};

/// The searcher's slow twin: holds every article and evaluates a request by its definition.
class Twin {
 public:
  /// `articles` as the enricher left them; `authority` is what it used.
  Twin(std::vector<Article> articles, std::shared_ptr<const Authority> authority);
  ~Twin();

  TwinAnswer answer(const SearchRequest& request);

  const std::vector<Article>& articles() const { return articles_; }
  /// Dates compare like this for ties: newest first, undated last, then by id.
  bool newer(const std::string& a, const std::string& b) const;
  /// Spellings of a name's word that stand for it too.
  std::set<std::string> spellings(const std::string& word) const;
  const std::vector<TwinEntity>& entities(Field field) const { return entities_.at(field); }

 private:
  struct Word {
    std::string word;
    std::string stem;
    long position = 0;
    std::size_t zone = 0;
    bool headline = false;
  };
  struct Text {
    std::vector<Word> words;
    std::map<Field, std::set<std::string>> keys;
  };
  /// Any of some stems, one place of a phrase.
  using Place = std::set<std::string>;

  void read(const Article& article);
  void name_entities(const Authority& authority);
  void spell();
  Place stems(const std::string& word);
  const Place& wildcard(const std::string& prefix);
  static bool near(const Text& text, Field field, const std::vector<Place>& places, int window);
  static bool phrase(const Text& text, Field field, const std::vector<Place>& places);
  bool word(const Text& text, Field field, const std::string& word);
  bool matches(std::size_t article, const QueryNode& node);
  const std::set<std::string>& keys_of(Field field, const std::string& value);
  bool named(std::size_t article, Field field, const std::string& value);
  bool known(const std::string& word);
  void correct(QueryNode& node);

  std::vector<Article> articles_;
  std::vector<Text> texts_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, Analyzer> analyzers_;
  std::map<Field, std::vector<TwinEntity>> entities_;
  std::map<std::string, std::set<std::string>> spellings_;
  bool vague_ = false;
  std::map<std::string, Place> wildcards_;
  std::map<std::pair<Field, std::string>, std::set<std::string>> meant_;
  std::map<std::string, std::size_t> lexicon_;  ///< folded word → occurrences
};

}  // namespace alatoo
