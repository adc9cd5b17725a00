// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <random>
#include <string>

#include "common/text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/source.h"
#include "tests/indexer/read/encoded.h"

namespace alatoo {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;
using testing::StartsWith;

Parsed parse_as(Format format, std::string bytes, std::string id = "a.json",
                std::uint64_t line = 0) {
  return parse({.path = id.empty() ? "-" : "in/" + id,
                .id = id,
                .line = line,
                .format = format,
                .bytes = std::move(bytes)});
}

std::vector<std::string> ids_of(const Parsed& parsed) {
  std::vector<std::string> ids;
  for (const Article& article : parsed.articles) ids.push_back(article.id);
  return ids;
}

TEST(Parse, IdsOfOneDocument) {
  Parsed parsed = parse_as(Format::json, R"({"headline": "A"})");
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a.json"));
  EXPECT_EQ(parsed.articles[0].path, "in/a.json");
  parsed = parse_as(Format::json, R"({"uri": "u:1", "headline": "A"})");
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("u:1"));
  EXPECT_TRUE(parsed.articles[0].id_is_uri);
}

TEST(Parse, IdsOfMembers) {
  Parsed parsed = parse_as(Format::json, R"([{"headline": "A"}, {"uri": "u", "headline": "B"}])");
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a.json#1", "u"));
  EXPECT_EQ(parsed.articles[1].path, "in/a.json#2");
  parsed = parse_as(Format::json_lines, R"({"headline": "A"})", "a.jsonl", 7);
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a.jsonl:7"));
  EXPECT_EQ(parsed.articles[0].path, "in/a.jsonl:7");
  parsed = parse_as(Format::json, "{\n\"headline\": \"A\"\n}\n{\n\"headline\": \"B\"\n}\n");
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a.json#1", "a.json#2"));
}

TEST(Parse, IdsOfStandardInputDependOnContentAlone) {
  const auto id = [](Format format, std::string bytes, std::uint64_t line = 0) {
    return ids_of(parse_as(format, bytes, "", line)).at(0);
  };
  const std::string object = R"({"headline": "A"})";
  EXPECT_THAT(id(Format::json_lines, object, 1), testing::MatchesRegex("stdin:[0-9a-f]{16}"));
  EXPECT_EQ(id(Format::json_lines, object, 1), id(Format::json_lines, object, 9));
  EXPECT_EQ(id(Format::json_lines, object, 1), id(Format::json, "[" + object + "]"));
  EXPECT_NE(id(Format::text, "A"), id(Format::text, "B"));
  EXPECT_EQ(id(Format::json, R"({"uri": "u", "headline": "A"})"), "u");
}

TEST(Parse, ABrokenElementCostsItselfOnly) {
  for (const char* broken :
       {R"({"headline": oops})", R"({"headline": "B",})", R"({"uri": "no text"})", "17", "null",
        R"({"headline": "B" "body": 1})", "{\"headline\": \"B\"",
        "{\"headline\": \"\xED\xA0\x80 \\ud800\"}"}) {
    const Parsed parsed = parse_as(
        Format::json, std::string(R"([{"headline": "A"}, )") + broken + R"(, {"headline": "C"}])");
    EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a.json#1", "a.json#3")) << broken;
    ASSERT_EQ(parsed.rejections.size(), 1u) << broken;
    EXPECT_EQ(parsed.rejections[0].where, "in/a.json#2");
  }
}

TEST(Parse, AnArrayThatIsCutShortGivesWhatItHas) {
  const Parsed parsed = parse_as(Format::json, R"([{"headline": "A"}, {"headline": "B"}, {"headl)");
  EXPECT_EQ(parsed.articles.size(), 2u);
  ASSERT_EQ(parsed.rejections.size(), 2u);
  EXPECT_EQ(parsed.rejections[0].where, "in/a.json#3");
  EXPECT_THAT(parsed.rejections[1].reason, HasSubstr("not closed"));
}

