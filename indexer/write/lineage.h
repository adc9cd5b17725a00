// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace alatoo {

// Which generations of an index there are, which is live, and which go. All require a WriterLock.

/// The generation that CURRENT names; 0 if it names none, which a new one mends.
std::uint64_t live_generation(const std::string& db);

/// The generation that was live before `generation`, if it is still there; where that is not told,
/// or gone, the one of the nearest lower number. Absent if there is none.
std::optional<std::uint64_t> generation_before(const std::string& db, std::uint64_t generation);

/// A number that no generation has had.
std::uint64_t next_generation(const std::string& db);

/// Makes a generation that is whole and durable the live one, durably.
void make_live(const std::string& db, std::uint64_t generation);

/// Removes what is neither the live generation nor one of the `keep` - 1 that were live before it,
/// each `generation_before` the last. What a reader holds, or cannot be removed, is left to the
/// next writer. Throws Interrupted between two removals.
void prune(const std::string& db, std::size_t keep);

}  // namespace alatoo
