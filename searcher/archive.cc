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
  Article article = decode_article(shards_[document.shard].get_document(document.docid).get_data());
  const auto keys = [&](Field field) {
    return columns_[document.shard].keys(field, document.docid);
  };
  for (const EntityKind kind : kAllEntityKinds) {
    const Field field = field_of(kind);
    std::erase_if(article.of(kind), [&](Entity& entity) {
      for (const std::uint32_t key : keys(field)) {
        if (entities_.key(field, key) != entity.key) continue;
        const std::uint32_t meant = entities_.entity_of(field, key);
        if (meant == kNoEntity) return true;
        entity.id = entities_.id(field, meant);
        entity.name = entities_.name(field, meant);
      }
      return false;
    });
  }
  for (const std::uint32_t key : keys(Field::source)) {
    std::optional<std::string>& stored = article.source ? article.source : article.agency;
    const std::uint32_t meant = entities_.entity_of(Field::source, key);
    if (meant == kNoEntity) {
      stored.reset();
    } else {
      stored = entities_.name(Field::source, meant);
    }
  }
  return article;
}

std::optional<Article> Archive::find_article(const std::string& id) const {
  const std::string unique = term(Field::id, id);
  for (std::uint32_t s = 0; s < shards_.size(); ++s) {
    const Xapian::PostingIterator found = shards_[s].postlist_begin(unique);
    if (found == shards_[s].postlist_end(unique)) continue;
    Article shown = article({s, *found});
    for (const EntityKind kind : kAllEntityKinds) join_by_id(shown.of(kind));
    return shown;
  }
  return std::nullopt;
}

}  // namespace alatoo
