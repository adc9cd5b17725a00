// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/archive.h"

namespace alatoo {

/// One document of a posting list.
struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;  ///< how often the term counts in the document
};

/// The posting lists of one shard that a request needs, each read once.
class Postings {
 public:
  explicit Postings(const Xapian::Database& database) : database_(database) {}

  /// In the order of docids; empty if no document has the term. About 20 ns a posting at first.
  const std::vector<Posting>& of(const std::string& term);

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, std::vector<Posting>> lists_;
};

}  // namespace alatoo
