// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/json.h"

#include <gtest/gtest.h>

#include "common/inspection.h"
#include "tests/searcher/output/samples.h"

namespace alatoo {
namespace {

const PrinterOptions kJson{.format = OutputFormat::json};
const PrinterOptions kLines{.format = OutputFormat::jsonl};

constexpr const char* kFirstHit =
    R"({"rank":1,"score":7.125,"id":"unrest/flees.txt","path":"news/unrest/flees.txt",)"
    R"("headline":"Leader flees Osh rally","date":"2010-04-15","source":"Reuters",)"
    R"("partial":false,"passages":[{"text":"Shots were fired in Osh.","highlights":[[0,5]]}],)"
    R"("persons":["Kurmanbek Bakiyev","Roza Otunbayeva"],"cities":["Osh"]})";
constexpr const char* kSecondHit =
    R"({"rank":2,"score":9.0,"id":"b","path":"b","headline":null,"date":null,"source":null,)"
    R"("partial":true,"passages":[],"persons":[],"cities":[]})";

TEST(JsonOutput, PrintsTheWholeAnswerInOneObject) {
  Results results = sample_results();
  results.facets = sample_facet().facets;
  results.notes = {"3 articles without a date are left out"};
  EXPECT_EQ(printed(kJson, &Printer::results, results),
            R"({"schema_version":1,"query":"rally shots osh","match":"all","relaxed":false,)"
            R"("total":1,"took_ms":1.25,"generation":42,"complete":true,"hits":[)" +
                std::string(kFirstHit) + ',' + kSecondHit +
                R"(],"facets":{"city":[{"id":"osh-kg","name":"Osh","count":8},)"
                R"({"id":"bishkek","name":"Bishkek","count":3}]},)"
                R"("notes":["3 articles without a date are left out"],"suggestion":null})"
                "\n");
}

TEST(JsonOutput, KeepsEmptyListsAsLists) {
  const Json answer = parse_json(printed(kJson, &Printer::results, Results{}));
  EXPECT_EQ(answer["hits"], Json::array());
  EXPECT_EQ(answer["facets"], Json::object());
  EXPECT_EQ(answer["notes"], Json::array());
}

TEST(JsonOutput, PrintsAHitALine) {
  EXPECT_EQ(printed(kLines, &Printer::results, sample_results()),
            std::string(kFirstHit) + '\n' + kSecondHit + '\n');
}

TEST(JsonOutput, PrintsAFacet) {
  const Json answer = parse_json(printed(kJson, &Printer::facet, sample_facet()));
  EXPECT_EQ(answer["field"], "city");
  EXPECT_EQ(answer["distinct"], 5);
  EXPECT_EQ(answer["total"], 1);
  EXPECT_EQ(dump(answer["values"][1]), R"({"id":"bishkek","name":"Bishkek","count":3})");
  EXPECT_FALSE(answer.contains("hits"));
  EXPECT_EQ(printed(kLines, &Printer::facet, sample_facet()),
            R"({"id":"osh-kg","name":"Osh","count":8})"
            "\n"
            R"({"id":"bishkek","name":"Bishkek","count":3})"
            "\n");
}

TEST(JsonOutput, ExplainsNames) {
  const std::string lines = printed(kLines, sample_explanations());
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  const Json answer = parse_json(printed(kJson, sample_explanations()));
  EXPECT_EQ(answer["schema_version"], 1);
  EXPECT_EQ(dump(answer["entities"][0]), lines.substr(0, lines.find('\n')));
  EXPECT_EQ(dump(answer["entities"][1]),
            R"({"id":"sting","name":"Sting","articles":1,"why":"",)"
            R"("keys":[{"key":"sting","why":""}],)"
            R"("forms":[{"form":"Sting","articles":1,"why":"name key 'sting'"}]})");
}

TEST(JsonOutput, PrintsAnArticleAsInspectDoes) {
  Article article;
  article.id = "x";
  article.text = "Text.";
  EXPECT_EQ(printed(kJson, article), dump(inspection(article)) + "\n");
  EXPECT_EQ(printed(kLines, article), dump(inspection(article)) + "\n");
}

TEST(JsonOutput, KeepsEveryLineWhole) {  // line ends and broken bytes inside the data
  Results results = sample_results();
  results.hits[0].id = "a\nb\x80\x1b[0m";
  const std::string lines = printed(kLines, &Printer::results, results);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_EQ(parse_json(lines.substr(0, lines.find('\n')))["id"], "a\nb\xEF\xBF\xBD\x1b[0m");
}

TEST(JsonOutput, KeepsScoresExactly) {
  Results results = sample_results();
  results.hits[0].score = 0.1 + 0.2;
  const Json answer = parse_json(printed(kJson, &Printer::results, results));
  EXPECT_EQ(answer["hits"][0]["score"].get<double>(), 0.1 + 0.2);
}

TEST(BatchLine, LeadsWithTheIdOfTheQuery) {
  const std::string line = batch_line(sample_results(), "q7");
  EXPECT_EQ(line.rfind(R"({"id":"q7","schema_version":1,"query":)", 0), 0U) << line;
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(parse_json(line)["hits"].size(), 2U);
}

}  // namespace
}  // namespace alatoo
