// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/generation.h"

namespace alatoo {

/// A generation that grows in a folder of its own. It goes live whole by `publish`, or not at all:
/// without, its files vanish with the object, and those of a killed writer with the next one.
class Building {
 public:
  /// Requires a WriterLock on `db`.
  explicit Building(const std::string& db);
  ~Building();
  Building(const Building&) = delete;
  Building& operator=(const Building&) = delete;

  const std::string& folder() const { return folder_; }
  /// The path of a file or folder that is no part of the generation.
  std::string scratch(const std::string& name) const;
  /// Puts a file of a live generation in, by a hard link (a copy where the file system has none).
  /// `as`: its path here, its size and checksum. A linked file must never be opened for writing.
  void link(const std::string& file, const Manifest::File& as);

  /// Stores a table of the user's authority, under the name that `path` ends with.
  void add_authority(const std::string& path, const std::string& text);

  /// Drops the scratch files, writes the manifest, makes every file durable and the generation
  /// live: its number, and that of the one before, are in `manifest` afterwards. Returns the bytes
  /// of the files that are new.
  std::uint64_t publish(Manifest& manifest);

 private:
  std::string db_;
  std::string folder_;
  std::vector<Manifest::File> linked_;
};

}  // namespace alatoo
