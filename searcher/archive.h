// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/entities.h"
#include "common/facet_column.h"
#include "common/generation.h"
#include "common/lexicon.h"

namespace alatoo {

/// A document of one shard.
struct DocumentRef {
  std::uint32_t shard = 0;
  std::uint32_t docid = 0;

  friend auto operator<=>(const DocumentRef&, const DocumentRef&) = default;
};

/// One generation, opened for reading and pinned while this lives.
class Archive {
 public:
  /// Opens the live generation of `db`; with `verified` every byte of it is compared with its
  /// checksum first. Throws Error if there is none, or a part of it is missing or damaged.
  explicit Archive(const std::string& db, bool verified = false);

  const Manifest& manifest() const { return manifest_; }
  const EntityTable& entities() const { return entities_; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::size_t shards() const { return shards_.size(); }
  const Xapian::Database& shard(std::size_t i) const { return shards_[i]; }
  const FacetColumn& column(std::size_t i) const { return columns_[i]; }
  /// All shards as one database: ranking needs the term statistics of the whole.
  const Xapian::Database& all() const { return all_; }

  std::string_view id(DocumentRef document) const {
    return columns_[document.shard].id(document.docid);
  }
  std::uint32_t date(DocumentRef document) const {
    return columns_[document.shard].date(document.docid);
  }
  /// The article with its names as the archive has them, which an authority may have changed since
  /// it was stored: hidden entities left out, several keys of one entity still apart.
  Article article(DocumentRef document) const;
  /// The article of that id, each entity once; absent if there is none.
  std::optional<Article> find_article(const std::string& id) const;

 private:
  GenerationLock lock_;
  Manifest manifest_;
  EntityTable entities_;
  Lexicon lexicon_;
  std::vector<Xapian::Database> shards_;
  std::vector<FacetColumn> columns_;
  Xapian::Database all_;
};

}  // namespace alatoo
