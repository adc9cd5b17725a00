// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/codec.h"

#include <gtest/gtest.h>

namespace alatoo {
namespace {

TEST(Codec, GivesBackWhatItTook) {
  const std::vector<std::uint64_t> numbers = {0, 1, 127, 128, 16383, 16384, 0xFFFFFFFF, ~0ULL};
  std::string bytes;
  for (const std::uint64_t n : numbers) put_number(bytes, n);
  put_string(bytes, "");
  put_string(bytes, std::string(300, '\0'));
  Reader reader(bytes);
  for (const std::uint64_t n : numbers) EXPECT_EQ(reader.number(), n);
  EXPECT_EQ(reader.string(), "");
  EXPECT_EQ(reader.string(), std::string(300, '\0'));
  EXPECT_TRUE(reader.done());
}

TEST(Codec, TakesOneByteForASmallNumber) {
  std::string bytes;
  put_number(bytes, 127);
  EXPECT_EQ(bytes.size(), 1U);
}

TEST(Reader, RefusesWhatIsCutOff) {
  std::string bytes;
  put_number(bytes, ~0ULL);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(Reader(bytes.substr(0, size)).number(), Error);
  bytes.clear();
  put_string(bytes, "text");
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(Reader(bytes.substr(0, size)).string(), Error);
}

TEST(Reader, RefusesANumberWithoutEnd) {
  EXPECT_THROW(Reader(std::string(20, '\xFF')).number(), Error);
}

}  // namespace
}  // namespace alatoo
