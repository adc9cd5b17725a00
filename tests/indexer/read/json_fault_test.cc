// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_fault.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <random>
#include <string>

namespace alatoo {
namespace {

void expect_fault(std::string_view json, std::size_t byte, std::string_view what) {
  const auto fault = json_fault(json);
  ASSERT_TRUE(fault.has_value()) << json;
  EXPECT_EQ(fault->what, what) << json;
  EXPECT_EQ(fault->byte, byte) << json;
}

TEST(JsonFault, NoneInJson) {
  for (const char* json : {R"({})", R"([])", R"( {"a": [1, -2.5e+10, 0, true, false, null, "b"]} )",
                           R"("é \u00e9 \ud83d\ude00 \" \\ \/ \b\f\n\r\t")", "0.5", "[[[]]]"}) {
    EXPECT_FALSE(json_fault(json)) << json;
  }
}

TEST(JsonFault, NamesPlaceAndFault) {
  expect_fault("", 1, "it ends too early");
  expect_fault(R"({"a": 1 "b": 2})", 9, "missing comma or brace");
  expect_fault(R"({"a": 1)", 8, "it ends too early");
  expect_fault(R"({"a" 1})", 6, "missing colon");
  expect_fault(R"({"a": })", 7, "a value should stand");
  expect_fault(R"({a: 1})", 2, "a name in double quotes should stand");
  expect_fault(R"({"a": 1,})", 9, "a name in double quotes should stand");
  expect_fault(R"({"a": "b})", 7, "a string is not closed");
  expect_fault("{\"a\": \"b\nc\"}", 9, "line break or control character in a string");
  expect_fault(R"({"a": "\x"})", 8, "unknown escape");
  expect_fault(R"({"a": "\u12g4"})", 8, "malformed \\u escape");
  expect_fault(R"({"a": "\ud83d"})", 8, "half a surrogate pair");
  expect_fault(R"({"a": -})", 8, "malformed number");
  expect_fault(R"({"a": [1}])", 9, "missing comma or brace");
  expect_fault(R"({} {})", 4, "something follows the end");
}

TEST(JsonFault, DeepNestingIsNoFault) {
  const std::string open(1 << 20, '[');
  const std::string close(1 << 20, ']');
  EXPECT_FALSE(json_fault(open + close));
  expect_fault(open, open.size() + 1, "it ends too early");
}

// simdjson is the naive twin: what it refuses for its grammar has a fault, and the other way round.
TEST(JsonFault, AgreesWithTheParserOnDamagedDocuments) {
  const std::string good =
      R"({"uri": "u:1", "n": [0, -1.5e3, {"x": null}], "t": "a\u00e9\n\"b", "ok": true, "e": {}})";
  constexpr std::string_view kBytes = "{}[]\",:\\0e-. tn";
  std::mt19937 random(5);
  simdjson::dom::parser parser;
  for (int round = 0; round < 20'000; ++round) {
    std::string json = good;
    for (auto edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t at = random() % json.size();
      if (random() % 2 == 0) {
        json[at] = kBytes[random() % kBytes.size()];
      } else {
        json.erase(at, 1);
      }
    }
    const auto code = parser.parse(json).error();
    EXPECT_EQ(json_fault(json).has_value(), code != simdjson::SUCCESS)
        << json << ": " << simdjson::error_message(code);
  }
}

}  // namespace
}  // namespace alatoo
