// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/passages.h"

namespace alatoo {

/// An English article from pieces, each a zone, with blank lines between them.
struct Piece {
  ZoneKind kind = ZoneKind::body;
  std::string text;
};
Article story(const std::vector<Piece>& pieces);

/// Adds an entity whose mentions are all places where `surface` stands in a story zone.
void mention(Article& article, EntityKind kind, const std::string& key, std::string_view surface);

/// A pattern of words, each stemmed as English.
Pattern word(const std::string& text, double weight = 1);
Pattern phrase(const std::vector<std::string>& words);
Pattern near(const std::vector<std::string>& words, int window);

/// The stretches of `text` that the spans cover.
std::vector<std::string> pieces(std::string_view text, const std::vector<Span>& spans);

/// An article of random zones, words of three scripts, odd spaces, hyphens and mentions; a plan
/// that matches some of it.
struct RandomStory {
  Article article;
  HighlightPlan plan;
};
RandomStory random_story(std::mt19937& random);

}  // namespace alatoo
