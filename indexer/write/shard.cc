// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/shard.h"

#include "common/error.h"
#include "indexer/write/document.h"

namespace alatoo {
namespace {

// Xapian inverts a batch in maps in memory, which are fastest while they fit the cache.
constexpr std::size_t kBatch = 400;

// Nobody reads the database before it is compacted into another, so nothing protects it.
constexpr int kDisposable = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                            Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

/// Runs `work`, whose Xapian errors become ours.
template <typename Work>
auto translated(const std::string& path, const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& problem) {
    throw Error(path + ": cannot be written (" + problem.get_description() +
                "); nothing was published");
  }
}

}  // namespace

ShardWriter::ShardWriter(std::string scratch) : scratch_(std::move(scratch)) {
  database_ = translated(scratch_, [&] { return Xapian::WritableDatabase(scratch_, kDisposable); });
}

std::uint32_t ShardWriter::add(const Article& article) {
  return translated(scratch_, [&] {
    const IndexedDocument indexed = make_document(article, vocabulary_);
    const Xapian::docid docid = database_.add_document(indexed.document);
    FacetRow row = vocabulary_.row(article);
    row.length = indexed.length;
    facets_.add(row);
    ++articles_;
    if (++pending_ >= kBatch) {
      database_.commit();
      pending_ = 0;
    }
    return docid;
  });
}

void ShardWriter::remove(std::uint32_t docid) {
  translated(scratch_, [&] {
    take_out(decode_article(database_.get_document(docid).get_data()), vocabulary_);
    database_.delete_document(docid);
  });
  facets_.clear(docid);
  --articles_;
}

void ShardWriter::finish(const std::string& shard, const std::string& facets,
                         const std::array<std::vector<std::uint32_t>, kKeyFieldCount>& ordinals) {
  translated(shard, [&] {
    database_.commit();
    // Docids keep their numbers, which facet rows are in step with. FULL, not FULLER: see Xapian's
    // bug in the latter before 1.4.31.
    database_.compact(
        shard, Xapian::DBCOMPACT_NO_RENUMBER | static_cast<unsigned>(Xapian::Compactor::FULL));
    database_.close();
    const Xapian::Database check(shard, Xapian::DB_BACKEND_GLASS);
    if (check.get_doccount() != articles_) {
      throw Error(shard + ": holds " + std::to_string(check.get_doccount()) +
                  " articles instead of " + std::to_string(articles_) + "; nothing was published");
    }
  });
  facets_.write(facets, ordinals);
  facets_ = {};
}

}  // namespace alatoo
