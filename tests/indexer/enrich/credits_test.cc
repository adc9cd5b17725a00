// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kStory =
    "Ferry crews on Lake Tolmar went back to work on Sunday after the harbour board gave in to "
    "nearly all that they had asked for.\n\n"
    "The board said it would pay the crews for the days of the strike, a Reuters reporter said. "
    "\"We have won,\" the leader of the crews told AFP.";

Article enriched(const std::string& text) {
  Article article;
  article.text = text;
  clean_utf8(article.text);
  mark_zones(article);
  find_dateline(article, *shipped_authority());
  find_credits(article, *shipped_authority());
  return article;
}

TEST(Credits, ReportersAndOutletsInRunningTextAreNone) {
  const Article article = enriched(kStory);
  EXPECT_EQ(article.source, std::nullopt);
  EXPECT_EQ(article.agency, std::nullopt);
  EXPECT_THAT(article.contributors, IsEmpty());
}

TEST(Credits, RolesInTextOrder) {
  const Article article = enriched(
      kStory +
      "\nAdditional reporting by Maria Lund in Osh and Conor O'Shea in New Delhi, writing by "
      "Guy Forestier-Dahl and Robin Ek, editing by Ann J. Lee\nReuters");
  EXPECT_THAT(article.contributors, ElementsAre("Maria Lund", "Conor O'Shea", "Guy Forestier-Dahl",
                                                "Robin Ek", "Ann J. Lee"));
  EXPECT_EQ(article.source, "Reuters");
  EXPECT_EQ(article.agency, "Reuters");
}

TEST(Credits, Byline) {
  const Article article =
      enriched("Ferry crews end their strike\nBy AIDA TOKTOROVA and Bo Ek, AFP\n\n" + kStory);
  EXPECT_EQ(article.byline, "Aida Toktorova and Bo Ek");
  EXPECT_THAT(article.contributors, ElementsAre("Aida Toktorova", "Bo Ek"));
  EXPECT_EQ(article.agency, "Agence France-Presse");
}

TEST(Credits, SignatureWithoutBy) {  // a given name opens it
  const Article article = enriched("Ferry crews end their strike\nMaria Keane in Osh\n\n" + kStory);
  EXPECT_EQ(article.byline, "Maria Keane");
  EXPECT_THAT(article.contributors, ElementsAre("Maria Keane"));
}

TEST(Credits, OutletAndAgencies) {
  EXPECT_EQ(enriched(kStory + "\n\nAl Jazeera and agencies").source, "Al Jazeera");
  EXPECT_EQ(enriched(kStory + "\n\nSilk Road Dispatch and agencies").source, "Silk Road Dispatch");
  EXPECT_EQ(enriched(kStory + "\n\nAgencies").source, std::nullopt);
}

TEST(Credits, WireCopyEndsInItsName) {
  EXPECT_EQ(enriched(kStory + "\n Reuter").source, "Reuters");
  EXPECT_EQ(enriched(kStory + "\nREUTER...").agency, "Reuters");
  const Article article = enriched("(Ferghana Wire) - " + kStory + "\nFerghana Wire Service");
  EXPECT_EQ(article.agency, "Ferghana Wire");
  EXPECT_EQ(article.source, "Ferghana Wire Service");
}

TEST(Credits, Licence) {
  EXPECT_EQ(enriched(kStory + "\n\n(c) The Tian Shan Courier").source, "The Tian Shan Courier");
  const Article article = enriched(kStory + " (© Daily Telegraph, London)");
  EXPECT_EQ(article.source, "Daily Telegraph");
  EXPECT_EQ(article.agency, std::nullopt);
  // Where another publishes, the holder wrote it.
  const Article printed =
      enriched(kStory + " (© Daily Telegraph, London)\n\nSource: Silk Road Dispatch");
  EXPECT_EQ(printed.source, "Silk Road Dispatch");
  EXPECT_EQ(printed.agency, "Daily Telegraph");
}

TEST(Credits, MastheadOfADatedLine) {
  EXPECT_EQ(
      enriched("The Tian Shan Courier, July 2010\n\nOne surname, many offices\n\n" + kStory).source,
      "The Tian Shan Courier");
}

TEST(Credits, PhotographersAgencyIsNotTheArticles) {
  const Article article =
      enriched("Ferry crews end their strike\nA ferry on the lake on Sunday [AFP]\n\n" + kStory);
  EXPECT_EQ(article.agency, std::nullopt);
  EXPECT_EQ(article.source, std::nullopt);
}

TEST(Credits, ReporterOnTheSpot) {
  const Article article =
      enriched(kStory +
               "\n\nThe Lake Courier's Robin Forestier-Dahl, reporting from Tolmar, said that the "
               "quay was full of people.");
  EXPECT_THAT(article.contributors, ElementsAre("Robin Forestier-Dahl"));
  EXPECT_EQ(article.source, std::nullopt);
}

TEST(Credits, SuppliedSourceIsKept) {
  Article article;
  article.text = kStory + "\n\nAl Jazeera and agencies";
  article.source = "The Lake Courier";
  mark_zones(article);
  find_credits(article, *shipped_authority());
  EXPECT_EQ(article.source, "The Lake Courier");
}

TEST(ListedNames, PlacesAndOutletsAreNoPersons) {
  EXPECT_THAT(person_names("Ann Lee in New Delhi and Bo van der Ek in Oslo"),
              ElementsAre("Ann Lee", "Bo van der Ek"));
  EXPECT_THAT(person_names("CNN's Ann Lee, Associated Press"), ElementsAre("Ann Lee"));
  EXPECT_THAT(person_names("Tursunbai Bakir uulu"), ElementsAre("Tursunbai Bakir uulu"));
  EXPECT_THAT(person_names("Sat Apr 10, staff reporters"), IsEmpty());
}

TEST(TitleCase, OnlyOfWordsInCapitals) {
  EXPECT_EQ(title_case("JALAL-ABAD"), "Jalal-Abad");
  EXPECT_EQ(title_case("O'BRIEN McKay"), "O'Brien McKay");
  EXPECT_EQ(title_case("ВАРНХОЛЬМ"), "Варнхольм");
}

}  // namespace
}  // namespace alatoo
