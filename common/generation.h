// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/dates.h"

namespace alatoo {

/// The names of everything on disk, in one place. `db` is the index folder.
std::string current_file(const std::string& db);
std::string lock_file(const std::string& db);
std::string generations_folder(const std::string& db);
std::string generation_folder(const std::string& db, std::uint64_t generation);
/// Where a generation grows until it is published.
std::string building_folder(const std::string& db);
/// Inside a generation's folder:
std::string manifest_file(const std::string& folder);
std::string lexicon_file(const std::string& folder);
std::string entities_file(const std::string& folder);
std::string names_file(const std::string& folder);
/// The tables of the user's own authority, as they were given; absent without any.
std::string authority_folder(const std::string& folder);
std::string shard_folder(const std::string& folder, std::size_t shard);
std::string facets_file(const std::string& folder, std::size_t shard);
/// The paths in it of the files of a generation, MANIFEST left out, sorted.
std::vector<std::string> files_below(const std::string& folder);

/// The index folder that `--db` names, else $ALATOO_DB, else `alatoo` in the XDG data folder.
std::string db_folder(const std::string& option);

/// What a generation says of itself.
struct Manifest {
  struct File {
    std::string path;  ///< inside the generation's folder
    std::uint64_t size = 0;
    std::string xxh3;
  };
  std::uint64_t generation = 0;
  std::uint64_t previous = 0;  ///< the generation that was live before it; 0: there was none
  int schema_version = 0;
  /// What a program must know beyond the schema version to read it: one that does not refuses it.
  std::vector<std::string> features;
  std::string published;  ///< when, in UTC: "2010-04-07T09:30:00Z"
  std::string analyzer;
  std::string authority;  ///< fingerprint of the tables, the user's included
  bool recognize = true;  ///< names were looked for in the text, not only taken from the input
  std::string root;
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::uint64_t length = 0;  ///< sum of the lengths of FacetColumn
  std::uint64_t undated = 0;
  PartialDate first_date;  ///< first day that an article may be of, unknown without dated articles
  PartialDate last_date;
  std::vector<std::uint64_t> shards;               ///< articles of each
  std::map<std::string, std::uint64_t> languages;  ///< articles by language; "" = not known
  std::vector<File> files;
};

/// Writes MANIFEST into `folder`. Every other file there is hashed into `manifest.files` first, but
/// for those that stand in it already.
void write_manifest(const std::string& folder, Manifest& manifest);
/// Throws Error if it is missing, damaged, or of a schema that this program cannot read.
Manifest read_manifest(const std::string& folder);

/// The generation that CURRENT names; absent if there is no index in `db`.
std::optional<std::uint64_t> current_generation(const std::string& db);
/// The generations on disk, oldest first.
std::vector<std::uint64_t> generations(const std::string& db);

/// A reader's hold on one generation: while it lives, no writer removes the folder.
class GenerationLock {
 public:
  /// Pins the live generation of `db`. Throws Error if there is no index.
  explicit GenerationLock(const std::string& db);
  /// Pins another one. Throws Error if it is not there.
  GenerationLock(const std::string& db, std::uint64_t generation);
  ~GenerationLock();
  GenerationLock(const GenerationLock&) = delete;
  GenerationLock& operator=(const GenerationLock&) = delete;

  std::uint64_t generation() const { return generation_; }
  const std::string& folder() const { return folder_; }

 private:
  bool hold();

  std::uint64_t generation_ = 0;
  std::string folder_;
  int fd_ = -1;
};

}  // namespace alatoo
