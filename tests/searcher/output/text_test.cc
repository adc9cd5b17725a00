// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/output/terminal.h"
#include "tests/searcher/output/samples.h"

namespace alatoo {
namespace {

using testing::HasSubstr;
using testing::Not;

const PrinterOptions kPlainText{};
const PrinterOptions kColoured{.color = true};

TEST(TextOutput, PrintsHitsForPeople) {
  EXPECT_EQ(printed(kPlainText, &Printer::results, sample_results()),
            "1 article in 1.2 ms\n"
            "\n"
            "1   Leader flees Osh rally\n"
            "    2010-04-15 · Reuters · unrest/flees.txt\n"
            "    Kurmanbek Bakiyev, Roza Otunbayeva · Osh\n"
            "    Shots were fired in Osh.\n"
            "\n"
            "2   A rally.\n"
            "    b · (without one word)\n");
}

TEST(TextOutput, TellsNamesakesApart) {
  Results results = sample_facet();
  results.facets[0].values = {{"osh-kg", "Osh", 8}, {"batken", "Batken", 3}, {"osh-xx", "Osh", 2}};
  const std::string out = printed(kPlainText, &Printer::facet, results);
  EXPECT_THAT(out, HasSubstr("  Osh (osh-kg)  8  "));
  EXPECT_THAT(out, HasSubstr("  Batken        3  "));
  EXPECT_THAT(out, HasSubstr("  Osh (osh-xx)  2  "));
}

TEST(TextOutput, ExplainsNames) {
  EXPECT_EQ(printed(kPlainText, sample_explanations()),
            "Roza Otunbayeva  (roza-otunbayeva)  12 articles\n"
            "  authority roza-otunbayeva, changes.tsv:3 (merge)\n"
            "  key 'r isakovna': changes.tsv:3 (merge)\n"
            "  key 'roza otunbaeva': authority roza-otunbayeva\n"
            "\n"
            "  Roza Otunbayeva  12  authority roza-otunbayeva, name key 'roza otunbaeva'\n"
            "  Отунбаева         1  in the article: surname of Roza Otunbayeva\n"
            "\n"
            "Sting  (sting)  1 article\n"
            "  key 'sting'\n"
            "\n"
            "  Sting  1  name key 'sting'\n");
}

TEST(TextOutput, SaysHowItMatched) {
  Results results = sample_results();
  results.hits.clear();
  results.total = 40;
  results.match = MatchMode::any;
  EXPECT_EQ(printed(kPlainText, &Printer::results, results), "40 articles (any word) in 1.2 ms\n");
  results.relaxed = true;
  EXPECT_EQ(printed(kPlainText, &Printer::results, results),
            "No article has all the words; 40 articles have some of them, in 1.2 ms\n");
  results.relaxed = false;
  results.query = "rally";
  EXPECT_EQ(printed(kPlainText, &Printer::results, results), "40 articles in 1.2 ms\n");
  results.total = 0;
  results.notes = {"no person is named Bakiyew"};
  results.suggestion = "bakiyev";
  EXPECT_EQ(printed(kPlainText, &Printer::results, results),
            "No articles.\n\nnote: no person is named Bakiyew\nDid you mean: bakiyev?\n");
}

TEST(TextOutput, MarksHighlightsAndNamesInColour) {
  const std::string out = printed(kColoured, &Printer::results, sample_results());
  EXPECT_THAT(out, HasSubstr("\x1b[1mLeader flees Osh \x1b[0m\x1b[1m\x1b[1;33mrally\x1b[0m\n"));
  EXPECT_THAT(out, HasSubstr("\x1b[1;33mShots\x1b[0m were fired in \x1b[4mOsh\x1b[0m."));
}

TEST(TextOutput, SaysTheSameWithoutColour) {
  Results results = sample_results();
  results.facets = sample_facet().facets;
  std::string coloured = printed(kColoured, &Printer::results, results);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, printed(kPlainText, &Printer::results, results));
}

TEST(TextOutput, WrapsPassagesUnderTheirHit) {
  Results results = sample_results();
  results.hits.resize(1);
  const std::string out = printed({.width = 24}, &Printer::results, results);
  EXPECT_THAT(out, HasSubstr("1   Leader flees Osh\n    rally\n"));
  EXPECT_THAT(out, HasSubstr("    Shots were fired in\n      Osh.\n"));
}

TEST(TextOutput, DrawsFacetsAsBars) {
  EXPECT_EQ(printed(kPlainText, &Printer::facet, sample_facet()),
            "1 article in 1.2 ms\n"
            "\n"
            "city (2 of 5)\n"
            "  Osh      8  ██████████████████████████████\n"
            "  Bishkek  3  ███████████▎\n");
}

TEST(TextOutput, CutsLongNamesToTheWidth) {
  Results results = sample_facet();
  results.facets[0].values = {{"a", std::string(200, 'n'), 1'000'000}, {"b", "東京都", 1}};
  for (int width : {20, 40, 80}) {
    std::istringstream lines(printed({.width = width}, &Printer::facet, results));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(StyledText().add(line).width(), width) << line;
    }
  }
}

