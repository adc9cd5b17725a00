// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/inspection.h"

#include <gtest/gtest.h>

namespace alatoo {
namespace {

TEST(Inspection, PrintsEveryMemberInOrder) {
  Article article;
  article.id = "a.txt";
  article.path = "news/a.txt";
  article.text = "Rally\n\nBakiyev spoke.";
  article.headline = "Rally";
  article.source = "Reuters";
  article.language = "en";
  article.date = {2010, 4, 0};
  article.date_evidence = DateEvidence::masthead;
  article.zones = {{ZoneKind::headline, {0, 5}}, {ZoneKind::body, {7, 21}}};
  article.of(EntityKind::person) = {{"bakiev", "Q1", "Kurmanbek Bakiyev", {{7, 14}}}};
  article.of(EntityKind::city) = {{"osh", "osh", "Osh", {}}};
  article.contributors = {"Maria Golovnina"};
  article.notes = {"a note"};
  EXPECT_EQ(
      dump(inspection(article)),
      R"({"path":"news/a.txt","id":"a.txt","text":"Rally\n\nBakiyev spoke.","headline":"Rally",)"
      R"("byline":null,"source":"Reuters","agency":null,"language":"en","date":"2010-04",)"
      R"("date_precision":"month","date_evidence":"masthead","located":null,"url":null,)"
      R"("zones":[{"kind":"headline","begin":0,"end":5},{"kind":"body","begin":7,"end":21}],)"
      R"("persons":[{"id":"Q1","name":"Kurmanbek Bakiyev","mentions":[{"begin":7,"end":14}]}],)"
      R"("cities":[{"id":"osh","name":"Osh","mentions":[]}],"countries":[],"organisations":[],)"
      R"("contributors":[{"name":"Maria Golovnina"}],"notes":["a note"]})");
}

TEST(Inspection, TellsWhatACountryIsListedBy) {
  Article article;
  article.of(EntityKind::country) = {{"ru", "russia", "Russia", {}},
                                     {"kg", "kyrgyzstan", "Kyrgyzstan", {}, NamedBy::demonym}};
  EXPECT_EQ(dump(inspection(article)["countries"]),
            R"([{"id":"russia","name":"Russia","mentions":[]},)"
            R"({"id":"kyrgyzstan","name":"Kyrgyzstan","by":"demonym","mentions":[]}])");
}

TEST(Inspection, PrintsAnUnknownDateAsNull) {
  const Json object = inspection(Article{});
  EXPECT_TRUE(object["date"].is_null());
  EXPECT_EQ(object["date_precision"], "unknown");
  EXPECT_EQ(object["date_evidence"], "none");
}

}  // namespace
}  // namespace alatoo
