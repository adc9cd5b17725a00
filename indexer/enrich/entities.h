// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article.h"

namespace alatoo {

/// Joins entities of one key, sorts their mentions and puts the entities in the order of their
/// first mention; those without any come last. The first of joined entities gives id and name.
void tidy(std::vector<Entity>& entities);

}  // namespace alatoo
