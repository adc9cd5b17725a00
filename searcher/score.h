// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "searcher/archive.h"
#include "searcher/match.h"
#include "searcher/plan.h"

namespace alatoo {

/// Scores documents by the words of a query; where it has none, by the names it asks for.
///
/// Words: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009),
/// with the inverse document frequency log(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
/// A document's score is the sum over the query's words and phrases that it has, NOT aside; of
/// several spellings or stems of one word the best counts.
///
/// Names: how much an article is about an entity, from 0 to 1: s / (s + K), where s is the salience
/// of all the entity's keys (common/salience.h), and K what BM25 has there, so that mentions count
/// ever less and count more in a short article. Several entities add up. How rare an entity is
/// makes no difference.
///
/// Statistics are those of all shards and the order of summation is the query's or that of keys, so
/// a score does not depend on how an archive is cut.
class Scorer {
 public:
  Scorer(const Archive& archive, const QueryPlan& plan);

  /// True if some word, phrase or name of the query weighs.
  bool weighs() const { return !leaves_.empty() || !entities_.empty(); }

  /// Scores of the documents of a shard: index docid, of all of them, matching or not.
  std::vector<float> scores(std::size_t shard, Matcher& matcher) const;

 private:
  void collect(const PlanNode& node);
  void add_saliences(std::size_t shard, Matcher& matcher, std::vector<float>& sum) const;
  double idf(const std::string& term) const;
  /// Calls `give(docid, weight)` for every document that has the term.
  template <typename Give>
  void weigh(std::size_t shard, Matcher& matcher, const std::string& term, const Give& give) const;

  const Archive& archive_;
  std::vector<const PlanNode*> leaves_;
  std::set<std::vector<std::string>> entities_;  ///< the terms of each; none where words weigh
  double average_length_ = 1;
};

}  // namespace alatoo
