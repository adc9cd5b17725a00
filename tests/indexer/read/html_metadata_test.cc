// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/read/html_title.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

HtmlMetadata of_json_ld(const std::string& json) {
  HtmlMetadata found;
  add_json_ld({json}, found);
  return found;
}

HtmlMetadata of_page(std::string_view html) {
  const HtmlTree tree(html);
  HtmlMetadata found = metadata_of(tree);
  add_element_metadata(tree, hints_of(tree), 0, found);
  return found;
}

TEST(HtmlMetadata, JsonLd) {
  const HtmlMetadata found = of_json_ld(
      R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"A &amp; B",
          "datePublished":"2010-05-15","dateModified":"2010-05-16","inLanguage":"en",
          "author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Ek"},"https://x.example/cy"],
          "publisher":{"@type":"Organization","name":"The Courier"},"articleBody":"Text."})");
  EXPECT_TRUE(found.is_one);
  EXPECT_THAT(found.titles, ElementsAre("A & B"));
  EXPECT_THAT(found.dates, ElementsAre("2010-05-15"));
  EXPECT_THAT(found.modified, ElementsAre("2010-05-16"));
  EXPECT_THAT(found.authors, ElementsAre("Ann Lee and Bo Ek"));
  EXPECT_THAT(found.sites, ElementsAre("The Courier"));
  EXPECT_EQ(found.body, "Text.");
}

TEST(HtmlMetadata, JsonLdGraphWithReferences) {
  const HtmlMetadata found = of_json_ld(
      R"([{"@graph":[{"@type":"WebPage","datePublished":"2011-01-01"},
          {"@type":["Article","ReportageNewsArticle"],"headline":"A","author":{"@id":"#a"},
           "publisher":{"@id":"#o"}},
          {"@type":"Person","@id":"#a","name":"Ann Lee"},
          {"@type":"Organization","@id":"#o","name":"The Courier"}]}])");
  EXPECT_THAT(found.titles, ElementsAre("A"));
  EXPECT_THAT(found.dates, ElementsAre("2011-01-01"));
  EXPECT_THAT(found.authors, ElementsAre("Ann Lee"));
  EXPECT_EQ(found.sites.front(), "The Courier");
}

TEST(HtmlMetadata, JsonLdTellsTheAddressOfThePage) {
  EXPECT_THAT(
      of_json_ld(R"({"@type":"NewsArticle","mainEntityOfPage":"https://c.example/1"})").urls,
      ElementsAre("https://c.example/1"));
  EXPECT_THAT(of_json_ld(R"({"@type":"NewsArticle","url":"https://c.example/1",
                             "mainEntityOfPage":{"@id":"https://c.example/2#page"}})")
                  .urls,
              ElementsAre("https://c.example/1", "https://c.example/2"));
}

