// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Which organisation each mention of kind organisation means: the authority's, else one by its
/// fullest name in the article, without company suffix ("Inc"). Short forms, acronyms and other
/// wordings of the full name join it. Left out are names that name no body, the publisher and the
/// agency of `article`, and outlets that only bring the news.
std::vector<Entity> resolve_organisations(Words& words, const std::vector<Mention>& mentions,
                                          const Article& article);

}  // namespace alatoo
