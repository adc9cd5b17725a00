// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/vocabulary.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "common/error.h"
#include "indexer/write/document.h"
#include "indexer/write/entity_content.h"
#include "tests/indexer/write/articles.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Authority& nobody() {
  static const Authority authority(std::vector<std::pair<std::string, std::string_view>>{});
  return authority;
}

Article about(const std::string& id, const std::string& person, const std::string& body) {
  Article article = written(id, person, body);
  name_in(article, EntityKind::person, "kurmanbek bakiev", person, person);
  article.source = "AKIpress";
  article.date = {2010, 4, 7};
  return article;
}

/// Everything that a generation's sidecars would say, as text. Dead keys say nothing.
std::string sidecars(const Merged& merged, const Manifest& before = {}) {
  const EntityTableContent entities = entity_content(merged.names, nobody());
  std::vector<std::string> lines;
  std::map<std::string, std::int64_t> words;  // as write_lexicon adds them up
  for (const LexiconRow& row : merged.lexicon) words[row.word + " " + row.stem] += row.count;
  for (const auto& [word, count] : words)
    if (count > 0) lines.push_back("word " + word + " " + std::to_string(count));
  for (const auto& keys : entities.keys) {
    for (const KeyInfo& key : keys) {
      if (key.id.empty()) continue;
      std::string line =
          "key " + key.key + " " + key.id + " " + key.name + " " + key.why + key.joined;
      for (const std::string& alias : key.aliases) line += " | " + alias;
      lines.push_back(line);
    }
  }
  for (const auto& [key, spelling] : entities.spellings)
    lines.push_back("spelling " + key + " " + spelling);
  Manifest manifest = before;
  merged.describe(manifest);
  lines.push_back("words " + std::to_string(manifest.words) + " length " +
                  std::to_string(manifest.length));
  for (const auto& [language, count] : manifest.languages)
    lines.push_back("language " + language + " " + std::to_string(count));
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// Of a new archive.
Merged merge(const std::vector<Vocabulary*>& added, const Vocabulary& gone = {}) {
  return Merged({}, {}, added, gone);
}

TEST(Merged, ForgetsWhatIsGone) {
  Vocabulary clean;
  make_document(about("a", "Kurmanbek Bakiyev", "Bakiyev left Jalal-Abad."), clean);
  Vocabulary used;
  make_document(about("a", "Kurmanbek Bakiyev", "Bakiyev left Jalal-Abad."), used);
  const std::string before = sidecars(merge({&used}));
  Article other = about("b", "Kurmanbek Bakiev", "Other words-of-it, left.");
  other.language = "de";
  other.source = "Zeitung";
  other.date = {2005, 0, 0};
  name_in(other, EntityKind::city, "osh@kg", "Osh", "Other");
  make_document(other, used);
  EXPECT_NE(sidecars(merge({&used})), before);
  Vocabulary gone;
  count_article(other, gone);
  EXPECT_EQ(sidecars(merge({&used}, gone)), before);
  EXPECT_EQ(before, sidecars(merge({&clean})));
}

TEST(Merged, GoesOnFromTheGenerationBefore) {
  const Article a = about("a", "Kurmanbek Bakiyev", "Bakiyev left.");
  const Article b = about("b", "Kurmanbek Bakiev", "Bakiev came.");
  Article c = about("c", "Kurmanbek Bakiev", "He stays.");
  name_in(c, EntityKind::person, "aida x", "Aida X", "He");
  Vocabulary whole;
  make_document(b, whole);
  make_document(c, whole);

  Vocabulary first;
  make_document(a, first);
  make_document(b, first);
  Merged before = merge({&first});
  Vocabulary second;
  make_document(c, second);
  Vocabulary gone;
  count_article(a, gone);
  const std::vector<CountedKey> old = before.names.keys[key_index(Field::person)];
  const Merged after(before.names, before.lexicon, {&second}, gone);
  Manifest manifest;
  before.describe(manifest);
  EXPECT_EQ(sidecars(after, manifest), sidecars(merge({&whole})));
  // What had a number keeps it; what is new stands behind.
  const auto& keys = after.names.keys[key_index(Field::person)];
  ASSERT_EQ(keys.size(), old.size() + 1);
  EXPECT_EQ(keys[0].key, old[0].key);
  EXPECT_EQ(keys[1].key, "aida x");
}

TEST(Merged, RefusesToForgetWhatWasNotThere) {
  Vocabulary gone;
  count_article(about("a", "Kurmanbek Bakiyev", "Bakiyev left."), gone);
  EXPECT_THROW(merge({}, gone), Error);
}

TEST(Vocabulary, IsTheSameHoweverItIsSpread) {
  const std::vector<Article> articles = {about("a", "Kurmanbek Bakiyev", "One word"),
                                         about("b", "Kurmanbek Bakiev", "Another word"),
                                         about("c", "Kurmanbek Bakiev", "Ein Wort")};
  Vocabulary whole;
  Vocabulary first;
  Vocabulary second;
  Vocabulary empty;
  for (const Article& article : articles) make_document(article, whole);
  make_document(articles[2], first);
  make_document(articles[1], second);
  make_document(articles[0], second);
  EXPECT_EQ(sidecars(merge({&whole})), sidecars(merge({&first, &empty, &second})));
}

TEST(Merged, CallsAKeyWhatMostArticlesCallIt) {
  Vocabulary vocabulary;
  for (const char* name : {"Kurmanbek Bakiev", "Kurmanbek Bakiyev", "Kurmanbek Bakiyev"})
    make_document(about(name, name, "text"), vocabulary);
  const EntityTableContent entities = entity_content(merge({&vocabulary}).names, nobody());
  const auto& people = entities.keys[key_index(Field::person)];
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Kurmanbek Bakiyev");
  EXPECT_THAT(people[0].aliases, ElementsAre("Kurmanbek Bakiev"));
}

TEST(Merged, NumbersTheKeysOfEachShardAnew) {
  Vocabulary first;
  Vocabulary second;
  const auto add = [](Vocabulary& vocabulary, const std::string& key) {
    Article article = written(key, key, "text");
    name_in(article, EntityKind::person, key, key, key);
    make_document(article, vocabulary);
    vocabulary.row(article);
  };
  add(first, "c");
  add(first, "a");
  add(second, "b");
  add(second, "a");
  const Merged merged = merge({&first, &second});
  EXPECT_THAT(merged.ordinals[0][key_index(Field::person)], ElementsAre(2U, 0U));
  EXPECT_THAT(merged.ordinals[1][key_index(Field::person)], ElementsAre(1U, 0U));
}

TEST(Merged, OfNothingIsEmpty) {
  Vocabulary vocabulary;
  const Merged merged = merge({&vocabulary});
  EXPECT_THAT(merged.lexicon, IsEmpty());
  Manifest manifest;
  merged.describe(manifest);
  EXPECT_EQ(manifest.words, 0U);
  EXPECT_THAT(manifest.languages, IsEmpty());
}

}  // namespace
}  // namespace alatoo
