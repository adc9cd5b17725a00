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
///
/// BM25 (Robertson et al., TREC-3) with k1 = 1.2, b = 0.6, k3 = 1000: Xapian's k3 of 1 hurts long
/// queries. An expression with OR is weighed by the words and phrases of it that a document has.
std::vector<Ranked> rank(const Archive& archive, const QueryPlan& plan, const Matches& matches,
                         const SearchRequest& request);

}  // namespace alatoo
