// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/fields.h"
#include "common/generation.h"

namespace alatoo {

/// What an index holds and what it takes on disk.
struct ArchiveStats {
  struct Shard {
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;  ///< facet column included
  };
  struct Value {
    std::string id;
    std::string name;
    std::uint64_t articles = 0;
  };
  struct Values {
    std::uint64_t distinct = 0;
    std::vector<Value> top;  ///< most frequent first
  };
  struct Generation {
    std::uint64_t number = 0;
    std::uint64_t articles = 0;
    std::string published;
    std::uint64_t bytes = 0;
    std::uint64_t alone = 0;  ///< bytes that no other generation shares: what its removal frees
    std::string problem;      ///< why it cannot be read; empty if it can
  };

  Manifest manifest;                          ///< of the live generation
  std::vector<std::string> authority_tables;  ///< names of the user's own
  std::vector<Shard> shards;
  std::uint64_t bytes = 0;                     ///< of the live generation
  std::map<std::string, std::uint64_t> parts;  ///< bytes by what they are for
  std::array<Values, kKeyFieldCount> values;   ///< as in kKeyFields
  std::vector<Generation> generations;         ///< on disk, oldest first
};

/// Looks at the index in `db`, its live generation pinned meanwhile; `top` values of each field.
/// Throws Error if it cannot be read.
ArchiveStats archive_stats(const std::string& db, std::size_t top);

}  // namespace alatoo