TEST(Parse, ReasonsForWholeDocuments) {
  const auto reason = [](std::string json) {
    const Parsed parsed = parse_as(Format::json, std::move(json));
    EXPECT_TRUE(parsed.articles.empty());
    return parsed.rejections.empty()
               ? ""
               : parsed.rejections[0].where + ": " + parsed.rejections[0].reason;
  };
  EXPECT_EQ(reason("[]"), "in/a.json: the array is empty");
  EXPECT_EQ(reason("{}"), "in/a.json: no text: neither headline nor body");
  EXPECT_THAT(reason("{\"headline\": \"A\""), StartsWith("in/a.json: not valid JSON"));
  const Parsed line = parse_as(Format::json_lines, "{\"headline\": \"A\"", "a.jsonl", 3);
  ASSERT_EQ(line.rejections.size(), 1u);
  EXPECT_EQ(line.rejections[0].where, "in/a.jsonl:3");
}

TEST(Parse, WhatFollowsAnArrayIsTold) {
  const Parsed parsed = parse_as(Format::json, R"([{"headline": "A"}] {"headline": "B"})");
  EXPECT_EQ(parsed.articles.size(), 1u);
  EXPECT_EQ(parsed.rejections.size(), 1u);
}

TEST(Parse, ManyBrokenElementsAreCountedNotListed) {
  std::string json = "[{\"headline\": \"A\"}";
  for (int i = 0; i < 5000; ++i) json += ", {]}";
  const Parsed parsed = parse_as(Format::json, json + "]");
  EXPECT_EQ(parsed.articles.size(), 1u);
  EXPECT_LE(parsed.rejections.size(), 1002u);
}

TEST(Parse, ByteOrderMarksAndUtf16) {
  EXPECT_EQ(parse_as(Format::json, "\xEF\xBB\xBF{\"headline\": \"A\"}").articles.size(), 1u);
  EXPECT_EQ(
      parse_as(Format::json_lines, "\xEF\xBB\xBF{\"headline\": \"A\"}", "a", 1).articles.size(),
      1u);
  std::string wide = "\xFF\xFE"s;
  for (const char c : R"({"headline": "A"})"s) wide += {c, '\0'};
  EXPECT_EQ(parse_as(Format::json, wide).articles.size(), 1u);
}

TEST(Parse, JsonOfOtherEncodings) {
  const std::string russian = "{\"headline\": \"Порт закрыт до утра\"}";
  for (const char* encoding : {"windows-1251", "KOI8-R", "UTF-16LE", "UTF-16BE"}) {
    for (const std::string& json : {russian, "[" + russian + ", " + russian + "]"}) {
      const Parsed parsed = parse_as(Format::json, encoded(json, encoding));
      ASSERT_FALSE(parsed.articles.empty()) << encoding;
      EXPECT_EQ(parsed.articles.back().text, "Порт закрыт до утра") << encoding;
      EXPECT_THAT(parsed.articles.back().notes,
                  testing::ElementsAre("read as " + std::string(encoding)));
    }
  }
  const Parsed line = parse_as(Format::json_lines, encoded(russian, "windows-1251"), "a", 3);
  ASSERT_EQ(line.articles.size(), 1u);
  EXPECT_EQ(line.articles[0].text, "Порт закрыт до утра");
  // The second byte of a character may be what JSON ends strings with.
  const std::string japanese = "{\"headline\": \"港の表は昨日の夜から閉鎖されている。\"}";
  const Parsed parsed = parse_as(Format::json, encoded(japanese, "Shift_JIS"));
  ASSERT_EQ(parsed.articles.size(), 1u);
  EXPECT_EQ(parsed.articles[0].text, "港の表は昨日の夜から閉鎖されている。");
}

TEST(Parse, BrokenBytesAreCountedAndNotedWhereTheyAre) {
  const std::string fine = "{\"headline\": \"Порт закрыт\"}";
  const std::string broken = "{\"headline\": \"Порт\xFF за\xFFкрыт\"}";
  Parsed parsed = parse_as(Format::json, "[" + fine + "," + broken + "]");
  ASSERT_EQ(parsed.articles.size(), 2u);
  EXPECT_EQ(parsed.broken_bytes, 2u);
  EXPECT_THAT(parsed.articles[0].notes, testing::IsEmpty());
  EXPECT_THAT(parsed.articles[1].notes, testing::ElementsAre("2 broken bytes were replaced"));
  parsed = parse_as(Format::text, "Порт закрыт \xFF");
  EXPECT_EQ(parsed.broken_bytes, 1u);
  EXPECT_THAT(parsed.articles.at(0).notes, testing::ElementsAre("1 broken byte was replaced"));
  parsed = parse_as(Format::text, "The caf\xE9 on the quay");
  EXPECT_EQ(parsed.broken_bytes, 0u);
  EXPECT_EQ(parsed.articles.at(0).text, "The café on the quay");
  EXPECT_THAT(parsed.articles.at(0).notes, testing::ElementsAre("read as windows-1252"));
}

