// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article.h"

namespace alatoo {

/// Divides the text of an article into zones and sets `headline` and `byline` where the input did
/// not state them and the text shows them. Zones that the reader already marked (a ninjs headline
/// placed before the body) are kept. Only the shapes of lines and their order are used: the
/// scorer's features are named in zones.cc and tested line by line.
void mark_zones(Article& article);

}  // namespace alatoo
