// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/shard.h"

#include <filesystem>

#include "common/error.h"
#include "common/stop.h"
#include "indexer/write/document.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

// Xapian inverts a batch in maps in memory, which are fastest while they fit the cache.
constexpr std::size_t kBatch = 400;

// Nobody reads such a database before it is whole and synced, so its blocks are written in place:
// without DB_DANGEROUS nearly twice the bytes go to the disk, and an edited copy is a sixth larger.
constexpr int kDisposable = Xapian::DB_BACKEND_GLASS | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

/// Lets a signal end a compaction between two tables.
class Stoppable : public Xapian::Compactor {
 public:
  void set_status(const std::string& /*table*/, const std::string& /*status*/) override {
    stop_if_asked();
  }
};

/// What hinders writing to `path`: a full disk if it is full, whatever else is said.
std::string cause(const std::string& path, const std::string& said) {
  constexpr std::uintmax_t kFull = 1 << 20;  // bytes: a failed write leaves a little room
  std::error_code unknown;
  const fs::space_info space = fs::space(fs::path(path).parent_path(), unknown);
  return !unknown && space.available < kFull ? "No space left on device" : said;
}

/// Runs `work`, whose Xapian errors become ours.
template <typename Work>
auto translated(const std::string& path, const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& problem) {
    throw Error(path + ": cannot be written (" + cause(path, problem.get_description()) +
                "); nothing was published");
  }
}

void copy_folder(const std::string& from, const std::string& to) {
  std::error_code failed;
  fs::create_directory(to, failed);
  for (const fs::directory_entry& file : fs::directory_iterator(from)) {
    if (!failed) fs::copy_file(file.path(), fs::path(to) / file.path().filename(), failed);
  }
  if (!failed) return;
  throw Error(to + ": cannot be written (" + cause(to, failed.message()) +
              "); nothing was published");
}

/// The docids from the first that has a document to the last; {1, 0} if none has.
struct Used {
  std::uint32_t first = 1;
  std::uint32_t last = 0;
  std::uint32_t documents = 0;
};

Used used_docids(const FacetColumn& column) {
  Used used;
  for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
    if (column.id(docid).empty()) continue;
    if (used.documents++ == 0) used.first = docid;
    used.last = docid;
  }
  return used;
}

/// A copy of a shard with docids from 1 on, none without a document.
ShardFiles copy_documents(const ShardFiles& shard, const std::string& scratch) {
  const FacetColumn column(shard.facets);
  FacetColumnWriter rows;
  translated(scratch, [&] {
    const Xapian::Database from(shard.folder, Xapian::DB_BACKEND_GLASS);
    Xapian::WritableDatabase to(scratch, kDisposable | Xapian::DB_CREATE_OR_OVERWRITE);
    for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
      if (column.id(docid).empty()) continue;
      to.add_document(from.get_document(docid));
      rows.append(column, docid, docid);
      if (rows.last_docid() % kBatch == 0) to.commit();
    }
    to.commit();
  });
  rows.write(scratch + ".facets");
  return {scratch, scratch + ".facets"};
}

void check_count(const std::string& folder, std::uint64_t articles) {
  const Xapian::Database check(folder, Xapian::DB_BACKEND_GLASS);
  if (check.get_doccount() != articles) {
    throw Error(folder + ": holds " + std::to_string(check.get_doccount()) +
                " articles instead of " + std::to_string(articles) + "; nothing was published");
  }
}

}  // namespace

ShardWriter::ShardWriter(std::string scratch) : scratch_(std::move(scratch)) {
  database_ = translated(scratch_, [&] {
    return Xapian::WritableDatabase(scratch_, kDisposable | Xapian::DB_CREATE_OR_OVERWRITE);
  });
}

std::uint32_t ShardWriter::add(const Article& article, std::uint64_t content) {
  return translated(scratch_, [&] {
    const IndexedDocument indexed = make_document(article, vocabulary_);
    const Xapian::docid docid = database_.add_document(indexed.document);
    FacetRow row = vocabulary_.row(article);
    row.length = indexed.length;
    row.content = content;
    facets_.add(row);
    ++articles_;
    if (++pending_ >= kBatch) {
      database_.commit();
      pending_ = 0;
    }
    return docid;
  });
}

void ShardWriter::remove(std::uint32_t docid, Vocabulary& gone) {
  translated(scratch_, [&] {
    count_article(decode_article(database_.get_document(docid).get_data()), gone);
    database_.delete_document(docid);
  });
  facets_.clear(docid);
  --articles_;
}

void ShardWriter::finish(const std::array<std::vector<std::uint32_t>, kKeyFieldCount>& ordinals) {
  translated(scratch_, [&] {
    database_.commit();
    database_.close();
  });
  facets_.renumber(ordinals);
  facets_.write(files().facets);
  facets_ = {};
}

void copy_without(const ShardFiles& shard, const std::vector<std::uint32_t>& docids,
                  const ShardFiles& made) {
  copy_folder(shard.folder, made.folder);
  FacetColumnWriter rows;
  const FacetColumn column(shard.facets);
  rows.append(column, 1, column.last_docid());
  const std::uint32_t left =
      used_docids(column).documents - static_cast<std::uint32_t>(docids.size());
  translated(made.folder, [&] {
    Xapian::WritableDatabase database(made.folder, kDisposable | Xapian::DB_OPEN);
    for (const std::uint32_t docid : docids) {
      stop_if_asked();
      database.delete_document(docid);
      rows.clear(docid);
    }
    database.commit();
    database.close();
    check_count(made.folder, left);
  });
  rows.write(made.facets);
}

void join_shards(const std::vector<ShardFiles>& parts, const ShardFiles& made) {
  const bool several = parts.size() > 1;
  std::uint32_t articles = 0;
  FacetColumnWriter rows;
  std::vector<std::string> copies;
  Xapian::Database all;
  translated(made.folder, [&] {
    for (const ShardFiles& part : parts) {
      ShardFiles files = part;
      Used used = used_docids(FacetColumn(part.facets));
      if (used.documents == 0) continue;
      if (several && used.documents < used.last / 2) {
        copies.push_back(made.folder + ".copy" + std::to_string(copies.size()));
        files = copy_documents(part, copies.back());
        used = {1, used.documents, used.documents};
      }
      // Xapian puts the first document of a part right behind the last one of the part before.
      const FacetColumn column(files.facets);
      if (several) rows.append(column, used.first, used.last);
      articles += used.documents;
      all.add_database(Xapian::Database(files.folder, Xapian::DB_BACKEND_GLASS));
    }
    // FULL, not FULLER: see Xapian's bug in the latter before 1.4.31.
    const unsigned flags = static_cast<unsigned>(Xapian::Compactor::FULL) |
                           (several ? 0U : static_cast<unsigned>(Xapian::DBCOMPACT_NO_RENUMBER));
    Stoppable stoppable;
    all.compact(made.folder, flags, 0, stoppable);
    all = Xapian::Database();
    check_count(made.folder, articles);
  });
  if (several) {
    rows.write(made.facets);
  } else {
    fs::copy_file(parts.front().facets, made.facets);
  }
  for (const std::string& copy : copies) {
    fs::remove_all(copy);
    fs::remove(copy + ".facets");
  }
}

}  // namespace alatoo
