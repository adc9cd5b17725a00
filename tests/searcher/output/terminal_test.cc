// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/terminal.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "common/text.h"

namespace alatoo {
namespace {

std::string laid_out(const StyledText& text, int width, int indent = 0, bool color = false) {
  std::ostringstream out;
  text.write(out, {width, indent, color});
  return out.str();
}

int width_of(std::string_view line) {
  int sum = 0;
  for (std::size_t i = 0; i < line.size();) sum += columns(next_code_point(line, i));
  return sum;
}

TEST(Columns, CountWhatTheTerminalDraws) {
  EXPECT_EQ(columns(U'a'), 1);
  EXPECT_EQ(columns(U'é'), 1);
  EXPECT_EQ(columns(U'ж'), 1);
  EXPECT_EQ(columns(0x301), 0);   // a combining acute
  EXPECT_EQ(columns(0x200B), 0);  // a blank of no width
  EXPECT_EQ(columns(U'東'), 2);
  EXPECT_EQ(columns(U'Ａ'), 2);
  EXPECT_EQ(columns(U'한'), 2);
}

TEST(StyledText, BreaksLinesAtBlanks) {
  EXPECT_EQ(laid_out(StyledText().add("one two three"), 7), "one two\nthree\n");
  EXPECT_EQ(laid_out(StyledText().add("one two three"), 8), "one two\nthree\n");
  EXPECT_EQ(laid_out(StyledText().add("one two three"), 6), "one\ntwo\nthree\n");
  EXPECT_EQ(laid_out(StyledText().add("    one two"), 8, 4), "    one\n    two\n");
  EXPECT_EQ(laid_out(StyledText(), 8), "\n");
}

TEST(StyledText, LeavesALongWordWhole) {
  EXPECT_EQ(laid_out(StyledText().add("a abcdefghijkl b"), 5), "a\nabcdefghijkl\nb\n");
}

TEST(StyledText, BreaksBesideWideCharacters) {
  EXPECT_EQ(laid_out(StyledText().add("東京都庁舎"), 5), "東京\n都庁\n舎\n");
}

TEST(StyledText, ResetsStylesAtEveryLineEnd) {
  EXPECT_EQ(laid_out(StyledText().add("a b", kBold).add(" c", kMarked), 3, 0, true),
            "\x1b[1ma b\x1b[0m\n\x1b[1;33mc\x1b[0m\n");
  EXPECT_EQ(laid_out(StyledText().add("a b", kBold).add(" c", kMarked), 3), "a b\nc\n");
}

TEST(StyledText, DisarmsWhatCommandsTheTerminal) {
  EXPECT_EQ(laid_out(StyledText().add("a\x1b[31mb\x07\u009B\u202Ec\u2066\x7F\x80"), 80),
            "a\uFFFD[31mb\uFFFD\uFFFD\uFFFDc\uFFFD\uFFFD\uFFFD\n");
  EXPECT_EQ(laid_out(StyledText().add("a\tb\nc\u00A0d\u2028e"), 80), "a b c d e\n");
}

TEST(StyledText, CutsToAWidth) {
  EXPECT_EQ(laid_out(StyledText().add("Kurmanbek").cut_to(9), 80), "Kurmanbek\n");
  EXPECT_EQ(laid_out(StyledText().add("Kurmanbek").cut_to(5), 80), "Kurm…\n");
  EXPECT_EQ(StyledText().add("東京都").cut_to(4).width(), 3);
}

TEST(StyledText, PadsToAColumn) {
  EXPECT_EQ(laid_out(StyledText().add("東").pad_to(4).add("x"), 80), "東  x\n");
  EXPECT_EQ(laid_out(StyledText().add("abcde").pad_to(4).add("x"), 80), "abcde x\n");
}

TEST(StyledText, LosesNoWordAndKeepsTheWidth) {
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    std::string words;  // without blanks
    for (std::size_t n = random() % 40; n > 0; --n) {
      const char32_t c = U"aaaбб東   \u0301é"[random() % 11];
      append_code_point(text, c);
      if (c != ' ') append_code_point(words, c);
    }
    const int width = 6 + static_cast<int>(random() % 20);
    const int indent = static_cast<int>(random() % 4);
    std::istringstream lines(laid_out(StyledText().add(text), width, indent));
    std::string seen;
    for (std::string line; std::getline(lines, line);) {
      const bool breakable =
          trim(line).find(' ') != std::string_view::npos || line.find("東") != std::string::npos;
      if (breakable) {
        ASSERT_LE(width_of(line), width) << "seed " << seed << ": " << line;
      }
      std::erase(line, ' ');
      seen += line;
    }
    ASSERT_EQ(seen, words) << "seed " << seed;
  }
}

}  // namespace
}  // namespace alatoo
