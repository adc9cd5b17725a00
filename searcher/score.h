// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "searcher/archive.h"
#include "searcher/match.h"
#include "searcher/plan.h"

namespace alatoo {

/// Scores documents by BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009),
/// with the inverse document frequency log(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
/// A document's score is the sum over the query's words and phrases that it has, NOT aside; of
/// several spellings or stems of one word the best counts. Term statistics are those of all shards
/// and the order of summation is the query's, so a score does not depend on how an archive is cut.
class Scorer {
 public:
  Scorer(const Archive& archive, const QueryPlan& plan);

  /// True if some word or phrase of the query weighs.
  bool weighs() const { return !leaves_.empty(); }

  /// Scores of the documents of a shard: index docid, of all of them, matching or not.
  std::vector<float> scores(std::size_t shard, Matcher& matcher) const;

 private:
  void collect(const PlanNode& node);
  double idf(const std::string& term) const;
  /// Calls `give(docid, weight)` for every document that has the term.
  template <typename Give>
  void weigh(std::size_t shard, Matcher& matcher, const std::string& term, const Give& give) const;

  const Archive& archive_;
  std::vector<const PlanNode*> leaves_;
  double average_length_ = 1;
};

}  // namespace alatoo
