// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace alatoo {

/// How a job tells what it does: one line that changes in place on a terminal, notes and rejections
/// as lines of their own, all on standard error. Thread-safe.
class Progress {
 public:
  struct Options {
    std::string when = "auto";  ///< auto (on a terminal), always, never
    bool quiet = false;         ///< no notes
    bool verbose = false;       ///< a line a stage
  };
  explicit Progress(const Options& options);
  ~Progress();

  /// A line the user should read.
  void note(const std::string& line);
  /// A line that even those who want to hear of errors only must read.
  void warn(const std::string& line);
  /// A line for those who asked for more.
  void detail(const std::string& line);
  bool verbose() const { return options_.verbose; }
  /// What is done so far; draws at most ten times a second. `total` 0: not known.
  void update(std::uint64_t articles, std::uint64_t bytes, std::uint64_t total);

  double seconds() const;

 private:
  void clear();

  std::mutex mutex_;
  Options options_;
  bool draw_ = false;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

/// "1.4 GB", "23.2 MB", "512 bytes".
std::string human_bytes(std::uint64_t bytes);
/// 1234567 as "1,234,567".
std::string human_count(std::uint64_t n);
/// "0.4 s", "12 s", "3 min 05 s".
std::string human_seconds(double seconds);

}  // namespace alatoo
