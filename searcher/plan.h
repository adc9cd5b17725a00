// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/archive.h"
#include "searcher/passages.h"
#include "searcher/query.h"
#include "searcher/request.h"

namespace alatoo {

/// A node of what is asked of the index: terms, no longer words.
struct PlanNode {
  enum class Kind : std::uint8_t {
    terms,        ///< any of `alternatives`, weighed by the best: one place, or a phrase of them
    phrase,       ///< `positions[i]` (any of its terms) one after the other
    near,         ///< `positions` within `window` places
    boolean,      ///< any of `terms`: names and dates, weightless beside words
    conjunction,  ///< all children
    disjunction,  ///< any child
    negation,     ///< not the child
    nothing,
  };
  Kind kind = Kind::nothing;
  using Places = std::vector<std::vector<std::string>>;  ///< in each any of some index terms
  std::vector<Places> alternatives;
  Places positions;
  std::vector<std::string> terms;
  /// Of a boolean node of people, places or organisations: the terms of each entity.
  std::vector<std::vector<std::string>> entities;
  int window = 0;
  bool weighs = true;  ///< function words match, but tell nothing of what an article is about
  std::vector<PlanNode> children;
};

/// A request against one archive: names resolved to keys, words to index terms.
struct QueryPlan {
  std::vector<PlanNode> loose;  ///< one a loose word, for the match mode to join
  std::vector<PlanNode> required;
  std::vector<PlanNode> excluded;
  std::array<std::optional<PlanNode>, kKeyFieldCount> filters;  ///< by option
  std::optional<PlanNode> dates;                                ///< --from and --to
  bool match_fixed = false;  ///< an expression, or no loose word: the mode is `all`

  HighlightPlan highlights;
  std::vector<std::string> notes;
  std::optional<std::string> suggestion;
  bool complete = true;
};

/// Throws Error for a query beyond kQueryLimits.
QueryPlan make_plan(const Archive& archive, const SearchRequest& request);

/// The terms that stand for every article published in a range: whole years and months where they
/// lie in it, days at its ends. `first` and `last` stand for open ends.
std::vector<std::string> date_terms(const DateRange& range, const PartialDate& first,
                                    const PartialDate& last);

}  // namespace alatoo
