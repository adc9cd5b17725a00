// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/succession.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <thread>

#include "common/analyzer.h"
#include "common/checksums.h"
#include "common/cli.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/lexicon.h"
#include "common/names.h"
#include "indexer/write/document.h"
#include "indexer/write/entity_content.h"
#include "indexer/write/shard_plan.h"

namespace alatoo {
namespace {

using Tasks = std::vector<std::function<void()>>;

/// Runs independent tasks, as many at a time as there are cores. Throws what the first of them
/// throws, once all have ended; a signal keeps further ones from beginning.
void run(const Tasks& tasks) {
  std::vector<std::exception_ptr> failures(tasks.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      try {
        if (stop_requested) throw Interrupted("interrupted; nothing was published");
        tasks[i]();
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < std::min(cores, tasks.size()); ++t) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

/// A shard of the base on its way into the next generation.
struct Kept {
  std::size_t shard = 0;
  ShardFiles files;
  std::vector<std::uint32_t> removed;  ///< docids, ascending
  std::uint64_t articles = 0;          ///< without them
};

std::vector<Kept> kept_shards(const Change& change) {
  std::vector<Kept> kept;
  if (!change.base) return kept;
  for (std::size_t s = 0; s < change.base->shards(); ++s)
    kept.push_back({s, change.base->files(s), {}, change.base->manifest().shards[s]});
  for (const Base::Document document : change.removed) {
    kept[document.shard].removed.push_back(document.docid);
    --kept[document.shard].articles;
  }
  std::erase_if(kept, [](const Kept& shard) { return shard.articles == 0; });
  return kept;
}

/// Links the files of the base that begin with `from`, which is replaced by `to`.
void link_files(Building& building, const Base& base, const std::string& from,
                const std::string& to) {
  for (const Manifest::File& file : base.manifest().files) {
    if (file.path.starts_with(from))
      building.link(base.folder() + "/" + file.path,
                    {to + file.path.substr(from.size()), file.size, file.xxh3});
  }
}

std::string relative_shard(std::size_t shard) { return shard_folder("", shard).substr(1); }

/// Throws Error if a shard is not what it was when it was published: what is copied out of it would
/// get a checksum that fits.
void require_whole(const Base& base, std::size_t shard) {
  for (const Manifest::File& file : base.manifest().files) {
    if (!file.path.starts_with(relative_shard(shard))) continue;
    const std::string path = base.folder() + "/" + file.path;
    if (const auto fault = content_fault(path, file))
      throw Error(path + ": " + *fault + "; nothing was published; see: indexer verify");
  }
}

/// Writes the shards of the generation; returns how many articles each has.
std::vector<std::uint64_t> write_shards(Building& building, const Change& change) {
  const std::vector<Kept> kept = kept_shards(change);
  std::vector<ShardWriter*> added;
  std::uint64_t fresh = 0;
  if (change.added) {
    for (ShardWriter& shard : *change.added) {
      if (shard.articles() == 0) continue;
      added.push_back(&shard);
      fresh += shard.articles();
    }
  }
  std::vector<std::uint64_t> sizes;
  for (const Kept& shard : kept) sizes.push_back(shard.articles);
  const std::vector<std::size_t> joined = shards_to_join(sizes, fresh);

  std::vector<std::uint64_t> articles;
  Tasks checks;
  Tasks tasks;
  Tasks last;
  const auto made = [&] {
    return ShardFiles{shard_folder(building.folder(), articles.size()),
                      facets_file(building.folder(), articles.size())};
  };
  std::vector<ShardFiles> parts;
  std::uint64_t together = 0;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    const Kept& shard = kept[k];
    const bool joins = std::binary_search(joined.begin(), joined.end(), k);
    if (joins || !shard.removed.empty()) {
      checks.emplace_back([&change, &shard] { require_whole(*change.base, shard.shard); });
    }
    if (joins) {
      const std::string scratch = building.scratch("edited" + std::to_string(k));
      parts.push_back(shard.removed.empty() ? shard.files
                                            : ShardFiles{scratch, scratch + ".facets"});
      together += shard.articles;
    }
    if (!shard.removed.empty()) {
      const ShardFiles target = joins ? parts.back() : made();
      tasks.emplace_back([target, &shard] { copy_without(shard.files, shard.removed, target); });
    } else if (!joins) {
      link_files(building, *change.base, relative_shard(shard.shard),
                 relative_shard(articles.size()));
    }
    if (!joins) articles.push_back(shard.articles);
  }
  if (!change.base) {
    for (ShardWriter* shard : added) {
      tasks.emplace_back([shard, target = made()] { join_shards({shard->files()}, target); });
      articles.push_back(shard->articles());
    }
  } else if (fresh + together > 0) {
    for (ShardWriter* shard : added) parts.push_back(shard->files());
    last.emplace_back([&parts, target = made()] { join_shards(parts, target); });
    articles.push_back(fresh + together);
  }
  run(checks);
  run(tasks);
  run(last);
  return articles;
}

/// Counts and dates of all articles, from the facet columns as they were written.
void count_articles(const std::string& folder, Manifest& manifest) {
  manifest.articles = manifest.undated = 0;
  manifest.first_date = manifest.last_date = {};
  for (std::size_t s = 0; s < manifest.shards.size(); ++s) {
    manifest.articles += manifest.shards[s];
    const FacetColumn column(facets_file(folder, s));
    for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
      if (column.id(docid).empty()) continue;
      const PartialDate date = PartialDate::unpack(column.date(docid));
      if (!date.known()) {
        ++manifest.undated;
        continue;
      }
      if (!manifest.first_date.known() || date.first_day() < manifest.first_date)
        manifest.first_date = date.first_day();
      manifest.last_date = std::max(manifest.last_date, date.last_day());
    }
  }
}

}  // namespace

Manifest write_generation(Building& building, Change& change, const Authority& authority) {
  const std::string& folder = building.folder();
  Manifest manifest;
  if (change.base) manifest = change.base->manifest();
  manifest.schema_version = kSchemaVersion;
  manifest.analyzer = analyzer_fingerprint();
  manifest.authority = authority.fingerprint();

  if (change.base && !change.removed.empty()) {
    const Base::Lookup lookup(*change.base);
    for (const Base::Document document : change.removed)
      count_article(lookup.article(document), change.gone);
  }
  std::vector<ShardWriter*> added;
  std::vector<Vocabulary*> vocabularies;
  if (change.added) {
    for (ShardWriter& shard : *change.added) {
      added.push_back(&shard);
      vocabularies.push_back(&shard.vocabulary());
    }
  }
  Names names;
  if (change.base) names = read_names(names_file(change.base->folder()));
  if (change.base && change.removed.empty() && vocabularies.empty()) {
    for (const std::string& file : {names_file(""), lexicon_file("")})
      link_files(building, *change.base, file.substr(1), file.substr(1));
  } else {
    std::vector<LexiconRow> words;
    if (change.base) words = Lexicon(lexicon_file(change.base->folder())).rows();
    Merged merged(std::move(names), std::move(words), vocabularies, change.gone);
    merged.describe(manifest);
    write_lexicon(lexicon_file(folder), std::move(merged.lexicon));
    write_names(names_file(folder), merged.names);
    names = std::move(merged.names);
    for (std::size_t i = 0; i < added.size(); ++i) added[i]->finish(merged.ordinals[i]);
  }
  write_entity_table(entities_file(folder), entity_content(names, authority));
  names = {};
  manifest.shards = write_shards(building, change);
  count_articles(folder, manifest);
  return manifest;
}

}  // namespace alatoo
