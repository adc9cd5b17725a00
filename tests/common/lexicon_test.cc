// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/lexicon.h"

#include <gtest/gtest.h>

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

TEST(Lexicon, RefusesAnotherFile) {
  const TempFolder folder;
  const std::string path = folder.path() + "/no-lexicon";
  write_file(path, "something else entirely");
  EXPECT_THROW(Lexicon{path}, Error);
  EXPECT_THROW(Lexicon{path + "-missing"}, Error);
}

}  // namespace
}  // namespace alatoo
