// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "common/error.h"
#include "tests/searcher/output/samples.h"

namespace alatoo {
namespace {

const PrinterOptions kTrec{.format = OutputFormat::trec, .query_id = "q7"};

TEST(TrecOutput, PrintsARunWhoseScoresKeepTheRanks) {  // the partial hit scores more, ranks behind
  EXPECT_EQ(printed(kTrec, &Printer::results, sample_results()),
            "q7 Q0 unrest/flees.txt 1 7.125 alatoo\n"
            "q7 Q0 b 2 7.1249995 alatoo\n");
}

TEST(TrecOutput, KeepsSixFieldsWhateverTheIds) {
  Results results = sample_results();
  results.hits.resize(1);
  results.hits[0].id = "a b\tc\u00A0d\x01.txt";
  EXPECT_EQ(
      printed({.format = OutputFormat::trec, .query_id = "my query"}, &Printer::results, results),
      "my%20query Q0 a%20b%09c%C2%A0d%01.txt 1 7.125 alatoo\n");
  EXPECT_EQ(printed({.format = OutputFormat::trec}, &Printer::results, results).rfind("1 Q0 ", 0),
            0U);
}

TEST(TrecOutput, ScoresFallStrictlyInSinglePrecision) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    Results results;
    for (std::uint64_t rank = 1; rank <= 20; ++rank) {
      Hit hit;
      hit.rank = rank;
      hit.id = std::to_string(rank);
      hit.score = static_cast<double>(random() % 5) * (1 + 1e-12 * static_cast<double>(rank));
      results.hits.push_back(hit);
    }
    std::istringstream lines(printed(kTrec, &Printer::results, results));
    std::string query, q0, id, tag, score;
    std::uint64_t rank = 0;
    float before = std::numeric_limits<float>::infinity();
    while (lines >> query >> q0 >> id >> rank >> score >> tag) {
      const float now = std::strtof(score.c_str(), nullptr);
      ASSERT_LT(now, before);
      before = now;
    }
    ASSERT_EQ(rank, 20U);
  }
}

TEST(TrecOutput, IsForHitsOnly) {
  EXPECT_THROW(printed(kTrec, &Printer::facet, sample_facet()), Error);
  EXPECT_THROW(printed(kTrec, Article{}), Error);
}

}  // namespace
}  // namespace alatoo
