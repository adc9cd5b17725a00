// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/text.h"

#include <gmock/gmock.h>

#include <string>

namespace alatoo {
namespace {

using namespace std::string_literals;

Parsed read(std::string bytes) {
  return read_text({.path = "in/a.txt", .id = "a.txt", .format = Format::text, .bytes = bytes});
}

std::string text_of(std::string bytes) {
  const Parsed parsed = read(bytes);
  EXPECT_EQ(parsed.articles.size(), 1u);
  return parsed.articles.empty() ? "" : parsed.articles[0].text;
}

TEST(Text, KeepsHardLineEnds) {
  EXPECT_EQ(text_of("A headline\n\nOne line\nand another.\n"),
            "A headline\n\nOne line\nand another.\n");
  EXPECT_EQ(text_of("A\r\nB\rC"), "A\nB\nC");
}

TEST(Text, SetsIdAndPathAndNothingElse) {
  const Parsed parsed = read("A story.");
  ASSERT_EQ(parsed.articles.size(), 1u);
  const Article& article = parsed.articles[0];
  EXPECT_EQ(article.id, "a.txt");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_EQ(article.path, "in/a.txt");
  EXPECT_FALSE(article.headline);
  EXPECT_FALSE(article.date.known());
  EXPECT_TRUE(article.zones.empty());
}

TEST(Text, DropsAByteOrderMark) { EXPECT_EQ(text_of("\xEF\xBB\xBFText"), "Text"); }

TEST(Text, ReplacesAndCountsBrokenBytes) {
  const Parsed parsed = read("The caf\xE9 in Osh was shut all day.");
  ASSERT_EQ(parsed.articles.size(), 1u);
  EXPECT_EQ(parsed.articles[0].text, "The caf\xEF\xBF\xBD in Osh was shut all day.");
  EXPECT_EQ(parsed.broken_bytes, 1u);
}

TEST(Text, RefusesAnotherEncoding) {
  const Parsed parsed = read("\xC2\xFB\xE1\xEE\xF0\xFB \xEF\xF0\xEE\xF8\xEB\xE8");  // Windows-1251
  EXPECT_TRUE(parsed.articles.empty());
  ASSERT_EQ(parsed.rejections.size(), 1u);
  EXPECT_EQ(parsed.rejections[0].where, "in/a.txt");
  EXPECT_THAT(parsed.rejections[0].reason, testing::StartsWith("not UTF-8 text: "));
}

TEST(Text, RefusesWhiteSpaceAlone) {
  const Parsed parsed = read(" \n\xC2\xA0\n");
  ASSERT_EQ(parsed.rejections.size(), 1u);
  EXPECT_EQ(parsed.rejections[0].reason, "no text: only white space");
}

TEST(Text, ReadsUtf16InBothOrders) {
  EXPECT_EQ(text_of("\xFF\xFEO\0s\0h\0\n\0"s), "Osh\n");
  EXPECT_EQ(text_of("\xFE\xFF\0O\0s\0h\x04\x16"s), "OshЖ");
  EXPECT_EQ(text_of("\xFF\xFE\x3D\xD8\x00\xDE"s), "😀");
}

TEST(Text, CountsBrokenUtf16) {
  std::string half = "\xFF\xFE\x3D\xD8x\0"s;  // a high surrogate alone
  EXPECT_EQ(utf16_to_utf8(half), 1u);
  EXPECT_EQ(half, "\xEF\xBF\xBDx");
  std::string odd = "\xFF\xFEx\0y"s;
  EXPECT_EQ(utf16_to_utf8(odd), 1u);
  EXPECT_EQ(odd, "x\xEF\xBF\xBD");
}

}  // namespace
}  // namespace alatoo
