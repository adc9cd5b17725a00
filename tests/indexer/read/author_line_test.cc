// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/author_line.h"

#include <gtest/gtest.h>

#include <string>

namespace alatoo {
namespace {

TEST(AuthorLine, JobsBelowAName) {
  for (const std::string line :
       {"Education correspondent", "Staff Writer", "Moscow Bureau Chief Editor",
        "Special to The Lantern", "News Director", "корреспондент"}) {
    EXPECT_TRUE(is_job_line(line)) << line;
  }
  for (const std::string line : {"The editor has left the building.", "Harbour board gives in",
                                 "Special trains for the fair", "Reporter 2010"}) {
    EXPECT_FALSE(is_job_line(line)) << line;
  }
}

TEST(AuthorLine, NamesOfOnePerson) {
  EXPECT_TRUE(is_person_line("Miriam Okafor"));
  EXPECT_TRUE(is_person_line("Ludwig van Dalen"));
  for (const std::string line : {"Miriam", "Lake Courier", "Ferry crews end strike", "Ann Lee, Osh",
                                 "Who Is She?", "One Two Three Four Five"}) {
    EXPECT_FALSE(is_person_line(line)) << line;
  }
}

TEST(AuthorLine, NotesOnWhoWroteTheStory) {
  EXPECT_TRUE(is_author_note("Ann Lee is a reporter based in Osh.", {}));
  EXPECT_TRUE(is_author_note("Ann Lee is the regional editor of Lake Papers.", {}));
  EXPECT_TRUE(is_author_note("Ann Lee is a professor of law at Tolmar.", {"Ann Lee"}));
  EXPECT_TRUE(is_author_note("Lee covers the lakes.", {"Ann Lee"}));
  EXPECT_TRUE(is_author_note("Ann Lee can be reached at the harbour.", {"Ann Lee"}));
  EXPECT_FALSE(is_author_note("Ann Lee is a professor of law at Tolmar.", {}));
  EXPECT_FALSE(is_author_note("Lee covers the lakes.", {}));
  EXPECT_FALSE(is_author_note("Ann Lee was arrested at the harbour on Friday.", {"Ann Lee"}));
  EXPECT_FALSE(is_author_note("The board is a reporter of nothing.", {}));
}

}  // namespace
}  // namespace alatoo
