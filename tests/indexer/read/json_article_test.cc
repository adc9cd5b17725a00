// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/ninjs.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <string>

namespace alatoo {
namespace {

struct Read {
  Article article;
  std::string reason;
  std::size_t broken_bytes = 0;
};

Read read(std::string_view json) {
  Read result;
  result.reason = read_ninjs(json, result.article, result.broken_bytes).value_or("");
  return result;
}

Article article_of(std::string_view json) {
  Read result = read(json);
  EXPECT_EQ(result.reason, "") << json;
  return std::move(result.article);
}

TEST(Ninjs, ReadsVersion3) {
  const Article article = article_of(R"({
    "uri": "urn:news:1", "language": "en-GB", "versionCreated": "2010-04-15T10:00:00Z",
    "headlines": [{"role": "sub", "value": "Smaller"}, {"role": "main", "value": "Crowd leaves square"}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>Other &amp; text</p>"},
               {"role": "main", "contentType": "text/plain", "value": "First line.\n\nSecond."}],
    "by": "A. Writer", "located": "OSH",
    "infoSources": [{"name": "Agency", "role": "originalInfo"}, {"name": "Daily", "role": "publisher"}],
    "people": [{"name": "Ada Lovelace", "rel": "Subject"}, {"rel": "nameless"}, "Bob Bemer"],
    "places": [{"name": "Osh", "rel": "city", "geoJSON": {"type": "Point", "coordinates": [72.8, 40.5]}}],
    "organisations": [{"name": "OSCE"}], "somethingElse": {"deep": [1, 2, 3]}})");
  EXPECT_EQ(article.id, "urn:news:1");
  EXPECT_TRUE(article.id_is_uri);
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.headline, "Crowd leaves square");
  EXPECT_EQ(article.text, "Crowd leaves square\n\nFirst line.\n\nSecond.");
  ASSERT_EQ(article.zones.size(), 1u);
  EXPECT_EQ(article.zones[0].kind, ZoneKind::headline);
  EXPECT_EQ(article.zones[0].span.of(article.text), "Crowd leaves square");
  EXPECT_EQ(article.byline, "A. Writer");
  EXPECT_EQ(article.located, "OSH");
  EXPECT_EQ(article.source, "Daily");
  EXPECT_EQ(article.date.iso(), "2010-04-15");
  EXPECT_EQ(article.date_evidence, DateEvidence::metadata);
  ASSERT_EQ(article.supplied_people.size(), 2u);
  EXPECT_EQ(article.supplied_people[0].name, "Ada Lovelace");
  EXPECT_EQ(article.supplied_people[0].rel, "subject");
  EXPECT_EQ(article.supplied_people[1].name, "Bob Bemer");
  ASSERT_EQ(article.supplied_places.size(), 1u);
  EXPECT_EQ(article.supplied_places[0].rel, "city");
  ASSERT_EQ(article.supplied_organisations.size(), 1u);
}

TEST(Ninjs, ReadsVersion1) {
  const Article article = article_of(R"({
    "uri": "u", "headline": "Headline", "byline": "B", "versioncreated": "2011-02-03T00:30:00+06:00",
    "body_html": "<p>One.</p><p>Two.</p>", "infosource": [{"name": "Wire"}],
    "person": [{"name": "P", "scheme": "x", "code": "y"}], "place": [{"name": "L"}],
    "organisation": [{"name": "O"}]})");
  EXPECT_EQ(article.text, "Headline\n\nOne.\n\nTwo.");
  EXPECT_EQ(article.byline, "B");
  EXPECT_EQ(article.source, "Wire");
  EXPECT_EQ(article.date.iso(), "2011-02-03");  // the day of the stated zone, not of UTC
  EXPECT_EQ(article.supplied_people.size(), 1u);
  EXPECT_EQ(article.supplied_places.size(), 1u);
  EXPECT_EQ(article.supplied_organisations.size(), 1u);
}

