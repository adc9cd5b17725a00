// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/fields.h"

#include <gtest/gtest.h>

#include <set>

#include "common/text.h"

namespace alatoo {
namespace {

/// What Xapian makes of it: a NUL takes two bytes.
std::size_t stored(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

TEST(Fields, HavePrefixesAndSlotsOfTheirOwn) {
  std::set<std::string_view> prefixes;
  std::set<std::uint32_t> slots;
  for (const FieldInfo& field : kFields) {
    EXPECT_TRUE(prefixes.insert(field.prefix).second) << field.name;
    if (field.slot != kNoSlot) {
      EXPECT_TRUE(slots.insert(field.slot).second) << field.name;
    }
    EXPECT_EQ(find_field(field.name), &info(field.field));
  }
  EXPECT_EQ(find_field("colour"), nullptr);
  EXPECT_EQ(find_field(""), nullptr);
}

TEST(Term, IsPrefixAndValueIfThatFits) {
  EXPECT_EQ(term(Field::person, "kurmanbek bakiev"), "XPERSONkurmanbek bakiev");
  EXPECT_EQ(term(Field::id, ""), "Q");
  const std::string longest(kMaxTerm - 1, 'a');
  EXPECT_EQ(term(Field::id, longest), "Q" + longest);
}

TEST(Term, OfALongValueIsShortAndStillItsOwn) {
  const std::string a(5000, 'a');
  EXPECT_LE(stored(term(Field::id, a)), kMaxTerm);
  EXPECT_NE(term(Field::id, a), term(Field::id, a + "a"));
  EXPECT_NE(term(Field::id, a), term(Field::id, std::string(kMaxTerm, 'a')));
  EXPECT_TRUE(term(Field::id, a).starts_with("Qaaaa"));
}

TEST(Term, NeverHoldsANul) {
  using namespace std::string_literals;
  EXPECT_EQ(term(Field::id, "a\0b"s).find('\0'), std::string::npos);
  EXPECT_NE(term(Field::id, "a\0b"s), term(Field::id, "a b"s));
  EXPECT_LE(stored(term(Field::id, std::string(300, '\0'))), kMaxTerm);
}

TEST(Term, IsNotCutWithinALetter) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string value(shift, 'a');
    for (int i = 0; i < 200; ++i) value += "ж";
    std::string cut = term(Field::city, value);
    EXPECT_EQ(clean_utf8(cut), 0U) << shift;
  }
}

TEST(DateTerm, IsAsPreciseAsTheDate) {
  EXPECT_EQ(date_term(Field::date, {2010, 4, 7}), "D20100407");
  EXPECT_EQ(date_term(Field::date, {2010, 4, 0}), "D201004");
  EXPECT_EQ(date_term(Field::date, {2010, 0, 0}), "D2010");
  EXPECT_EQ(date_term(Field::date, {}), "D0000");
  EXPECT_EQ(date_term(Field::month, {2010, 4, 7}), "M201004");
  EXPECT_EQ(date_term(Field::year, {2010, 4, 7}), "Y2010");
}

TEST(Slug, IsReadable) {
  EXPECT_EQ(slug("kurmanbek bakiev"), "kurmanbek-bakiev");
  EXPECT_EQ(slug("24.kg"), "24-kg");
  EXPECT_EQ(slug("!?"), "!?");  // better than nothing
  EXPECT_EQ(source_key("  The  TIMES "), "the times");
}

}  // namespace
}  // namespace alatoo
