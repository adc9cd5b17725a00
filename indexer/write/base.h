// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/facet_column.h"
#include "common/generation.h"
#include "indexer/write/shard.h"

namespace alatoo {

/// The live generation as the job that succeeds it sees it: pinned, and never written to.
class Base {
 public:
  /// Throws Error if there is none, or if an update of it would differ from a rebuild: its terms
  /// are those of another analyzer.
  explicit Base(const std::string& db);

  const Manifest& manifest() const { return manifest_; }
  const std::string& folder() const { return lock_.folder(); }
  std::size_t shards() const { return columns_.size(); }
  const FacetColumn& column(std::size_t shard) const { return columns_[shard]; }
  ShardFiles files(std::size_t shard) const;

  struct Document {
    std::uint32_t shard = 0;
    std::uint32_t docid = 0;

    friend auto operator<=>(const Document&, const Document&) = default;
  };

  /// Finds articles of the base by id. One a thread.
  class Lookup {
   public:
    explicit Lookup(const Base& base);
    std::optional<Document> find(const std::string& id) const;
    Article article(Document document) const;

   private:
    std::vector<Xapian::Database> shards_;
  };

  std::uint64_t content(Document document) const {
    return columns_[document.shard].content(document.docid);
  }

 private:
  GenerationLock lock_;
  Manifest manifest_;
  std::deque<FacetColumn> columns_;
};

}  // namespace alatoo
