// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hash.h"

#include <gtest/gtest.h>

namespace alatoo {
namespace {

TEST(Hash, IsXxh3) {
  EXPECT_EQ(hex(hash("")), "2d06800538d394c2");
  EXPECT_NE(hash("a"), hash(std::string_view("a\0", 2)));
}

TEST(Hex, HasSixteenDigits) {
  EXPECT_EQ(hex(0), "0000000000000000");
  EXPECT_EQ(hex(0xAB), "00000000000000ab");
  EXPECT_EQ(hex(~0ULL), "ffffffffffffffff");
}

}  // namespace
}  // namespace alatoo
