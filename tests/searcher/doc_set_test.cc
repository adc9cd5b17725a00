// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/doc_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>

namespace alatoo {
namespace {

using Twin = std::set<std::uint32_t>;

std::vector<std::uint32_t> listed(const DocSet& set) {
  std::vector<std::uint32_t> all;
  set.each([&](std::uint32_t docid) { all.push_back(docid); });
  return all;
}

TEST(DocSet, IsASet) {
  std::mt19937 random(1);
  for (const std::uint32_t last : {0U, 1U, 63U, 64U, 65U, 1000U}) {
    const auto some = [&](DocSet& set, Twin& twin) {
      for (std::uint32_t n = random() % 200; n > 0; --n) {
        const auto docid = static_cast<std::uint32_t>(random() % (last + 1));
        set.add(docid);
        twin.insert(docid);
      }
    };
    DocSet a(last);
    DocSet b(last);
    Twin twin_a;
    Twin twin_b;
    EXPECT_FALSE(a.any());
    some(a, twin_a);
    some(b, twin_b);
    const auto expect = [&](DocSet set, const auto& operation) {
      std::vector<std::uint32_t> wanted;
      operation(twin_a.begin(), twin_a.end(), twin_b.begin(), twin_b.end(),
                std::back_inserter(wanted));
      EXPECT_EQ(listed(set), wanted);
      EXPECT_EQ(set.count(), wanted.size());
      EXPECT_EQ(set.any(), !wanted.empty());
      for (std::uint32_t docid = 0; docid <= last; ++docid) {
        EXPECT_EQ(set.has(docid), std::binary_search(wanted.begin(), wanted.end(), docid));
      }
    };
    DocSet both = a;
    expect(both &= b, [](auto... args) { std::set_intersection(args...); });
    DocSet either = a;
    expect(either |= b, [](auto... args) { std::set_union(args...); });
    DocSet less = a;
    expect(less -= b, [](auto... args) { std::set_difference(args...); });
  }
}

}  // namespace
}  // namespace alatoo
