// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/analyzer.h"

#include <gtest/gtest.h>

#include "common/text.h"

namespace alatoo {
namespace {

TEST(Analyzer, StemsTheWordsOfItsLanguage) {
  Analyzer english("en");
  EXPECT_EQ(english.stem("protesters"), english.stem("protester"));
  EXPECT_EQ(english.stem("rallies"), english.stem("rally"));
  Analyzer russian("ru");
  EXPECT_EQ(russian.stem("забастовки"), russian.stem("забастовка"));
  EXPECT_EQ(russian.stem("reuters"), "reuters");
}

TEST(Analyzer, FoldsWhatItStems) {
  EXPECT_EQ(Analyzer("").stem("café"), "cafe");
  EXPECT_EQ(Analyzer("ru").stem("ёлки"), Analyzer("ru").stem("елки"));
}

TEST(Analyzer, LeavesWordsOfOtherLanguagesWhole) {
  EXPECT_EQ(Analyzer("").stem("protesters"), "protesters");
  EXPECT_EQ(Analyzer("ky").stem("шаардын"), "шаардын");
  EXPECT_EQ(Analyzer("no such language").stem("protesters"), "protesters");
}

TEST(Analyzer, KeepsTermsShortAndLettersWhole) {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string word(shift, 'x');
    for (int i = 0; i < 1000; ++i) word += "東";
    std::string stem = Analyzer("").stem(word);
    EXPECT_LE(stem.size(), 64U);
    EXPECT_EQ(clean_utf8(stem), 0U);
  }
}

TEST(Analyzer, RemembersHowOftenAWordCame) {
  Analyzer english("en");
  ++english.entry("rally").count;
  ++english.entry("rally").count;
  EXPECT_EQ(english.words().size(), 1U);
  EXPECT_EQ(english.entry("rally").count, 2U);
  EXPECT_EQ(english.entry("road").count, 0U);
}

}  // namespace
}  // namespace alatoo
