// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article.h"
#include "common/json.h"

namespace alatoo {

/// What an article holds and what was found in it, as `indexer inspect` and `searcher show` print
/// it: the object of schemas/inspection.schema.json. Offsets are bytes of "text".
Json inspection(const Article& article);

}  // namespace alatoo
