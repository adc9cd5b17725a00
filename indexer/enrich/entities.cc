// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities.h"

#include <algorithm>
#include <limits>

#include "common/name_key.h"

namespace alatoo {

std::string city_key(const Place& place) {
  const std::string key = name_key(EntityKind::city, place.name);
  return place.country.empty() ? key : key + "@" + place.country;
}

void tidy(std::vector<Entity>& entities) {
  std::vector<Entity> joined;
  for (auto& entity : entities) {
    const auto same = std::find_if(joined.begin(), joined.end(),
                                   [&](const Entity& other) { return other.key == entity.key; });
    if (same == joined.end()) {
      joined.push_back(std::move(entity));
    } else {
      same->mentions.insert(same->mentions.end(), entity.mentions.begin(), entity.mentions.end());
    }
  }
  for (auto& entity : joined) std::sort(entity.mentions.begin(), entity.mentions.end());
  std::stable_sort(joined.begin(), joined.end(), [](const Entity& a, const Entity& b) {
    const auto first = [](const Entity& e) {
      return e.mentions.empty() ? std::numeric_limits<std::uint32_t>::max()
                                : e.mentions.front().begin;
    };
    return first(a) < first(b);
  });
  entities = std::move(joined);
}

}  // namespace alatoo
