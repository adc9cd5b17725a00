// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/organisations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "common/text.h"
#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> organisations(const std::string& text) {
  return names(recognised(text), EntityKind::organisation);
}

TEST(Organisations, KnowsTheAuthoritysNamesAndAcronyms) {
  const auto article = recognised("The United Nations met. Later the UN voted, the U.N. said.");
  EXPECT_THAT(names(article, EntityKind::organisation), ElementsAre("United Nations"));
  EXPECT_THAT(article.of(EntityKind::organisation)[0].mentions, SizeIs(3));
  EXPECT_EQ(article.of(EntityKind::organisation)[0].id, "un");
}

TEST(Organisations, FindsUnknownOnesByShape) {
  EXPECT_THAT(organisations("He studied at Osh State University."),
              ElementsAre("Osh State University"));
  EXPECT_THAT(organisations("The Ministry of Trade and Industry agreed with the Bank of Frunze."),
              ElementsAre("Ministry of Trade and Industry", "Bank of Frunze"));
  EXPECT_THAT(organisations("The Ata-Meken party won."), ElementsAre("Ata-Meken"));
}

TEST(Organisations, LeavesCompanySuffixesOut) {
  const auto article = recognised("Tarlan Motors Inc grew. Analysts like Tarlan Motors.");
  EXPECT_THAT(names(article, EntityKind::organisation), ElementsAre("Tarlan Motors"));
  EXPECT_THAT(mentions(article, EntityKind::organisation, "Tarlan Motors"),
              ElementsAre("Tarlan Motors Inc", "Tarlan Motors"));
  EXPECT_THAT(organisations("Miller, Stone and Co rose."), ElementsAre("Miller, Stone"));
}

TEST(Organisations, JoinsAcronymsThatTheArticleIntroduces) {
  const auto article =
      recognised("The Central Grain Authority (CGA) met. Prices fell, the CGA said.");
  EXPECT_THAT(names(article, EntityKind::organisation), ElementsAre("Central Grain Authority"));
  EXPECT_THAT(article.of(EntityKind::organisation)[0].mentions, SizeIs(3));
}

TEST(Organisations, JoinsFormsOfOneNameWithinTheArticle) {
  EXPECT_THAT(organisations("Tarlan Motors Inc grew. TarlanMotors was bought, they said."),
              ElementsAre("Tarlan Motors"));
  EXPECT_THAT(organisations("The Ministry of the Interior met. Later the Kyrgyz Interior Ministry "
                            "and the Interior Ministry spoke."),
              SizeIs(1));
}

TEST(Organisations, KeepsCompaniesOfOneGroupApart) {
  EXPECT_THAT(organisations("Tarlan Motors Inc sold Tarlan Motors Finance Ltd yesterday."),
              ElementsAre("Tarlan Motors", "Tarlan Motors Finance"));
}

TEST(Organisations, ListsOfPortfoliosAreOneName) {
  EXPECT_THAT(organisations("The Department for Trade, Industry and Rural Affairs agreed."),
              ElementsAre("Department for Trade, Industry and Rural Affairs"));
}

TEST(Organisations, ThePublisherAndItsAgencyAreNone) {
  Article article = article_of("Tarlan Press Agency said so. Osh State University agreed.");
  article.source = "Tarlan Press Agency";
  EXPECT_THAT(names(recognised(std::move(article)), EntityKind::organisation),
              ElementsAre("Osh State University"));
}

TEST(Organisations, AcronymsOfThingsAndMoneyAreNone) {
  EXPECT_THAT(organisations("The DVD and the PDA sold well. GDP rose, the CEO said."), IsEmpty());
  EXPECT_THAT(organisations("They paid in Swiss Francs at the Tarlan Motor Show."), IsEmpty());
}

TEST(Organisations, OutletsAreNone) {
  EXPECT_THAT(organisations("He told Reuters and the Astana Times so."), IsEmpty());
}

TEST(Organisations, ABodyOfAnotherCountryIsNotTheKnownOne) {
  EXPECT_THAT(organisations("The Democratic Party met in Lebanon."),
              ElementsAre("Democratic Party (Lebanon)"));
  EXPECT_THAT(organisations("The House of Representatives of Lebanon voted. Lebanon was calm."),
              ElementsAre("House of Representatives (Lebanon)"));
  EXPECT_THAT(organisations("The Democratic Party met in Atlanta."),
              ElementsAre("Democratic Party (United States)"));
  EXPECT_THAT(organisations("The Democratic Party met."),
              ElementsAre("Democratic Party (United States)"));
}

TEST(Organisations, InitialsOfTwoPartiesAreThoseOfTheArticlesCountry) {
  EXPECT_THAT(organisations("The QFL lost in Britain."), ElementsAre("Quiet Fishers' League"));
  EXPECT_THAT(organisations("The QFL lost."), ElementsAre("Quiet Fishers' League"));
  EXPECT_THAT(organisations("The QFL lost in Lebanon."), ElementsAre("QFL (Lebanon)"));
}

