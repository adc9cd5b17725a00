// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/registry.h"

#include <gmock/gmock.h>

#include "common/error.h"

namespace alatoo {
namespace {

using testing::HasSubstr;

Article article(const std::string& id, bool uri = true, const std::string& path = "a.jsonl:1") {
  Article made;
  made.id = id;
  made.id_is_uri = uri;
  made.path = path;
  return made;
}

Registry::Place at(std::uint64_t item, std::uint32_t member = 0, std::uint32_t worker = 0) {
  return {item, member, worker, 0};
}

TEST(Registry, GrantsANewId) {
  Registry registry;
  EXPECT_TRUE(registry.claim(article("a"), at(0)));
  EXPECT_TRUE(registry.claim(article("b"), at(1)));
  registry.placed("a", at(0), 1);
  registry.placed("b", at(1), 2);
  EXPECT_TRUE(registry.losers().empty());
  EXPECT_TRUE(registry.notes().empty());
  EXPECT_EQ(registry.replaced(), 0U);
}

TEST(Registry, LetsTheLaterInTheInputWinAfterTheOtherWasAdded) {
  Registry registry;
  EXPECT_TRUE(registry.claim(article("a", true, "x:1"), at(3, 0, 1)));
  registry.placed("a", at(3, 0, 1), 7);
  EXPECT_TRUE(registry.claim(article("a", true, "x:2"), at(4, 0, 0)));
  registry.placed("a", at(4, 0, 0), 9);
  ASSERT_EQ(registry.losers().size(), 1U);
  EXPECT_EQ(registry.losers()[0].worker, 1U);
  EXPECT_EQ(registry.losers()[0].docid, 7U);
  EXPECT_EQ(registry.replaced(), 1U);
  EXPECT_THAT(registry.notes().at(0), HasSubstr("x:2 replaces x:1"));
}

TEST(Registry, RefusesTheEarlierThatComesLate) {
  Registry registry;
  EXPECT_TRUE(registry.claim(article("a"), at(4)));
  registry.placed("a", at(4), 1);
  EXPECT_FALSE(registry.claim(article("a"), at(3, 8)));
  EXPECT_TRUE(registry.claim(article("a"), at(4, 1)));  // the next member of one file
  registry.placed("a", at(4, 1), 2);
  ASSERT_EQ(registry.losers().size(), 1U);
  EXPECT_EQ(registry.losers()[0].docid, 1U);
}

TEST(Registry, DropsWhatLostWhileItWasBeingAdded) {
  Registry registry;
  EXPECT_TRUE(registry.claim(article("a"), at(1, 0, 0)));
  EXPECT_TRUE(registry.claim(article("a"), at(2, 0, 1)));
  registry.placed("a", at(2, 0, 1), 5);
  registry.placed("a", at(1, 0, 0), 6);
  ASSERT_EQ(registry.losers().size(), 1U);
  EXPECT_EQ(registry.losers()[0].worker, 0U);
  EXPECT_EQ(registry.losers()[0].docid, 6U);
}

TEST(Registry, CountsAsUnchangedOnlyWhatStandsInTheEnd) {
  Registry registry;
  for (const std::uint64_t item : {1, 2}) {  // twice as it was
    registry.claim(article("a"), at(item));
    registry.unchanged("a", at(item));
  }
  EXPECT_EQ(registry.unchanged(), 1U);
  registry.claim(article("b"), at(3));
  registry.unchanged("b", at(3));
  registry.claim(article("b"), at(4));  // and then another
  EXPECT_EQ(registry.unchanged(), 1U);
  registry.claim(article("c"), at(5));
  registry.claim(article("c"), at(6));
  registry.unchanged("c", at(5));  // told too late
  EXPECT_EQ(registry.unchanged(), 1U);
  EXPECT_EQ(registry.replaced(), 3U);
}

TEST(Registry, RefusesTwoPathsWithOneId) {
  Registry registry;
  EXPECT_TRUE(registry.claim(article("a.txt", false, "x/a.txt"), at(0)));
  try {
    registry.claim(article("a.txt", false, "y/a.txt"), at(1));
    FAIL() << "both were taken";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("x/a.txt"));
    EXPECT_THAT(error.what(), HasSubstr("y/a.txt"));
  }
}

/// The path by which the registry remembers an article is told when its id comes again.
std::string remembered(Registry& registry, const std::string& id) {
  registry.claim(article(id, true, "again"), at(1000));
  for (const std::string& note : registry.notes()) {
    if (note.starts_with("'" + id + "'")) return note.substr(note.find("replaces ") + 9);
  }
  return "";
}

TEST(Registry, RemembersEveryPath) {
  const std::vector<std::pair<Article, std::uint64_t>> all = {
      {article("x.jsonl:2", false, "in/x.jsonl:2"), 1},
      {article("urn:x", true, "in/x.jsonl:3"), 2},
      {article("x.jsonl:10", false, "in/x.jsonl:10"), 4},
      {article("1", true, "in/x.jsonl:11"), 5},
      {article("a.txt", false, "in/a.txt"), 6},
      {article("urn:b", true, "in/b.html"), 7},
      {article("y.json#2", false, "in/y.json#2"), 8},
      {article("urn:y", true, "in/y.json#07"), 9},
      {article("stdin:0123", false, "-:5"), 10},
      {article("urn:z", true, "C:"), 11}};
  Registry registry;
  for (std::size_t i = 0; i < all.size(); ++i) {  // as two workers may bring them
    const auto& [one, item] = all[i ^ 1];
    EXPECT_TRUE(registry.claim(one, at(item)));
  }
  for (const auto& [one, item] : all) EXPECT_EQ(remembered(registry, one.id), one.path);
}

TEST(Registry, NamesTheFirstIdsOnly) {
  Registry registry;
  for (std::uint64_t i = 0; i < 200; ++i) {
    registry.claim(article("id " + std::to_string(i / 2)), at(i));
  }
  EXPECT_EQ(registry.replaced(), 100U);
  EXPECT_EQ(registry.notes().size(), 21U);
  EXPECT_THAT(registry.notes().back(), HasSubstr("80 more"));
}

}  // namespace
}  // namespace alatoo
