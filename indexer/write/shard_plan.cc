// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/shard_plan.h"

#include <algorithm>
#include <numeric>

namespace alatoo {

std::vector<std::size_t> shards_to_join(const std::vector<std::uint64_t>& sizes,
                                        std::uint64_t fresh) {
  std::vector<std::size_t> joined;
  std::size_t shards = sizes.size() + (fresh > 0 ? 1 : 0);
  if (shards <= kMostShards) return joined;
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] < sizes[b]; });
  std::uint64_t taken = fresh;
  for (const std::size_t shard : order) {
    if (shards <= kMostShards && sizes[shard] > 2 * taken) break;
    // The first of all joins nothing yet.
    if (taken > 0) --shards;
    taken += sizes[shard];
    joined.push_back(shard);
  }
  std::sort(joined.begin(), joined.end());
  return joined;
}

}  // namespace alatoo
