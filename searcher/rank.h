// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "searcher/archive.h"
#include "searcher/match.h"
#include "searcher/plan.h"
#include "searcher/request.h"

namespace alatoo {

/// A document with its weight.
struct Ranked {
  DocumentRef document;
  double score = 0;
  bool partial = false;
};

/// The matches from `offset` on, at most `limit`, in the order that the request asks for: by score,
/// newest or oldest; equal ones newest first, then by id, and undated ones last. A short first page
/// in mode `all` is filled with partial matches. The order does not depend on docids.
std::vector<Ranked> rank(const Archive& archive, const QueryPlan& plan, Matches& matches,
                         const SearchRequest& request);

}  // namespace alatoo
