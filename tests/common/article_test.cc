// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace alatoo {
namespace {

Article sample() {
  Article article;
  article.id = "2010/a.txt";
  article.path = "unrest/2010/a.txt";
  article.text = "Crowd gathers\n\nPeople met in Osh. They went home.";
  article.headline = "Crowd gathers";
  article.agency = "Ferghana Wire";
  article.date = {2010, 4, 0};
  article.date_evidence = DateEvidence::masthead;
  article.zones = {{ZoneKind::headline, {0, 13}}, {ZoneKind::body, {15, 49}}};
  article.contributors = {"A. Writer"};
  article.of(EntityKind::city) = {{"osh@kg", "osh-kg", "Osh", {{29, 32}}}};
  return article;
}

TEST(Article, SurvivesItsBinaryForm) {
  const Article before = sample();
  const Article after = decode_article(encode_article(before));
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.text, before.text);
  EXPECT_EQ(after.headline, before.headline);
  EXPECT_EQ(after.source, std::nullopt);
  EXPECT_EQ(after.date, before.date);
  ASSERT_EQ(after.zones.size(), 2U);
  EXPECT_EQ(after.zones[1].span, before.zones[1].span);
  EXPECT_EQ(after.contributors, before.contributors);
  ASSERT_EQ(after.of(EntityKind::city).size(), 1U);
  EXPECT_EQ(after.of(EntityKind::city)[0].mentions, before.of(EntityKind::city)[0].mentions);
  EXPECT_EQ(encode_article(after), encode_article(before));
}

TEST(Article, RefusesEveryCutOffForm) {
  const std::string bytes = encode_article(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(decode_article(std::string_view(bytes).substr(0, size)), Error) << size;
  }
}

TEST(Article, TitleIsTheHeadlineElseTheFirstSentence) {
  Article article = sample();
  Span span;
  EXPECT_EQ(title_of(article, &span), "Crowd gathers");
  EXPECT_EQ(span, (Span{0, 13}));
  article.headline.reset();
  EXPECT_EQ(title_of(article, &span), "People met in Osh.");
  EXPECT_EQ(span.of(article.text), "People met in Osh.");
}

TEST(Article, SourceFallsBackToTheAgency) {
  Article article = sample();
  EXPECT_EQ(source_of(article), "Ferghana Wire");
  article.source = "Naryn Valley Radio";
  EXPECT_EQ(source_of(article), "Naryn Valley Radio");
}

}  // namespace
}  // namespace alatoo
