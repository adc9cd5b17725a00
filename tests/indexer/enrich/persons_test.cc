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
  EXPECT_THAT(persons("Mr Smith was not there."), ElementsAre("Smith"));
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

TEST(Persons, KinOfAPronounTakeTheFamilyName) {
  EXPECT_THAT(persons("Kurmanbek Bakiyev left. His brother Kanybek stayed."),
              ElementsAre("Kurmanbek Bakiyev", "Kanybek Bakiyev"));
  EXPECT_THAT(persons("Kurmanbek Bakiyev left. Kanybek, one of his brothers, stayed."),
              ElementsAre("Kurmanbek Bakiyev", "Kanybek Bakiyev"));
  EXPECT_THAT(persons("Robert Blake left. His brother Zamirbek stayed."),
              ElementsAre("Robert Blake", "Zamirbek Blake"));
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

TEST(Persons, FirstNamesGoOnBehindAHyphen) {
  EXPECT_THAT(persons("The leader Kim Jong-un left. Then Yoon Suk-yeol met Lee Jae-yong."),
              ElementsAre("Kim Jong-un", "Yoon Suk-yeol", "Lee Jae-yong"));
  EXPECT_THAT(persons("President Moon Jae-in spoke. Heung-min Son scored, and Son Heung-min left."),
              ElementsAre("Moon Jae-in", "Heung-min Son"));
  EXPECT_THAT(persons("The baker Robert-luc Petit spoke."), ElementsAre("Robert-luc Petit"));
  EXPECT_THAT(persons("Then Robert Blake-era rules of the Park Hotel-based team fell."),
              ElementsAre("Robert Blake"));
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

// What follows has its mentions marked, as any tagger may deliver them.

std::vector<std::string> marked(const std::string& text) {
  return names(resolved(text), EntityKind::person);
}

TEST(MarkedPersons, TitlesAreCutOff) {
  EXPECT_THAT(marked("Then {President Roza Otunbayeva} spoke."), ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(marked("Then {Foreign Secretary Jack Straw} spoke."), ElementsAre("Jack Straw"));
  EXPECT_THAT(marked("Then {Lt. Gen. John Smith Jr.} spoke."), ElementsAre("John Smith Jr"));
  EXPECT_THAT(marked("Then {German Chancellor Gerhard Ott} spoke."), ElementsAre("Gerhard Ott"));
  EXPECT_THAT(marked("Then {Secretary-General Kofi Annan} spoke."), ElementsAre("Kofi Annan"));
  EXPECT_THAT(marked("{Jack Straw MP} spoke."), ElementsAre("Jack Straw"));
  const auto article = resolved("Then {President Roza Otunbayeva} spoke of {Mr Blair's} visit.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Roza Otunbayeva"),
              ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Tony Blair"), ElementsAre("Blair"));
}

TEST(MarkedPersons, TitlesAloneAreNobody) {
  EXPECT_THAT(marked("The {Prime Minister} and {Mr} {President} spoke."), IsEmpty());
  EXPECT_THAT(marked("The {Kyrgyz} spoke to {the}."), IsEmpty());
}

TEST(MarkedPersons, ASurnameMayBeATitle) {
  const auto article =
      resolved("{John Major} came. Later {Major} and {Prime Minister Major} left.");
  EXPECT_THAT(mentions(article, EntityKind::person, "John Major"),
              ElementsAre("John Major", "Major", "Major"));
  EXPECT_THAT(marked("{Martin Luther King Jr} spoke."), ElementsAre("Martin Luther King Jr"));
  EXPECT_THAT(marked("{Earl Woods} spoke."), ElementsAre("Earl Woods"));
}

TEST(MarkedPersons, PossessivesCutMentions) {
  EXPECT_THAT(marked("{Robert Blake's John Stone} spoke."),
              ElementsAre("Robert Blake", "John Stone"));
}

TEST(MarkedPersons, MissedFirstNamesAreTakenIn) {
  EXPECT_THAT(marked("Then Robert {Blake} spoke."), ElementsAre("Robert Blake"));
  EXPECT_THAT(marked("Then Colonel Gassim {Ali Nawar} spoke."), ElementsAre("Gassim Ali Nawar"));
  EXPECT_THAT(marked("Then {Robert} D. Blake spoke."), ElementsAre("Robert D. Blake"));
  EXPECT_THAT(marked("Then {Robert} {D. Blake} spoke."), ElementsAre("Robert D. Blake"));
  EXPECT_THAT(marked("Then {Tursunbai Bakir} uulu spoke."), ElementsAre("Tursunbai Bakir uulu"));
  EXPECT_THAT(marked("Then (the envoy {Robert}) {Blake} spoke."), ElementsAre("Robert Blake"));
  EXPECT_THAT(marked("Then {Wang Chien}-shien spoke."), ElementsAre("Wang Chien-shien"));
  EXPECT_THAT(marked("The {Robert Blake}-led team."), ElementsAre("Robert Blake"));
}

TEST(MarkedPersons, NoblesKeepTheirTitle) {
  EXPECT_THAT(marked("Then {Lord Haskins} spoke. {Haskins} left."), ElementsAre("Lord Haskins"));
  EXPECT_THAT(marked("Then Lord {Haskins} spoke."), ElementsAre("Lord Haskins"));
  EXPECT_THAT(marked("Then King {Fahd} spoke."), ElementsAre("King Fahd"));
  EXPECT_THAT(marked("Then {King Abdullah} met {Abdullah Gul}."),
              ElementsAre("King Abdullah", "Abdullah Gul"));
  EXPECT_THAT(marked("{Pope John Paul II} spoke to {Lord John Stone}."),
              ElementsAre("Pope John Paul II", "John Stone"));
}

TEST(MarkedPersons, InitialsAndMiddleNames) {
  EXPECT_THAT(marked("{John Smith} and {J. Smith}."), ElementsAre("John Smith"));
  EXPECT_THAT(marked("This {R.I. Otunbayeva} is called {Roza Otunbayeva}."),
              ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(marked("{George Bush} is {George W. Bush}."), ElementsAre("George W. Bush"));
  EXPECT_THAT(marked("{Peter J. Lomax} and {Peter Lomax}."), ElementsAre("Peter J. Lomax"));
  EXPECT_THAT(marked("{Peter Stone} and {John Stone}."), ElementsAre("Peter Stone", "John Stone"));
}

TEST(MarkedPersons, Nicknames) {
  EXPECT_THAT(marked("{William \"Bill\" Stone} spoke. {Bill Stone} left."),
              ElementsAre("William Stone"));
  EXPECT_THAT(marked("{William} “{Buck}” {Stone} spoke. {Buck Stone} left."),
              ElementsAre("William Stone"));
  EXPECT_THAT(marked("{William} (Buck) {Stone} spoke. {Buck Stone} left."),
              ElementsAre("William Stone"));
  EXPECT_THAT(marked("{Bob Hale} is {Robert Hale}."), ElementsAre("Bob Hale"));
  EXPECT_THAT(marked("{Anna Petrova} (Bishkek) {Maria Stone}, {John Hale} (Osh), {Peter Hill}."),
              ElementsAre("Anna Petrova", "Maria Stone", "John Hale", "Peter Hill"));
}

TEST(MarkedPersons, PatronymicsAndSurnamesInFront) {
  const auto article = resolved(
      "{Roza Isakovna Otunbayeva}, {Otunbayeva Roza}, {Otunbaeva Roza Isakovna}, {Roza "
      "Otunbaeva}.");
  EXPECT_THAT(article.of(EntityKind::person), SizeIs(1));
  EXPECT_EQ(article.of(EntityKind::person)[0].name, "Roza Isakovna Otunbayeva");
  EXPECT_THAT(marked("{Otunbayeva Roza} spoke."), ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(marked("{Putin} spoke. {Vladimir Vladimirovich Putin} left."),
              ElementsAre("Vladimir Putin"));
  EXPECT_THAT(marked("{Vladimir Putin} spoke. {Vladimir Vladimirovich} left."),
              ElementsAre("Vladimir Putin"));
  EXPECT_THAT(marked("{Vladimir Putin} met {Vladimir Abramovich}, and {Abramovich} left."),
              ElementsAre("Vladimir Putin", "Vladimir Abramovich"));
}

TEST(MarkedPersons, EastAsianNames) {
  const auto article =
      resolved("{Mao Zedong}, {Kim Jong-il}, {Roh Moo-hyun}: {Mao}, {Mr Kim}, {Roh}.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Mao Zedong"), SizeIs(2));
  EXPECT_THAT(mentions(article, EntityKind::person, "Kim Jong-il"), SizeIs(2));
  EXPECT_THAT(mentions(article, EntityKind::person, "Roh Moo-hyun"), SizeIs(2));
  EXPECT_THAT(marked("{Kim Dae-jung} and {Kim Daejung}."), ElementsAre("Kim Dae-jung"));
}

TEST(MarkedPersons, GendersOfSlavicNames) {
  const auto article =
      resolved("{Askar Akayev} and {Bermet Akayeva}. {Akayeva}, {Mrs Akayev}, {Mr Akayev}.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Bermet Akayeva"), SizeIs(3));
  EXPECT_THAT(mentions(article, EntityKind::person, "Askar Akayev"), SizeIs(2));
  EXPECT_THAT(marked("{Roza Otunbayeva} spoke. {Otunbayev} left."), ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(mentions(resolved("{Roza Otunbayeva} spoke. {Otunbayev} left."), EntityKind::person,
                       "Roza Otunbayeva"),
              SizeIs(1));
}

TEST(MarkedPersons, CompoundSurnames) {
  const auto article = resolved(
      "{Felipe Calderon Hinojosa}, {Felipe Calderon}, {Calderon}; {Gabriel Garcia Marquez}, "
      "{Garcia Marquez}; {Osama bin Laden}, {bin Laden}; {Abdel Fattah al-Sisi}, {Sisi}, "
      "{al-Sisi}; {Edwin van der Sar}, {Van der Sar}.");
  EXPECT_THAT(names(article, EntityKind::person),
              ElementsAre("Felipe Calderon Hinojosa", "Gabriel Garcia Marquez", "Osama bin Laden",
                          "Abdel Fattah al-Sisi", "Edwin van der Sar"));
}

TEST(MarkedPersons, SuffixesTellApart) {
  EXPECT_THAT(marked("{John Stone Jr} and {John Stone}."), ElementsAre("John Stone Jr"));
  EXPECT_THAT(marked("{John Stone Jr} and {John Stone Sr}."),
              ElementsAre("John Stone Jr", "John Stone Sr"));
}

TEST(MarkedPersons, ASharedSurnameGoesToTheLatest) {
  const auto article = resolved(
      "{Anna Stone} spoke. {Stone} left. {Peter Stone} came. {Stone} sat. {Anna Stone} rose. "
      "{Stone} left.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Anna Stone"), SizeIs(4));
  EXPECT_THAT(mentions(article, EntityKind::person, "Peter Stone"), SizeIs(2));
}

TEST(MarkedPersons, RolesTellWhoIsMeant) {
  const auto article = resolved(
      "President {Kurmanbek Bakiyev} came with {Maxim Bakiyev}. The president, Mr {Bakiyev}, "
      "spoke. President {Bakiyev} left. {Bakiyev} stayed.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Kurmanbek Bakiyev"), SizeIs(4));
  EXPECT_THAT(mentions(article, EntityKind::person, "Maxim Bakiyev"), SizeIs(1));
  EXPECT_THAT(marked("Governor {Jeb Bush} met President {Bush}."),
              ElementsAre("Jeb Bush", "George W. Bush"));
  EXPECT_THAT(marked("Then President {Carter} spoke. And {Carter} left."),
              ElementsAre("Jimmy Carter"));
}

TEST(MarkedPersons, KinInTheBackgroundTakeNoSurname) {
  const auto article =
      resolved("{Kurmanbek Bakiyev} came with his son {Maxim Bakiyev}. {Bakiyev} spoke.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Kurmanbek Bakiyev"), SizeIs(2));
}

TEST(MarkedPersons, KinNamedForOnesSakeTakeNoSurname) {
  auto article = resolved(
      "{Robert Stone} lost. His father {Peter} watched. {Peter Stone} told a paper so. Those who "
      "met {Stone} slept.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Robert Stone"), SizeIs(2));
  article = resolved("{Anna Stone}, a granddaughter of {Peter Stone}, spoke. {Stone} left.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Anna Stone"), SizeIs(2));
  article = resolved("{Anna Stone}, the child of a baker, {Peter Stone}, spoke. {Stone} left.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Anna Stone"), SizeIs(2));
}

