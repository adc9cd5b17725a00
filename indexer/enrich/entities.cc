// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

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
  for (auto& entity : joined) {
    auto& mentions = entity.mentions;
    std::sort(mentions.begin(), mentions.end());
    mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
  }
  std::stable_sort(joined.begin(), joined.end(), [](const Entity& a, const Entity& b) {
    const auto first = [](const Entity& e) {
      return e.mentions.empty() ? std::numeric_limits<std::uint32_t>::max()
                                : e.mentions.front().begin;
    };
    return first(a) < first(b);
  });
  entities = std::move(joined);
}

void keep_apart(Article& article, const std::array<std::vector<Entity>, kEntityKinds>& supplied) {
  static constexpr std::array kOrder = {EntityKind::person, EntityKind::country, EntityKind::city,
                                        EntityKind::organisation};
  struct Claim {
    Span span;
    std::size_t rank;
    std::size_t entity;
  };
  std::vector<Claim> claims;
  for (std::size_t rank = 0; rank < kOrder.size(); ++rank) {
    const auto& entities = article.of(kOrder[rank]);
    for (std::size_t e = 0; e < entities.size(); ++e) {
      for (const Span& span : entities[e].mentions) claims.push_back({span, rank, e});
    }
  }
  std::sort(claims.begin(), claims.end(),
            [](const Claim& a, const Claim& b) { return a.span.begin < b.span.begin; });
  const bool apart =
      std::adjacent_find(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return b.span.begin < a.span.end;
      }) == claims.end();
  if (apart) return;
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(b.span.size(), a.rank, a.span) < std::tuple(a.span.size(), b.rank, b.span);
  });
  std::set<Span> kept;
  std::set<std::pair<std::size_t, std::size_t>> losers;  // rank, entity
  for (const Claim& claim : claims) {
    const auto next = kept.lower_bound(claim.span);
    const bool overlaps = (next != kept.end() && next->begin < claim.span.end) ||
                          (next != kept.begin() && std::prev(next)->end > claim.span.begin);
    if (!overlaps) {
      kept.insert(claim.span);
      continue;
    }
    auto& mentions = article.of(kOrder[claim.rank])[claim.entity].mentions;
    mentions.erase(std::find(mentions.begin(), mentions.end(), claim.span));
    losers.insert({claim.rank, claim.entity});
  }
  // The last first, so that the numbers of those before hold.
  for (auto loser = losers.rbegin(); loser != losers.rend(); ++loser) {
    auto& entities = article.of(kOrder[loser->first]);
    const Entity& entity = entities[loser->second];
    const auto& stated = supplied[static_cast<std::size_t>(kOrder[loser->first])];
    const bool trusted = std::any_of(stated.begin(), stated.end(),
                                     [&](const Entity& other) { return other.key == entity.key; });
    if (entity.mentions.empty() && !trusted) {
      entities.erase(entities.begin() + static_cast<std::ptrdiff_t>(loser->second));
    }
  }
}

}  // namespace alatoo
