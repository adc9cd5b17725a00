// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/inflate.h"

#include <gmock/gmock.h>

#include <random>
#include <string>

#include "common/error.h"
#include "tests/indexer/read/files.h"

namespace alatoo {
namespace {

using testing::HasSubstr;

std::string all_of(std::string_view bytes, std::size_t piece, std::size_t at_once) {
  Inflater inflater(in_pieces(bytes, piece));
  std::string out;
  std::string buffer(at_once, '\0');
  while (const std::size_t count = inflater.read(buffer.data(), buffer.size())) {
    out.append(buffer, 0, count);
  }
  EXPECT_EQ(inflater.bytes_read(), bytes.size());
  return out;
}

std::string reason_of(std::string_view bytes) {
  try {
    all_of(bytes, 1000, 1000);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string sample() {
  std::string text;
  std::mt19937 random(7);
  while (text.size() < 300'000)
    text += "The vote on item " + std::to_string(random() % 997) + ".\n";
  return text;
}

struct Compression {
  const char* name;
  std::string (*compress)(std::string_view);
};
std::string none(std::string_view bytes) { return std::string(bytes); }

class InflateTest : public testing::TestWithParam<Compression> {};
INSTANTIATE_TEST_SUITE_P(All, InflateTest,
                         testing::Values(Compression{"plain", none}, Compression{"gzip", gzip},
                                         Compression{"zstd", zstd}),
                         [](const auto& test) { return test.param.name; });

TEST_P(InflateTest, GivesBackTheBytesWhateverThePieces) {
  const std::string text = sample();
  const std::string packed = GetParam().compress(text);
  for (const std::size_t piece : {1u, 7u, 4096u, 1u << 20}) {
    for (const std::size_t at_once : {1u, 1000u, 1u << 20}) {
      EXPECT_EQ(all_of(packed, piece, at_once), text) << piece << " " << at_once;
    }
  }
}

TEST_P(InflateTest, JoinsMembersAndFrames) {
  const std::string text = sample();
  const auto pack = GetParam().compress;
  const std::string packed = pack(text) + pack("") + pack("end");
  EXPECT_EQ(all_of(packed, 999, 5000), text + "end");
  EXPECT_EQ(all_of(packed, 1, 5000), text + "end");
}

TEST(Inflate, EmptyInputIsEmpty) {
  EXPECT_EQ(all_of("", 1, 1), "");
  EXPECT_EQ(all_of("a", 1, 1), "a");
}

TEST(Inflate, TellsWhatIsCutShort) {
  const std::string text = sample();
  for (const std::size_t missing : {1u, 4u, 8u, 500u}) {
    std::string packed = gzip(text);
    packed.resize(packed.size() - missing);
    EXPECT_EQ(reason_of(packed), "the gzip data is cut short") << missing;
    packed = zstd(text);
    packed.resize(packed.size() - missing);
    EXPECT_EQ(reason_of(packed), "the zstd data is cut short") << missing;
  }
  EXPECT_EQ(reason_of(gzip(text).substr(0, 5)), "the gzip data is cut short");
}

TEST(Inflate, TellsWhatIsDamaged) {
  std::string packed = gzip(sample());
  packed[packed.size() / 2] ^= 0x55;
  EXPECT_EQ(reason_of(packed), "the gzip data is damaged");
  packed = gzip("checksum");
  packed[packed.size() - 6] ^= 1;
  EXPECT_EQ(reason_of(packed), "the gzip data is damaged");
  packed = zstd(sample());
  packed[10] ^= 0x55;
  EXPECT_THAT(reason_of(packed), HasSubstr("the zstd data is damaged"));
}

TEST(Inflate, GzipMayBePaddedWithNulsButNotWithGarbage) {
  EXPECT_EQ(all_of(gzip("text") + std::string(300'000, '\0'), 512, 100), "text");
  EXPECT_EQ(reason_of(gzip("text") + "more"), "garbage after the gzip data");
}

TEST(Inflate, SkipsSkippableZstdFrames) {
  using namespace std::string_literals;
  const std::string skippable = "\x50\x2a\x4d\x18\x03\x00\x00\x00xyz"s;
  EXPECT_EQ(all_of(skippable + zstd("text"), 2, 100), "text");
}

TEST(Inflate, SurvivesFlippedBytes) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string packed = round % 2 == 0 ? gzip("a small article, a small article")
                                        : zstd("a small article, a small article");
    packed[2 + random() % (packed.size() - 2)] ^= static_cast<char>(1 + random() % 255);
    reason_of(packed);
  }
}

}  // namespace
}  // namespace alatoo