TEST(Ninjs, ReadsSimpleDumps) {
  const Article article = article_of(
      R"({"headline": "H", "body": "Of <LM Ericsson> and others.", "date": "2009-12", "people": "Solo"})");
  EXPECT_EQ(article.id, "");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_EQ(article.text, "H\n\nOf <LM Ericsson> and others.");
  EXPECT_EQ(article.date.iso(), "2009-12");
  EXPECT_EQ(article.date.precision(), "month");
  EXPECT_EQ(article.supplied_people.size(), 1u);
  EXPECT_EQ(article_of(R"({"body": "<p>One</p><p>Two</p>"})").text, "One\n\nTwo");
}

TEST(Ninjs, PrefersPlainTextAmongBodies) {
  EXPECT_EQ(article_of(R"({"body_html": "<p>A</p>", "body_text": "B"})").text, "B");
  EXPECT_EQ(article_of(R"({"body_text": " ", "body_xhtml": "<p>A</p>"})").text, "A");
  EXPECT_EQ(article_of(R"({"bodies": [{"role": "summary", "value": "S"}, {"value": "B"}]})").text,
            "B");
}

TEST(Ninjs, AnEmptyHeadlineIsNone) {
  for (const char* headline : {"null", "\"\"", "\" \\n\"", "[]", "[{\"value\": \"\"}]", "7"}) {
    const Article article =
        article_of(std::string(R"({"body": "Text.", "headline": )") + headline + "}");
    EXPECT_FALSE(article.headline) << headline;
    EXPECT_EQ(article.text, "Text.") << headline;
    EXPECT_TRUE(article.zones.empty()) << headline;
  }
}

TEST(Ninjs, AHeadlineAloneIsAnArticle) {
  const Article article = article_of(R"({"headline": "Only\n  this"})");
  EXPECT_EQ(article.text, "Only this");
  EXPECT_EQ(article.headline, "Only this");
}

TEST(Ninjs, AHeadlineRepeatedInTheBodyStandsOnce) {
  EXPECT_EQ(article_of(R"({"headline": "Same words", "body": "\nSame  words\n\nThe story."})").text,
            "Same words\n\nThe story.");
  EXPECT_EQ(article_of(R"({"headline": "Same", "body": "Same"})").text, "Same");
  EXPECT_EQ(article_of(R"({"headline": "Same", "body": "Same words follow"})").text,
            "Same\n\nSame words follow");
}

TEST(Ninjs, NothingToReadIsAReason) {
  for (const char* json : {"{}", R"({"uri": "u"})", R"({"headline": null, "bodies": []})",
                           R"({"body": 5, "headline": {"value": []}})"}) {
    EXPECT_EQ(read(json).reason, "no text: neither headline nor body") << json;
  }
}

TEST(Ninjs, AMemberOfAnotherTypeIsIgnored) {
  const Article article = article_of(R"({"uri": 5, "headline": "H", "language": ["en"], "by": {},
    "date": 20100407, "people": 3, "places": [[1], null, {"name": 4}], "organisations": {"name": "O"},
    "infoSources": "Wire", "located": null})");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_FALSE(article.language);
  EXPECT_FALSE(article.byline);
  EXPECT_FALSE(article.date.known());
  EXPECT_TRUE(article.supplied_people.empty());
  EXPECT_TRUE(article.supplied_places.empty());
  EXPECT_EQ(article.supplied_organisations.size(), 1u);
  EXPECT_EQ(article.source, "Wire");
}

TEST(Ninjs, LanguagesThatAreNone) {
  EXPECT_EQ(article_of(R"({"body": "B", "language": "RU"})").language, "ru");
  EXPECT_EQ(article_of(R"({"body": "B", "language": "zh_Hans"})").language, "zh");
  EXPECT_FALSE(article_of(R"({"body": "B", "language": "English"})").language);
  EXPECT_FALSE(article_of(R"({"body": "B", "language": ""})").language);
}

