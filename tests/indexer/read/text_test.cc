// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/text.h"

#include <gmock/gmock.h>

#include <string>

namespace alatoo {
namespace {

Article article_of(std::string_view text) {
  Members members = read_text(text);
  EXPECT_EQ(members.size(), 1u);
  EXPECT_EQ(members[0].refusal, "");
  return std::move(members[0].article);
}

std::string text_of(std::string_view text) { return article_of(text).text; }

TEST(Text, KeepsHardLineEnds) {
  EXPECT_EQ(text_of("A headline\n\nOne line\nand another.\n"),
            "A headline\n\nOne line\nand another.\n");
  EXPECT_EQ(text_of("A\r\nB\rC"), "A\nB\nC");
}

TEST(Text, SetsNothingElse) {
  const Article article = article_of("A story.");
  EXPECT_EQ(article.id, "");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_FALSE(article.headline);
  EXPECT_FALSE(article.date.known());
  EXPECT_TRUE(article.zones.empty());
}

TEST(Text, IsCleaned) { EXPECT_EQ(text_of("Cafe\u0301 shut"), "Café shut"); }

TEST(Text, RefusesWhiteSpaceAlone) {
  EXPECT_EQ(read_text(" \n\u00A0\n")[0].refusal, "no text: only white space");
}

}  // namespace
}  // namespace alatoo
