// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "common/codec.h"
#include "indexer/child_process.h"

namespace alatoo {

// What a child that verifies tells its parent: a finding, or numbers that only sums over all
// children can prove.
inline constexpr char kFinding = 'F';
inline constexpr char kTally = 'T';

/// Sends findings as they are made; of one kind the first few in full and the rest as a number.
class Findings {
 public:
  explicit Findings(const ChildTask::Send& send) : send_(send) {}

  /// `kind` says what the others of it are: "articles whose postings are not those of their text".
  void add(const std::string& kind, const std::string& line) {
    if (++kinds_[kind] <= kMostOfAKind) send_(kFinding + line);
  }
  void add(const std::string& line) { send_(kFinding + line); }
  /// To be called at the end; `where` stands before the numbers.
  void finish(const std::string& where) {
    for (const auto& [kind, count] : kinds_) {
      if (count > kMostOfAKind)
        send_(kFinding + where + ": " + std::to_string(count - kMostOfAKind) + " more " + kind);
    }
  }

 private:
  static constexpr std::size_t kMostOfAKind = 10;

  const ChildTask::Send& send_;
  std::map<std::string, std::size_t> kinds_;
};

}  // namespace alatoo
