// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/highlight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "common/analyzer.h"
#include "common/text.h"
#include "tests/searcher/stories.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> marked(const Article& article, const HighlightPlan& plan) {
  return pieces(article.text, find_highlights(article, plan));
}

TEST(Highlight, MarksEveryFormOfAWord) {
  const Article article =
      story({{ZoneKind::body, "Rallies were held. A rally’s end; RALLY, ally."}});
  EXPECT_THAT(marked(article, {{word("rally")}, {}}), ElementsAre("Rallies", "rally", "RALLY"));
}

TEST(Highlight, SeesThroughAccentsAndCase) {
  Article article = story({{ZoneKind::body, "Émeutes à Bichkek: l'émeute. Ёлка и елка."}});
  article.language = "";
  Pattern pattern;
  pattern.words = {{"emeutes", "елка"}};
  EXPECT_THAT(marked(article, {{pattern}, {}}), ElementsAre("Émeutes", "Ёлка", "елка"));
}

TEST(Highlight, LeavesFurnitureBylineAndCreditAlone) {
  const Article article = story({{ZoneKind::headline, "Osh rally"},
                                 {ZoneKind::byline, "By Osh Rally"},
                                 {ZoneKind::body, "In Osh."},
                                 {ZoneKind::caption, "Osh, Friday"},
                                 {ZoneKind::credit, "Osh Agency"},
                                 {ZoneKind::furniture, "More on Osh"}});
  EXPECT_EQ(find_highlights(article, {{word("Osh")}, {}}).size(), 3U);
}

TEST(Highlight, MarksAPhraseOnlyWhereItStandsWhole) {
  const Article article =
      story({{ZoneKind::body,
              "The interim government ruled. Government, interim as it was, of an "
              "interim\ngovernment; interim. The government."}});
  EXPECT_THAT(marked(article, {{phrase({"interim", "government"})}, {}}),
              ElementsAre("interim government", "interim\ngovernment"));
}

TEST(Highlight, LetsNoPhraseCrossZones) {
  const Article article =
      story({{ZoneKind::headline, "The interim"}, {ZoneKind::body, "government"}});
  EXPECT_THAT(marked(article, {{phrase({"interim", "government"})}, {}}), IsEmpty());
}

TEST(Highlight, MarksNearWordsOnlyWithinTheWindow) {
  const Article article =
      story({{ZoneKind::body, "shots at a rally; then the rally went on and on until shots"}});
  EXPECT_THAT(marked(article, {{near({"rally", "shots"}, 3)}, {}}), ElementsAre("shots", "rally"));
  EXPECT_THAT(marked(article, {{near({"rally", "shots"}, 2)}, {}}), IsEmpty());
  EXPECT_THAT(marked(article, {{near({"rally", "rally"}, 3)}, {}}), ElementsAre("rally", "rally"));
  EXPECT_THAT(marked(article, {{near({"shots", "shots"}, 9)}, {}}), IsEmpty());
}

TEST(Highlight, ReadsAHyphenedChainAsOneWordToo) {  // "Jalal-Abad" and "Jalalabad"
  const Article article = story({{ZoneKind::body, "Jalal-Abad, Jalalabad and Abad"}});
  EXPECT_THAT(marked(article, {{word("jalalabad")}, {}}), ElementsAre("Jalal-Abad", "Jalalabad"));
  EXPECT_THAT(marked(article, {{word("abad")}, {}}), ElementsAre("Abad", "Abad"));
}

TEST(Highlight, TakesAWildcardAsManyStems) {
  const Article article = story({{ZoneKind::body, "protest, protesters, problem, protocol"}});
  Pattern pattern;
  pattern.words = {{"protest", "protocol"}};
  EXPECT_THAT(marked(article, {{pattern}, {}}), ElementsAre("protest", "protesters", "protocol"));
}

TEST(Highlight, KeepsHeadlinePatternsToHeadlines) {
  const Article article = story({{ZoneKind::headline, "Osh rally"}, {ZoneKind::body, "Osh."}});
  Pattern pattern = word("Osh");
  pattern.headline_only = true;
  EXPECT_EQ(find_highlights(article, {{pattern}, {}}), (std::vector<Span>{{0, 3}}));
}

TEST(Highlight, MarksAnEntityUnderAllItsNames) {
  Article article = story({{ZoneKind::body, "Kurmanbek Bakiyev fled. Bakiyev was unhurt."}});
  mention(article, EntityKind::person, "kurmanbek bakiev", "Bakiyev");
  article.of(EntityKind::person)[0].mentions[0].begin = 0;
  EXPECT_THAT(marked(article, {{}, {{EntityKind::person, "kurmanbek bakiev"}}}),
              ElementsAre("Kurmanbek Bakiyev", "Bakiyev"));
  EXPECT_THAT(marked(article, {{}, {{EntityKind::city, "kurmanbek bakiev"}}}), IsEmpty());
}

TEST(Highlight, MergesWhatOverlaps) {
  const Article article = story({{ZoneKind::body, "the interim government of Osh"}});
  EXPECT_THAT(marked(article, {{phrase({"interim", "government"}), phrase({"the", "interim"}),
                                word("government")},
                               {}}),
              ElementsAre("the interim government"));
}

