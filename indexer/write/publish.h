// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/generation.h"

namespace alatoo {

/// The exit status of a command that finds another writer at work.
inline constexpr int kBusy = 75;

/// The right to write to an index, held while it lives. A dead process holds nothing.
class WriterLock {
 public:
  /// Makes the index folder if need be. Throws Error of status kBusy, naming the process that holds
  /// the lock, if there is one.
  explicit WriterLock(const std::string& db);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int fd_ = -1;
};

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
  /// live: its number is in `manifest` afterwards. Then removes the oldest generations beyond
  /// `keep` that no reader holds. Returns the bytes of the files that are new.
  std::uint64_t publish(Manifest& manifest, std::size_t keep);

 private:
  std::string db_;
  std::string folder_;
  std::vector<Manifest::File> linked_;
};

}  // namespace alatoo
