// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/metadata.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <string>

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StateDate : public testing::Test {
 protected:
  void SetUp() override { setenv("SOURCE_DATE_EPOCH", "1602806400", 1); }  // 2020-10-16
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  static Article with(std::string_view text) {
    Article article;
    state_date(article, text);
    return article;
  }
  static std::string date(std::string_view text) { return with(text).date.iso(); }
};

TEST_F(StateDate, Forms) {
  for (const char* text : {"2010-05-15",
                           "2010-05-15T15:43:00Z",
                           "2010-05-15 23:59:59+06:00",
                           "20100515",
                           "20100515T154300Z",
                           "20100515T154300+0600",
                           "20100515154300",
                           "2010/05/15",
                           "15.05.2010",
                           "Sat, 15 May 2010 15:43:00 GMT",
                           "Sat, 15 May 10 15:43:00 EDT",
                           "15 May 2010 15:43 GMT",
                           "Saturday, May 15th, 2010 at 3:43 pm",
                           "May 15, 2010",
                           "Sat May 15 15:43:00 2010",
                           "Sat May 15 15:43:00 +0000 2010",
                           "Sat May 15 2010 15:43:00 GMT+0600 (KGT)",
                           "1273936980",
                           "1273936980000",
                           "1273936980.25",
                           "1273936980000000",
                           "15 мая 2010",
                           "15 мая 2010 г., 15:43",
                           " 2010-05-15 "}) {
    const Article article = with(text);
    EXPECT_EQ(article.date.iso(), "2010-05-15") << text;
    EXPECT_EQ(article.date_evidence, DateEvidence::metadata);
    EXPECT_THAT(article.notes, IsEmpty());
  }
  EXPECT_EQ(date("10 октября 2020"), "2020-10-10");
  EXPECT_EQ(date("2010-05"), "2010-05");
  EXPECT_EQ(date("May 2010"), "2010-05");
  EXPECT_EQ(date("2010"), "2010");
  EXPECT_EQ(date("Thu, 01 Jan 98 00:00:00 GMT"), "1998-01-01");
}

TEST_F(StateDate, TheDayIsThatOfTheStatedZone) {
  EXPECT_EQ(date("2011-02-03T00:30:00+06:00"), "2011-02-03");
  EXPECT_EQ(date("Thu, 03 Feb 2011 00:30:00 +0600"), "2011-02-03");
}

TEST_F(StateDate, WhatIsNoDateIsNoted) {
  EXPECT_THAT(with("last week").notes, ElementsAre("the date \"last week\" is not understood"));
  for (const char* text :
       {"2010-02-30", "0000-00-00", "0001-01-01T00:00:00", "7", "99999999", "12345678901234567890",
        "31 June 2010", "May 15", "2 hours ago", "1e9"}) {
    const Article article = with(text);
    EXPECT_FALSE(article.date.known()) << text << " read as " << article.date.iso();
    EXPECT_EQ(article.notes.size(), 1u) << text;
  }
  EXPECT_LE(with(std::string(5000, 'x')).notes[0].size(), 100u);
}

TEST_F(StateDate, NothingIsNotNoted) {
  for (const char* text : {"", "  ", "null", "None", "N/A", "0", "nan", "Unknown"}) {
    EXPECT_FALSE(with(text).date.known()) << text;
    EXPECT_THAT(with(text).notes, IsEmpty()) << text;
  }
}

TEST_F(StateDate, TheFutureIsNoted) {
  EXPECT_THAT(with("2031-01-01").notes,
              ElementsAre("the date 2031-01-01 lies in the future; it is not used"));
  EXPECT_EQ(date("2020-10-17"), "2020-10-17");  // somewhere it has begun
}

TEST_F(StateDate, TheFirstUsableOneCounts) {
  Article article;
  for (const char* text : {"soon", "2031-01-01", "2010-05-15", "2010-06-16", "never"}) {
    state_date(article, text);
  }
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.notes.size(), 2u);
}

