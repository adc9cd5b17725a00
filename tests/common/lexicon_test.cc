// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/lexicon.h"

#include <gtest/gtest.h>

#include <cstring>

#include "common/error.h"
#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

TEST(Lexicon, FindsWhatWasWritten) {
  const TempFolder folder;
  const std::string path = folder.path() + "/lexicon";
  write_lexicon(path, {{"rally", "ralli", 3},
                       {"osh", "osh", 2},
                       {"rally", "ralli", 4},
                       {"gone", "gone", 0},
                       {"rallies", "ralli", 1}});
  const Lexicon lexicon(path);
  ASSERT_EQ(lexicon.size(), 3U);
  EXPECT_EQ(lexicon.at(0).word, "osh");
  EXPECT_EQ(lexicon.at(2).word, "rally");
  EXPECT_EQ(lexicon.at(2).stem, "ralli");
  EXPECT_EQ(lexicon.at(2).count, 7U);
  EXPECT_TRUE(lexicon.contains("rallies"));
  EXPECT_FALSE(lexicon.contains("gone"));
  EXPECT_EQ(lexicon.lower_bound("ra"), 1U);
  EXPECT_EQ(lexicon.lower_bound("z"), 3U);
}

TEST(Lexicon, RefusesADamagedFile) {
  const TempFolder folder;
  const std::string path = folder.path() + "/lexicon";
  write_lexicon(path, {{"osh", "osh", 2}, {"rallies", "ralli", 1}, {"rally", "ralli", 3}});
  expect_damage_refused(path, 8, [](const std::string& p) { Lexicon{p}; });
}

TEST(Lexicon, TellsDamageOfItsTables) {
  const TempFolder folder;
  const std::string path = folder.path() + "/lexicon";
  write_lexicon(path, {{"osh", "osh", 2}, {"rallies", "ralli", 1}, {"rally", "ralli", 4}});
  const auto damage = [](const std::string& p) { return Lexicon(p).damage(); };
  // Of counts and letters it cannot know better, only that words occur and are in order.
  const std::string whole = read_file(path);
  for (std::size_t number = 2; number < 2 + 3 * 4; ++number) {
    if (number % 4 == 1) continue;  // a count
    for (const std::uint32_t wild : {0x7FFFFFFFU, 0xFFFFFFFFU}) {
      std::string damaged = whole;
      std::memcpy(damaged.data() + number * 4, &wild, sizeof wild);
      overwrite(path, damaged);
      try {
        EXPECT_TRUE(damage(path)) << number;
      } catch (const Error&) {
      }
    }
  }
  std::string swapped = whole;
  swapped.replace(swapped.find("oshosh"), 6, "zshosh");
  overwrite(path, swapped);
  EXPECT_TRUE(damage(path));
  overwrite(path, whole);
  EXPECT_FALSE(damage(path));
}

TEST(Lexicon, RefusesAnotherFile) {
  const TempFolder folder;
  const std::string path = folder.path() + "/no-lexicon";
  write_file(path, "something else entirely");
  EXPECT_THROW(Lexicon{path}, Error);
  EXPECT_THROW(Lexicon{path + "-missing"}, Error);
}

}  // namespace
}  // namespace alatoo
