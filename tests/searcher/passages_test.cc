// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/passages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/text.h"
#include "tests/searcher/stories.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const std::vector<Passage>& passages) {
  std::vector<std::string> out;
  for (const Passage& passage : passages) out.push_back(passage.text);
  return out;
}

std::vector<std::string> marked(const Passage& passage) {
  return pieces(passage.text, passage.highlights);
}

TEST(Passages, ShowTheSentencesThatTellMost) {
  const Article article = story(
      {{ZoneKind::headline, "Shots fired in Osh"},
       {ZoneKind::body,
        "Nothing here. A rally was held. Bread was sold. Shots were fired at the rally in Osh. "
        "Silence. Shots were heard."}});
  const HighlightPlan plan{{word("shots"), word("rally"), word("Osh")}, {}};
  const auto best = make_passages(article, plan, {1, 320});
  ASSERT_THAT(texts(best), ElementsAre("Shots were fired at the rally in Osh."));
  EXPECT_THAT(marked(best[0]), ElementsAre("Shots", "rally", "Osh"));
}

TEST(Passages, PreferWhatWasNotShownYet) {
  const Article article =
      story({{ZoneKind::body,
              "A rally, a rally and a rally. Between. Rally, rally again. Between. One shot."}});
  EXPECT_THAT(texts(make_passages(article, {{word("rally"), word("shot")}, {}}, {2, 320})),
              ElementsAre("A rally, a rally and a rally.", "One shot."));
}

TEST(Passages, PreferTheRarerWord) {
  const Article article = story({{ZoneKind::body, "The people. Nobody. The ombudsman."}});
  const HighlightPlan plan{{word("people", 0.5), word("ombudsman", 6)}, {}};
  EXPECT_THAT(texts(make_passages(article, plan, {1, 320})), ElementsAre("The ombudsman."));
}

TEST(Passages, TakeMatchingNeighboursWhileTheyFit) {
  const Article article =
      story({{ZoneKind::body, "Osh fell.\nThen Osh rose. Elsewhere it rained. Osh slept."}});
  const HighlightPlan plan{{word("Osh")}, {}};
  EXPECT_THAT(texts(make_passages(article, plan, {1, 320})),
              ElementsAre("Osh fell. Then Osh rose."));
  EXPECT_THAT(texts(make_passages(article, plan, {1, 20})), ElementsAre("Osh fell."));
}

TEST(Passages, SqueezeWhiteSpaceAndKeepTheMarksInPlace) {
  const Article article =
      story({{ZoneKind::body, "In \n the\u00A0\u2003city of   Osh,\nKyrgyzstan, shots\tfell."}});
  const auto passages = make_passages(article, {{word("Osh"), word("shots")}, {}}, {1, 320});
  ASSERT_THAT(texts(passages), ElementsAre("In the city of Osh, Kyrgyzstan, shots fell."));
  EXPECT_THAT(marked(passages[0]), ElementsAre("Osh", "shots"));
}

TEST(Passages, LetTheDatelineLead) {  // "BISHKEK, Kyrgyzstan (AP) - Shots were fired."
  Article article = story({{ZoneKind::dateline, "OSH (Reuters) -"},
                           {ZoneKind::body, "Shots were fired on Friday. Calm returned."}});
  article.text[article.text.find("\n\n")] = ' ';
  article.text[article.text.find('\n')] = ' ';
  const auto passages = make_passages(article, {{word("shots"), word("Osh")}, {}}, {1, 320});
  ASSERT_THAT(texts(passages), ElementsAre("OSH (Reuters) - Shots were fired on Friday."));
  EXPECT_THAT(marked(passages[0]), ElementsAre("OSH", "Shots"));
}

TEST(Passages, ShowAPhraseThatGoesOnInTheNextSentence) {
  const Article article = story({{ZoneKind::body, "They met in Osh. Bishkek was calm."}});
  const auto passages = make_passages(article, {{phrase({"Osh", "Bishkek"})}, {}}, {1, 320});
  ASSERT_THAT(texts(passages), ElementsAre("They met in Osh. Bishkek was calm."));
  EXPECT_THAT(marked(passages[0]), ElementsAre("Osh. Bishkek"));
}

TEST(Passages, NeverShowFurnitureOrTheHeadline) {
  const Article article = story({{ZoneKind::headline, "Osh"},
                                 {ZoneKind::furniture, "Osh, Osh, Osh."},
                                 {ZoneKind::body, "Osh at last."}});
  EXPECT_THAT(texts(make_passages(article, {{word("Osh")}, {}}, {3, 320})),
              ElementsAre("Osh at last."));
}

TEST(Passages, OpenTheStoryWhereNothingMatches) {
  const Article article = story({{ZoneKind::headline, "Osh"},
                                 {ZoneKind::caption, "A crowd."},
                                 {ZoneKind::body, "First. Second. Third one is longer."}});
  const auto passages = make_passages(article, {{word("absent")}, {}}, {2, 16});
  EXPECT_THAT(texts(passages), ElementsAre("First. Second."));
  EXPECT_THAT(passages[0].highlights, IsEmpty());
  EXPECT_THAT(make_passages(article, {{word("Osh")}, {}}, {0, 320}), IsEmpty());
  EXPECT_THAT(make_passages(story({}), {{word("Osh")}, {}}, {2, 320}), IsEmpty());
}

