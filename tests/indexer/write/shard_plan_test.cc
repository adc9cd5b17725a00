// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/shard_plan.h"

#include <gmock/gmock.h>

#include <numeric>

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ShardPlan, JoinsNothingWhileShardsAreFew) {
  EXPECT_THAT(shards_to_join({}, 0), IsEmpty());
  EXPECT_THAT(shards_to_join({}, 5), IsEmpty());
  EXPECT_THAT(shards_to_join({1, 1, 1, 1, 1, 1, 1}, 1), IsEmpty());
  EXPECT_THAT(shards_to_join({1, 1, 1, 1, 1, 1, 1, 1}, 0), IsEmpty());
}

TEST(ShardPlan, JoinsSmallOnesAndLeavesLargeOnes) {
  EXPECT_THAT(shards_to_join({9000, 100, 100, 9000, 100, 100, 100, 100}, 100),
              ElementsAre(1, 2, 4, 5, 6, 7));
  // Many workers made as many shards: a small update does not rewrite one of them.
  EXPECT_THAT(shards_to_join(std::vector<std::uint64_t>(16, 9000), 100), IsEmpty());
  EXPECT_THAT(shards_to_join({9000, 9000, 9000, 9000, 9000, 9000, 9000, 9000, 100, 100}, 100),
              IsEmpty());
  EXPECT_THAT(shards_to_join({9000, 9000, 9000, 9000, 9000, 9000, 9000, 9000, 100, 100, 100}, 100),
              ElementsAre(8, 9, 10));
}

TEST(ShardPlan, JoinsWithoutNewArticlesToo) {
  // An archive of more shards than that was made by as many workers.
  const std::vector<std::uint64_t> sizes(12, 1000);
  EXPECT_EQ(shards_to_join(sizes, 0).size(), 12U);
  EXPECT_THAT(shards_to_join({50000, 50000, 50000, 50000, 50000, 50000, 1, 1, 1, 1}, 0),
              ElementsAre(6, 7, 8, 9));
}

// Updates of one size: each article is rewritten a few times, not once an update.
TEST(ShardPlan, RewritesLittle) {
  std::vector<std::uint64_t> sizes = {1000000, 1000000};
  std::uint64_t rewritten = 0;
  constexpr std::uint64_t kUpdates = 2000;
  for (std::uint64_t i = 0; i < kUpdates; ++i) {
    std::uint64_t made = 100;
    const auto joined = shards_to_join(sizes, made);
    for (auto it = joined.rbegin(); it != joined.rend(); ++it) {
      made += sizes[*it];
      rewritten += sizes[*it];
      sizes.erase(sizes.begin() + static_cast<std::ptrdiff_t>(*it));
    }
    sizes.push_back(made);
    ASSERT_LE(sizes.size(), 2 * kFewShards);
  }
  EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0}),
            2000000 + kUpdates * 100);
  EXPECT_LT(rewritten, kUpdates * 100 * 5);
}

}  // namespace
}  // namespace alatoo
