// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_article.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <string>

namespace alatoo {
namespace {

using testing::ElementsAre;

Members members_of(std::string_view json) {
  std::optional<Members> members = read_json_article(json);
  EXPECT_TRUE(members.has_value()) << json;
  return members ? std::move(*members) : Members();
}

std::string reason_of(std::string_view json) {
  const Members members = members_of(json);
  EXPECT_EQ(members.size(), 1u) << json;
  return members.empty() ? "" : members[0].refusal;
}

Article article_of(std::string_view json) {
  Members members = members_of(json);
  EXPECT_EQ(members.size(), 1u) << json;
  if (members.empty()) return {};
  EXPECT_EQ(members[0].refusal, "") << json;
  return std::move(members[0].article);
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
    EXPECT_EQ(reason_of(json), "no text: neither headline nor body") << json;
  }
}

TEST(Ninjs, AMemberOfAnotherTypeIsIgnored) {
  const Article article = article_of(R"({"uri": 5, "headline": "H", "language": ["en"], "by": {},
    "date": [20100407, {}], "people": 3, "places": [[1], null, {"name": 4}], "organisations": {"name": "O"},
    "infoSources": "Wire", "located": null})");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_EQ(article.language, "en");
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
  EXPECT_FALSE(article_of(R"({"body": "B", "language": "Klingonese"})").language);
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
  EXPECT_EQ(reason_of(R"({"headline": "A" "body": "B"})"),
            "not valid JSON (missing comma or brace near byte 18)");
  EXPECT_EQ(reason_of(""), "not a JSON object");
  EXPECT_EQ(reason_of("[1]"), "not a JSON object");
  EXPECT_EQ(reason_of("nonsense"), "not a JSON object");
  EXPECT_EQ(reason_of(R"({"headline": "\ud83d"})"),
            "not valid JSON (half a surrogate pair near byte 15)");
  EXPECT_EQ(reason_of(R"({"headline": "\udc00"})"),
            "not valid JSON (half a surrogate pair near byte 15)");
  EXPECT_EQ(reason_of(R"({"headline": "A", "n": 123456789012345678901234567890})"),
            "not readable JSON (a number is out of range)");
  std::string deep =
      R"({"headline": "A", "x": )" + std::string(5000, '[') + std::string(5000, ']') + "}";
  EXPECT_EQ(reason_of(deep), "not readable JSON (nested too deeply)");
}

TEST(Ninjs, DuplicateMembersDoNoHarm) {
  EXPECT_EQ(article_of(R"({"headline": "A", "headline": "B"})").text, "A");
}

TEST(JsonArticle, BytesThatAreNoUtf8AreNotRead) {
  EXPECT_FALSE(read_json_article("{\"headline\": \"Caf\xE9 shut\"}"));
  EXPECT_FALSE(read_json_article("{\"headline\": \"Caf\xE9 shut"));
  EXPECT_TRUE(read_json_article("{\"headline\": \"Caf\u00E9 shut"));
}

TEST(Ninjs, TextIsComposedAndFreeOfNuls) {
  const Article article = article_of(R"({"headline": "Cafe\u0301", "body": "a\u0000b\r\nc"})");
  EXPECT_EQ(article.text, "Café\n\na b\nc");
  EXPECT_EQ(article.zones[0].span.of(article.text), *article.headline);
}

std::vector<std::string> names_of(const std::vector<SuppliedName>& names) {
  std::vector<std::string> out;
  for (const SuppliedName& one : names) out.push_back(one.name + "/" + one.rel);
  return out;
}

TEST(JsonArticle, ReadsSchemaOrg) {
  const Article article = article_of(R"({
    "@context": "https://schema.org", "@type": ["ReportageNewsArticle"],
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://courier.example/a"},
    "headline": "Pier shut", "articleBody": "The pier was shut.", "inLanguage": {"@type": "Language", "name": "English"},
    "datePublished": "2010-05-15T23:30:00+06:00", "dateModified": "2010-05-17",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek", "url": "https://x"}],
    "publisher": {"@type": "Organization", "name": "The Courier", "logo": {"@type": "ImageObject"}},
    "dateline": "OSH, April 7 (Wire) -", "contentLocation": {"@type": "Place", "name": "Osh"},
    "about": [{"@type": "Person", "name": "Cy Dee"}, {"@type": "City", "name": "Batken"}, "harbours"],
    "mentions": {"@type": "GovernmentOrganization", "name": "Port Office"}})");
  EXPECT_EQ(article.text, "Pier shut\n\nThe pier was shut.");
  EXPECT_EQ(article.url, "https://courier.example/a");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.byline, "Ann Lee, Bo Ek");
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.located, "OSH");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_THAT(names_of(article.supplied_people), ElementsAre("Cy Dee/"));
  EXPECT_THAT(names_of(article.supplied_places), ElementsAre("Osh/", "Batken/city"));
  EXPECT_THAT(names_of(article.supplied_organisations), ElementsAre("Port Office/"));
}

TEST(JsonArticle, FindsTheArticleOfAGraphAndWhatItRefersTo) {
  const Article article = article_of(R"({"@context": "https://schema.org", "@graph": [
    {"@type": "Organization", "@id": "#org", "name": "The Courier"},
    {"@type": "WebPage", "name": "A page"},
    {"@type": "NewsArticle", "headline": "Pier shut", "articleBody": "Text.",
     "author": {"@id": "#ann"}, "publisher": {"@id": "#org"}},
    {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]})");
  EXPECT_EQ(article.headline, "Pier shut");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.source, "The Courier");
}

