// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

namespace alatoo {
namespace {

TEST(WorkQueue, HandsOutInOrder) {
  WorkQueue<int> queue(3);
  for (const int n : {1, 2, 3}) queue.push(n);
  queue.finish();
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), 3);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(WorkQueue, GivesEverythingToSomebodyOnce) {
  WorkQueue<int> queue(2);
  std::vector<std::atomic<int>> met(5000);
  std::vector<std::thread> workers;
  for (int w = 0; w < 4; ++w) {
    workers.emplace_back([&] {
      while (const std::optional<int> n = queue.pop()) ++met[static_cast<std::size_t>(*n)];
    });
  }
  for (int n = 0; n < 5000; ++n) queue.push(n);
  queue.finish();
  for (std::thread& worker : workers) worker.join();
  for (const auto& times : met) EXPECT_EQ(times, 1);
}

TEST(WorkQueue, KeepsItsReaderWaitingWhileItIsFull) {
  WorkQueue<int> queue(2);
  std::atomic<int> pushed = 0;
  std::thread reader([&] {
    for (int n = 0; n < 4; ++n) {
      queue.push(n);
      ++pushed;
    }
  });
  while (pushed < 2) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(pushed, 2);
  EXPECT_EQ(queue.pop(), 0);
  EXPECT_EQ(queue.pop(), 1);
  reader.join();
  EXPECT_EQ(pushed, 4);
}

TEST(WorkQueue, ClosedWakesEverybodyAndHoldsNothing) {
  WorkQueue<int> queue(1);
  queue.push(1);
  std::thread reader([&] { queue.push(2); });
  queue.close();
  reader.join();
  EXPECT_EQ(queue.pop(), std::nullopt);
  WorkQueue<int> empty(1);
  std::thread worker([&] { EXPECT_EQ(empty.pop(), std::nullopt); });
  empty.close();
  worker.join();
}

}  // namespace
}  // namespace alatoo