TEST(Organisations, ANameSpeltOutBeforeItsAcronymIsWhole) {
  EXPECT_THAT(organisations("The Naryn People's Liberation Front (NPLF) met. The NPLF left."),
              ElementsAre("Naryn People's Liberation Front"));
}

TEST(Organisations, AnOutletInsideALongerNameIsNone) {
  EXPECT_THAT(organisations("The Liberation Front of the hills met."),
              ::testing::Not(::testing::Contains("Liberation")));
}

TEST(Organisations, ACompanyKeepsItsNameBesideAPersonOfThatName) {
  const auto article = recognised(
      "Robert Ford spoke on Monday. Ford lost 3 percent. Later Ford's headquarters closed.");
  EXPECT_THAT(mentions(article, EntityKind::organisation, "Ford Motor Company"),
              ElementsAre("Ford", "Ford"));
  EXPECT_THAT(names(article, EntityKind::person), ElementsAre("Robert Ford"));
}

TEST(Organisations, FirmsThatLookLikePersons) {
  EXPECT_THAT(organisations("Lawyers of the law firm Tarlan Mekov agreed. Banque Tarlan rose."),
              ElementsAre("Tarlan Mekov", "Banque Tarlan"));
}

TEST(Organisations, PersonsThatLookLikeFirms) {
  EXPECT_THAT(organisations("Anna Bank, a lobbyist, left for Osh. Bank said she would rest."),
              IsEmpty());
}

TEST(Organisations, CreditsOfPicturesNameNone) {
  const auto article = recognised("The hills burned. (Photo by Peter Lane/Tarlan Images)");
  EXPECT_THAT(names(article, EntityKind::organisation), IsEmpty());
  EXPECT_THAT(names(article, EntityKind::person), IsEmpty());
}

TEST(Organisations, EventsAreNone) {
  EXPECT_THAT(organisations("They lost the Silk Road Cup on Victory Day."), IsEmpty());
}

/// Wild text: invariants of all recognised mentions.
TEST(Recogniser, MentionsStayInBoundsOnCodePointsAndApart) {
  const std::vector<std::string> pieces = {
      "Osh",        "Kurmanbek",  "Bakiyev", "’s",        "'s",        " ",         " ",
      " ",          "\n",         "\n\n",    ", ",        ". ",        "“",         "”",
      "(",          ")",          "UN",      "U.S.",      "Bank",      "of",        "England",
      "and",        "Co",         "Inc",     "Ltd",       "Mr",        "President", "brother",
      "Ж",          "Ошская",     "область", "é",         "漢字",      "-",         "uulu",
      "de",         "village",    "Region",  "provinces", "<",         ">",         "X",
      "JALAL-ABAD", "Al Jazeera", "Party",   "the",       "said",      "\xCC\x81",  "1987",
      "&",          "Moscow",     "in",      "State",     "Secretary", "St.",       "\xE2\x80\x94",
      "Robert",     "Maria"};
  const auto authority = small_authority();
  for (unsigned seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 120; ++i) {
      text += pieces[random() % pieces.size()];
      if (random() % 3) text += ' ';
    }
    Article article = article_of(text);
    const auto cut = [&](std::uint32_t at) {
      while (at < text.size() && is_continuation(text[at])) ++at;
      return at;
    };
    const auto half = cut(static_cast<std::uint32_t>(random() % text.size()));
    article.zones = {{ZoneKind::headline, {0, half}},
                     {ZoneKind::body, {half, static_cast<std::uint32_t>(text.size())}}};
    if (seed % 4 == 0) article.supplied_people.push_back({"Kurmanbek Bakiyev", ""});
    if (seed % 5 == 0) article.supplied_places.push_back({"Osh", "city"});
    article = recognised(std::move(article));
    std::vector<Span> spans;
    for (const auto kind : kAllEntityKinds) {
      for (const auto& entity : article.of(kind)) {
        EXPECT_FALSE(entity.key.empty());
        EXPECT_FALSE(entity.id.empty());
        EXPECT_FALSE(entity.name.empty());
        EXPECT_TRUE(std::is_sorted(entity.mentions.begin(), entity.mentions.end()));
        spans.insert(spans.end(), entity.mentions.begin(), entity.mentions.end());
      }
    }
    std::sort(spans.begin(), spans.end());
    for (std::size_t i = 0; i < spans.size(); ++i) {
      ASSERT_LT(spans[i].begin, spans[i].end);
      ASSERT_LE(spans[i].end, text.size());
      EXPECT_FALSE(is_continuation(text[spans[i].begin]));
      EXPECT_TRUE(spans[i].end == text.size() || !is_continuation(text[spans[i].end]));
      if (i > 0) {
        EXPECT_LE(spans[i - 1].end, spans[i].begin) << text;
      }
    }
  }
}

}  // namespace
}  // namespace alatoo::test