TEST(Parse, ADocumentIsReadAsItDeclares) {
  Parsed parsed = parse_as(Format::mail, encoded("Title: Порт\nContent-Type: text/plain; "
                                                 "charset=koi8-r\n\nЩит",
                                                 "KOI8-R"));
  ASSERT_EQ(parsed.articles.size(), 1u);
  EXPECT_EQ(parsed.articles[0].text, "Порт\n\nЩит");
  EXPECT_THAT(parsed.articles[0].notes, testing::IsEmpty());
}

TEST(Parse, AWrapperNumbersItsArticles) {
  Parsed parsed = parse_as(Format::json, R"({"articles": [{"title": "A"}, {"x": 1}]})");
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a.json#1"));
  ASSERT_EQ(parsed.rejections.size(), 1u);
  EXPECT_EQ(parsed.rejections[0].where, "in/a.json#2");
  parsed = parse_as(Format::json_lines, R"({"items": [{"title": "A"}, {"title": "B"}]})", "a", 4);
  EXPECT_THAT(ids_of(parsed), testing::ElementsAre("a:4#1", "a:4#2"));
}

/// What holds for any input.
void expect_sane(const Parsed& parsed, const std::string& bytes) {
  for (const Article& article : parsed.articles) {
    EXPECT_FALSE(article.id.empty()) << bytes;
    EXPECT_FALSE(trim(article.text).empty()) << bytes;
    std::string text = article.text;
    EXPECT_EQ(clean_utf8(text), 0u) << bytes;
    EXPECT_EQ(text, article.text) << bytes;
    std::uint32_t end = 0;
    for (const Zone& zone : article.zones) {
      ASSERT_LE(end, zone.span.begin) << bytes;
      ASSERT_LT(zone.span.begin, zone.span.end) << bytes;
      ASSERT_LE(zone.span.end, article.text.size()) << bytes;
      end = zone.span.end;
      if (zone.kind != ZoneKind::headline || !article.headline) continue;
      EXPECT_EQ(zone.span.of(article.text), article.headline) << bytes;
    }
  }
  EXPECT_FALSE(parsed.articles.empty() && parsed.rejections.empty()) << bytes;
  for (const Rejection& rejection : parsed.rejections) {
    EXPECT_FALSE(rejection.reason.empty()) << bytes;
    EXPECT_EQ(rejection.reason.find('\n'), std::string::npos) << bytes;
  }
}

TEST(Parse, AnyBytesGiveArticlesOrReasons) {
  const unsigned seed = 20100415;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string good =
      R"([{"uri": "u", "headlines": [{"value": "Äé\u00e9"}], "bodies": [{"value": "x\ny", "contentType":)"
      R"( "text/html"}], "date": "2010-04-07", "people": ["A", {"name": "B", "rel": "c"}]}, {"body": "<p>z"},)"
      R"( {"@graph": [{"@type": "Article", "title": "q", "author": {"@id": "#a"}}, {"@id": "#a"}]}])";
  const std::string mail =
      "Title: =?koi8-r?Q?=C1?=\nDate: 2010\nContent-Transfer-Encoding: base64\n\nQUJD";
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    if (round % 3 == 0) {
      for (auto size = random() % 80; size > 0; --size) bytes += static_cast<char>(random());
    } else {
      bytes = round % 3 == 1 ? good : mail;
      for (auto edits = 1 + random() % 6; edits > 0; --edits) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 3) {
          case 0:
            bytes[at] = static_cast<char>(random());
            break;
          case 1:
            bytes.erase(at, random() % 9);
            break;
          default:
            bytes.insert(at, 1, "{}[]\",:\\"[random() % 8]);
        }
      }
    }
    for (const Format format :
         {Format::text, Format::json, Format::json_lines, Format::mail, Format::html}) {
      expect_sane(parse_as(format, bytes, "a", 1), bytes);
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace alatoo
