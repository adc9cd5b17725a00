// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dates.h"

#include <gtest/gtest.h>

namespace alatoo {
namespace {

TEST(Dates, WeekdaysAndDistances) {
  EXPECT_EQ(weekday_of({2010, 6, 7}), 1);
  EXPECT_EQ(weekday_of({2020, 9, 13}), 7);
  EXPECT_EQ(days_between({2010, 12, 31}, {2011, 1, 1}), 1);
  EXPECT_EQ(days_between({2010, 3, 1}, {2010, 2, 28}), -1);
}

TEST(Dates, FutureBeginsADayAhead) {
  setenv("SOURCE_DATE_EPOCH", "1276000000", 1);  // 2010-06-08
  EXPECT_FALSE(lies_in_future({2010, 6, 9}));    // somewhere it has begun
  EXPECT_TRUE(lies_in_future({2010, 6, 10}));
  EXPECT_FALSE(lies_in_future({2010, 6, 0}));
  EXPECT_TRUE(lies_in_future({2010, 7, 0}));
  unsetenv("SOURCE_DATE_EPOCH");
}

TEST(ParseIsoDate, KeepsThePrecisionThatIsWritten) {
  EXPECT_EQ(parse_iso_date("2010"), (PartialDate{2010, 0, 0}));
  EXPECT_EQ(parse_iso_date("2010-04"), (PartialDate{2010, 4, 0}));
  EXPECT_EQ(parse_iso_date("2010-04-07"), (PartialDate{2010, 4, 7}));
  EXPECT_EQ(parse_iso_date("2010-04-07T12:00:00Z"), (PartialDate{2010, 4, 7}));
  EXPECT_EQ(parse_iso_date("2012-02-29"), (PartialDate{2012, 2, 29}));
}

TEST(ParseIsoDate, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "10", "2010-", "2010-13", "2010-00", "2010-02-30", "2011-02-29", "2010-04-00",
        "2010-4-7", "2010-04-07x", "0000", "abcd", "20100407", "2010-04-"}) {
    EXPECT_EQ(parse_iso_date(text), std::nullopt) << text;
  }
}

TEST(PartialDate, SurvivesPacking) {
  for (const PartialDate date :
       {PartialDate{2010, 4, 7}, PartialDate{2010, 4, 0}, PartialDate{2010, 0, 0}, PartialDate{}}) {
    EXPECT_EQ(PartialDate::unpack(date.packed()), date);
  }
  EXPECT_EQ((PartialDate{2010, 4, 0}).iso(), "2010-04");
  EXPECT_EQ((PartialDate{2010, 2, 0}).last_day(), (PartialDate{2010, 2, 28}));
}

TEST(DateRange, TakesADateThatCertainlyLiesInIt) {
  const DateRange range{{2010, 4, 10}, {2010, 5, 20}};
  EXPECT_TRUE(range.contains({2010, 4, 10}));
  EXPECT_TRUE(range.contains({2010, 5, 20}));
  EXPECT_FALSE(range.contains({2010, 5, 21}));
  EXPECT_FALSE(range.contains({2010, 4, 0}));
  EXPECT_TRUE((DateRange{{2010, 4, 1}, {2010, 5, 20}}).contains({2010, 4, 0}));
  EXPECT_FALSE(range.contains({2010, 0, 0}));
  EXPECT_TRUE((DateRange{{2010, 1, 1}, {2010, 12, 31}}).contains({2010, 0, 0}));
  EXPECT_FALSE(range.contains({}));
  EXPECT_TRUE((DateRange{{}, {2010, 4, 20}}).contains({1999, 0, 0}));
  EXPECT_FALSE((DateRange{{2010, 5, 1}, {2010, 4, 1}}).contains({2010, 4, 15}));
}

}  // namespace
}  // namespace alatoo
