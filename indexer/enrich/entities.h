// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// An id for an entity that the authority does not know, from its key: blanks become '-'.
std::string id_from_key(std::string_view key);

/// Joins entities of one key, sorts their mentions and puts the entities in the order of their
/// first mention; those without any come last. The first of joined entities gives id and name.
void tidy(std::vector<Entity>& entities);

}  // namespace alatoo
