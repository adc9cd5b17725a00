// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/tagger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "common/error.h"
#include "indexer/enrich/shipped.h"
#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsSupersetOf;

TEST(TagSet, TagsOfANameFitTogether) {
  for (const NameKind kind :
       {NameKind::person, NameKind::location, NameKind::organisation, NameKind::other}) {
    for (std::size_t size = 1; size < 5; ++size) {
      Tag before = kOutside;
      for (std::size_t at = 0; at < size; ++at) {
        const Tag tag = tag_in_name(kind, at, size);
        EXPECT_EQ(name_kind(tag), kind);
        EXPECT_EQ(begins_name(tag), at == 0);
        EXPECT_NE(before_tag(tag, false) & 1u << before, 0u)
            << int{tag} << " behind " << int{before};
        EXPECT_EQ(before_tag(tag, true) >> before & 1u, at == 0 ? 1u : 0u);
        before = tag;
      }
      EXPECT_TRUE(ends_name(before));
    }
  }
  EXPECT_FALSE(ends_name(kOutside));
  EXPECT_FALSE(begins_name(kOutside));
}

std::int32_t weigh(const std::vector<Step>& steps, const Transitions<std::int32_t>& transitions,
                   const std::vector<Tag>& tags, bool& fits) {
  std::int32_t sum = 0;
  Tag before = kOutside;
  fits = true;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const bool apart = steps[i].apart || i == 0;
    fits = fits && (before_tag(tags[i], apart) >> before & 1u) != 0 &&
           (steps[i].allowed >> tags[i] & 1u) != 0;
    sum += steps[i].scores[tags[i]] + transitions[before][tags[i]];
    before = tags[i];
  }
  fits = fits && (before_tag(kOutside, true) >> before & 1u) != 0;
  return sum + transitions[before][kOutside];
}

/// Against all sequences of three words.
TEST(BestTags, AreThoseOfTheNaiveSearch) {
  std::mt19937 random(7);
  const auto draw = [&] { return static_cast<std::int32_t>(random() % 200) - 100; };
  for (int round = 0; round < 60; ++round) {
    std::vector<Step> steps(1 + random() % 3);
    for (Step& step : steps) {
      for (auto& score : step.scores) score = draw();
      step.apart = random() % 4 == 0;
      if (random() % 3 == 0) step.allowed = (random() & kAnyTag) | 1u << kOutside;
    }
    Transitions<std::int32_t> transitions;
    for (auto& row : transitions) {
      for (auto& weight : row) weight = draw();
    }
    std::vector<Tag> found;
    best_tags(steps, transitions, found);
    bool fits = false;
    const std::int32_t best = weigh(steps, transitions, found, fits);
    EXPECT_TRUE(fits);
    std::vector<Tag> tags(steps.size(), kOutside);
    for (std::size_t number = 0; number < std::size_t{1} << 4 * steps.size(); ++number) {
      for (std::size_t i = 0; i < tags.size(); ++i)
        tags[i] = static_cast<Tag>(number >> 4 * i & 15);
      const std::int32_t sum = weigh(steps, transitions, tags, fits);
      if (fits) {
        ASSERT_LE(sum, best);
      }
    }
  }
}

TEST(BestTags, OfNothingAreNone) {
  std::vector<Tag> tags = {kSinglePerson};
  best_tags({}, {}, tags);
  EXPECT_TRUE(tags.empty());
}

FeatureWeights weights(std::uint64_t feature, std::int16_t person, std::int16_t place) {
  FeatureWeights row;
  row.feature = feature;
  row.weights[kSinglePerson] = person;
  row.weights[kSingleLocation] = place;
  return row;
}

