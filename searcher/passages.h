// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/results.h"

namespace alatoo {

/// One positive leaf of a query, as highlighting needs it: a word, a phrase, or words near each
/// other. `words[i]` holds the index terms (folded stems, without prefix; sorted) that stand for
/// the i-th word: several where it is stemmed under several languages, has other spellings or is a
/// wildcard.
struct Pattern {
  enum class Kind : std::uint8_t { word, phrase, near };
  Kind kind = Kind::word;
  std::vector<std::vector<std::string>> words;
  int window = 0;              ///< near: all words within this many positions of each other
  bool headline_only = false;  ///< from `headline:`
  double weight = 1;           ///< inverse document frequency; larger tells more
};

struct HighlightPlan {
  std::vector<Pattern> patterns;
  /// Keys of entities that the request filters by: their mentions are highlighted, aliases and
  /// back-references ("Bakiyev", "the ousted president's" is none) included, as the index found
  /// them.
  std::vector<std::pair<EntityKind, std::string>> entities;
};

struct PassageOptions {
  std::size_t passages = 2;      ///< at most
  std::size_t max_length = 320;  ///< code points of one passage; longer sentences are cut at a word
};

/// The sentences of the story zones that tell most about the query: each passage is one sentence,
/// or a run of neighbours while they fit `max_length`. Chosen greedily by the weight of patterns
/// not yet shown, then by how many there are and how early they stand; returned in text order.
/// Without any match the first sentences of the body stand in, unhighlighted. The headline is not a
/// passage. With options.passages == 0: none. Spans lie on code point boundaries. The best n
/// passages are among the best n+1.
std::vector<Passage> make_passages(const Article& article, const HighlightPlan& plan,
                                   const PassageOptions& options);

/// The headline (else the first sentence) marked like a passage.
Passage make_title(const Article& article, const HighlightPlan& plan);

/// Spans of `article.text` that the plan matches inside the story zones; sorted, disjoint.
std::vector<Span> find_highlights(const Article& article, const HighlightPlan& plan);

}  // namespace alatoo