TEST(JsonArticle, RefusesOtherTypes) {
  EXPECT_EQ(reason_of(R"({"@type": "Organization", "name": "The Courier"})"),
            "no article: its @type is \"Organization\"");
}

TEST(JsonArticle, ReadsTrafilatura) {
  const Article article = article_of(R"({"title": "Pier shut", "author": "Ann Lee; Bo Ek",
    "hostname": "courier.example", "date": "2010-05-15", "fingerprint": "6d1e", "id": null,
    "comments": "", "raw_text": "Menu The pier was shut.", "text": "The pier was shut.\nIt rained.",
    "language": null, "source": "https://www.courier.example/a", "source-hostname": "The Courier",
    "excerpt": "Shut.", "categories": "News", "tags": "pier"})");
  EXPECT_EQ(article.text, "Pier shut\n\nThe pier was shut.\nIt rained.");
  EXPECT_EQ(article.byline, "Ann Lee, Bo Ek");
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.url, "https://www.courier.example/a");
  EXPECT_FALSE(article.id_is_uri);
  EXPECT_FALSE(article.language);
}

TEST(JsonArticle, ReadsWhatScrapersAndDataSetsWrite) {
  Article article = article_of(R"({"authors": ["Ann Lee", "https://www.facebook.com/courier"],
    "date_download": "2020-01-01 00:00:00", "date_modify": "2010-05-16", "date_publish": "2010-05-15 10:00:00",
    "description": "Shut.", "language": "en", "maintext": "The pier was shut.", "source_domain": "www.courier.example",
    "title": "Pier shut", "url": "https://courier.example/a"})");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.source, "courier.example");
  article = article_of(R"({"Title": "Pier shut", "Text": "The pier.", "publish-date": 1273936980,
                           "domain": "courier.example"})");
  EXPECT_EQ(article.text, "Pier shut\n\nThe pier.");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.source, "courier.example");
  article = article_of(R"({"title": {"rendered": "Pier &amp; quay"}, "link": "http://c.example/1",
                           "content": {"rendered": "<p>One.</p><p>Two.</p>", "protected": false}})");
  EXPECT_EQ(article.text, "Pier & quay\n\nOne.\n\nTwo.");
  article = article_of(R"({"headline": "H", "body": ["One.", "Two."]})");
  EXPECT_EQ(article.text, "H\n\nOne.\n\nTwo.");
  article = article_of(R"({"headline": "H", "paragraphs": ["One.", "Two."], "timestamp": 1273936980,
                           "site": "The Courier"})");
  EXPECT_EQ(article.text, "H\n\nOne.\n\nTwo.");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.source, "The Courier");
  article = article_of(R"({"post_title": "H", "post_content": "<p>One.</p>", "name": "slug",
                           "post_date": "2010-05-15 10:00:00"})");
  EXPECT_EQ(article.text, "H\n\nOne.");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  article = article_of(R"({"headline": "H", "description": "All there is."})");
  EXPECT_EQ(article.text, "H\n\nAll there is.");
  article = article_of(R"({"headline": "H", "body": null, "articleBody": "", "text": "T"})");
  EXPECT_EQ(article.text, "H\n\nT");
}

TEST(JsonArticle, AHeadlineRepeatedInHtmlStandsOnce) {
  const Article article =
      article_of(R"({"headline": "Pier shut", "body_html": "<p>Pier  shut</p><p>The pier.</p>"})");
  EXPECT_EQ(article.text, "Pier shut\n\nThe pier.");
  for (const Zone& zone : article.zones) ASSERT_LE(zone.span.end, article.text.size());
}

TEST(JsonArticle, WhatStandsInAMemberOfItsOwn) {
  Article article = article_of(R"({"_index": "news", "_id": "7", "_source": {"headline": "A",
      "body": "B", "published_at": "2010-05-15T10:00:00Z"}})");
  EXPECT_EQ(article.text, "A\n\nB");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  article = article_of(R"({"response": {"results": [{"webTitle": "A in short", "id": "a/1",
      "webPublicationDate": "2010-05-15T10:00:00Z",
      "fields": {"headline": "A", "byline": "Ann Lee", "body": "<p>B</p>"}}]}})");
  EXPECT_EQ(article.text, "A\n\nB");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
}

TEST(JsonArticle, AHeadlineDoesNotEndWithItsSource) {
  EXPECT_EQ(article_of(R"({"title": "Pier shut - The Courier", "content": "The pier.",
                           "source": {"id": null, "name": "The Courier"}})")
                .headline,
            "Pier shut");
}

TEST(JsonArticle, AWrapperGivesWhatItWraps) {
  for (
      const char* json :
      {R"({"status": "ok", "articles": [{"title": "A"}, {"title": "B", "content": "C"}]})",
       R"({"title": "Feed", "items": [{"title": "A"}, {"title": "B"}]})",
       R"({"took": 1, "hits": {"total": 2, "hits": [{"_id": "1", "_source": {"title": "A"}}, {"_source": {"title": "B"}}]}})",
       R"({"response": {"docs": [{"title": "A"}, {"title": "B"}]}})"}) {
    const Members members = members_of(json);
    ASSERT_EQ(members.size(), 2u) << json;
    EXPECT_EQ(members[0].article.headline, "A");
    EXPECT_EQ(members[1].article.headline, "B");
  }
  EXPECT_EQ(article_of(R"({"headline": "A", "body": "B", "items": [{"title": "C"}]})").text,
            "A\n\nB");
  EXPECT_EQ(members_of(R"({"articles": [{"title": "A"}, {"x": 1}]})")[1].refusal,
            "no text: neither headline nor body");
}

}  // namespace
}  // namespace alatoo
