// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace alatoo {

/// How many shards an archive may have before small ones are joined: each costs every query a
/// little, each join rewrites what it joins.
inline constexpr std::size_t kMostShards = 8;

/// Which shards are to be joined when one of `fresh` articles comes beside those of `sizes`
/// articles: numbers of the latter, ascending; none while there are few. The smallest are taken,
/// and with them all that are not much larger than what is taken already, so that an article is
/// rewritten about as often as the archive doubles, not at each update.
std::vector<std::size_t> shards_to_join(const std::vector<std::uint64_t>& sizes,
                                        std::uint64_t fresh);

}  // namespace alatoo
