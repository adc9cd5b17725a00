// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

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

TEST(Credits, SharedInputsNameAgenciesAndPersons) {
  const Article article = enriched(kStory + "\n\n(With inputs from AFP and Maria Lund)");
  EXPECT_THAT(article.contributors, ElementsAre("Maria Lund"));
  EXPECT_EQ(article.agency, "Agence France-Presse");
  EXPECT_EQ(article.source, std::nullopt);
}

TEST(Credits, AStampAboveTheStoryNamesItsWriterLast) {
  const Article article =
      enriched("18:40, 12 May 2010, Bishkek - 24.kg news agency , Maria LUND\n\n" + kStory);
  EXPECT_THAT(article.contributors, ElementsAre("Maria Lund"));
}

TEST(Credits, PreparedByIsARole) {
  const Article article = enriched(kStory + "\n\nPrepared by: Maria Lund");
  EXPECT_THAT(article.contributors, ElementsAre("Maria Lund"));
}

TEST(Credits, RussianRoles) {
  const std::string story =
      "Паромщики на озере Толмар в воскресенье вернулись к работе, потому что портовое управление "
      "уступило почти во всем.\n\n"
      "Управление обещало заплатить за дни забастовки, сказал его представитель.\n\n";
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"Редактор Тимур Асанов", "Тимур Асанов"},
      {"Редактор: Тимур Асанов", "Тимур Асанов"},
      {"Репортаж: Анна Ли", "Анна Ли"},
      {"Корреспонденты: Анна Ли и Тимур Асанов", "Анна Ли and Тимур Асанов"},
      {"Подготовила Анна Ли, редактор Тимур Асанов", "Анна Ли and Тимур Асанов"},
      {"Дополнительный репортаж: Анна Ли, Талас; редактор Тимур Асанов",
       "Анна Ли and Тимур Асанов"},
      {"Редактор Тимур Асанов ушел в отпуск.", ""},
  };
  for (const auto& [line, people] : lines) {
    const Article article = enriched(story + line);
    EXPECT_EQ(joined_names(article.contributors), people) << line;
    EXPECT_EQ(article.source, std::nullopt) << line;
  }
  const Article signed_story = enriched(story + "Редактор Тимур Асанов\n\n© Новости озера, 2020");
  EXPECT_EQ(signed_story.source, "Новости озера");
  EXPECT_EQ(signed_story.agency, std::nullopt);
}

TEST(Credits, Byline) {
  const Article article =
      enriched("Ferry crews end their strike\nBy AIDA TOKTOROVA and Bo Ek, AFP\n\n" + kStory);
  EXPECT_EQ(article.byline, "Aida Toktorova and Bo Ek");
  EXPECT_THAT(article.contributors, ElementsAre("Aida Toktorova", "Bo Ek"));
  EXPECT_EQ(article.agency, "Agence France-Presse");
}

/// Who is named, and whom the line makes the source and the agency, "" for nobody.
struct Line {
  std::string line, people, source, agency;
};

std::string expected_people(const Article& article) { return joined_names(article.contributors); }

TEST(Credits, BylinesOfManyNewsrooms) {
  const std::vector<Line> lines = {
      {"By Anna Koh / Special to The Daily Planet", "Anna Koh", "The Daily Planet", ""},
      {"By John Smith, Moscow Correspondent", "John Smith", "", ""},
      {"By John Smith, New York Bureau Chief", "John Smith", "", ""},
      {"By Anna Koh in Oslo and Bo Ek in New Delhi", "Anna Koh and Bo Ek", "", ""},
      {"By Anna Koh, New Delhi", "Anna Koh", "", ""},
      {"By Anna Koh and agencies", "Anna Koh", "", ""},
      {"By Dr. Anna Koh, Political Editor", "Anna Koh", "", ""},
      {"By Anna Koh @annakoh", "Anna Koh", "", ""},
      {"By Anna Koh (anna.koh@example.org)", "Anna Koh", "", ""},
      {"By ANNA KOH Associated Press Writer", "Anna Koh", "", "Associated Press"},
      {"By Anna Koh and Bo Ek | Reuters", "Anna Koh and Bo Ek", "", "Reuters"},
      {"By Anna Koh Sunday Telegraph", "Anna Koh", "Sunday Telegraph", ""},
      {"By Anna Koh Published: 7 June 2010", "Anna Koh", "", ""},
      {"By Anna Koh, BBC Central Asia correspondent, Bishkek", "Anna Koh", "BBC", ""},
      {"By A. Koh", "A. Koh", "", ""},
      {"By BBC News", "", "BBC", ""},
      {"By AFP", "", "", "Agence France-Presse"},
      {"By Staff Writer", "", "", ""},
      {"By Our Foreign Staff", "", "", ""},
      {"Text: Anna Koh Photos: Bo Ek", "Anna Koh and Bo Ek", "", ""},
      {"Words by Anna Koh. Photographs by Bo Ek", "Anna Koh and Bo Ek", "", ""},
      {"Photographs by Bo Ek", "Bo Ek", "", ""},
      {"Posted by Anna Koh on June 7, 2010", "Anna Koh", "", ""},
      {"From Anna Koh in Bishkek", "Anna Koh", "", ""},
      {"ANNA KOH in Oslo", "Anna Koh", "", ""},
      {"Anna Koh, Bishkek", "Anna Koh", "", ""},
      {"Anna Koh | 7 June 2010", "Anna Koh", "", ""},
      {"Автор: Анна Ли", "Анна Ли", "", ""},
      {"Авторы: Анна Ли, Пётр Смирнов", "Анна Ли and Пётр Смирнов", "", ""},
      {"Анна Ли, корреспондент", "Анна Ли", "", ""},
      {"Подготовила Анна Ли", "Анна Ли", "", ""},
      {"Корреспондент: Анна Ли, Бишкек", "Анна Ли", "", ""},
  };
  for (const Line& line : lines) {
    const Article article =
        enriched("Ferry crews end their long strike\n" + line.line + "\n\n" + kStory);
    EXPECT_EQ(expected_people(article), line.people) << line.line;
    EXPECT_EQ(article.source.value_or(""), line.source) << line.line;
    EXPECT_EQ(article.agency.value_or(""), line.agency) << line.line;
  }
}