TEST(TagModel, KeepsWeightsToAHundredthOfTheLargest) {
  const std::uint64_t a = feature(1, 1);
  const std::uint64_t b = feature(1, 2);
  Transitions<std::int16_t> transitions = {};
  transitions[kOutside][kSinglePerson] = -321;
  const std::string bytes = TagModel::encode(
      transitions, std::vector{weights(a, 15'000, -3), weights(b, 90, -7)}, 10'000);
  const TagModel model(bytes);
  EXPECT_EQ(model.transitions(), transitions);
  std::array<std::int32_t, kTags> sums = {};
  model.add(a, sums);
  EXPECT_NEAR(sums[kSinglePerson], 15'000, 75);
  EXPECT_EQ(sums[kOutside], 0);
  sums = {};
  model.add(b, sums);
  EXPECT_EQ(sums[kSinglePerson], 90);
  EXPECT_EQ(sums[kSingleLocation], -7);
  sums = {};
  model.add(feature(1, 3), sums);
  EXPECT_EQ(sums, (std::array<std::int32_t, kTags>{}));
}

TEST(TagModel, KeepsTheWeightiestWhereThereIsNoRoom) {
  std::vector<FeatureWeights> rows;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    rows.push_back(weights(feature(2, i), static_cast<std::int16_t>(4000 - i), 1));
  }
  const std::string bytes = TagModel::encode({}, rows, 20'000);
  EXPECT_LE(bytes.size(), 20'000u);
  const TagModel model(bytes);
  const auto kept = [&](std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i) {
      std::array<std::int32_t, kTags> sums = {};
      model.add(rows[i].feature, sums);
      count += sums[kSinglePerson] != 0;
    }
    return count;
  };
  EXPECT_GT(kept(0, 100), 98u);
  EXPECT_LT(kept(1900, 2000), 10u);
}

TEST(TagModel, RefusesOtherBytes) {
  EXPECT_THROW(TagModel(""), Error);
  const std::string bytes = TagModel::encode({}, {}, 10'000);
  EXPECT_NO_THROW(TagModel{bytes});
  EXPECT_THROW(TagModel{std::string_view(bytes).substr(0, bytes.size() - 1)}, Error);
  EXPECT_THROW(TagModel(bytes + "x"), Error);
  EXPECT_THROW(TagModel("X" + bytes.substr(1)), Error);
}

/// "P:Rosa Meyer" and the like, as the shipped model tags the text.
std::vector<std::string> tagged(const std::string& text) {
  static const auto authority = test::small_authority();
  const Article article = test::article_of(text);
  Words words(*authority);
  words.read(article);
  Tagger tagger(shipped_tagger());
  std::vector<std::string> names;
  for (const TaggedName& name : tagger.tag(words)) {
    names.push_back(std::string(1, "PLOM"[static_cast<int>(name.kind)]) + ":" +
                    words.name(name.first, name.last));
  }
  return names;
}

// Names that no table of the test has.
TEST(Tagger, FindsNamesByWhatStandsAroundThem) {
  EXPECT_THAT(tagged("The deputy minister, Ottokar Wendelin, told reporters in Grünsburg that "
                     "Mr Wendelin's party would not sign."),
              ElementsAre("P:Ottokar Wendelin", "L:Grünsburg", "P:Wendelin"));
  EXPECT_THAT(tagged("Shares in Telvarix Inc rose after analyst Mirela Dragusin of Kestrel Bank "
                     "raised her forecast."),
              IsSupersetOf({"P:Mirela Dragusin", "O:Kestrel Bank"}));
}

TEST(Tagger, FindsNothingWhereNoWordHasACapital) {
  EXPECT_THAT(tagged("rosa meyer told reporters in london that nothing had changed."),
              ElementsAre());
  EXPECT_THAT(tagged(""), ElementsAre());
}

TEST(Tagger, LeavesLinesOfCapitalsAlone) {
  EXPECT_THAT(tagged("PRESIDENT OTTOKAR WENDELIN FLIES TO LONDON"), ElementsAre());
}

/// What a tagger found before must not change what it finds.
TEST(Tagger, FindsTheSameWhateverItReadBefore) {
  const std::string text =
      "Mr Brown said that Reading was late. Brown, who lives in Reading, wrote to British Rail.";
  const auto alone = tagged(text);
  static const auto authority = test::small_authority();
  Words words(*authority);
  Tagger tagger(shipped_tagger());
  for (const std::string& other :
       {std::string("brown bread and reading said british rail"), text,
        std::string("BROWN and READING were late. Brown Reading Inc said so in Brown."), text}) {
    const Article article = test::article_of(other);
    words.read(article);
    const auto names = tagger.tag(words);
    if (other != text) continue;
    std::vector<std::string> again;
    for (const TaggedName& name : names) {
      again.push_back(std::string(1, "PLOM"[static_cast<int>(name.kind)]) + ":" +
                      words.name(name.first, name.last));
    }
    EXPECT_EQ(again, alone);
  }
}

}  // namespace
}  // namespace alatoo
