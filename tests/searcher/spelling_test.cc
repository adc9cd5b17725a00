// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <tuple>

#include "common/text.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

std::u32string points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) out += next_code_point(text, i);
  return out;
}

/// The whole table, as the definition has it.
int naive_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
        continue;
      }
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, CountsASwapOnce) {
  EXPECT_EQ(edit_distance(U"bishkek", U"bihskek", 3), 1);
  EXPECT_EQ(edit_distance(U"ca", U"abc", 5), 3);  // restricted: no edit inside a swap
}

TEST(EditDistance, CountsLettersNotBytes) {
  EXPECT_EQ(edit_distance(points("бишкек"), points("бишкэк"), 2), 1);
}

TEST(EditDistance, StopsBehindTheLimit) {
  EXPECT_EQ(edit_distance(U"kyrgyzstan", U"uzbekistan", 2), 3);
  EXPECT_EQ(edit_distance(U"", U"abc", 2), 3);
  EXPECT_EQ(edit_distance(U"", U"abc", 3), 3);
  EXPECT_EQ(edit_distance(U"", U"", 0), 0);
}

TEST(EditDistance, AgreesWithItsNaiveTwin) {
  std::mt19937 random(5);
  const auto made = [&] {
    std::u32string word;
    for (std::size_t n = random() % 10; n > 0; --n) word += U"abcж"[random() % 4];
    return word;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::u32string a = made();
    const std::u32string b = made();
    const int limit = static_cast<int>(random() % 6);
    ASSERT_EQ(edit_distance(a, b, limit), std::min(naive_distance(a, b), limit + 1));
  }
}

class NearestWord : public testing::Test {
 protected:
  /// A lexicon that lives as long as the test.
  const Lexicon& lexicon(std::vector<LexiconRow> rows) {
    const std::string path = folder_ / "lexicon";
    write_lexicon(path, std::move(rows));
    lexicon_.emplace(path);
    return *lexicon_;
  }

 private:
  const TempFolder folder_;
  std::optional<Lexicon> lexicon_;
};

TEST_F(NearestWord, MendsOneErrorInAShortWordAndTwoInALongOne) {
  const Lexicon& words = lexicon({{"bishkek", "bishkek", 9}, {"parliament", "parliament", 4}});
  EXPECT_EQ(nearest_word(words, "bishkel"), "bishkek");
  EXPECT_EQ(nearest_word(words, "bisjkel"), std::nullopt);
  EXPECT_EQ(nearest_word(words, "parlaimant"), "parliament");
  EXPECT_EQ(nearest_word(words, "parlimant"), "parliament");
  EXPECT_EQ(nearest_word(words, "purlaimant"), std::nullopt);
}

TEST_F(NearestWord, LeavesShortWordsAndNumbersAlone) {
  const Lexicon& words = lexicon({{"rally", "ralli", 9}, {"a2010", "a2010", 1}});
  EXPECT_EQ(nearest_word(words, "rall"), std::nullopt);
  EXPECT_EQ(nearest_word(words, "b2010"), std::nullopt);
  EXPECT_EQ(nearest_word(words, ""), std::nullopt);
}

TEST_F(NearestWord, PrefersDistanceThenFirstLetterThenFrequencyThenOrder) {
  const Lexicon& words = lexicon({{"hostages", "hostag", 1},
                                  {"postages", "postag", 50},
                                  {"hostagez", "hostagez", 3},
                                  {"hostage", "hostag", 2},
                                  {"hostageb", "hostageb", 3}});
  EXPECT_EQ(nearest_word(words, "hostages"), "hostages");
  EXPECT_EQ(nearest_word(words, "hostagex"), "hostageb");   // 3, as hostagez, but first in order
  EXPECT_EQ(nearest_word(words, "hostagess"), "hostages");  // distance 1 beats any count
  EXPECT_EQ(nearest_word(words, "xostages"), "postages");   // none shares the letter: most frequent
}

TEST_F(NearestWord, AddsUpAWordOfTwoLanguages) {
  const Lexicon& words =
      lexicon({{"portes", "porte", 6}, {"portes", "port", 6}, {"porter", "porter", 10}});
  EXPECT_EQ(nearest_word(words, "porteq"), "portes");
}

TEST_F(NearestWord, AgreesWithReadingEveryWord) {
  std::mt19937 random(9);
  const auto made = [&](std::size_t least) {
    std::string word;
    for (std::size_t n = least + random() % 8; n > 0; --n) {
      append_code_point(word, U"abкé"[random() % 4]);
    }
    return word;
  };
  std::vector<LexiconRow> rows;
  for (int i = 0; i < 3000; ++i) {
    const std::string word = made(1);
    rows.push_back({word, word, 1 + static_cast<std::uint32_t>(random() % 5)});
  }
  const Lexicon& words = lexicon(rows);
  for (int i = 0; i < 500; ++i) {
    const std::string sought = made(5);
    const std::size_t letters = points(sought).size();
    const int limit = letters <= 7 ? 1 : 2;
    std::optional<std::tuple<int, bool, std::int64_t, std::string>> best;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const LexiconEntry entry = words.at(k);
      const int distance = naive_distance(points(entry.word), points(sought));
      if (distance > limit) continue;
      std::tuple here(distance, points(entry.word)[0] != points(sought)[0],
                      -static_cast<std::int64_t>(entry.count), std::string(entry.word));
      if (!best || here < *best) best = here;
    }
    const auto expected = best ? std::optional(std::get<3>(*best)) : std::nullopt;
    ASSERT_EQ(nearest_word(words, sought), expected) << sought;
  }
}

}  // namespace
}  // namespace alatoo