class NinjsDate : public testing::Test {
 protected:
  void SetUp() override { setenv("SOURCE_DATE_EPOCH", "1271289600", 1); }  // 2010-04-15
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  static std::string date(const std::string& members) {
    return article_of(R"({"body": "B", )" + members + "}").date.iso();
  }
};

TEST_F(NinjsDate, PublicationBeforeCreationBeforeVersion) {
  EXPECT_EQ(date(R"("versionCreated": "2010-04-04", "contentCreated": "2010-04-03",
                    "firstCreated": "2010-04-02", "published": "2010-04-01")"),
            "2010-04-01");
  EXPECT_EQ(date(R"("versionCreated": "2010-04-04", "contentCreated": "2010-04-03",
                    "firstCreated": "2010-04-02")"),
            "2010-04-02");
  EXPECT_EQ(date(R"("versionCreated": "2010-04-04", "contentCreated": "2010-04-03")"),
            "2010-04-03");
}

TEST_F(NinjsDate, AnUnreadableOneGivesWayToTheNext) {
  EXPECT_EQ(date(R"("published": "last week", "versionCreated": "2010-04-04")"), "2010-04-04");
  EXPECT_EQ(date(R"("published": "2010-02-30", "date": "2010")"), "2010");
}

TEST_F(NinjsDate, TheFutureIsRefused) {
  EXPECT_EQ(date(R"("date": "2010-04-15")"), "2010-04-15");
  EXPECT_EQ(date(R"("date": "2010-04-16T02:00:00+14:00")"), "2010-04-16");
  EXPECT_EQ(date(R"("date": "2010-04-17")"), "");
  EXPECT_EQ(date(R"("date": "2010-05")"), "");
  EXPECT_EQ(date(R"("date": "2010")"), "2010");
  EXPECT_EQ(article_of(R"({"body": "B", "date": "2999-01-01"})").date_evidence, DateEvidence::none);
}

TEST(Ninjs, ReasonsNameThePlace) {
  EXPECT_EQ(read(R"({"headline": "A" "body": "B"})").reason,
            "not valid JSON (missing comma or brace near byte 18)");
  EXPECT_EQ(read("").reason, "not a JSON object");
  EXPECT_EQ(read("[1]").reason, "not a JSON object");
  EXPECT_EQ(read("nonsense").reason, "not a JSON object");
  EXPECT_EQ(read(R"({"headline": "\ud83d"})").reason,
            "not valid JSON (half a surrogate pair near byte 15)");
  EXPECT_EQ(read(R"({"headline": "\udc00"})").reason,
            "not valid JSON (half a surrogate pair near byte 15)");
  EXPECT_EQ(read(R"({"headline": "A", "n": 123456789012345678901234567890})").reason,
            "not readable JSON (a number is out of range)");
  std::string deep =
      R"({"headline": "A", "x": )" + std::string(5000, '[') + std::string(5000, ']') + "}";
  EXPECT_EQ(read(deep).reason, "not readable JSON (nested too deeply)");
}

TEST(Ninjs, DuplicateMembersDoNoHarm) {
  EXPECT_EQ(article_of(R"({"headline": "A", "headline": "B"})").text, "A");
}

TEST(Ninjs, BytesThatAreNoUtf8AreReplacedAndCounted) {
  const Read result = read("{\"headline\": \"Caf\xE9 shut\"}");
  EXPECT_EQ(result.reason, "");
  EXPECT_EQ(result.article.text, "Caf\xEF\xBF\xBD shut");
  EXPECT_EQ(result.broken_bytes, 1u);
}

TEST(Ninjs, TextIsComposedAndFreeOfNuls) {
  const Article article = article_of(R"({"headline": "Cafe\u0301", "body": "a\u0000b\r\nc"})");
  EXPECT_EQ(article.text, "Café\n\na b\nc");
  EXPECT_EQ(article.zones[0].span.of(article.text), *article.headline);
}

}  // namespace
}  // namespace alatoo
