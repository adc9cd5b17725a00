// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/date_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace alatoo {
namespace {

std::string iso_in(const std::string& text) {
  const auto found = find_date(text, true);
  return found ? found->date.iso() : "";
}

TEST(FindDate, FormsOfADay) {
  for (const std::string text : {"2010-06-07",
                                 "2010/06/07",
                                 "2010.6.7",
                                 "7 June 2010",
                                 "June 7, 2010",
                                 "June 7th, 2010",
                                 "7th of June, 2010",
                                 "7th June 2010",
                                 "2010 June 7",
                                 "2010, June 7",
                                 "07.06.2010",
                                 "7.6.2010",
                                 "7-Jun-2010",
                                 "07/Jun/2010",
                                 "Jun. 7, 2010",
                                 "7 JUN 2010",
                                 "JUNE 7 2010",
                                 "7 июня 2010",
                                 "7 июня 2010 г.",
                                 "7 ИЮНЯ 2010 ГОДА",
                                 "7-го июня 2010",
                                 "Mon Jun 7 18:12:00 EDT 2010",
                                 "Mon, 07 Jun 2010 10:20:00 GMT",
                                 "Monday, 7 June 2010",
                                 "10:43 | 07.06.2010",
                                 "10:43 07.06.2010",
                                 "2010-06-07T23:50:00-07:00"}) {
    EXPECT_EQ(iso_in(text), "2010-06-07") << text;
  }
}

TEST(FindDate, AbbreviatedMonths) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Sept. 5, 2010", "2010-09-05"},    {"5 Sep 2010", "2010-09-05"},
      {"Dec. 31, 2010", "2010-12-31"},    {"13 сен 2020", "2020-09-13"},
      {"13 сент. 2020", "2020-09-13"},    {"1 фев 2020", "2020-02-01"},
      {"1 февр. 2020", "2020-02-01"},     {"9 мая 2010", "2010-05-09"},
      {"10 нояб. 2010 г.", "2010-11-10"}, {"3 марта 2010", "2010-03-03"},
      {"30 декабря 2010", "2010-12-30"},
  };
  for (const auto& [text, iso] : cases) EXPECT_EQ(iso_in(text), iso) << text;
}

TEST(FindDate, MonthsAndYears) {
  EXPECT_EQ(iso_in("June 2010"), "2010-06");
  EXPECT_EQ(iso_in("Июнь 2010"), "2010-06");
  EXPECT_EQ(iso_in("15/06/2010"), "2010-06-15");
  EXPECT_EQ(iso_in("06/15/2010"), "2010-06-15");
  EXPECT_EQ(iso_in("06/06/2010"), "2010-06-06");
  EXPECT_EQ(iso_in("07/06/2010"), "2010");  // June or July
}

TEST(FindDate, NoDates) {
  for (const std::string text :
       {"31 June 2010", "2010-13-01", "30 февраля 2010", "3 hours ago", "2010", "Room 12, 2010",
        "1.5.3", "Martin 7, 2010", "the May 2010s", "12:30:2010", "5,000", "two hours ago"}) {
    EXPECT_FALSE(find_date(text, true) && find_date(text, true)->date.day) << text;
  }
}

TEST(FindDate, OpenYear) {
  const auto found = find_date("April 7", false);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->date, (PartialDate{0, 4, 7}));
  EXPECT_FALSE(find_date("April 7", true));
}

TEST(FindDate, Weekdays) {
  const auto weekday = [](const std::string& text) { return find_date(text, false)->weekday; };
  EXPECT_EQ(weekday("Monday, 7 June 2010"), 1);
  EXPECT_EQ(weekday("Mon Jun 7"), 1);
  EXPECT_EQ(weekday("7 June 2010, Monday"), 1);
  EXPECT_EQ(weekday("воскресенье, 13 сентября 2020"), 7);
  EXPECT_EQ(weekday("13 сентября 2020, вс"), 7);
  EXPECT_EQ(weekday("7 June 2010"), 0);
  EXPECT_TRUE(find_date("Monday, 7 June 2010", true)->fits_weekday());
  EXPECT_FALSE(find_date("Tuesday, 7 June 2010", true)->fits_weekday());
  EXPECT_TRUE(find_date("Tuesday, June 7", false)->fits_weekday());  // of what year?
}

TEST(DateWords, MonthsWeekdaysAndOthers) {
  EXPECT_EQ(month_of("SEPT"), 9);
  EXPECT_EQ(month_of("маем"), 5);
  EXPECT_EQ(month_of("марта"), 3);
  EXPECT_EQ(month_of("Marta"), 0);
  EXPECT_EQ(month_of("Mayor"), 0);
  EXPECT_EQ(weekday_of("Thurs"), 4);
  EXPECT_EQ(weekday_of("пятницу"), 5);
  EXPECT_EQ(weekday_of("Friedman"), 0);
  EXPECT_TRUE(is_date_word("Опубликовано"));
  EXPECT_TRUE(is_date_word("Sunday"));
  EXPECT_FALSE(is_date_word("lake"));
}

TEST(IsDateLine, DatesWithWhatGoesWithThem) {
  for (const std::string line :
       {"10:43 | 15.05.2010", "Monday, 7 June 2010", "Опубликовано 7 июня 2010 в 14:20",
        "Updated 7 June 2010 10:20 GMT", "Osh | 7 June 2010", "date 2020-10-10", "2010 May 15"}) {
    EXPECT_TRUE(is_date_line(line)) << line;
  }
  for (const std::string line :
       {"The crews stopped on 7 June 2010.", "3 hours ago", "Ferry crews end their strike",
        "Boats sank in May 2010 on the lake"}) {
    EXPECT_FALSE(is_date_line(line)) << line;
  }
}

}  // namespace
}  // namespace alatoo
