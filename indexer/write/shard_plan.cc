// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/shard_plan.h"

#include <algorithm>
#include <numeric>

namespace alatoo {

std::vector<std::size_t> shards_to_join(const std::vector<std::uint64_t>& sizes,
                                        std::uint64_t fresh) {
  const std::size_t added = fresh > 0 ? 1 : 0;
  if (sizes.size() + added <= kFewShards) return {};
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] < sizes[b]; });
  std::uint64_t taken = fresh;
  std::vector<std::size_t> joined;
  for (const std::size_t shard : order) {
    if (taken > 0 && sizes[shard] > taken) break;
    taken += sizes[shard];
    joined.push_back(shard);
  }
  if (joined.size() + added < kWorthJoining) return {};
  std::sort(joined.begin(), joined.end());
  return joined;
}

}  // namespace alatoo
