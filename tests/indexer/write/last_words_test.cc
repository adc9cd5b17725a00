// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/last_words.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <functional>
#include <iostream>

namespace alatoo {
namespace {

/// What a destructor does that throws.
void call(const std::function<void()>& what) noexcept { what(); }

TEST(LastWordsDeathTest, AreSaidBeforeALibraryEndsTheProcess) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto end = [] {
    const LastWords words([](const std::string& reason) { std::cerr << "in order: " << reason; });
    call([] { throw Xapian::DatabaseError("no space"); });
  };
  EXPECT_EXIT(end(), testing::ExitedWithCode(2), "in order: .*no space.*nothing was published");
}

}  // namespace
}  // namespace alatoo