TEST(MarkedPersons, ASurnameStaysWithOneWhomAllKnow) {
  const auto article = resolved(
      "{Vladimir Putin} was calm. {Putin} slept. {Maria Putin} was there. One who served {Putin} "
      "spoke.\n\nThe mayor, {Anna Putin}, came. {Putin} said so.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Vladimir Putin"), SizeIs(3));
  EXPECT_THAT(mentions(article, EntityKind::person, "Maria Putin"), SizeIs(1));
  EXPECT_THAT(mentions(article, EntityKind::person, "Anna Putin"), SizeIs(2));
}

TEST(MarkedPersons, OneCalledByAnotherNameLeavesTheSurname) {
  const auto article = resolved(
      "{Imran Stone} was moved. {Omar Toktosh Stone} came. {Mr Toktosh} spoke. {Mr Stone} left.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Imran Stone"), SizeIs(2));
  EXPECT_THAT(mentions(article, EntityKind::person, "Omar Toktosh Stone"), SizeIs(2));
}

TEST(MarkedPersons, InitialsWithoutDots) {
  const auto article = resolved("Then M K {Putin} accused them. {Putin} left.");
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("M K Putin"));
  EXPECT_THAT(mentions(article, EntityKind::person, "M K Putin"),
              ElementsAre("M K Putin", "Putin"));
  EXPECT_THAT(marked("It is so. A {Putin} speech."), ElementsAre("Vladimir Putin"));
}

