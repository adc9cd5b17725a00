// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "indexer/enrich/words.h"

namespace alatoo {

/// True if the wording around the name [first, last) makes it one of those who made the report:
/// "CNN's X", "X, reporting from", "Editing by X", "photographs: X", a byline "By X" inside the
/// text.
bool is_reporter(Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
