// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

namespace alatoo {
namespace {

/// The terms that the indexer gives an article of that date.
std::set<std::string> terms_of(const PartialDate& date) {
  std::set<std::string> terms = {date_term(Field::date, date), date_term(Field::year, date)};
  if (date.month) terms.insert(date_term(Field::month, date));
  return terms;
}

/// Day by day: are all that the date may mean in the range?
bool contains(const DateRange& range, const PartialDate& date) {
  using namespace std::chrono;
  const auto day = [](const PartialDate& d) {
    return sys_days{year{d.year} / static_cast<unsigned>(d.month) / static_cast<unsigned>(d.day)};
  };
  for (sys_days d = sys_days{year{date.year} / 1 / 1}; d < sys_days{year{date.year + 1} / 1 / 1};
       d += days{1}) {
    const year_month_day ymd{d};
    const bool meant =
        (!date.month || static_cast<unsigned>(ymd.month()) == static_cast<unsigned>(date.month)) &&
        (!date.day || static_cast<unsigned>(ymd.day()) == static_cast<unsigned>(date.day));
    const bool inside =
        (!range.from.known() || d >= day(range.from)) && (!range.to.known() || d <= day(range.to));
    if (meant && !inside) return false;
  }
  return true;
}

class DateTerms : public testing::Test {
 protected:
  std::size_t below(std::size_t n) { return random_() % n; }
  PartialDate date() {
    PartialDate d{2007 + static_cast<int>(below(3)), 0, 0};
    if (below(4)) d.month = 1 + static_cast<int>(below(12));
    if (d.month && below(4)) {
      do {
        d.day = 1 + static_cast<int>(below(31));
      } while (!valid_day(d.year, d.month, d.day));
      if (below(3) == 0) d.day = PartialDate{d.year, d.month, 0}.last_day().day;
    }
    return d;
  }
  std::mt19937 random_{7};
};

TEST_F(DateTerms, StandForExactlyTheDatesThatOverlap) {
  for (int i = 0; i < 400; ++i) {
    std::vector<PartialDate> archive(1 + below(8));
    std::generate(archive.begin(), archive.end(), [&] { return date(); });
    PartialDate first = archive[0].first_day();
    PartialDate last = archive[0].last_day();
    for (const PartialDate& d : archive) {
      first = std::min(first, d.first_day());
      last = std::max(last, d.last_day());
    }
    DateRange range;
    if (below(4)) range.from = date().first_day();
    if (below(4)) range.to = date().last_day();
    const std::vector<std::string> found = date_terms(range, first, last);
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), found.size());
    for (const PartialDate& d : archive) {
      const std::set<std::string> own = terms_of(d);
      const bool matches = std::any_of(found.begin(), found.end(),
                                       [&](const std::string& t) { return own.count(t) != 0; });
      EXPECT_EQ(matches, contains(range, d))
          << d.iso() << " in " << range.from.iso() << ".." << range.to.iso();
      EXPECT_EQ(range.contains(d), contains(range, d));
    }
  }
}

TEST_F(DateTerms, AreFewForWholeYearsAndMonths) {
  const PartialDate first{1990, 1, 1};
  const PartialDate last{2020, 12, 31};
  const auto terms = [&](PartialDate from, PartialDate to) {
    return date_terms({from, to}, first, last);
  };
  EXPECT_EQ(terms({2010, 1, 1}, {2010, 12, 31}), std::vector<std::string>{"Y2010"});
  EXPECT_EQ(terms({2010, 4, 1}, {2010, 4, 30}), std::vector<std::string>{"M201004"});
  EXPECT_EQ(terms({2010, 4, 7}, {2010, 4, 7}), std::vector<std::string>{"D20100407"});
  EXPECT_EQ(terms({}, {}).size(), 31U);
  EXPECT_TRUE(terms({2021, 1, 1}, {2022, 1, 1}).empty());
  EXPECT_TRUE(terms({2010, 4, 7}, {2010, 4, 6}).empty());
}

}  // namespace
}  // namespace alatoo
