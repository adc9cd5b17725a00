// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/base.h"

#include "common/analyzer.h"
#include "common/error.h"
#include "common/fields.h"

namespace alatoo {
namespace {

/// Runs `work` on the databases of a base, whose Xapian errors become ours.
template <typename Work>
auto read(const std::string& path, const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& problem) {
    throw Error(path + ": the index is damaged (" + problem.get_description() + "); rebuild it");
  }
}

}  // namespace

Base::Base(const std::string& db) : lock_(db), manifest_(read_manifest(lock_.folder())) {
  if (manifest_.analyzer != analyzer_fingerprint()) {
    throw Error(db + ": the index was made by another version (" + manifest_.analyzer +
                ", this program makes " + analyzer_fingerprint() + "); rebuild it");
  }
  for (std::size_t s = 0; s < manifest_.shards.size(); ++s) columns_.emplace_back(files(s).facets);
}

ShardFiles Base::files(std::size_t shard) const {
  return {shard_folder(folder(), shard), facets_file(folder(), shard)};
}

Base::Lookup::Lookup(const Base& base) {
  for (std::size_t s = 0; s < base.shards(); ++s) {
    const std::string folder = base.files(s).folder;
    shards_.push_back(
        read(folder, [&] { return Xapian::Database(folder, Xapian::DB_BACKEND_GLASS); }));
  }
}

std::optional<Base::Document> Base::Lookup::find(const std::string& id) const {
  const std::string unique = term(Field::id, id);
  for (std::uint32_t s = 0; s < shards_.size(); ++s) {
    const auto found = read(id, [&]() -> std::optional<Document> {
      const Xapian::PostingIterator posting = shards_[s].postlist_begin(unique);
      if (posting == shards_[s].postlist_end(unique)) return std::nullopt;
      return Document{s, *posting};
    });
    if (found) return found;
  }
  return std::nullopt;
}

Article Base::Lookup::article(Document document) const {
  return read("article", [&] {
    return decode_article(shards_[document.shard].get_document(document.docid).get_data());
  });
}

}  // namespace alatoo
