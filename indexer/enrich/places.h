// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Fills the article's cities and countries; the latter as countries.h says.
///
/// A city must be meant as a place: not as a region, a street or a valley of that name, nor as what
/// it stands for, a government ("Moscow said"), a club, a lord's title. Names of small towns, and
/// names that are also words or surnames, count only where the wording places something there;
/// towns that no table has, where it says that they are towns. Of namesakes the one is meant whose
/// region or country the article puts behind it, else the largest of those in a country of which
/// the article speaks: see `PlaceResolution::choose`.
void resolve_places(Words& words, const std::vector<Mention>& mentions, Article& article);

}  // namespace alatoo
