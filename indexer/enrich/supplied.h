// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// As take_supplied() of enricher.h, with the words of the same article; words of mentions found
/// are marked as taken.
void take_supplied(Article& article, Words& words);

}  // namespace alatoo
