// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/archive.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace alatoo {

/// Answers a request: hits with passages, exact facet counts. Throws Error for a query beyond
/// kQueryLimits; everything else that is odd becomes a note.
Results search(const Archive& archive, const SearchRequest& request);

}  // namespace alatoo
