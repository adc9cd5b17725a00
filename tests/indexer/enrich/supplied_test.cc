// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/supplied.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/enricher.h"
#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Supplied, NamesAreCanonicalThroughTheAuthority) {
  auto article = article_of("Nothing.");
  article.supplied_people = {{"Kurmanbek Bakiev", ""}, {"Jane Roe", ""}};
  take_supplied(article, *small_authority());
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("Kurmanbek Bakiyev", "Jane Roe"));
  EXPECT_THAT(article.of(EntityKind::person)[0].mentions, IsEmpty());
  EXPECT_EQ(article.of(EntityKind::person)[1].id, "jane-roe");
}

TEST(Supplied, RelTellsCitiesFromCountries) {
  auto article = article_of("Nothing.");
  article.supplied_places = {{"Osh", "city"}, {"Kyrgyzstan", "country"}, {"Chui", "region"}};
  take_supplied(article, *small_authority());
  EXPECT_THAT(keys(article, EntityKind::city), ElementsAre("osh@kg"));
  EXPECT_THAT(keys(article, EntityKind::country), ElementsAre("kg"));
}

TEST(Supplied, WithoutRelTheAuthorityDecides) {
  auto article = article_of("Nothing.");
  article.supplied_places = {{"Jalalabad", ""}, {"Afghanistan", ""}, {"Nowheresville", ""}};
  take_supplied(article, *small_authority());
  EXPECT_THAT(keys(article, EntityKind::city), ElementsAre("jalalabad@af", "nowheresvile"));
  EXPECT_THAT(keys(article, EntityKind::country), ElementsAre("af"));
}

TEST(Supplied, FindsExactNamesAndBareSurnames) {
  auto article = article_of("ROE WINS\n\nJane Roe won. Roe's rival, Peter Roe, did not. Roes fly.");
  article.supplied_people = {{"Jane Roe", ""}};
  take_supplied(article, *small_authority());
  EXPECT_THAT(mentions(article, EntityKind::person, "Jane Roe"),
              ElementsAre("ROE", "Jane Roe", "Roe"));
}

TEST(Supplied, SharedSurnamesAloneMeanNobody) {
  auto article = article_of("Jane Roe and Peter Roe spoke. Roe left.");
  article.supplied_people = {{"Jane Roe", ""}, {"Peter Roe", ""}};
  take_supplied(article, *small_authority());
  EXPECT_THAT(mentions(article, EntityKind::person, "Jane Roe"), SizeIs(1));
  EXPECT_THAT(mentions(article, EntityKind::person, "Peter Roe"), SizeIs(1));
}

TEST(Supplied, SettlesItsKindOnly) {  // the recogniser still looks for the others
  auto article = article_of("Robert Blake met Jane Roe in Bishkek.");
  article.supplied_people = {{"Jane Roe", ""}};
  article = recognised(std::move(article));
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("Jane Roe"));
  EXPECT_THAT(keys(article, EntityKind::city), ElementsAre("bishkek@kg"));
}

}  // namespace
}  // namespace alatoo::test