TEST(HtmlMetadata, JsonLdThatIsBroken) {
  EXPECT_THAT(of_json_ld("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A\n b\",} -->").titles,
              ElementsAre("A b"));
  EXPECT_TRUE(of_json_ld("{\"@type\":").damaged);
  EXPECT_TRUE(of_json_ld("").damaged);
  EXPECT_FALSE(of_json_ld("{}").damaged);
  EXPECT_TRUE(of_json_ld(std::string(100'000, '[')).damaged);
}

TEST(HtmlMetadata, ListsOfArticlesAreNoArticle) {
  const HtmlMetadata found = of_json_ld(
      R"([{"@type":"NewsArticle","headline":"A"},{"@type":"NewsArticle","headline":"B"}])");
  EXPECT_FALSE(found.is_one);
  EXPECT_THAT(found.titles, IsEmpty());
}

TEST(HtmlMetadata, MetaTags) {
  const HtmlMetadata found = of_page(
      "<html lang=ru><head><title>A - B</title><meta name=description content=no>"
      "<meta property=og:title content='A'><meta property=og:site_name content='The Courier'>"
      "<meta property=article:modified_time content=2012-01-01>"
      "<meta name=DC.date.issued content=2011-02-03><meta name=my-publish-date content=2011-02-04>"
      "<meta name=citation_author content='Ann Lee'><meta name=citation_author content='Bo Ek'>"
      "<meta name=author content='https://x.example/ann'>"
      "<link rel=Canonical href='https://x.example/1?a=1&amp;b=2'></head><body>x");
  EXPECT_THAT(found.titles, ElementsAre("A", "A - B"));
  EXPECT_THAT(found.dates, ElementsAre("2011-02-03", "2011-02-04"));
  EXPECT_THAT(found.modified, ElementsAre("2012-01-01"));
  EXPECT_THAT(found.authors, ElementsAre("Ann Lee and Bo Ek"));
  EXPECT_THAT(found.sites, ElementsAre("The Courier"));
  EXPECT_THAT(found.languages, ElementsAre("ru"));
  EXPECT_THAT(found.urls, ElementsAre("https://x.example/1?a=1&b=2"));
}

TEST(HtmlMetadata, Elements) {
  const HtmlMetadata found = of_page(
      "<div itemprop=author itemscope><span itemprop=name>Ann Lee</span>, reporter</div>"
      "<time itemprop=datePublished datetime=2013-01-02>yesterday</time>"
      "<abbr class=published title=2013-01-03>x</abbr>"
      "<div class=comments><span itemprop=author>Troll</span></div>");
  EXPECT_THAT(found.authors, ElementsAre("Ann Lee"));
  EXPECT_THAT(found.dates, ElementsAre("2013-01-02", "2013-01-03"));
}

TEST(HtmlTitle, SiteNamesAreCutOff) {
  EXPECT_EQ(PageTitles({"Calm returns - The Courier"}, {"The Courier"}).best(), "Calm returns");
  EXPECT_EQ(PageTitles({"The Courier: Calm returns"}, {"The Courier"}).best(), "Calm returns");
  EXPECT_EQ(PageTitles({"Calm returns to Osh | World"}, {}).best(), "Calm returns to Osh");
  EXPECT_EQ(PageTitles({"Osh - a city between wars"}, {}).best(), "Osh - a city between wars");
  EXPECT_EQ(PageTitles({"The Courier"}, {"The Courier"}).best(), "");
}

TEST(HtmlTitle, Agreement) {
  const PageTitles titles({"Calm returns to the bazaar - The Courier"}, {});
  EXPECT_GE(titles.agreement("Calm returns to the bazaar"), 0.95);
  EXPECT_EQ(titles.agreement("calm returns to the Bazaar: The Courier"), 1);
  EXPECT_EQ(titles.agreement("The Courier"), 0);
  EXPECT_EQ(titles.agreement("Storm over the lake"), 0);
  EXPECT_EQ(titles.agreement(""), 0);
  EXPECT_LT(titles.agreement("Returns"), 0.5);
}

TEST(HtmlTitle, SiteBesideTheHeadline) {
  EXPECT_EQ(site_beside("Calm returns - World - The Courier", "Calm returns"), "The Courier");
  EXPECT_EQ(site_beside("The Courier: Calm returns", "Calm returns"), "The Courier");
  EXPECT_EQ(site_beside("Calm returns - The Courier, 14.05.2019", "Calm returns"), "The Courier");
  EXPECT_EQ(site_beside("Calm returns", "Calm returns"), std::nullopt);
  EXPECT_EQ(without_source("Calm - at last - The Courier", "The Courier"), "Calm - at last");
  EXPECT_EQ(without_source("Calm, says The Courier", "The Courier"), "Calm, says The Courier");
  EXPECT_EQ(without_source("Calm returns", ""), "Calm returns");
  EXPECT_EQ(site_beside("Calm returns and stays", "Calm returns"), std::nullopt);
}

}  // namespace
}  // namespace alatoo
