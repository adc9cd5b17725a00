// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/entity_counts.h"

#include <algorithm>
#include <tuple>

namespace alatoo {

void EntityCounts::add_several(std::span<const std::uint32_t> keys) {
  seen_.clear();
  for (const std::uint32_t key : keys) seen_.push_back(table_.entity_of(field_, key));
  std::sort(seen_.begin(), seen_.end());
  seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  for (const std::uint32_t entity : seen_) count(entity);
}

std::size_t EntityCounts::distinct() const {
  return counts_.size() - static_cast<std::size_t>(std::count(counts_.begin(), counts_.end(), 0U));
}

std::vector<EntityCounts::Row> EntityCounts::top(std::size_t most) const {
  std::vector<Row> rows;
  for (std::uint32_t entity = 0; entity < counts_.size(); ++entity) {
    if (counts_[entity] > 0) rows.push_back({entity, counts_[entity]});
  }
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(most, rows.size()));
  std::partial_sort(rows.begin(), end, rows.end(), [&](const Row& a, const Row& b) {
    if (a.articles != b.articles) return a.articles > b.articles;
    return std::pair(table_.name(field_, a.entity), table_.id(field_, a.entity)) <
           std::pair(table_.name(field_, b.entity), table_.id(field_, b.entity));
  });
  rows.erase(end, rows.end());
  return rows;
}

}  // namespace alatoo
