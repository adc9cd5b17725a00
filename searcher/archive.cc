// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/archive.h"

#include "common/checksums.h"
#include "common/error.h"

namespace alatoo {

namespace {

Manifest manifest_of(const std::string& folder, bool verified) {
  Manifest manifest = read_manifest(folder);
  if (verified) require_whole_files(folder, manifest);
  return manifest;
}

}  // namespace

Archive::Archive(const std::string& db, bool verified)
    : lock_(db),
      manifest_(manifest_of(lock_.folder(), verified)),
      entities_(entities_file(lock_.folder())),
      lexicon_(lexicon_file(lock_.folder())) {
  for (std::size_t i = 0; i < manifest_.shards.size(); ++i) {
    const std::string folder = shard_folder(lock_.folder(), i);
    try {
      // Only glass: a stub file could name a program to run.
      shards_.emplace_back(folder, Xapian::DB_BACKEND_GLASS);
    } catch (const Xapian::Error& problem) {
      throw Error(folder + ": cannot be opened (" + problem.get_msg() + "); rebuild the index");
    }
    columns_.emplace_back(facets_file(lock_.folder(), i));
    if (shards_.back().get_lastdocid() > columns_.back().last_docid()) {
      throw Error(folder + ": has documents that its facet column lacks; rebuild the index");
    }
    all_.add_database(shards_.back());
  }
}

Article Archive::article(DocumentRef document) const {
  return decode_article(shards_[document.shard].get_document(document.docid).get_data());
}

std::optional<Article> Archive::find_article(const std::string& id) const {
  const std::string unique = term(Field::id, id);
  for (const Xapian::Database& shard : shards_) {
    const Xapian::PostingIterator found = shard.postlist_begin(unique);
    if (found != shard.postlist_end(unique))
      return decode_article(shard.get_document(*found).get_data());
  }
  return std::nullopt;
}

}  // namespace alatoo
