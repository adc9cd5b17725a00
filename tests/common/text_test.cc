// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <utility>
#include <vector>

namespace alatoo {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (const Token& token : tokenize(text)) found.push_back(token.word);
  return found;
}

std::vector<std::string> sentence_texts(std::string_view text) {
  std::vector<std::string> found;
  for (const Span& span : sentences(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.emplace_back(span.of(text));
  }
  return found;
}

TEST(CleanUtf8, ReplacesAndCountsBrokenBytes) {
  std::string text = "\xEF\xBB\xBFOsh\r\n\xFFok\rx\xE2\x82";
  EXPECT_EQ(clean_utf8(text), 3U);
  EXPECT_EQ(text, "Osh\n\uFFFDok\nx\uFFFD\uFFFD");
}

TEST(CleanUtf8, LeavesNothingForASecondTime) {
  std::string text = "\xEF\xBB\xBF\xEF\xBB\xBFOsh";  // two marks, as a UTF-16 file may have
  clean_utf8(text);
  EXPECT_EQ(text, "Osh");
}

TEST(CleanUtf8, LeavesNoCodesOfTransmission) {
  std::string text =
      "\x01\x16r i\x02\x11"
      "Osh\tand \x0EUzgen\x0F\x7F\n\x03\x04";
  EXPECT_EQ(clean_utf8(text), 0U);
  EXPECT_EQ(text, "  r i\n Osh\tand  Uzgen  \n\n ");
  text = "\xC2\x93It\xC2\x92s\xC2\x94 Osh\xC2\x81";  // Windows-1252 that was read as Latin-1
  EXPECT_EQ(clean_utf8(text), 0U);
  EXPECT_EQ(text, "“It’s” Osh ");
}

TEST(CleanUtf8, ComposesAccents) {
  std::string text = "Jose\u0301";
  EXPECT_EQ(clean_utf8(text), 0U);
  EXPECT_EQ(text, "José");
}

TEST(Fold, AsDocumented) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"José", "jose"},
      {"Straße", "strasse"},
      {"Oş", "os"},
      {"Jalal'abad", "jalalabad"},
      {"Jalal’abad", "jalalabad"},
      {"Jalalʻabad", "jalalabad"},
      {"Ёлка", "елка"},
      {"Кеңеш", "кенеш"},
      {"ӨЗГӨН", "озгон"},
      {"үй", "уй"},
      {"Ильич", "илич"},
      {"объявил", "обявил"},
      {"Сооронбай", "сооронбай"},
      {"ўзбек", "ўзбек"},
      {"ь", "ь"},
  };
  for (const auto& [text, folded] : cases) {
    EXPECT_EQ(fold(text), folded) << text;
    EXPECT_EQ(fold(folded), folded);
  }
}

TEST(Tokenizer, TakesPossessiveOffAndJoinsApostrophes) {
  EXPECT_THAT(words("Bakiyev’s Jalal'abad don't O’Neill's"),
              ElementsAre("bakiyev", "jalalabad", "dont", "oneill"));
}

TEST(Tokenizer, KeepsAcronymsAndNumbersWhole) {
  EXPECT_THAT(words("U.S. base, the U.S, p.m. 5,000 5.3 $1.13bn 7th J. Smith end.Next"),
              ElementsAre("us", "base", "the", "us", "pm", "5000", "5.3", "1.13bn", "7th", "j",
                          "smith", "end", "next"));
}

TEST(Tokenizer, TellsHyphens) {
  const auto tokens = tokenize("Jalal-Abad - Osh");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_TRUE(tokens[0].hyphened);
  EXPECT_FALSE(tokens[1].hyphened);
}

TEST(Tokenizer, CutsScriptsWithoutBlanks) {
  EXPECT_THAT(words("吉尔吉斯 ok"), ElementsAre("吉", "尔", "吉", "斯", "ok"));
}

TEST(Tokenizer, StaysInBoundsOnWildText) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = random() % 80; i > 0; --i) {
      text += "aB.'-, 5\xE2\x80\x99\xD0\xB9\xCC\x81\xFFs\n"[random() % 17];
    }
    std::uint32_t last = 0;
    for (const Token& token : tokenize(text)) {
      ASSERT_GE(token.span.begin, last) << text;
      ASSERT_GT(token.span.end, token.span.begin) << text;
      ASSERT_LE(token.span.end, text.size()) << text;
      ASSERT_LE(token.word.size(), 64U);
      ASSERT_FALSE(token.word.empty()) << text;
      last = token.span.end;
    }
  }
}

TEST(Tokenizer, BoundsLongWords) {
  for (const Token& token : tokenize(std::string(1000, 'x'))) EXPECT_LE(token.word.size(), 64U);
}

TEST(Fold, ForgetsCaseAccentsAndApostrophes) {
  EXPECT_EQ(fold("Özgön"), "ozgon");
  EXPECT_EQ(fold("Ёлкин"), "елкин");
  EXPECT_EQ(fold("Войска"), "войска");
  EXPECT_EQ(fold("Jalal’abad"), "jalalabad");
  EXPECT_EQ(fold("Straße Łódź"), "strasse lodz");
  EXPECT_EQ(fold(fold("ﬁne Ｏｓｈ")), "fine osh");
}

TEST(Sentences, EndAtFullStops) {
  EXPECT_THAT(sentence_texts("It fell. \"Run!\" he said. Why? Nobody knew…"),
              ElementsAre("It fell.", "\"Run!\" he said.", "Why?", "Nobody knew…"));
}

TEST(Sentences, GoOnAfterAbbreviationsAndInitials) {
  EXPECT_THAT(
      sentence_texts(
          "Mr. Blake of the U.S. State Dept. met J. Smith on Jan. 5. It cost $5.3 million."),
      ElementsAre("Mr. Blake of the U.S. State Dept. met J. Smith on Jan. 5.",
                  "It cost $5.3 million."));
  EXPECT_THAT(sentence_texts("В 2010 г. Бакиев уехал. Позже он молчал."),
              ElementsAre("В 2010 г. Бакиев уехал.", "Позже он молчал."));
  EXPECT_THAT(sentence_texts("He left the U.S. He never came back."),
              ElementsAre("He left the U.S.", "He never came back."));
}

TEST(Sentences, TakeClosingQuotesAlong) {
  EXPECT_THAT(sentence_texts("“Enough.” She left. (It was late.) Then rain."),
              ElementsAre("“Enough.”", "She left.", "(It was late.)", "Then rain."));
}

TEST(Sentences, EndAtParagraphsNotAtWrappedLines) {
  EXPECT_THAT(sentence_texts(
                  "The crowd\nran away. They\nhid.\n    New paragraph here\n\nBIG POWERS\n\nMore"),
              ElementsAre("The crowd\nran away.", "They\nhid.", "New paragraph here", "BIG POWERS",
                          "More"));
}

TEST(Squeeze, JoinsWhiteSpace) { EXPECT_EQ(squeeze("  a\n\n b\u00A0 c "), "a b c"); }

}  // namespace
}  // namespace alatoo
