// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/sniff.h"

#include <gmock/gmock.h>

#include <string>

namespace alatoo {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

Format format_of(std::string_view head) {
  const Sniffed sniffed = sniff(head, true);
  EXPECT_TRUE(sniffed.format.has_value()) << head << ": " << sniffed.refusal;
  return sniffed.format.value_or(Format::text);
}

TEST(Sniff, Prose) {
  EXPECT_EQ(format_of("A headline\n\nA body."), Format::text);
  EXPECT_EQ(format_of("x"), Format::text);
  EXPECT_EQ(format_of("\"Quoted,\" he said."), Format::text);
  EXPECT_EQ(format_of("Выборы прошли спокойно"), Format::text);
}

TEST(Sniff, ProseMayBeginWithABracket) {
  EXPECT_EQ(format_of("[Photo: AP] The president"), Format::text);
  EXPECT_EQ(format_of("[1] Reuters"), Format::text);
  EXPECT_EQ(format_of("[\"No comment,\" he said]"), Format::text);
}

TEST(Sniff, OneObject) {
  EXPECT_EQ(format_of(R"({"headline": "A"})"), Format::json);
  EXPECT_EQ(format_of("\xEF\xBB\xBF  \n{\"headline\": \"A\"}\n\n"), Format::json);
  EXPECT_EQ(format_of("{\n  \"headline\": \"A\",\n  \"body\": \"B\"\n}\n"), Format::json);
  EXPECT_EQ(format_of("{\n  \"headlines\": [\n    {\"value\": \"A\"}\n  ]\n}\n"), Format::json);
  EXPECT_EQ(format_of("{\"headlines\":\n{\"value\": \"A\"}\n}"), Format::json);
  EXPECT_EQ(format_of("{\"headlines\": [\n{\"value\": \"A\"},\n{\"value\": \"B\"}]\n}"),
            Format::json);
  EXPECT_EQ(format_of("{broken"), Format::json);
}

TEST(Sniff, Arrays) {
  EXPECT_EQ(format_of("[{\"headline\": \"A\"}]"), Format::json);
  EXPECT_EQ(format_of("[\n  {\n \"headline\": \"A\"}]"), Format::json);
  EXPECT_EQ(format_of("[]"), Format::json);
  EXPECT_EQ(format_of("[1, 2, 3]"), Format::json);
  EXPECT_EQ(format_of("[\"a\", \"b\"]"), Format::json);
}

TEST(Sniff, Lines) {
  EXPECT_EQ(format_of("{\"headline\": \"A\"}\n{\"headline\": \"B\"}\n"), Format::json_lines);
  EXPECT_EQ(format_of("\n\n{\"headline\": \"A\"}\r\n\r\n{\"headline\": \"B\"}"),
            Format::json_lines);
  EXPECT_EQ(format_of("{\"headline\": \"A\"}\nnot json\n"), Format::json_lines);
}

TEST(Sniff, ABrokenFirstLineCostsItselfOnly) {
  const std::string second = "\n{\"headline\": \"B\"}\n";
  EXPECT_EQ(format_of("{\"headline\": \"A" + second), Format::json_lines);
  EXPECT_EQ(format_of("{\"headline\": \"A\",}" + second), Format::json_lines);
  EXPECT_EQ(format_of("{\"headline\": A}" + second), Format::json_lines);
}

TEST(Sniff, AsksForMoreUntilTheSecondLineIsInSight) {
  const auto undecided = [](std::string_view head) {
    const Sniffed sniffed = sniff(head, false);
    return !sniffed.format && sniffed.refusal.empty();
  };
  EXPECT_TRUE(undecided(""));
  EXPECT_TRUE(undecided("{\"headline\": \"A\"}"));
  EXPECT_TRUE(undecided("{\"headline\": \"A\"}\n\n  "));
  EXPECT_TRUE(undecided("      \n   "));
  EXPECT_FALSE(undecided("{\"headline\": \"A\"}\n{"));
  EXPECT_FALSE(undecided("A headline"));
}

TEST(Sniff, RefusesBinaryDataAndSaysWhy) {
  EXPECT_THAT(sniff("a\0b, some more text"s, true).refusal, HasSubstr("NUL"));
  EXPECT_THAT(sniff("\x01\x02\x03\x04"s, true).refusal, HasSubstr("control"));
  EXPECT_THAT(sniff("%PDF-1.7 xyz", true).refusal, HasSubstr("PDF"));
  EXPECT_THAT(sniff("PK\x03\x04 and so on"s, true).refusal, HasSubstr("ZIP"));
  EXPECT_THAT(sniff("\xFD"
                    "7zXZ\0 and so on"s,
                    true)
                  .refusal,
              HasSubstr("xz"));
  EXPECT_THAT(sniff("\x1F\x8B and so on"s, true).refusal, HasSubstr("twice"));
  EXPECT_EQ(sniff("", true).refusal, "the file is empty");
  EXPECT_EQ(sniff("\xEF\xBB\xBF", true).refusal, "the file is empty");
  EXPECT_EQ(sniff(" \n", true).refusal, "the file holds only white space");
}

TEST(Sniff, AFewTransmissionCodesAreNoBinaryData) {
  EXPECT_EQ(format_of("\x01\x16 RTR0012 \x02 GRAIN PRICES ROSE ON MONDAY \x03"), Format::text);
}

TEST(Sniff, Utf16) {
  EXPECT_EQ(format_of("\xFF\xFE"
                      "A\0 \0"s),
            Format::text);
  EXPECT_EQ(format_of("\xFE\xFF\0{\0\"\0a\0\""s), Format::json);
  EXPECT_EQ(format_of("\xFF\xFE[\0P\0h\0"s), Format::text);
}

}  // namespace
}  // namespace alatoo
