// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/document.h"

#include <gmock/gmock.h>

#include "common/codec.h"
#include "common/fields.h"
#include "common/salience.h"
#include "indexer/write/shard.h"
#include "tests/indexer/write/articles.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Positions = std::vector<Xapian::termpos>;

Positions positions(const Xapian::Document& document, const std::string& term) {
  for (auto i = document.termlist_begin(); i != document.termlist_end(); ++i) {
    if (*i == term) return {i.positionlist_begin(), i.positionlist_end()};
  }
  return {};
}

bool has(const Xapian::Document& document, const std::string& term) {
  for (auto i = document.termlist_begin(); i != document.termlist_end(); ++i) {
    if (*i == term) return true;
  }
  return false;
}

Xapian::termcount wdf(const Xapian::Document& document, const std::string& term) {
  for (auto i = document.termlist_begin(); i != document.termlist_end(); ++i) {
    if (*i == term) return i.get_wdf();
  }
  return 99;
}

Xapian::Document document(const Article& article) {
  Vocabulary vocabulary;
  return make_document(article, vocabulary).document;
}

TEST(Document, HasTheStemsOfItsStoryInPlace) {
  const auto made = document(written("a", "Miners strike", "The miners went home."));
  const Xapian::termpos body = 2 + kZoneGap;
  EXPECT_THAT(positions(made, "Zminer"), ElementsAre(1U, body + 2));
  EXPECT_THAT(positions(made, "Zstrike"), ElementsAre(2U));
  EXPECT_THAT(positions(made, "Zhome"), ElementsAre(body + 4));
  EXPECT_THAT(positions(made, "Sminer"), ElementsAre(1U));
  EXPECT_FALSE(has(made, "Shome"));
}

TEST(Document, HasHyphenatedWordsAsOneToo) {
  const auto made = document(written("a", "In Jalal-Abad now", "Pro- and anti-war-party men"));
  EXPECT_THAT(positions(made, "Zjalal"), ElementsAre(2U));
  EXPECT_THAT(positions(made, "Zabad"), ElementsAre(3U));
  EXPECT_THAT(positions(made, "Zjalalabad"), ElementsAre(2U));
  EXPECT_TRUE(has(made, "Zantiwarparti"));
  EXPECT_FALSE(has(made, "Zproand"));
}

TEST(Document, DoesNotShowItsFurniture) {
  Article article = written("a", "Miners strike", "Home page menu");
  article.zones[1].kind = ZoneKind::furniture;
  const auto made = document(article);
  EXPECT_FALSE(has(made, "Zmenu"));
  EXPECT_TRUE(has(made, "Zminer"));
}

TEST(Document, HasItsMetadata) {
  Article article = written("urn:7", "Osh", "Text");
  article.date = {2010, 4, 7};
  article.source = "The  Times";
  name_in(article, EntityKind::city, "osh@kg", "Osh", "Osh");
  const auto made = document(article);
  for (const char* term :
       {"Qurn:7", "D20100407", "M201004", "Y2010", "XSOURCEthe times", "Len", "XCITYosh@kg"}) {
    EXPECT_TRUE(has(made, term)) << term;
  }
  EXPECT_EQ(made.get_value(info(Field::id).slot), "urn:7");
  EXPECT_EQ(made.get_value(info(Field::date).slot), "2010-04-07");
  const std::string packed = made.get_value(info(Field::city).slot);
  Reader keys(packed);
  EXPECT_EQ(keys.string(), "osh@kg");
  EXPECT_TRUE(keys.done());
  EXPECT_EQ(decode_article(made.get_data()).text, article.text);
}

TEST(Document, CountsTheTermsOfItsEntitiesByTheirSalience) {
  Article article = written("a", "Osh is calm", "Text of Bishkek");
  name_in(article, EntityKind::city, "osh@kg", "Osh", "Osh");
  name_in(article, EntityKind::city, "paris@fr", "Paris", "nowhere");
  const auto made = document(article);
  EXPECT_EQ(wdf(made, "XCITYosh@kg"), kHeadlineBoost);
  EXPECT_EQ(wdf(made, "XCITYparis@fr"), 1U);
  EXPECT_EQ(wdf(made, "Len"), 0U);
}

TEST(Document, OfNoDateIsFoundAsSuch) {
  const auto made = document(written("a", "b", "c"));
  EXPECT_TRUE(has(made, "D0000"));
  EXPECT_FALSE(has(made, "Y0000"));
}

TEST(Document, OfAnythingAtAllIsTaken) {
  using namespace std::string_literals;
  const TempFolder folder;
  const std::string& scratch = folder.path();
  ShardWriter shard(scratch + "/scratch");
  const std::string huge(1 << 20, 'x');
  std::string controls;
  for (char c = 0; c < 32; ++c) controls += c;
  for (const std::string& poison : {""s, huge, controls, "\0\0\0"s, std::string(400, '\0'),
                                    "\xFF\xFE\x80"s, "é" + std::string(500, 'a')}) {
    Article article = written("id " + poison, "head " + poison, "body " + poison + "-" + poison);
    article.source = poison;
    article.language = poison.substr(0, 100);
    for (const EntityKind kind : kAllEntityKinds) name_in(article, kind, poison, poison, "body");
    const std::uint32_t docid = shard.add(article, 0);
    EXPECT_EQ(docid, shard.articles());
  }
  const std::uint64_t before = shard.articles();
  Vocabulary gone;
  shard.remove(2, gone);
  EXPECT_EQ(shard.articles(), before - 1);
  std::array<std::vector<std::uint32_t>, kKeyFieldCount> ordinals;
  for (auto& field : ordinals) field.resize(100);
  shard.finish(ordinals);
  join_shards({shard.files()}, {scratch + "/shard", scratch + "/facets"});
  const Xapian::Database read(scratch + "/shard");
  EXPECT_EQ(read.get_doccount(), before - 1);
  EXPECT_TRUE(read.term_exists(term(Field::id, "id " + controls)));
  EXPECT_FALSE(read.term_exists(term(Field::id, "id " + huge)));  // it was the second
}

}  // namespace
}  // namespace alatoo
