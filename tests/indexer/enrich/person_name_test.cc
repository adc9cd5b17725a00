// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/person_name.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "common/tsv.h"

namespace alatoo {
namespace {

NameKeys keys(std::string_view name) {
  const auto parts = split(name, ' ');
  return {parts.begin(), parts.end()};
}

bool one(std::string_view a, std::string_view b) { return may_be_one(keys(a), keys(b)); }

TEST(PersonName, ShorterFormsMayBeOne) {
  EXPECT_TRUE(one("john smith", "j smith"));
  EXPECT_TRUE(one("roza isakovna otunbaeva", "roza otunbaeva"));
  EXPECT_TRUE(one("r i otunbaeva", "roza otunbaeva"));
  EXPECT_TRUE(one("bil gates", "wiliam gates"));
  EXPECT_TRUE(one("ken livingstone", "keneth livingstone"));
  EXPECT_TRUE(one("felipe calderon", "felipe calderon hinojosa"));
  EXPECT_TRUE(one("otunbaeva roza isakovna", "roza otunbaeva"));
}

TEST(PersonName, OthersMayNot) {
  EXPECT_FALSE(one("john smith", "peter smith"));
  EXPECT_FALSE(one("john smith", "john stone"));
  EXPECT_FALSE(one("askar akaev", "askar akaeva"));
  EXPECT_FALSE(one("george h bush", "george w bush"));
  EXPECT_FALSE(one("kim jong il", "kim jong un"));
  EXPECT_FALSE(one("", "john smith"));
}

TEST(PersonName, FamilyNames) {
  EXPECT_TRUE(ends_with_family(keys("edwin van der sar"), keys("van der sar"), Gender::unknown));
  EXPECT_TRUE(ends_with_family(keys("abdel fatah sisi"), keys("al sisi"), Gender::unknown));
  EXPECT_TRUE(ends_with_family(keys("bermet akaeva"), keys("akaev"), Gender::female));
  EXPECT_FALSE(ends_with_family(keys("bermet akaeva"), keys("akaev"), Gender::unknown));
  EXPECT_FALSE(ends_with_family(keys("sar"), keys("van der sar"), Gender::unknown));
  EXPECT_EQ(family_of("Akayev", Gender::female), "Akayeva");
  EXPECT_EQ(family_of("Asanova", Gender::male), "Asanov");
  EXPECT_EQ(family_of("Blake", Gender::female), "Blake");
}

TEST(PersonName, SlipsOfThePen) {
  EXPECT_TRUE(one_letter_off("mukherje", "mukerje"));
  EXPECT_TRUE(one_letter_off("venkatesan", "venkatosan"));
  EXPECT_FALSE(one_letter_off("akaev", "akaeva"));
  EXPECT_FALSE(one_letter_off("otunbaev", "otunbaeva"));
  EXPECT_FALSE(one_letter_off("bakiev", "bakievs"));
  EXPECT_FALSE(one_letter_off("brown", "crown"));
  EXPECT_FALSE(one_letter_off("baker", "barker"));
}

TEST(PersonName, AgreementIsSymmetricAndReflexive) {
  constexpr std::string_view words[] = {"j",    "john",  "jon", "roza",      "isakovna", "kim",
                                        "jong", "il",    "al",  "otunbaeva", "smith",    "van",
                                        "der",  "smith", "w",   "wiliam",    "bil",      "garcia"};
  std::mt19937 random(20100407);
  const auto name = [&] {
    NameKeys keys;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) keys.push_back(words[random() % 18]);
    return keys;
  };
  for (int i = 0; i < 20'000; ++i) {
    const auto a = name();
    const auto b = name();
    ASSERT_TRUE(may_be_one(a, a));
    ASSERT_EQ(may_be_one(a, b), may_be_one(b, a))
        << ::testing::PrintToString(a) << ::testing::PrintToString(b);
    ASSERT_TRUE(ends_with_family(a, {a.back()}, Gender::unknown) || a.back() == "al");
  }
}

}  // namespace
}  // namespace alatoo
