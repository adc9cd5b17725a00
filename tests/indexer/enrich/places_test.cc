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

TEST(Cities, CapitalsStandForGovernmentsInMoreThanOneWay) {
  EXPECT_THAT(cities("A shift in Moscow's policy is due and it urged London to sign."), IsEmpty());
  EXPECT_THAT(cities("Moscow answered that it was late. A London-backed plan failed."), IsEmpty());
  EXPECT_THAT(cities("Мэр слышал о причастности Москвы."), IsEmpty());
  EXPECT_THAT(cities("A fire broke out near Moscow's river port."), ElementsAre("moscow@ru"));
  EXPECT_THAT(cities("The London-based firm closed."), ElementsAre("london@gb"));
}

TEST(Cities, InATitleOrASeatTheyAreNone) {
  EXPECT_THAT(
      cities("Lord Callaghan of Manchester met the MP for Slough and the Slough seat fell."),
      IsEmpty());
}

TEST(Cities, NamesakesFollowWhatIsNamedBesideThem) {
  EXPECT_THAT(cities("A boat sank off the northern city of Tripoli, a Lebanese sailor said."),
              ElementsAre("tripoli@lb"));
  EXPECT_THAT(cities("Ministers met in Split, Yugoslavia."), ElementsAre("split@hr"));
}

TEST(Cities, WhereSomebodyMovesOrDwells) {
  EXPECT_THAT(cities("They walked all night to Chibok."), ElementsAre("chibok@ng"));
}

TEST(Cities, OutrankSomebodyOfTheirName) {
  EXPECT_THAT(cities("The mayor of Nice closed the port. Claude Nice, a florist, was angry."),
              ElementsAre("nice@fr"));
}

TEST(Cities, NamesOfPartiesAreNone) {
  EXPECT_THAT(cities("The ruling Morena party won."), IsEmpty());
}

TEST(Cities, PartsOfOtherNamesAreNone) {
  EXPECT_THAT(cities("Manchester City paid. The London governor and London senator spoke."),
              IsEmpty());
  EXPECT_THAT(cities("The Osh City Council met in Osh."), ElementsAre("osh@kg"));
}

TEST(Cities, InAReportOnSportTheyAreClubs) {
  const std::string sport =
      " The striker scored twice in the match and the coach praised the squad, the goalkeeper and "
      "the fans after the final of the league season.";
  EXPECT_THAT(cities("Manchester have a new man. He left for Liverpool." + sport), IsEmpty());
  EXPECT_THAT(cities("They met in Manchester." + sport), UnorderedElementsAre("manchester@gb"));
  EXPECT_THAT(cities("A win over Liverpool and a move to Manchester from the club."), SizeIs(1));
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
  const auto article = recognised("He went to the village of Kyzyl. By noon Kyzyl was calm.");
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

TEST(Cities, NamesakesNeedTheirCountryOrItsRegion) {
  EXPECT_THAT(cities("Police in Birmingham made arrests."), ElementsAre("birmingham@gb"));
  EXPECT_THAT(cities("Police in Birmingham, Alabama, made arrests."), ElementsAre("birmingham@us"));
  EXPECT_THAT(cities("An American won in Birmingham."), ElementsAre("birmingham@gb"));
  EXPECT_THAT(cities("He spoke in Tripoli. The Lebanese army was calm, Lebanon said."),
              ElementsAre("tripoli@lb"));
  EXPECT_THAT(cities("He spoke in Tripoli. A Lebanese cook was there, Britain said."),
              ElementsAre("tripoli@ly"));
}

TEST(Cities, ListsAreNoRegions) {  // "Birmingham, Florida and Moscow"
  EXPECT_THAT(cities("Flights from London, Florida and Moscow were full."),
              UnorderedElementsAre("london@gb", "moscow@ru"));
}

TEST(Cities, OfThemselvesAStateAreCountries) {
  const auto article = recognised("He lives in Singapore.");
  EXPECT_THAT(keys(article, EntityKind::city), IsEmpty());
  EXPECT_THAT(keys(article, EntityKind::country), ElementsAre("sg"));
}

TEST(Cities, UnknownNamesOfMoreWordsCountWhenIntroduced) {
  EXPECT_THAT(names(recognised("Troops took the town of Faya Largeau. Later Faya Largeau fell."),
                    EntityKind::city),
              ElementsAre("Faya Largeau"));
  EXPECT_THAT(names(recognised("They fled the village of Kok-Jar on foot."), EntityKind::city),
              ElementsAre("Kok-Jar"));
  EXPECT_THAT(names(recognised("It was shown in Park City, Utah, last week."), EntityKind::city),
              ElementsAre("Park City"));
  EXPECT_THAT(cities("He ran to the Olympic village with the capital's Great Choir."), IsEmpty());
}

TEST(Cities, StandInLinesOfCapitalsToo) {
  EXPECT_THAT(cities("CROWDS GATHERED IN OSH, WHERE SHOTS WERE HEARD"), ElementsAre("osh@kg"));
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

TEST(Countries, CityOfACountryIsNoCity) {  // "the second city of Kyrgyzstan"
  const auto article = recognised("Smoke hung over the second city of Kyrgyzstan.");
  EXPECT_THAT(keys(article, EntityKind::city), IsEmpty());
  EXPECT_THAT(keys(article, EntityKind::country), ElementsAre("kg"));
}

}  // namespace
}  // namespace alatoo::test
