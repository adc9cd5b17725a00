// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article.h"

#include <gtest/gtest.h>

#include <map>

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
  article.of(EntityKind::country) = {{"kg", "kyrgyzstan", "Kyrgyzstan", {}, NamedBy::dateline}};
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
  ASSERT_EQ(after.of(EntityKind::country).size(), 1U);
  EXPECT_EQ(after.of(EntityKind::country)[0].by, NamedBy::dateline);
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

/// An article as a reader leaves it.
Article stated() {
  Article article = sample();
  article.supplied_people = {{"Roza Otunbayeva", "author"}};
  article.of(EntityKind::city).clear();
  return article;
}

TEST(ContentHash, IsTheSameWhereverTheFileLies) {
  Article moved = stated();
  moved.path = "elsewhere/b.jsonl:12";
  moved.notes = {"the date 2031-01-01 lies in the future"};
  EXPECT_EQ(content_hash(moved), content_hash(stated()));
}

TEST(ContentHash, DiffersWithAnythingThatTheInputSays) {
  using Change = void (*)(Article&);
  const std::vector<Change> changes = {
      [](Article&) {},
      [](Article& a) { a.id = "2010/b.txt"; },
      [](Article& a) { a.id_is_uri = true; },
      [](Article& a) { a.text += " "; },
      [](Article& a) { a.headline = "Crowd gathered"; },
      [](Article& a) { a.headline.reset(); },
      [](Article& a) { a.headline = ""; },
      [](Article& a) { a.byline = "A. Writer"; },
      [](Article& a) { a.located_in = "Utah"; },
      [](Article& a) { a.source = "A. Writer"; },
      [](Article& a) { a.source = a.agency, a.agency.reset(); },
      [](Article& a) { a.agency = "Naryn Wire"; },
      [](Article& a) { a.language = "ky"; },
      [](Article& a) { a.located = "ky"; },
      [](Article& a) { a.url = "https://example.org/a"; },
      [](Article& a) {
        a.date = {2010, 4, 7};
      },
      [](Article& a) {
        a.date = {2010, 0, 0};
      },
      [](Article& a) { a.date_evidence = DateEvidence::metadata; },
      [](Article& a) { a.supplied_people[0].name = "Roza Otunbaeva"; },
      [](Article& a) { a.supplied_people[0].rel = ""; },
      [](Article& a) {
        a.supplied_people.push_back({"Anna Miner", ""});
      },
      [](Article& a) { a.supplied_places.swap(a.supplied_people); },
      [](Article& a) { a.supplied_organisations.swap(a.supplied_people); },
      [](Article& a) { a.zones[1].kind = ZoneKind::furniture; },
      [](Article& a) { a.zones[1].span.begin = 20; },
      [](Article& a) { a.zones.pop_back(); },
      [](Article& a) { a.contributors = {"B. Writer"}; },
  };
  std::map<std::uint64_t, std::size_t> seen;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Article article = stated();
    changes[i](article);
    const auto [same, is_new] = seen.emplace(content_hash(article), i);
    EXPECT_TRUE(is_new) << "change " << i << " hashes like " << same->second;
  }
}

}  // namespace
}  // namespace alatoo
