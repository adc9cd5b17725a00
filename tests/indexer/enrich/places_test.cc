// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<std::string> cities(const std::string& text) {
  return keys(recognised(text), EntityKind::city);
}
std::vector<std::string> countries(const std::string& text) {
  return keys(recognised(text), EntityKind::country);
}

TEST(Cities, RegionsValleysAndStreetsAreNone) {
  EXPECT_THAT(cities("He left the Osh region and the Naryn Valley for Moscow Street."), IsEmpty());
  EXPECT_THAT(cities("A porter at the Osh bazaar said so."), IsEmpty());
  EXPECT_THAT(cities("Roads in Batken and Naryn provinces are closed."), IsEmpty());
  EXPECT_THAT(cities("He left the Osh region but slept in Osh."), ElementsAre("osh@kg"));
  EXPECT_THAT(cities("The Osh city council met."), ElementsAre("osh@kg"));
}

TEST(Cities, InsideOrganisationsNewspapersAndPersonsAreNone) {
  EXPECT_THAT(cities("Students of Batken State University read the Astana Times and Jack London."),
              IsEmpty());
}

TEST(Cities, GovernmentsAreNone) {  // "Moscow said"
  EXPECT_THAT(cities("Moscow said it would help. Relations with Washington are good."), IsEmpty());
  EXPECT_THAT(cities("Washington eventually kept the base and Moscow was prepared to talk."),
              IsEmpty());
  EXPECT_THAT(cities("He was in Moscow for talks."), ElementsAre("moscow@ru"));
}

TEST(Cities, TeamsAreNone) {
  EXPECT_THAT(cities("Liverpool beat the guests. The Liverpool striker was hurt."), IsEmpty());
  EXPECT_THAT(cities("The port in Liverpool was shut."), ElementsAre("liverpol@gb"));
}

TEST(Cities, SmallTownsNeedSupport) {
  EXPECT_THAT(cities("A crowd gathered in Batken on Monday."), ElementsAre("batken@kg"));
  EXPECT_THAT(cities("A Batken crowd gathered."), IsEmpty());
  EXPECT_THAT(cities("A driver from Batken spoke."), IsEmpty());
  EXPECT_THAT(cities("A driver from Batken spoke of Kyrgyzstan."), ElementsAre("batken@kg"));
  EXPECT_THAT(cities("In Osh, Jalal-Abad and Batken all was calm in Kyrgyzstan."),
              UnorderedElementsAre("osh@kg", "jalalabad@kg", "batken@kg"));
}

TEST(Cities, WordsThatAreAlsoTownsNeedSupport) {
  EXPECT_THAT(cities("Reading is fun. Florida was warm."), IsEmpty());
  EXPECT_THAT(cities("The shop in Reading closed."), ElementsAre("reading@gb"));
}

TEST(Cities, UnknownVillagesCountWhenIntroduced) {
  const auto article = recognised("He went to the village of Kyzyl. Later Kyzyl was calm.");
  EXPECT_THAT(keys(article, EntityKind::city), ElementsAre("kizil"));
  EXPECT_THAT(mentions(article, EntityKind::city, "Kyzyl"), SizeIs(2));
  EXPECT_THAT(cities("Shots were heard near Toktogul, a town north of here."),
              ElementsAre("toktogul"));
}

TEST(Cities, NamesakesFollowTheCountriesOfTheArticle) {
  EXPECT_THAT(cities("Police in Kyrgyzstan closed roads in Jalalabad."),
              ElementsAre("jalalabad@kg"));
  EXPECT_THAT(cities("Police in Afghanistan closed roads in Jalalabad."),
              ElementsAre("jalalabad@af"));
  EXPECT_THAT(cities("Americans from the United States met in Moscow."), ElementsAre("moscow@ru"));
  EXPECT_THAT(cities("They met in Moscow, United States."), ElementsAre("moscow@us"));
}

TEST(Cities, AgreesUnderHyphensAndApostrophes) {
  const auto article = recognised("It began in Jalal'abad, Kyrgyzstan. In Jalal-Abad it ended.");
  EXPECT_THAT(names(article, EntityKind::city), ElementsAre("Jalal-Abad"));
  EXPECT_THAT(article.of(EntityKind::city)[0].mentions, SizeIs(2));
}

TEST(Cities, PossessiveStaysOutside) {
  const auto article = recognised("Bishkek’s streets in Bishkek are wide.");
  EXPECT_THAT(mentions(article, EntityKind::city, "Bishkek"), ElementsAre("Bishkek", "Bishkek"));
}

TEST(Cities, OtherSpellingsOnlyWhereNamesAreRomanised) {  // "Barry" is not Bari
  EXPECT_THAT(cities("He works in Barry."), IsEmpty());
}

TEST(Cities, ShortCapitalsAreNoNames) {  // an operating system
  EXPECT_THAT(cities("It runs in OS mode."), IsEmpty());
}

TEST(Countries, CountByName) {
  EXPECT_THAT(countries("The plane flew from Russia."), ElementsAre("ru"));
  EXPECT_THAT(countries("A US base."), ElementsAre("us"));
  EXPECT_THAT(countries("They told us so."), IsEmpty());
  EXPECT_THAT(countries("They toured South America."), IsEmpty());
}

TEST(Countries, AdjectivesAloneDoNotCount) {  // ethnic Uzbeks are no Uzbekistan
  EXPECT_THAT(countries("The Kyrgyz president met Russians."), IsEmpty());
  const auto article = recognised("The Kyrgyz president left Kyrgyzstan.");
  EXPECT_THAT(mentions(article, EntityKind::country, "Kyrgyzstan"),
              ElementsAre("Kyrgyz", "Kyrgyzstan"));
}

TEST(Countries, CityOfACountryIsNoCity) {  // "the second city of Kyrgyzstan"
  const auto article = recognised("Smoke hung over the second city of Kyrgyzstan.");
  EXPECT_THAT(keys(article, EntityKind::city), IsEmpty());
  EXPECT_THAT(keys(article, EntityKind::country), ElementsAre("kg"));
}

}  // namespace
}  // namespace alatoo::test
