// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hash.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

TEST(Hash, IsXxh3) {
  EXPECT_EQ(hex(hash("")), "2d06800538d394c2");
  EXPECT_NE(hash("a"), hash(std::string_view("a\0", 2)));
}

TEST(HashFile, IsThatOfTheWhole) {
  const TempFolder folder;
  const std::string bytes((std::size_t{3} << 20) + 5, 'x');  // longer than what is read at once
  const FileHash sum = hash_file(folder.write("long", bytes));
  EXPECT_EQ(sum.size, bytes.size());
  EXPECT_EQ(sum.hash, hash(bytes));
  EXPECT_EQ(hash_file(folder.write("empty", "")).hash, hash(""));
  EXPECT_THROW(hash_file(folder / "absent"), Error);
}

TEST(Hex, HasSixteenDigits) {
  EXPECT_EQ(hex(0), "0000000000000000");
  EXPECT_EQ(hex(0xAB), "00000000000000ab");
  EXPECT_EQ(hex(~0ULL), "ffffffffffffffff");
}

}  // namespace
}  // namespace alatoo
