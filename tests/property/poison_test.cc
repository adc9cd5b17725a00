// SPDX-License-Identifier: GPL-3.0-or-later
// What must neither stop the indexer nor hide other articles: every one is indexed and found.
#include <gtest/gtest.h>

#include "common/json.h"
#include "searcher/search.h"
#include "tests/property/archives.h"
#include "tests/property/random_archive.h"

namespace alatoo {
namespace {

std::string line(const std::string& id, const std::string& body, const std::string& name = "") {
  Json json = {{"uri", id}, {"body_text", body}, {"headline", "Marker " + body.substr(0, 50)}};
  if (!name.empty()) {
    json["people"] = name;
    json["organisations"] = name;
    json["places"] = {{{"name", name}, {"rel", "city"}}};
    json["source"] = name;
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

TEST(Poison, IsIndexedAndFound) {
  using namespace std::string_literals;
  const std::string controls = "a\x01\x02\x1F\x7F\u0080\u0085b";
  const std::string long_id = "urn:" + std::string(3000, 'i');
  const std::vector<std::string> lines = {
      line(long_id, "long id marker"),
      line(long_id + "2", "longer id marker"),
      line("nul\0id"s, "text with\0nuls\0\0 marker"s),
      line("controls", controls + " marker"),
      line("word", std::string(1 << 20, 'w') + " marker"),
      line(
          "hyphens", "a" +
                         [] {
                           std::string text;
                           for (int i = 0; i < 20000; ++i) text += "-b";
                           return text;
                         }() +
                         " marker"),
      line(
          "marks", "a" +
                       [] {
                         std::string text;
                         for (int i = 0; i < 5000; ++i) text += "\u0301";
                         return text;
                       }() +
                       " marker"),
      line("name", "marker", std::string(5000, 'N') + " " + std::string(5000, 'M')),
      line("name of nuls", "marker", "N\0N\x01 Nn"s),
      line("blank name", "marker", " \t "),
      line("odd name", "marker", "!!! ???"),
      line("emoji", "😀😀 🏳️‍🌈 marker", "😀 😀"),
      line("ideographs",
           [] {
             std::string text;
             for (int i = 0; i < 3000; ++i) text += "東";
             return text;
           }() +
               " marker"),
  };
  const TempFolder folder;
  const auto authority = small_authority();
  build(folder.path() + "/db", lines, 1, authority);
  const Archive archive(folder.path() + "/db");
  const std::vector<Article> articles = read_articles(lines, authority);
  ASSERT_EQ(articles.size(), lines.size());
  EXPECT_EQ(archive.manifest().articles, lines.size());

  SearchRequest request;
  request.query = "marker";
  request.limit = 100;
  request.facets = {{Field::person, 100, ""}, {Field::source, 100, ""}};
  const Results all = search(archive, request);
  EXPECT_EQ(all.total, lines.size());
  EXPECT_EQ(all.hits.size(), lines.size());
  for (const Article& article : articles) {
    const auto found = archive.find_article(article.id);
    ASSERT_TRUE(found) << article.id.substr(0, 40);
    EXPECT_EQ(found->text, article.text);
  }
  // Each value counts as many articles as its filter finds.
  for (const Facet& facet : all.facets) {
    for (const FacetCount& value : facet.values) {
      SearchRequest one;
      const Field field = find_field(facet.field)->field;
      one.filters[key_index(field)] = {value.id};
      EXPECT_EQ(search(archive, one).total, value.count) << facet.field << " " << value.id;
    }
  }
  request.query = std::string(6000, 'w');  // cut into words of 60 as the text was
  EXPECT_GE(search(archive, request).total, 1U);
}

}  // namespace
}  // namespace alatoo