TEST(Credits, LinesBelowTheStory) {
  const std::vector<Line> lines = {
      {"(Reporting by Anna Koh; Editing by Bo Ek)", "Anna Koh and Bo Ek", "", ""},
      {"Additional reporting by Anna Koh in Bishkek, Bo Ek in Moscow and Cy Fox at the United "
       "Nations; Editing by Di Gow",
       "Anna Koh, Bo Ek, Cy Fox and Di Gow", "", ""},
      {"Additional reporting: Anna Koh", "Anna Koh", "", ""},
      {"Associated Press writers Anna Koh in Moscow and Bo Ek in Bishkek contributed to this "
       "report.",
       "Anna Koh and Bo Ek", "", "Associated Press"},
      {"AP contributed to this report", "", "", "Associated Press"},
      {"Reuters and AFP contributed to this report.", "", "", "Reuters"},
      {"Based on reporting by Reuters, AFP, and Interfax", "", "", "Reuters"},
      {"Report by Interfax", "", "", "Interfax"},
      {"— AFP", "", "Agence France-Presse", "Agence France-Presse"},
      {"Copyright 2010 The Associated Press. All rights reserved.", "", "Associated Press",
       "Associated Press"},
      {"© 2020 RFE/RL", "", "Radio Free Europe/Radio Liberty", ""},
      {"Copyright (c) 2010. RFE/RL, Inc.", "", "Radio Free Europe/Radio Liberty", ""},
      {"Source: Al Jazeera", "", "Al Jazeera", ""},
      {"Sources: Al Jazeera and agencies", "", "Al Jazeera", ""},
      {"Source: www.nytimes.com", "", "New York Times", ""},
      {"Source: http://news.bbc.co.uk/2/hi/asia-pacific/8608000.stm", "", "BBC", ""},
      {"Source: www.lake-courier.example", "", "lake-courier.example", ""},
      {"This article was first published in The Lake Courier", "", "The Lake Courier", ""},
      {"(With agency inputs)", "", "", ""},
      {"By Anna Koh", "Anna Koh", "", ""},
      {"Источник: РИА Новости", "", "RIA Novosti", "RIA Novosti"},
      {"Источник: 24.kg", "", "24.kg", "24.kg"},
      {"Источник: https://ria.ru/2010", "", "RIA Novosti", "RIA Novosti"},
      {"по материалам ТАСС", "", "", "TASS"},
      {"Подготовлено по материалам Reuters и AFP", "", "", "Reuters"},
      {"По материалам СМИ", "", "", ""},
      {"Автор: Анна Ли", "Анна Ли", "", ""},
  };
  for (const Line& line : lines) {
    const Article article =
        enriched("Ferry crews end their long strike\n\n" + kStory + "\n\n" + line.line);
    EXPECT_EQ(expected_people(article), line.people) << line.line;
    EXPECT_EQ(article.source.value_or(""), line.source) << line.line;
    EXPECT_EQ(article.agency.value_or(""), line.agency) << line.line;
  }
}

TEST(Credits, SentencesThatSpeakOfReportsAreNone) {
  for (const std::string sentence :
       {"A report by Interfax said that the boats had been at sea for nine days in all.",
        "Reporting by newspapers on the strike was thin, the leader of the crews complained.",
        "Source said the boats would sail again on the next day, if the weather allowed it.",
        "По сообщению пресс-службы, паромы снова выйдут на линию уже в понедельник утром."}) {
    const Article article =
        enriched("Ferry crews end their strike\n\n" + kStory + "\n\n" + sentence);
    EXPECT_THAT(article.contributors, IsEmpty()) << sentence;
    EXPECT_EQ(article.source, std::nullopt) << sentence;
    EXPECT_EQ(article.agency, std::nullopt) << sentence;
  }
}

Article stated(const std::string& byline) {
  Article article;
  article.text = kStory;
  article.byline = byline;
  mark_zones(article);
  find_credits(article, *shipped_authority());
  return article;
}

