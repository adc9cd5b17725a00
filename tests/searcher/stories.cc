// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searcher/stories.h"

#include <algorithm>

#include "common/analyzer.h"
#include "common/text.h"

namespace alatoo {

Article story(const std::vector<Piece>& pieces) {
  Article article;
  article.language = "en";
  for (const Piece& piece : pieces) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += piece.text;
    article.zones.push_back({piece.kind, {begin, static_cast<std::uint32_t>(article.text.size())}});
    if (piece.kind == ZoneKind::headline) article.headline = piece.text;
  }
  return article;
}

void mention(Article& article, EntityKind kind, const std::string& key, std::string_view surface) {
  Entity entity{key, "id:" + key, std::string(surface), {}};
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    std::size_t at = article.text.find(surface, zone.span.begin);
    while (at != std::string::npos && at + surface.size() <= zone.span.end) {
      const auto begin = static_cast<std::uint32_t>(at);
      entity.mentions.push_back({begin, begin + static_cast<std::uint32_t>(surface.size())});
      at = article.text.find(surface, at + surface.size());
    }
  }
  article.of(kind).push_back(std::move(entity));
}

namespace {

std::vector<std::vector<std::string>> stems(const std::vector<std::string>& words) {
  Analyzer english("en");
  std::vector<std::vector<std::string>> out;
  for (const std::string& one : words) out.push_back({english.stem(lower(one))});
  return out;
}

}  // namespace

Pattern word(const std::string& text, double weight) {
  Pattern pattern;
  pattern.words = stems({text});
  pattern.weight = weight;
  return pattern;
}

Pattern phrase(const std::vector<std::string>& words) {
  Pattern pattern;
  pattern.kind = Pattern::Kind::phrase;
  pattern.words = stems(words);
  return pattern;
}

Pattern near(const std::vector<std::string>& words, int window) {
  Pattern pattern = phrase(words);
  pattern.kind = Pattern::Kind::near;
  pattern.window = window;
  return pattern;
}

std::vector<std::string> pieces(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(span.of(text));
  return out;
}

RandomStory random_story(std::mt19937& random) {
  static const std::vector<std::string> words = {
      "rally", "Rallies", "Osh",   "Jalal-Abad",  "government's", "Бишкек",
      "Ёлка",  "площади", "café",  "naïve",       "ош-базар",     "東京",
      "a",     "U.S.",    "5,000", "Ala\u00A0Too"};
  static const std::vector<std::string> gaps = {
      " ", " ", " ", " ", " ", ". ", ".\n\n", "\n", ", ", "\u00A0", "  ", "? ", " \u2003 "};
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  RandomStory made;
  std::vector<Piece> zones;
  for (std::size_t z = 1 + pick(5); z > 0; --z) {
    Piece piece{static_cast<ZoneKind>(pick(9)), words[pick(words.size())]};
    for (std::size_t w = pick(60); w > 0; --w) {
      piece.text += gaps[pick(gaps.size())] + words[pick(words.size())];
    }
    zones.push_back(std::move(piece));
  }
  made.article = story(zones);
  made.article.language = pick(2) == 0 ? "en" : "ru";
  mention(made.article, EntityKind::city, "osh", "Osh");
  mention(made.article, EntityKind::organisation, "rally osh", "rally Osh");

  Analyzer analyzer(*made.article.language);
  const auto leaf = [&] {
    std::vector<Token> tokens = tokenize(words[pick(words.size())]);
    return std::vector<std::string>{analyzer.stem(tokens[pick(tokens.size())].word)};
  };
  for (std::size_t p = pick(4); p > 0; --p) {
    Pattern pattern;
    pattern.kind = static_cast<Pattern::Kind>(pick(3));
    const std::size_t size = pattern.kind == Pattern::Kind::word ? 1 : 2 + pick(2);
    for (std::size_t w = 0; w < size; ++w) pattern.words.push_back(leaf());
    pattern.window = static_cast<int>(pick(6));
    pattern.headline_only = pick(5) == 0;
    pattern.weight = 1 + static_cast<double>(pick(3));
    made.plan.patterns.push_back(std::move(pattern));
  }
  if (pick(3) == 0) made.plan.entities.push_back({EntityKind::city, "osh"});
  return made;
}

}  // namespace alatoo
