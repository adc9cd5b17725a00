// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// One article of a document, or why it gives none. Readers set what the document states; `id` only
/// with `id_is_uri`, `path` never: parse() knows the place.
struct Member {
  Article article = {};
  std::string refusal = {};  ///< one clear clause; empty: there is an article
};
using Members = std::vector<Member>;

}  // namespace alatoo
