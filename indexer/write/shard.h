// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/facet_column.h"
#include "indexer/write/vocabulary.h"

namespace alatoo {

/// Where a shard lies: the folder of its database and its facet column.
struct ShardFiles {
  std::string folder;
  std::string facets;
};

/// One growing shard: a disposable Xapian database, its facet column and its vocabulary. One a
/// worker, not thread-safe.
class ShardWriter {
 public:
  /// Starts an empty database in `scratch`, a folder that the caller removes.
  explicit ShardWriter(std::string scratch);

  /// Adds an article whose input had the hash `content`. Returns its docid in this shard, from 1.
  std::uint32_t add(const Article& article, std::uint64_t content);
  /// Takes a document out again. It stays in the vocabulary; `gone` counts it.
  void remove(std::uint32_t docid, Vocabulary& gone);

  std::uint64_t articles() const { return articles_; }
  /// Calls `visit(id)` for every article.
  template <typename Visit>
  void each_id(const Visit& visit) const {
    facets_.each_id(visit);
  }
  Vocabulary& vocabulary() { return vocabulary_; }

  /// Closes the shard; its keys get the generation's ordinals. Nothing can be added any more.
  void finish(const std::array<std::vector<std::uint32_t>, kKeyFieldCount>& ordinals);
  /// Where a finished shard lies.
  ShardFiles files() const { return {scratch_, scratch_ + ".facets"}; }

 private:
  std::string scratch_;
  Xapian::WritableDatabase database_;
  Vocabulary vocabulary_;
  FacetColumnWriter facets_;
  std::uint64_t articles_ = 0;
  std::size_t pending_ = 0;
};

/// Copies a shard without some of its documents.
void copy_without(const ShardFiles& shard, const std::vector<std::uint32_t>& docids,
                  const ShardFiles& made);

/// Compacts shards, one behind the other, into `made`. A single one keeps its docids. One most of
/// whose docids have lost their documents is copied document by document when it joins others, so
/// that what is gone leaves no room behind.
void join_shards(const std::vector<ShardFiles>& parts, const ShardFiles& made);

}  // namespace alatoo
