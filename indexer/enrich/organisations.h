// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Which organisation each mention of kind organisation means: the authority's, else one a name;
/// short forms and acronyms that the article introduces join the full name, company suffixes
/// ("Inc") are left out of it.
std::vector<Entity> resolve_organisations(Words& words, const std::vector<Mention>& mentions);

}  // namespace alatoo
