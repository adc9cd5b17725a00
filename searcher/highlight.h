// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/passages.h"

namespace alatoo {

/// One place where a text answers a part of the plan.
struct Match {
  Span span;
  std::size_t part = 0;  ///< index into plan.patterns, or their number + index into plan.entities

  friend auto operator<=>(const Match&, const Match&) = default;
};

/// All matches in the story zones of an article, sorted by place; they may overlap.
std::vector<Match> find_matches(const Article& article, const HighlightPlan& plan);

/// The same stretches as sorted, disjoint spans; touching ones become one.
std::vector<Span> merged(std::vector<Span> spans);

}  // namespace alatoo
