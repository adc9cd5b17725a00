// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/persons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<std::string> persons(const std::string& text) {
  return names(recognised(text), EntityKind::person);
}

TEST(Persons, StripsTitles) {  // "Assistant Secretary of State Robert Blake"
  EXPECT_THAT(persons("They sent Assistant Secretary of State Robert Blake to the talks."),
              ElementsAre("Robert Blake"));
  EXPECT_THAT(persons("On Monday Russian Prime Minister Vladimir Putin left."),
              ElementsAre("Vladimir Putin"));
  EXPECT_THAT(persons("The meeting was led by Sen. Sariya Orunbekova."),
              ElementsAre("Sariya Orunbekova"));
}

TEST(Persons, TakesEvidenceBesideUnknownNames) {
  EXPECT_THAT(persons("Zamir Toktosh, the head of the market, was calm."),
              ElementsAre("Zamir Toktosh"));
  EXPECT_THAT(persons("The prize went to economist Zamir Toktosh."), ElementsAre("Zamir Toktosh"));
  EXPECT_THAT(persons("Zamir Toktosh, 45, sells apples."), ElementsAre("Zamir Toktosh"));
  EXPECT_THAT(persons("We met Temir Sadyrbekov at the gate."), ElementsAre("Temir Sadyrbekov"));
}

TEST(Persons, JoinsBareSurnamesToTheFullName) {
  const auto article =
      recognised("Robert Blake came late. Mr Blake apologised. “It rained,” Blake’s driver said.");
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("Robert Blake"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Robert Blake"),
              ElementsAre("Robert Blake", "Blake", "Blake"));
}

TEST(Persons, LeavesBareUnknownSurnamesOut) {
  EXPECT_THAT(persons("The shop belongs to Smith and it is shut."), IsEmpty());
  EXPECT_THAT(persons("Mr Smith was not there."), IsEmpty());
}

TEST(Persons, KnowsABareSurnameOfTheAuthority) {
  EXPECT_THAT(persons("Supporters of Bakiyev gathered in the square."),
              ElementsAre("Kurmanbek Bakiyev"));
}

TEST(Persons, GivesASharedSurnameToTheOneNamedHere) {  // not every Bush is the president
  EXPECT_THAT(persons("Maria Bush sings. Bush was born on a farm."), ElementsAre("Maria Bush"));
}

TEST(Persons, KeepsKinApart) {
  const auto article = recognised(
      "Kurmanbek Bakiyev left. One of Bakiyev's brothers, Kanybek, told us so. Later Bakiyev "
      "called.");
  EXPECT_THAT(names(article, EntityKind::person),
              ElementsAre("Kurmanbek Bakiyev", "Kanybek Bakiyev"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Kanybek Bakiyev"), ElementsAre("Kanybek"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Kurmanbek Bakiyev"), SizeIs(3));
}

TEST(Persons, KinOfAPronounAreThoseTheAuthorityKnows) {
  EXPECT_THAT(persons("Kurmanbek Bakiyev left. His brother Kanybek stayed."),
              ElementsAre("Kurmanbek Bakiyev", "Kanybek Bakiyev"));
  EXPECT_THAT(persons("Kurmanbek Bakiyev left. Kanybek, one of his brothers, stayed."),
              ElementsAre("Kurmanbek Bakiyev", "Kanybek Bakiyev"));
  EXPECT_THAT(persons("Robert Blake left. His brother Zamirbek stayed."),
              ElementsAre("Robert Blake"));
}

TEST(Persons, KinTakeTheFamilyName) {
  EXPECT_THAT(persons("Anna Petrova spoke. Sooron Asanov's daughter, Jyldyz, did not."),
              UnorderedElementsAre("Anna Petrova", "Sooron Asanov", "Jyldyz Asanova"));
}

TEST(Persons, HonorificsTellGenders) {  // "Mrs Clinton" is not Bill
  const auto article = recognised(
      "Bill Clinton met Hillary Clinton at noon. Mr Clinton smiled. Mrs Clinton did not.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Bill Clinton"), SizeIs(2));
  EXPECT_THAT(mentions(article, EntityKind::person, "Hillary Clinton"), SizeIs(2));
}

