// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

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
  /// A folder for files that are no part of the generation.
  std::string scratch(std::size_t worker) const;

  /// Drops the scratch files, writes the manifest, makes every file durable and the generation
  /// live. Then removes the oldest generations beyond `keep` that no reader holds. Returns its
  /// number.
  std::uint64_t publish(Manifest& manifest, std::size_t keep);

 private:
  std::string db_;
  std::string folder_;
};

}  // namespace alatoo