TEST(MarkedPersons, SonsAreNotTheirFathers) {
  EXPECT_THAT(marked("{Vladimir Putin} met {Vladimir Putin Jr} there."),
              ElementsAre("Vladimir Putin", "Vladimir Putin Jr"));
  EXPECT_THAT(marked("{Vladimir Putin Jr} met {Vladimir Putin} there."),
              ElementsAre("Vladimir Putin Jr", "Vladimir Putin"));
}

TEST(MarkedPersons, SonsOfSonsAreOne) {
  const auto article = resolved(
      "Then {Sheikh Abdullah} bin {Zamir Al Toktosh} met Robert bin {Peter Stone}. Prince "
      "{Temir bin Hale} spoke. {Prince Temir} left.");
  EXPECT_THAT(
      names(article, EntityKind::person),
      ElementsAre("Abdullah bin Zamir Al Toktosh", "Robert bin Peter Stone", "Temir bin Hale"));
}

TEST(MarkedPersons, WhoseKinInALaterSentence) {
  EXPECT_THAT(marked("{Robert Blake} died. His lawyer, {Peter Stone}, said so. He leaves his wife, "
                     "{Maria}."),
              ElementsAre("Robert Blake", "Peter Stone", "Maria Blake"));
}

TEST(MarkedPersons, KinByRelation) {
  EXPECT_THAT(marked("{Robert Blake's} wife, {Maria}, left."),
              ElementsAre("Robert Blake", "Maria Blake"));
  EXPECT_THAT(marked("{Robert Blake} came. The brother, {Zamir}, left."),
              ElementsAre("Robert Blake"));
  EXPECT_THAT(marked("{Zamir}, a brother of {Robert Blake}, left."),
              UnorderedElementsAre("Robert Blake", "Zamir Blake"));
  EXPECT_THAT(marked("President {Robert Blake} came. The president's son, {Zamir}, left."),
              ElementsAre("Robert Blake", "Zamir Blake"));
  EXPECT_THAT(marked("{Robert Blake} met {Anna Stone} and her son {Zamir}."),
              ElementsAre("Robert Blake", "Anna Stone", "Zamir Stone"));
  EXPECT_THAT(marked("{Sooron Asanov} and his wife {Jyldyz}."),
              ElementsAre("Sooron Asanov", "Jyldyz Asanova"));
  EXPECT_THAT(marked("{Robert Blake} and his brother-in-law {Zamir}."),
              ElementsAre("Robert Blake"));
  EXPECT_THAT(marked("{Robert Blake} and his son {Zamir}. {Zamir Hale} sat."),
              ElementsAre("Robert Blake", "Zamir Hale"));
}

