// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/authority.h"

namespace alatoo {

/// The key of a known city, which tells it from its namesakes abroad: "osh@kg". One whose country
/// the user's table leaves out has that of its name alone.
std::string city_key(const Place& place);

/// Joins entities of one key, sorts their mentions, each once, and puts the entities in the order
/// of their first mention; those without any come last. The first of joined entities gives id and
/// name.
void tidy(std::vector<Entity>& entities);

/// Where mentions of two entities overlap, the longer one stays; of equal ones that of the person,
/// the country, the city. An entity that loses all its mentions is dropped, unless the input
/// supplied it. `supplied`: the input's entities.
void keep_apart(Article& article, const std::array<std::vector<Entity>, kEntityKinds>& supplied);

}  // namespace alatoo
