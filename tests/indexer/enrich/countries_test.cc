// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/countries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// Keys, with what they are listed by where that is not the name.
std::vector<std::string> listed(const Article& article) {
  std::vector<std::string> out;
  for (const Entity& country : article.of(EntityKind::country)) {
    const bool named = country.by == NamedBy::name;
    out.push_back(country.key + (named ? "" : " by " + std::string(to_string(country.by))));
  }
  return out;
}

std::vector<std::string> countries(const std::string& text) { return listed(recognised(text)); }

/// `text` far behind the lead.
std::string deep(const std::string& text) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "rain fell ";
  return filler + "again. " + text;
}

TEST(Countries, CountByName) {
  EXPECT_THAT(countries("The plane flew from Russia."), ElementsAre("ru"));
  EXPECT_THAT(countries("A US base."), ElementsAre("us"));
  EXPECT_THAT(countries("They told us so."), IsEmpty());
  EXPECT_THAT(countries("They toured South America."), IsEmpty());
  EXPECT_THAT(countries(deep("He named Russia once.")), ElementsAre("ru"));
}

TEST(Countries, OfTwoNamesHaveOne) {
  const auto article = recognised("West Germany paid. Germany did, too.");
  EXPECT_THAT(listed(article), ElementsAre("de"));
  EXPECT_THAT(mentions(article, EntityKind::country, "Germany"),
              ElementsAre("West Germany", "Germany"));
}

TEST(Countries, ThatCameApartKeepTheirName) {
  EXPECT_THAT(countries("The Czech Republic voted."), ElementsAre("cz"));
  EXPECT_THAT(countries("Czechoslovakia voted."), ElementsAre("cs"));
}

TEST(Countries, OfOneNameAreToldApartByTheRest) {
  EXPECT_THAT(countries("The army of Congo fought near Brazzaville."), ElementsAre("cg"));
  EXPECT_THAT(countries("The army of Congo fought near Kinshasa."), ElementsAre("cd"));
}

TEST(Countries, BehindAShortenedDirection) {
  EXPECT_THAT(countries("On Monday N. Korea fired a rocket."), ElementsAre("kp"));
}

TEST(Countries, AdjectivesInTheLeadCountAndAreMarked) {
  EXPECT_THAT(countries("The Kyrgyz opposition met."), ElementsAre("kg by demonym"));
  EXPECT_THAT(countries("A West German firm paid."), ElementsAre("de by demonym"));
}

TEST(Countries, AdjectivesFurtherDownCountTwiceOrOfTheState) {
  EXPECT_THAT(countries(deep("A Russian pianist played.")), IsEmpty());
  EXPECT_THAT(countries(deep("A Russian pianist met a Russian cook.")),
              ElementsAre("ru by demonym"));
  EXPECT_THAT(countries(deep("The Russian government fell.")), ElementsAre("ru by demonym"));
}

TEST(Countries, AdjectivesInPassingCountNowhere) {
  EXPECT_THAT(countries("A former Soviet state paid a million Swiss francs."), IsEmpty());
  EXPECT_THAT(countries("In a French restaurant a German-speaking cook sang."), IsEmpty());
}

TEST(Countries, AdjectivesAreMentionsOfACountryThatIsNamed) {
  const auto article = recognised("The Kyrgyz president left Kyrgyzstan.");
  EXPECT_THAT(listed(article), ElementsAre("kg"));
  EXPECT_THAT(mentions(article, EntityKind::country, "Kyrgyzstan"),
              ElementsAre("Kyrgyz", "Kyrgyzstan"));
}

TEST(Countries, OfTheDatelineCount) {
  Article article = article_of("Net profit rose.");
  article.located = "LONDON";
  EXPECT_THAT(listed(recognised(article)), ElementsAre("gb by dateline"));
  article.located = "MOSCOW";
  article.located_in = "Utah";
  EXPECT_THAT(listed(recognised(article)), ElementsAre("us by dateline"));
  article.located = "NOWHERE";
  article.located_in.reset();
  EXPECT_THAT(listed(recognised(article)), IsEmpty());
}

TEST(Countries, OfADatelineInSovietTimesIsTheSovietUnion) {
  Article article = article_of("Soviet exports rose.");
  article.located = "MOSCOW";
  EXPECT_THAT(listed(recognised(article)), ElementsAre("su by demonym"));
}

TEST(Countries, GeorgiaIsTheOneThatTheArticleSpeaksOf) {
  EXPECT_THAT(countries("A fire broke out in Atlanta, Georgia."), IsEmpty());
  EXPECT_THAT(countries("Georgia voted. America watched."), ElementsAre("us"));
  EXPECT_THAT(countries("Russia sent troops to Georgia. America watched."),
              UnorderedElementsAre("ru", "ge", "us"));
  EXPECT_THAT(countries("Georgia voted."), ElementsAre("ge"));
}

TEST(Countries, InNamesOfPersonsAndFirmsAreNone) {
  EXPECT_THAT(countries("Anna Jordan sang. Jordan smiled."), IsEmpty());
  EXPECT_THAT(countries("He flew with Air France and owns France Telecom."), IsEmpty());
  EXPECT_THAT(countries("She won the US Open."), IsEmpty());
  EXPECT_THAT(countries("The Bank of England met."), IsEmpty());
}

TEST(Countries, GoodsAtTheStartOfASentenceAreNone) {
  EXPECT_THAT(countries("Turkey is dear. A turkey costs ten pounds."), IsEmpty());
  EXPECT_THAT(countries("Turkey is far. They saw no bird."), ElementsAre("tr"));
}

TEST(Countries, InLinesOfCapitals) {
  EXPECT_THAT(countries("RUSSIA TELLS US TO GO HOME NOW"), ElementsAre("ru"));
  EXPECT_THAT(countries("RUSSIA MAY SELL GAS TO U.S. FIRMS"), UnorderedElementsAre("ru", "us"));
}

}  // namespace
}  // namespace alatoo::test
