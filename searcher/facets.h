// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/archive.h"
#include "searcher/match.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace alatoo {

/// The values of a field over all matches, its own filters set aside; each entity once an article.
/// Exact. Counted from the facet columns, about 10 ns a match.
Facet count_facet(const Archive& archive, const Matches& matches, const FacetRequest& request);

}  // namespace alatoo
