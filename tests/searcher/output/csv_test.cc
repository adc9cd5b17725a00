// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/searcher/output/samples.h"

namespace alatoo {
namespace {

const PrinterOptions kCsv{.format = OutputFormat::csv};

TEST(CsvOutput, PrintsARecordAHit) {
  EXPECT_EQ(printed(kCsv, &Printer::results, sample_results()),
            "rank,score,id,path,date,source,headline,persons,cities\r\n"
            "1,7.125,unrest/flees.txt,news/unrest/flees.txt,2010-04-15,Reuters,"
            "Leader flees Osh rally,Kurmanbek Bakiyev; Roza Otunbayeva,Osh\r\n"
            "2,9,b,b,,,,,\r\n");
}

TEST(CsvOutput, QuotesWhatWouldBreakARecord) {
  Results results = sample_facet();
  results.facets[0].values = {{"a,b", "the \"party\"", 1}, {"c\nd", "plain 'quotes'", 2}};
  EXPECT_EQ(printed(kCsv, &Printer::facet, results),
            "id,name,count\r\n"
            "\"a,b\",\"the \"\"party\"\"\",1\r\n"
            "\"c\nd\",plain 'quotes',2\r\n");
}

TEST(CsvOutput, HasNoFormForAnArticle) { EXPECT_THROW(printed(kCsv, Article{}), Error); }

}  // namespace
}  // namespace alatoo