TEST(Persons, AuthorityNameIsCanonical) {
  const auto article = recognised("Kurmanbek Bakiev spoke.");
  ASSERT_THAT(article.of(EntityKind::person), SizeIs(1));
  EXPECT_EQ(article.of(EntityKind::person)[0].name, "Kurmanbek Bakiyev");
  EXPECT_EQ(article.of(EntityKind::person)[0].id, "kurmanbek-bakiyev");
  EXPECT_EQ(article.of(EntityKind::person)[0].key, "kurmanbek bakiev");
}

TEST(Persons, IdOfTheUnknownComesFromTheKey) {
  EXPECT_EQ(recognised("We met Robert Nazarov.").of(EntityKind::person).at(0).id, "robert-nazarov");
}

TEST(Persons, KeepsAKingsTitle) {
  EXPECT_THAT(persons("Then King Fahd left. King Fahd is ill."), ElementsAre("King Fahd"));
}

TEST(Persons, ReadsParticlesInitialsAndHyphens) {
  EXPECT_THAT(persons("The director is Maria van der Berg. Peter J. F. Lomax owns it."),
              ElementsAre("Maria van der Berg", "Peter J. F. Lomax"));
  EXPECT_THAT(persons("John Hill-Warner spoke. Hill-Warner left."),
              ElementsAre("John Hill-Warner"));
}

TEST(Persons, TakesNoMonthsDemonymsPlacesOrBodies) {
  EXPECT_THAT(persons("In April Kyrgyz traders met. On Tuesday Bishkek was calm. The Supreme Court "
                      "of Russia said nothing, said the European Union."),
              IsEmpty());
}

TEST(Persons, CutsWhatOnlyTheSentenceStartCapitalises) {
  EXPECT_THAT(persons("Yesterday Robert Blake arrived. Will Smith was there. Will it rain?"),
              UnorderedElementsAre("Robert Blake", "Will Smith"));
}

TEST(Persons, LandInFrontOfAName) {  // as Russian has it: "глава правительства России Анна Ли"
  EXPECT_THAT(persons("The guest was Russia Robert Blake, who left."), ElementsAre("Robert Blake"));
}

TEST(Persons, ReportersAreNoPersons) {  // "Al Jazeera's X, reporting from"
  EXPECT_THAT(persons("Al Jazeera's Conor Wood, reporting from Bishkek, said it was quiet."),
              IsEmpty());
  auto article = article_of("It was quiet, Conor Wood writes.");
  article.contributors = {"Conor Wood"};
  EXPECT_THAT(recognised(article).of(EntityKind::person), IsEmpty());
}

TEST(Persons, LinesOfCapitalsNeedSupport) {
  EXPECT_THAT(persons("ROBERT STONE SAYS NO\n\nNothing happened."), IsEmpty());
  const auto article = recognised("STONE SAYS NO TO BAKIYEV\n\nRobert Stone said no.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Robert Stone"),
              ElementsAre("STONE", "Robert Stone"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Kurmanbek Bakiyev"), ElementsAre("BAKIYEV"));
}

TEST(Persons, KeysOfTheLatinWorldMustBeSpeltAlike) {  // Moody's is not Mr Modi
  EXPECT_THAT(persons("Shares fell, Moody said."), IsEmpty());
}

TEST(Persons, OnlyStoryZonesCount) {
  Article article = article_of("We met Robert Blake. By Anna Petrova. Read about Maria Stone.");
  article.zones = {
      {ZoneKind::body, {0, 20}}, {ZoneKind::byline, {21, 36}}, {ZoneKind::furniture, {37, 60}}};
  EXPECT_THAT(names(recognised(article), EntityKind::person), ElementsAre("Robert Blake"));
}

TEST(Persons, NamesMayBreakOverWrappedLines) {
  const auto article = recognised(
      "The talks were led by the envoy Robert\nBlake, who came by train and left by\nbus at "
      "night.");
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("Robert Blake"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Robert Blake"), ElementsAre("Robert\nBlake"));
}

}  // namespace
}  // namespace alatoo::test