TEST(MarkedPersons, KinInLists) {
  EXPECT_THAT(marked("{Robert Blake} and his sons, {Zamir} and {Temir}, left."),
              ElementsAre("Robert Blake", "Zamir Blake", "Temir Blake"));
  EXPECT_THAT(marked("{Robert Blake} with his wife {Maria}, daughter {Anna} and stepson {Peter}."),
              ElementsAre("Robert Blake", "Maria Blake", "Anna Blake"));
}

TEST(MarkedPersons, SurnamesInOtherNames) {
  EXPECT_THAT(marked("He buys {Blair} Distillers. He met {Putin} Smirnov."), IsEmpty());
  EXPECT_THAT(marked("The {Blair} administration spoke."), ElementsAre("Tony Blair"));
  EXPECT_THAT(marked("Lead manager {Goldman} and the trader {Dreyfus} bought {Rhone-Poulenc}."),
              IsEmpty());
}

TEST(MarkedPersons, DeclinedRussianNames) {
  const auto article = resolved(
      "Письмо {Анны Петровой} и {Роберта Стоунова}. {Петрова} молчала, {Стоунову} помогли.");
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("Анна Петрова", "Роберт Стоунов"));
  EXPECT_THAT(mentions(article, EntityKind::person, "Роберт Стоунов"), SizeIs(2));
}