TEST(StateLanguage, CodesAndNames) {
  for (const auto& [given, code] : {std::pair{"en", "en"},
                                    {"en-GB", "en"},
                                    {"EN_us", "en"},
                                    {"eng", "en"},
                                    {"ger", "de"},
                                    {"deu", "de"},
                                    {"fre", "fr"},
                                    {"rus", "ru"},
                                    {"kir", "ky"},
                                    {"English", "en"},
                                    {"Russian", "ru"},
                                    {"русский", "ru"},
                                    {"Kyrgyz", "ky"},
                                    {"zh-Hans-CN", "zh"}}) {
    Article article;
    state_language(article, given);
    EXPECT_EQ(article.language, code) << given;
  }
  for (const char* given : {"", "xx", "x", "e", "Engl", "english language", "-", "und", "null"}) {
    Article article;
    state_language(article, given);
    EXPECT_FALSE(article.language) << given << " is " << article.language.value_or("");
  }
}

TEST(StateSource, NamesAndAddresses) {
  for (const auto& [given, source] : {std::pair{" The  Courier ", "The Courier"},
                                      {"https://www.courier.example/a/b", "courier.example"},
                                      {"http://news.courier.example:80", "news.courier.example"},
                                      {"www.courier.example", "courier.example"},
                                      {"courier.example", "courier.example"},
                                      {"24.kg", "24.kg"}}) {
    Article article;
    state_source(article, "null");
    state_source(article, given);
    state_source(article, "Another");
    EXPECT_EQ(article.source, source) << given;
  }
}

TEST(StateByline, NamesAndWhatIsNone) {
  for (const char* none :
       {"", "admin", "Administrator", "https://x.example/ann", "@ann", "alee7", "facebook.com/ann",
        "ann@x.example", "by", "null", "www.x.example", "ann"}) {
    Article article;
    state_byline(article, none);
    EXPECT_FALSE(article.byline) << none;
    EXPECT_FALSE(names_somebody(none)) << none;
  }
  for (const auto& [given, byline] : {std::pair{"By Ann Lee", "Ann Lee"},
                                      {"ann@x.example (Ann Lee)", "Ann Lee"},
                                      {"Айгүл", "Айгүл"},
                                      {"J.K.Ek", "J.K.Ek"},
                                      {"Ann Lee <ann@x.example>", "Ann Lee"}}) {
    Article article;
    state_byline(article, given);
    EXPECT_EQ(article.byline, byline) << given;
  }
}

TEST(StateRest, TakesTheFirstUsableAndCleansIt) {
  Article article;
  state_url(article, "/a/b");
  state_url(article, "https://a.example/b c");
  state_url(article, " https://a.example/b ");
  state_url(article, "https://a.example/c");
  EXPECT_EQ(article.url, "https://a.example/b");
  Article copied;
  state_url(copied, "https://web.archive.example/web/20090312081500/http://a.example/d");
  EXPECT_EQ(copied.url, "http://a.example/d");
  Article shared;
  state_url(shared, "https://a.example/web/share/http://b.example/");
  EXPECT_EQ(shared.url, "https://a.example/web/share/http://b.example/");
  state_uri(article, " ");
  EXPECT_FALSE(article.id_is_uri);
  state_uri(article, "urn:1");
  state_uri(article, "urn:2");
  EXPECT_EQ(article.id, "urn:1");
  state_located(article, "Cafe\u0301\nTown");
  EXPECT_EQ(article.located, "Café Town");
  supply(article.supplied_people, "  ");
  supply(article.supplied_people, "Ann\tLee", " Subject ");
  ASSERT_EQ(article.supplied_people.size(), 1u);
  EXPECT_EQ(article.supplied_people[0].name, "Ann Lee");
  EXPECT_EQ(article.supplied_people[0].rel, "subject");
}

}  // namespace
}  // namespace alatoo
