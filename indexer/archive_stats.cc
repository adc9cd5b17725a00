// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/archive_stats.h"

#include <sys/stat.h>

#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "common/entities.h"
#include "common/entity_counts.h"
#include "common/error.h"
#include "common/facet_column.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

/// What a file of a generation is for.
std::string part_of(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"/postlist.glass", "postings"}, {"/position.glass", "positions"},
      {"/docdata.glass", "documents"}, {"/termlist.glass", "terms"},
      {".facets", "facets"},
  };
  for (const auto& [end, part] : kParts) {
    if (path.ends_with(end)) return std::string(part);
  }
  const std::string_view folder = path.substr(0, path.find('/'));
  if (folder == "authority" || folder == "lexicon" || folder == "entities" || folder == "names")
    return std::string(folder);
  return "other";
}

/// Values of `file`, or an Error where its tables would lead astray.
template <typename Sidecar>
Sidecar whole(const std::string& file) {
  Sidecar sidecar(file);
  if (const auto damage = sidecar.damage())
    throw Error(file + ": is damaged (" + *damage + "); roll back or rebuild the index");
  return sidecar;
}

void measure(const std::string& folder, ArchiveStats& stats) {
  stats.shards.resize(stats.manifest.shards.size());
  for (std::size_t s = 0; s < stats.shards.size(); ++s)
    stats.shards[s].articles = stats.manifest.shards[s];
  for (const Manifest::File& file : stats.manifest.files) {
    stats.bytes += file.size;
    stats.parts[part_of(file.path)] += file.size;
    for (std::size_t s = 0; s < stats.shards.size(); ++s) {
      if (file.path.starts_with(shard_folder("", s).substr(1))) stats.shards[s].bytes += file.size;
    }
    if (part_of(file.path) == "authority")
      stats.authority_tables.push_back(file.path.substr(file.path.find('/') + 1));
  }
  std::error_code failed;
  const std::uint64_t manifest = fs::file_size(manifest_file(folder), failed);
  if (failed) return;
  stats.bytes += manifest;
  stats.parts["other"] += manifest;
}

void count_values(const std::string& folder, std::size_t top, ArchiveStats& stats) {
  const auto table = whole<EntityTable>(entities_file(folder));
  std::vector<EntityCounts> counts;
  for (const Field field : kKeyFields) counts.emplace_back(table, field);
  for (std::size_t s = 0; s < stats.shards.size(); ++s) {
    const auto column = whole<FacetColumn>(facets_file(folder, s));
    for (const Field field : kKeyFields) {
      for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
        for (const std::uint32_t key : column.keys(field, docid)) {
          if (key >= table.key_count(field))
            throw Error(facets_file(folder, s) + ": is damaged; roll back or rebuild the index");
        }
        counts[key_index(field)].add(column, docid);
      }
    }
  }
  for (const Field field : kKeyFields) {
    ArchiveStats::Values& values = stats.values[key_index(field)];
    values.distinct = counts[key_index(field)].distinct();
    for (const EntityCounts::Row& row : counts[key_index(field)].top(top)) {
      values.top.push_back({std::string(table.id(field, row.entity)),
                            std::string(table.name(field, row.entity)), row.articles});
    }
  }
}

/// A file by what it is on the disk, whatever its name.
using FileId = std::pair<dev_t, ino_t>;

void list_generations(const std::string& db, ArchiveStats& stats) {
  std::map<FileId, std::set<std::size_t>> owners;
  std::map<FileId, std::uint64_t> sizes;
  for (const std::uint64_t number : generations(db)) {
    const std::string folder = generation_folder(db, number);
    ArchiveStats::Generation generation;
    generation.number = number;
    try {
      const Manifest manifest = read_manifest(folder);
      generation.articles = manifest.articles;
      generation.published = manifest.published;
    } catch (const Error& problem) {
      generation.problem = problem.what();
    }
    std::vector<std::string> files;
    try {
      files = files_below(folder);
    } catch (const fs::filesystem_error&) {  // a writer has just removed it
      continue;
    }
    files.push_back(fs::path(manifest_file(folder)).filename());
    for (const std::string& file : files) {
      struct stat status {};
      if (::lstat((folder + "/" + file).c_str(), &status) != 0) continue;
      const FileId id{status.st_dev, status.st_ino};
      sizes[id] = static_cast<std::uint64_t>(status.st_size);
      owners[id].insert(stats.generations.size());
      generation.bytes += sizes[id];
    }
    stats.generations.push_back(std::move(generation));
  }
  for (const auto& [id, owning] : owners) {
    if (owning.size() == 1) stats.generations[*owning.begin()].alone += sizes[id];
  }
}

}  // namespace

ArchiveStats archive_stats(const std::string& db, std::size_t top) {
  const GenerationLock lock(db);
  ArchiveStats stats;
  stats.manifest = read_manifest(lock.folder());
  measure(lock.folder(), stats);
  count_values(lock.folder(), top, stats);
  list_generations(db, stats);
  return stats;
}

}  // namespace alatoo
