// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/salience.h"

#include <gtest/gtest.h>

namespace alatoo {
namespace {

/// An article of zones, each a line, and of persons named there by one word.
class Story {
 public:
  Story& add(ZoneKind kind, const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    article_.text += text;
    article_.zones.push_back({kind, {begin, static_cast<std::uint32_t>(article_.text.size())}});
    article_.text += '\n';
    return *this;
  }
  Entity named(const std::string& word) const {
    Entity entity;
    entity.key = entity.id = entity.name = word;
    for (std::size_t at = 0; (at = article_.text.find(word, at)) != std::string::npos; ++at) {
      entity.mentions.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
    }
    return entity;
  }
  std::uint32_t of(const std::string& word) const { return Salience(article_).of(named(word)); }
  const Article& article() const { return article_; }

 private:
  Article article_;
};

std::string words(int n) {
  std::string text;
  for (int i = 0; i < n; ++i) text += "so ";
  return text;
}

TEST(Salience, IsGreaterInTheHeadlineAndAtTheBeginning) {
  Story story;
  story.add(ZoneKind::headline, "Anna wins")
      .add(ZoneKind::dateline, "BORIS")
      .add(ZoneKind::body, "Clara and " + words(22) + "Dan Emil")
      .add(ZoneKind::body, "Fred came")
      .add(ZoneKind::caption, "Gerd");
  EXPECT_EQ(story.of("Anna"), kHeadlineBoost);
  EXPECT_EQ(story.of("Clara"), kHeadlineBoost);
  EXPECT_EQ(story.of("Dan"), kHeadlineBoost);  // the 25th word
  EXPECT_EQ(story.of("Emil"), 1U);
  EXPECT_EQ(story.of("Fred"), 1U);
  EXPECT_EQ(story.of("BORIS"), 1U);  // where it was written
  EXPECT_EQ(story.of("Gerd"), 1U);
}

TEST(Salience, TakesTheFirstWordsOutOfSeveralZones) {
  Story story;
  story.add(ZoneKind::body, words(20)).add(ZoneKind::furniture, words(30));
  story.add(ZoneKind::body, "a b c d Anna Boris");
  EXPECT_EQ(story.of("Anna"), kHeadlineBoost);
  EXPECT_EQ(story.of("Boris"), 1U);
}

TEST(Salience, CountsMentions) {
  Story story;
  story.add(ZoneKind::headline, "Anna").add(ZoneKind::body, "Anna " + words(30) + "Anna Anna");
  EXPECT_EQ(story.of("Anna"), 2 * kHeadlineBoost + 2);
  EXPECT_EQ(story.of("Nobody"), 1U);  // whom only the input names
}

TEST(Salience, SortsAndKeepsTheOrderOfEquals) {
  Story story;
  story.add(ZoneKind::body, words(30) + "Xenia Anna Boris Boris");
  std::vector<Entity> entities = {story.named("Xenia"), story.named("Anna"), story.named("Boris")};
  Salience(story.article()).sort(entities);
  EXPECT_EQ(entities[0].name, "Boris");
  EXPECT_EQ(entities[1].name, "Xenia");
  EXPECT_EQ(entities[2].name, "Anna");
  EXPECT_EQ(entities[0].mentions.size(), 2U);
}

TEST(Salience, OfNoText) { EXPECT_EQ(Salience(Article{}).of(Entity{}), 1U); }

}  // namespace
}  // namespace alatoo
