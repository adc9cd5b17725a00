// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_values.h"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> values_of(std::string_view json) {
  JsonValues values(json);
  std::vector<std::string> out;
  std::string_view value;
  while (values.next(value)) out.emplace_back(value);
  return out;
}

TEST(JsonValues, ElementsOfAnArray) {
  EXPECT_THAT(values_of(R"( [ {"a": "]}"} , {"b": [1, {"c": "\"}"}]} ] )"),
              ElementsAre(R"({"a": "]}"})", R"({"b": [1, {"c": "\"}"}]})"));
  EXPECT_THAT(values_of("[]"), IsEmpty());
  EXPECT_THAT(values_of("[1, \"x\", null, [2, 3]]"), ElementsAre("1", "\"x\"", "null", "[2, 3]"));
}

TEST(JsonValues, ValuesOneAfterAnother) {
  EXPECT_THAT(values_of("{\n\"a\": 1\n}\n{\n\"b\": 2\n}\n"),
              ElementsAre("{\n\"a\": 1\n}", "{\n\"b\": 2\n}"));
  EXPECT_THAT(values_of(" \n"), IsEmpty());
}

TEST(JsonValues, ABalancedElementEndsWhereItsBracesDo) {
  EXPECT_THAT(values_of(R"([{"a": 1}, {"b": oops, "c": 'x'}, {"d": 4}])"),
              ElementsAre(R"({"a": 1})", R"({"b": oops, "c": 'x'})", R"({"d": 4})"));
}

TEST(JsonValues, FindsTheNextElementBehindAMissingBracket) {
  for (const char* broken : {
           R"({"b": {"c": 2})",              // the element's own brace
           R"({"b": [{"c": 2, {"d": 3}]})",  // a brace in a list
           R"({"b": [{"c": 2}, "d": 1})",    // a square bracket
           R"({"b": [{"c": 2], "d": 1})",    // a brace before a square bracket
       }) {
    const std::string json = std::string(R"([{"a": 1}, )") + broken + R"(, {"e": 5}, {"f": 6}])";
    const auto values = values_of(json);
    ASSERT_GE(values.size(), 3u) << json;
    EXPECT_EQ(values.front(), R"({"a": 1})") << json;
    EXPECT_EQ(values[values.size() - 2], R"({"e": 5})") << json;
    EXPECT_EQ(values.back(), R"({"f": 6})") << json;
  }
}

TEST(JsonValues, AStringEndsWithItsLine) {
  EXPECT_THAT(values_of("[{\"a\": 1},\n{\"b\": \"open},\n{\"c\": 3},\n{\"d\": 4}]"),
              ElementsAre("{\"a\": 1}", "{\"b\": \"open},\n", "{\"c\": 3}", "{\"d\": 4}"));
}

TEST(JsonValues, TellsAnUnclosedArrayAndWhatFollowsOne) {
  std::string_view value;
  JsonValues open("[{\"a\": 1}, {\"b\"");
  while (open.next(value)) {
  }
  EXPECT_FALSE(open.closed());
  JsonValues trailing("[{\"a\": 1}] x");
  while (trailing.next(value)) {
  }
  EXPECT_TRUE(trailing.closed());
  EXPECT_TRUE(trailing.trailing());
}

TEST(JsonValues, EndsOnAnyInputAndGivesItInOrder) {
  constexpr std::string_view kBytes = "{}[]\",:\\ \na1";
  std::mt19937 random(3);
  for (int round = 0; round < 20'000; ++round) {
    std::string json;
    for (auto size = random() % 40; size > 0; --size) json += kBytes[random() % kBytes.size()];
    JsonValues values(json);
    const char* behind = json.data();
    std::string_view value;
    while (values.next(value)) {
      ASSERT_FALSE(value.empty()) << json;
      ASSERT_GE(value.data(), behind) << json;
      behind = value.data() + value.size();
      ASSERT_LE(behind, json.data() + json.size()) << json;
    }
  }
}

TEST(JsonValues, StaysLinearOnBracketsThatNeverMatch) {
  constexpr std::size_t kSize = 2'000'000;
  EXPECT_THAT(values_of(std::string(kSize, '[') + std::string(kSize, '}')), SizeIs(1));
  EXPECT_THAT(values_of(std::string(kSize, '{')), SizeIs(kSize));
  EXPECT_THAT(values_of("{\"a\":[" + std::string(kSize, '{')), SizeIs(1));
}

}  // namespace
}  // namespace alatoo
