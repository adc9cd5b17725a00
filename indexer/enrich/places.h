// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Fills the article's cities and countries from mentions of kind place and from demonyms.
///
/// A city must be meant as a place: not as a region, a street or a valley of that name, nor as a
/// government ("Moscow said"). Names of small towns, and names that are also words, count only
/// where the wording places something there. Namesakes are told apart by the countries of the
/// article, then by population. A country counts when it is named; then its adjectives are mentions
/// too.
void resolve_places(Words& words, const std::vector<Mention>& mentions, Article& article);

}  // namespace alatoo