TEST(Credits, StatedBylines) {
  const std::vector<Line> lines = {
      {"Ann Lee, Bo Ek", "Ann Lee and Bo Ek", "", ""},
      {"Ann Lee;Bo Ek", "Ann Lee and Bo Ek", "", ""},
      {"ann lee", "Ann Lee", "", ""},
      {"ann lee and bo ek", "Ann Lee and Bo Ek", "", ""},
      {"ANN LEE", "Ann Lee", "", ""},
      {"Lee, Ann", "Ann Lee", "", ""},
      {"Dr. Ann Lee", "Ann Lee", "", ""},
      {"Ann Lee (ann@example.org)", "Ann Lee", "", ""},
      {"Анна Ли", "Анна Ли", "", ""},
      {"Ann Lee and Bo Ek, Reuters", "Ann Lee and Bo Ek", "", "Reuters"},
      {"Staff", "", "", ""},
      {"Admin", "", "", ""},
      {"Web Desk", "", "", ""},
      {"newsroom", "", "", ""},
      {"BBC News", "", "BBC", ""},
      {"AFP", "", "", "Agence France-Presse"},
      {"ann@example.org", "", "", ""},
      {"https://www.example.org/annlee", "", "", ""},
  };
  for (const Line& line : lines) {
    const Article article = stated(line.line);
    EXPECT_EQ(expected_people(article), line.people) << line.line;
    EXPECT_EQ(article.source.value_or(""), line.source) << line.line;
    EXPECT_EQ(article.agency.value_or(""), line.agency) << line.line;
    EXPECT_EQ(article.byline, line.line);
  }
}

TEST(Credits, StatedSourceIsNormalised) {
  for (const auto& [written, name] : std::vector<std::pair<std::string, std::string>>{
           {"www.nytimes.com", "New York Times"},
           {"https://www.bbc.co.uk/news", "BBC"},
           {"AFP", "Agence France-Presse"},
           {"www.lake-courier.example", "lake-courier.example"},
           {"The Lake Courier", "The Lake Courier"}}) {
    Article article;
    article.text = kStory;
    article.source = written;
    mark_zones(article);
    find_credits(article, *shipped_authority());
    EXPECT_EQ(article.source, name) << written;
  }
}

TEST(Credits, AddressNamesAKnownPublisher) {
  Article article;
  article.text = kStory + " (© Daily Telegraph, London)";
  article.url = "https://web.example.org/2014/https://www.irishtimes.com/ferries";
  mark_zones(article);
  find_credits(article, *shipped_authority());
  EXPECT_EQ(article.source, "Irish Times");
  EXPECT_EQ(article.agency, "Daily Telegraph");
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

TEST(Credits, InitialsAmongCapitals) {
  const Article article =
      enriched("Ferry crews end their strike\nBy CLIFFORD J. LUND\n\n" + kStory +
               "\n\nMichael Orr contributed reporting from Moscow, and Thom "
               "Anders from Washington.");
  EXPECT_EQ(article.byline, "Clifford J. Lund");
  EXPECT_THAT(article.contributors, ElementsAre("Clifford J. Lund", "Michael Orr", "Thom Anders"));
}

TEST(Credits, NoticeThatGoesOnIsNoName) {
  EXPECT_EQ(enriched("Ferry crews end their strike\nShare this\n\n" + kStory +
                     "\n\nMost read\nBBC © 2014 The BBC is not responsible for the content of "
                     "external sites. Read more.")
                .source,
            "BBC");
}

TEST(Credits, TitleOfThePaper) {
  EXPECT_EQ(enriched("The Valley Courier\n11 February 2008\nFerry crews end their strike\n\nBy Ann "
                     "Lee\nBISHKEK\n\n" +
                     kStory)
                .source,
            "The Valley Courier");
  EXPECT_EQ(enriched("The Valley Courier\n11 February 2008\nFerry crews end their strike\n\n" +
                     kStory + "\n\nCopyright 2008 The Valley Courier Company\nAll rights reserved")
                .source,
            "The Valley Courier");
}

TEST(Credits, KnownOutletOutranksALineOfThePage) {
  EXPECT_EQ(enriched("Ferry crews end their strike\nNetwork News\nPrint\nE-mail\nBy Ann Lee\n\n" +
                     kStory + "\n\nView all comments\n© 2010 The Washington Post Company")
                .source,
            "Washington Post");
}

TEST(Credits, BylineBehindTheDate) {
  const Article article = enriched(
      "Ferry crews end their strike\nNovember 20, 2012 - 11:06am, by Ann Lee\n\n" + kStory);
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_THAT(article.contributors, ElementsAre("Ann Lee"));
}

TEST(Credits, NameAboveTheDate) {
  const Article article = enriched(
      "Главная\nНовости\nПаромщики закончили забастовку\nМария Орлова\n11.06.2014, "
      "09:05\nПоделиться\n" +
      kStory);
  EXPECT_EQ(article.byline, "Мария Орлова");
  EXPECT_THAT(article.contributors, ElementsAre("Мария Орлова"));
}

}  // namespace
}  // namespace alatoo