TEST(TextOutput, DisarmsEveryField) {
  const std::string evil = "x\x1b]0;t\x07\u202E\x9B";
  Results results = sample_results();
  results.query = evil;
  for (Hit& hit : results.hits) {
    hit.id = hit.path = hit.date = hit.source = evil;
    hit.title = {evil, {{0, 1}}, {}};
    hit.passages = {{evil, {{0, 1}}, {{1, 2}}}};
  }
  results.facets = {{evil, {{evil, evil, 3}}, 9}};
  results.notes = {evil};
  results.suggestion = evil;
  Article article;
  article.id = article.text = evil;
  article.headline = article.byline = article.located = article.source = evil;
  article.of(EntityKind::person) = {{evil, evil, evil, {}}};
  for (const std::string& out :
       {printed(kPlainText, &Printer::results, results), printed(kPlainText, article)}) {
    for (const char* part : {"\x1b", "\x07", "\u202E", "\x9B"}) {
      EXPECT_THAT(out, Not(HasSubstr(part)));
    }
  }
}

Article sample_article() {
  Article article;
  article.id = "flees.txt";
  article.headline = "Leader flees";
  article.source = "Reuters";
  article.byline = "Maria Golovnina";
  article.date = {2010, 4, 15};
  article.text = "Menu\nLeader flees \n\n\n\nShots fell in Osh.\nOsh was calm.\n";
  article.zones = {
      {ZoneKind::furniture, {0, 4}}, {ZoneKind::headline, {5, 17}}, {ZoneKind::body, {22, 54}}};
  article.of(EntityKind::city) = {{"osh", "osh", "Osh", {{36, 39}, {41, 44}}}};
  article.of(EntityKind::person) = {{"bakiev", "Q1", "Kurmanbek Bakiyev", {}},
                                    {"otunbaeva", "Q2", "Roza Otunbayeva", {{0, 1}}}};
  return article;
}

TEST(TextOutput, ShowsAnArticle) {
  EXPECT_EQ(printed(kPlainText, sample_article()),
            "Leader flees\n"
            "2010-04-15 · Reuters · Maria Golovnina · flees.txt\n"
            "\n"
            "Menu\n"
            "\n"
            "Shots fell in Osh.\n"
            "Osh was calm.\n"
            "\n"
            "person:       Kurmanbek Bakiyev, Roza Otunbayeva\n"
            "city:         Osh (2)\n");
}

TEST(TextOutput, DimsFurnitureAndSetsNamesApart) {
  const std::string out = printed(kColoured, sample_article());
  EXPECT_THAT(out, HasSubstr("Shots fell in \x1b[4mOsh\x1b[0m."));
  EXPECT_THAT(out, HasSubstr("\x1b[2menu\x1b[0m\n"));
}

TEST(TextOutput, ShowsAnArticleWithoutHeadline) {
  Article article;
  article.id = "a";
  article.text = "One line.";
  article.zones = {{ZoneKind::body, {0, 9}}};
  EXPECT_EQ(printed(kPlainText, article), "a\n\nOne line.\n");
}

}  // namespace
}  // namespace alatoo
