// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace alatoo {

/// How many shards an archive may have before small ones are joined: each costs every query a
/// little, each join rewrites what it joins.
inline constexpr std::size_t kFewShards = 8;
/// How many are joined at once at least, the new one included.
inline constexpr std::size_t kWorthJoining = 4;

/// Which shards are to be joined when one of `fresh` articles (0: none) comes beside those of
/// `sizes` articles: numbers of the latter, ascending; none while there are few. The smallest are
/// taken, each no larger than those before it together: so large ones stay as they are, and in an
/// archive that grows by many small updates an article is rewritten about five times in two
/// thousand of them.
std::vector<std::size_t> shards_to_join(const std::vector<std::uint64_t>& sizes,
                                        std::uint64_t fresh);

}  // namespace alatoo