TEST(MarkedPersons, FirstNamesOfThoseNamedInFull) {
  const auto article =
      resolved("{Zamir Toktosh} came. {Zamir} left. {Mr Thomas} met {Thomas Hale}.");
  EXPECT_THAT(mentions(article, EntityKind::person, "Zamir Toktosh"), SizeIs(2));
  EXPECT_THAT(mentions(article, EntityKind::person, "Thomas Hale"), SizeIs(1));
  EXPECT_THAT(marked("{Sir Robert Hale} came. {Sir Robert} left."), ElementsAre("Robert Hale"));
}

TEST(MarkedPersons, TheArticleOverrulesTheAuthority) {
  EXPECT_THAT(marked("{John Blair} runs the shop. {Blair} sells apples."),
              ElementsAre("John Blair"));
  EXPECT_THAT(marked("{Mrs Blair} runs the shop."), ElementsAre("Blair"));
  EXPECT_THAT(marked("{Blair} runs the land."), ElementsAre("Tony Blair"));
}

TEST(MarkedPersons, HeadlinesMeanThoseOfTheBody) {
  EXPECT_THAT(marked("{STONE} DEFENDS WAR\n\n{Robert Stone} defended it."),
              ElementsAre("Robert Stone"));
}

TEST(MarkedPersons, SupportForUnknownSurnames) {
  EXPECT_THAT(marked("{Toktosh} has a shop."), IsEmpty());
  EXPECT_THAT(marked("The striker {Toktosh} has a shop. {Toktosh} left."), ElementsAre("Toktosh"));
  EXPECT_THAT(marked("{Mr Toktosh} has a shop."), ElementsAre("Toktosh"));
}

TEST(MarkedPersons, SlipsOfThePen) {
  EXPECT_THAT(marked("{Pranab Mukherjee} spoke. {Mr Mukerjee} left."),
              ElementsAre("Pranab Mukherjee"));
}

TEST(MarkedPersons, MakersOfTheReportAreNobody) {
  EXPECT_THAT(marked("It rained, says {Conor Wood}, reporting from Osh. {Wood} left."), IsEmpty());
  EXPECT_THAT(marked("It rained. (Reporting by {Conor Wood} and {Anna Petrova}; Editing by "
                     "{Peter Hale})"),
              IsEmpty());
  EXPECT_THAT(marked("By {Conor Wood}\nIt rained. Written by {Anna Petrova}."), IsEmpty());
  EXPECT_THAT(marked("Photo: {Conor Wood}"), IsEmpty());
  EXPECT_THAT(marked("Al Jazeera's {Conor Wood} says it rained."), IsEmpty());
  EXPECT_THAT(marked("Reuters correspondent {Conor Wood} says it rained."), IsEmpty());
  EXPECT_THAT(marked("Reuters photographer {Conor Wood} was wounded."), ElementsAre("Conor Wood"));
  EXPECT_THAT(names(resolved("{C. Wood} writes. {Wood} left.", {"Conor Wood"}), EntityKind::person),
              IsEmpty());
}

}  // namespace
}  // namespace alatoo::test
