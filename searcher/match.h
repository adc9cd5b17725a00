// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "searcher/archive.h"
#include "searcher/doc_set.h"
#include "searcher/plan.h"
#include "searcher/postings.h"

namespace alatoo {

/// Which documents of a shard match a node. Posting lists are read into bit sets; Xapian itself is
/// asked for phrases and NEAR only. It is never given a query of several operators: 1.4.22 reads
/// freed memory when an AND drops a composite part beside a term that the shard lacks.
class Matcher {
 public:
  Matcher(const Archive& archive, std::size_t shard);

  DocSet match(const PlanNode& node);
  /// The documents of one alternative of a `terms` node.
  DocSet match(const PlanNode::Places& alternative);
  const DocSet& everything() const { return everything_; }
  DocSet nothing() const { return DocSet(last_); }
  Postings& postings() { return postings_; }

 private:
  void add_term(DocSet& set, const std::string& term);
  void add_window(DocSet& set, Xapian::Query::op op, const PlanNode::Places& places, int window);

  const Xapian::Database& database_;
  std::uint32_t last_;
  Postings postings_;
  DocSet everything_;
};

/// The matches of a plan, shard by shard, with what facets need beside them.
class Matches {
 public:
  Matches(const Archive& archive, const QueryPlan& plan, MatchMode wanted);

  /// all or any: what `auto` came to.
  MatchMode mode() const { return mode_; }
  std::uint64_t total() const;
  const DocSet& of(std::size_t shard) const { return shards_[shard].matches; }

  /// The matches if the filters of `field` (month and year: --from and --to) were not there.
  DocSet without_filter(std::size_t shard, Field field) const;
  /// Documents outside the matches of mode `all` that lack exactly one of at least three loose
  /// words.
  DocSet partial(std::size_t shard) const;
  /// For ranking, which reads the same lists.
  Matcher& matcher(std::size_t shard) { return shards_[shard].matcher; }

 private:
  struct Shard {
    Shard(const Archive& archive, std::size_t shard)
        : matcher(archive, shard), base(matcher.everything()), words(base), matches(base) {}
    Matcher matcher;
    DocSet base;                ///< required, not excluded; no filters
    std::vector<DocSet> loose;  ///< one a loose word
    std::array<std::optional<DocSet>, kKeyFieldCount> filters;
    std::optional<DocSet> dates;
    DocSet words;  ///< the loose words joined by the mode
    DocSet matches;
  };
  static DocSet filtered(const Shard& shard, DocSet set, std::optional<Field> except);

  MatchMode mode_;
  std::vector<Shard> shards_;
};

}  // namespace alatoo