TEST(Highlight, FindsWordsWhoseStemBeginsOtherwise) {  // the Indonesian stemmer drops prefixes
  Article article = story({{ZoneKind::body, "Mereka membaca."}});
  article.language = "id";
  Pattern pattern;
  pattern.words = {{Analyzer("id").stem("membaca")}};
  ASSERT_NE(pattern.words[0][0][0], 'm');
  EXPECT_THAT(marked(article, {{pattern}, {}}), ElementsAre("membaca"));
}

TEST(Highlight, StemmersOfOtherLanguagesKeepTheFirstLetter) {
  // What the filter by first letters relies on, tried on made-up words of the language's script.
  std::mt19937 random(11);
  for (const char* language : {"ca", "da", "de", "en", "es", "eu", "fi", "fr", "hi", "hu", "hy",
                               "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sv", "tr"}) {
    std::u32string letters = U"abcdefghijklmnopqrstuvwxyzäöüéèêàáíóúñçışğøåßœ";
    if (std::string_view(language) == "ru") letters = U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    if (std::string_view(language) == "hy") letters = U"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ";
    if (std::string_view(language) == "hi" || std::string_view(language) == "ne") {
      letters = U"अआइईउऊकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौ्ं";
    }
    Analyzer analyzer(language);
    for (int i = 0; i < 20'000; ++i) {
      std::string made;
      for (std::size_t n = 1 + random() % 9; n > 0; --n) {
        append_code_point(made, letters[random() % letters.size()]);
      }
      const auto tokens = tokenize(made);
      if (tokens.empty()) continue;
      const std::string& one = tokens[0].word;
      std::size_t end = 0;
      next_code_point(one, end);
      const std::string first = fold(std::string_view(one).substr(0, end));
      if (first.empty()) continue;
      const std::string& stem = analyzer.stem(one);
      std::size_t a = 0;
      std::size_t b = 0;
      ASSERT_EQ(next_code_point(stem, a), next_code_point(first, b)) << language << ' ' << one;
    }
  }
}

/// The same by brute force: every token is stemmed, every combination is tried.
std::vector<Span> naive_highlights(const Article& article, const HighlightPlan& plan) {
  struct Place {
    std::string stem;
    int position;
    Span span;
  };
  Analyzer analyzer(*article.language);
  std::vector<Span> spans;
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    std::vector<Token> tokens;
    Tokenizer tokenizer(article.text, zone.span);
    for (Token token; tokenizer.next(token);) tokens.push_back(token);
    std::vector<Place> places;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      places.push_back({analyzer.stem(tokens[i].word), static_cast<int>(i), tokens[i].span});
      if (!tokens[i].hyphened || (i > 0 && tokens[i - 1].hyphened)) continue;
      std::string chain = tokens[i].word;
      std::size_t k = i;
      while (tokens[k].hyphened && k + 1 < tokens.size()) chain += tokens[++k].word;
      places.push_back(
          {analyzer.stem(chain), static_cast<int>(i), {tokens[i].span.begin, tokens[k].span.end}});
    }
    for (const Pattern& pattern : plan.patterns) {
      if (pattern.headline_only && zone.kind != ZoneKind::headline) continue;
      std::vector<Place> taken;
      const std::function<void()> extend = [&] {
        if (taken.size() == pattern.words.size()) {
          if (pattern.kind == Pattern::Kind::phrase) {
            Span span = taken[0].span;
            for (const Place& place : taken) span.end = std::max(span.end, place.span.end);
            spans.push_back(span);
          } else {
            for (const Place& place : taken) spans.push_back(place.span);
          }
          return;
        }
        const auto& wanted = pattern.words[taken.size()];
        for (const Place& place : places) {
          if (std::find(wanted.begin(), wanted.end(), place.stem) == wanted.end()) continue;
          bool fits = true;
          for (std::size_t t = 0; t < taken.size() && fits; ++t) {
            const int apart = place.position - taken[t].position;
            fits = pattern.kind == Pattern::Kind::phrase
                       ? apart == static_cast<int>(taken.size() - t)
                       : apart != 0 && std::abs(apart) <= pattern.window;
          }
          if (!fits) continue;
          taken.push_back(place);
          extend();
          taken.pop_back();
        }
      };
      extend();
    }
  }
  for (const auto& [kind, key] : plan.entities) {
    for (const Entity& entity : article.of(kind)) {
      if (entity.key == key) {
        spans.insert(spans.end(), entity.mentions.begin(), entity.mentions.end());
      }
    }
  }
  return merged(spans);
}

TEST(Highlight, AgreesWithItsNaiveTwin) {
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 1500; ++seed) {
    std::mt19937 random(seed);
    const RandomStory made = random_story(random);
    const auto highlights = find_highlights(made.article, made.plan);
    ASSERT_EQ(highlights, naive_highlights(made.article, made.plan)) << "seed " << seed;
    found += highlights.size();
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
}  // namespace alatoo
