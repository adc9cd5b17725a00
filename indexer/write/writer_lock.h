// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace alatoo {

/// The exit status of a command that finds another writer at work.
inline constexpr int kBusy = 75;

/// The right to write to an index, held while it lives. A dead process holds nothing.
class WriterLock {
 public:
  /// Makes the index folder if need be, and waits up to `seconds` for another writer; `tell` gets a
  /// line that names it before the wait. `command` is what others are told about this one. Throws
  /// Error of status kBusy, naming the other writer, if it does not end in time, and Interrupted if
  /// a signal ends the wait.
  explicit WriterLock(const std::string& db, double seconds = 0,
                      const std::string& command = "indexer",
                      const std::function<void(const std::string& line)>& tell = {});
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace alatoo