TEST(Passages, CutALongSentenceBetweenWordsAboutTheMatch) {
  std::string text = "It began";
  for (int i = 0; i < 100; ++i) text += " and went on";
  text += " until shots fell";
  for (int i = 0; i < 100; ++i) text += " and all ran";
  const auto passages =
      make_passages(story({{ZoneKind::body, text + "."}}), {{word("shots")}, {}}, {1, 60});
  ASSERT_EQ(passages.size(), 1U);
  const std::string& shown = passages[0].text;
  EXPECT_THAT(shown, testing::StartsWith("…"));
  EXPECT_THAT(shown, testing::EndsWith("…"));
  EXPECT_THAT(marked(passages[0]), ElementsAre("shots"));
  EXPECT_NE((" " + text + " ").find(" " + shown.substr(3, shown.size() - 6) + " "),
            std::string::npos)
      << shown;
}

TEST(Passages, CutTextWithoutBlanksToo) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i == 300 ? "駅" : "東";
  Pattern pattern;
  pattern.words = {{"駅"}};
  const auto passages = make_passages(story({{ZoneKind::body, text}}), {{pattern}, {}}, {1, 40});
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_THAT(marked(passages[0]), ElementsAre("駅"));
  EXPECT_LE(passages[0].text.size(), 40U * 3);
}

TEST(Passages, ShowASentenceThatStandsTwiceOnce) {
  const Article article =
      story({{ZoneKind::caption, "Shots in Osh."}, {ZoneKind::body, "Shots in Osh."}});
  EXPECT_THAT(texts(make_passages(article, {{word("Osh")}, {}}, {3, 320})),
              ElementsAre("Shots in Osh."));
}

TEST(Passages, SetNamesApartExceptWhereHighlighted) {
  Article article = story({{ZoneKind::body, "Kurmanbek Bakiyev was in Osh."}});
  mention(article, EntityKind::person, "kurmanbek bakiev", "Kurmanbek Bakiyev");
  mention(article, EntityKind::city, "osh", "Osh");
  const auto passages = make_passages(article, {{word("Bakiyev")}, {}}, {1, 320});
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_THAT(pieces(passages[0].text, passages[0].entities), ElementsAre("Kurmanbek", "Osh"));
}

TEST(Title, IsTheHeadlineMarked) {
  Article article =
      story({{ZoneKind::headline, "Leader flees\nOsh rally"}, {ZoneKind::body, "Body."}});
  mention(article, EntityKind::city, "osh", "Osh");
  const Passage title = make_title(article, {{word("rally")}, {}});
  EXPECT_EQ(title.text, "Leader flees Osh rally");
  EXPECT_THAT(marked(title), ElementsAre("rally"));
  EXPECT_THAT(pieces(title.text, title.entities), ElementsAre("Osh"));
}

TEST(Title, MarksAHeadlineThatTheTextLacks) {
  Article article = story({{ZoneKind::body, "Body."}});
  article.headline = "Rally  in Osh";
  Pattern pattern = word("rally");
  pattern.headline_only = true;
  const Passage title = make_title(article, {{pattern}, {}});
  EXPECT_EQ(title.text, "Rally in Osh");
  EXPECT_THAT(marked(title), ElementsAre("Rally"));
}

TEST(Title, IsTheFirstSentenceWithoutAHeadline) {
  const Article article = story({{ZoneKind::body, "Shots fell in Osh. The crowd ran."}});
  const Passage title = make_title(article, {{word("shots")}, {}});
  EXPECT_EQ(title.text, "Shots fell in Osh.");
  EXPECT_THAT(marked(title), ElementsAre("Shots"));
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

void expect_sound(const Passage& passage) {
  EXPECT_EQ(passage.text, squeeze(passage.text));
  for (const auto* spans : {&passage.highlights, &passage.entities}) {
    std::uint32_t last = 0;
    for (const Span span : *spans) {
      EXPECT_LT(span.begin, span.end);
      EXPECT_GE(span.begin, last);
      ASSERT_LE(span.end, passage.text.size());
      EXPECT_FALSE(is_continuation(passage.text[span.begin]));
      EXPECT_TRUE(span.end == passage.text.size() || !is_continuation(passage.text[span.end]));
      last = span.end;
    }
  }
  for (const Span entity : passage.entities) {
    for (const Span highlight : passage.highlights) {
      EXPECT_TRUE(entity.end <= highlight.begin || highlight.end <= entity.begin);
    }
  }
}

TEST(Passages, KeepTheirPromisesOnRandomStories) {
  for (unsigned seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const RandomStory made = random_story(random);
    const std::size_t max_length = 8 + random() % 120;
    std::string shown_once;  // the story without furniture, as passages write it
    for (const Zone& zone : made.article.zones) {
      if (is_story(zone.kind) && zone.kind != ZoneKind::headline) {
        shown_once += squeeze(zone.span.of(made.article.text)) + ' ';
      }
    }
    std::vector<std::string> before;
    for (std::size_t n = 0; n <= 5; ++n) {
      const auto passages = make_passages(made.article, made.plan, {n, max_length});
      EXPECT_LE(passages.size(), n);
      for (const Passage& passage : passages) {
        expect_sound(passage);
        EXPECT_LE(length(passage.text), max_length);
        std::string_view inside = passage.text;
        if (inside.starts_with("…")) inside.remove_prefix(3);
        if (inside.ends_with("…")) inside.remove_suffix(3);
        EXPECT_NE(shown_once.find(inside), std::string::npos) << passage.text;
      }
      std::vector<std::string> now = texts(passages);
      auto at = now.begin();  // the best n are among the best n + 1, in the same order
      for (const std::string& text : before) {
        at = std::find(at, now.end(), text);
        ASSERT_NE(at, now.end()) << text;
        ++at;
      }
      before = std::move(now);
    }
    expect_sound(make_title(made.article, made.plan));
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace alatoo
