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

/// One growing shard: a disposable Xapian database, its facet column and its vocabulary. One a
/// worker, not thread-safe.
class ShardWriter {
 public:
  /// Starts an empty database in `scratch`, a folder that the caller removes.
  explicit ShardWriter(std::string scratch);

  /// Adds an article and returns its docid in this shard, from 1 on.
  std::uint32_t add(const Article& article);
  /// Takes a document out again, as if it had never been added.
  void remove(std::uint32_t docid);

  std::uint64_t articles() const { return articles_; }
  Vocabulary& vocabulary() { return vocabulary_; }

  /// Compacts the database into the folder `shard`, and writes the facet column `facets` with the
  /// generation's ordinals for this shard's keys. The writer is spent afterwards.
  void finish(const std::string& shard, const std::string& facets,
              const std::array<std::vector<std::uint32_t>, kKeyFieldCount>& ordinals);

 private:
  std::string scratch_;
  Xapian::WritableDatabase database_;
  Vocabulary vocabulary_;
  FacetColumnWriter facets_;
  std::uint64_t articles_ = 0;
  std::size_t pending_ = 0;
};

}  // namespace alatoo
