// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "searcher/archive.h"
#include "searcher/doc_set.h"
#include "searcher/plan.h"

namespace alatoo {

/// The same node as Xapian weighs it. Every operator used gives each document the same weight
/// however the archive is cut into shards (up to the last bits), here or on a remote server.
Xapian::Query to_xapian(const PlanNode& node);

/// Which documents of a shard match, without weighing any: posting lists are read into bit sets,
/// and Xapian itself is asked for phrases only. About 20 ns a posting.
class Matcher {
 public:
  Matcher(const Archive& archive, std::size_t shard);

  DocSet match(const PlanNode& node) const;
  const DocSet& everything() const { return everything_; }
  DocSet nothing() const { return DocSet(last_); }

 private:
  void add_term(DocSet& set, const std::string& term) const;
  void add_query(DocSet& set, const Xapian::Query& query) const;

  const Xapian::Database& database_;
  std::uint32_t last_;
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
  /// Documents outside the matches that lack exactly one of at least three loose words.
  DocSet partial(std::size_t shard) const;

 private:
  struct Shard {
    explicit Shard(DocSet empty) : base(empty), words(empty), matches(std::move(empty)) {}
    DocSet base;                ///< required, not excluded; no filters
    std::vector<DocSet> loose;  ///< one a loose word
    std::array<std::optional<DocSet>, kKeyFieldCount> filters;
    std::optional<DocSet> dates;
    DocSet words;  ///< the loose words joined by the mode
    DocSet matches;
  };
  DocSet filtered(const Shard& shard, DocSet set, std::optional<Field> except) const;

  MatchMode mode_;
  std::vector<Shard> shards_;
};

/// The whole plan as one query for ranking; `partial` asks for the documents of Matches::partial.
Xapian::Query ranking_query(const QueryPlan& plan, MatchMode mode, bool partial = false);

}  // namespace alatoo
