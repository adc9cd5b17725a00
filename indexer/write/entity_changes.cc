// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/entity_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "indexer/write/identity.h"

namespace alatoo {
namespace {

/// The entities of one field under one authority, and the articles of each.
struct Side {
  struct Entity {
    std::string id;
    std::string name;
    std::vector<std::uint32_t> keys;
    std::uint64_t articles = 0;
  };
  std::vector<std::uint32_t> of_key;
  std::vector<Entity> entities;
  std::map<std::string_view, std::uint32_t> by_id;

  const Entity* find(const std::string& id) const {
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : &entities[found->second];
  }
  void close() {
    for (std::uint32_t k = 0; k < of_key.size(); ++k) {
      if (of_key[k] != kNoEntity) entities[of_key[k]].keys.push_back(k);
    }
    for (std::uint32_t e = 0; e < entities.size(); ++e) by_id.emplace(entities[e].id, e);
  }
};

Side as_stored(const EntityTable& table, Field field) {
  Side side;
  for (std::uint32_t k = 0; k < table.key_count(field); ++k)
    side.of_key.push_back(table.entity_of(field, k));
  for (std::uint32_t e = 0; e < table.entity_count(field); ++e) {
    side.entities.push_back(
        {std::string(table.id(field, e)), std::string(table.name(field, e)), {}, 0});
  }
  side.close();
  return side;
}

Side as_made(const std::vector<KeyInfo>& keys) {
  Side side;
  std::map<std::string_view, std::uint32_t> by_id;
  for (const KeyInfo& key : keys) {
    if (key.id.empty()) {
      side.of_key.push_back(kNoEntity);
      continue;
    }
    const auto next = static_cast<std::uint32_t>(side.entities.size());
    const auto [known, is_new] = by_id.try_emplace(key.id, next);
    if (is_new) side.entities.push_back({key.id, key.name, {}, 0});
    side.of_key.push_back(known->second);
  }
  side.close();
  return side;
}

/// Counts the articles of every entity, each article once.
void count(const FacetColumn& column, Field field, Side& side) {
  std::vector<std::uint32_t> seen;
  for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
    seen.clear();
    for (const std::uint32_t key : column.keys(field, docid)) {
      const std::uint32_t entity = side.of_key[key];
      if (entity == kNoEntity || std::find(seen.begin(), seen.end(), entity) != seen.end())
        continue;
      seen.push_back(entity);
      ++side.entities[entity].articles;
    }
  }
}

/// What became of an entity that is no more: it is hidden, or part of those that have its keys.
EntityDifference vanished(const Side::Entity& old, const Side& now) {
  EntityDifference difference;
  difference.kind = EntityDifference::Kind::hidden;
  difference.id = old.id;
  difference.name = old.name;
  difference.before = old.articles;
  for (const std::uint32_t key : old.keys) {
    if (now.of_key[key] == kNoEntity) continue;
    const Side::Entity& heir = now.entities[now.of_key[key]];
    difference.kind = EntityDifference::Kind::merged;
    difference.other = heir.name;
    difference.into = heir.id;
    difference.after = heir.articles;
    break;
  }
  return difference;
}

std::vector<EntityDifference> compare(const Side& before, const Side& now) {
  using Kind = EntityDifference::Kind;
  std::vector<EntityDifference> list;
  for (const Side::Entity& old : before.entities) {
    const Side::Entity* same = now.find(old.id);
    if (!same) {
      list.push_back(vanished(old, now));
      continue;
    }
    if (old.name == same->name && old.articles == same->articles) continue;
    EntityDifference& changed = list.emplace_back();
    changed.kind = old.name == same->name ? Kind::recounted : Kind::renamed;
    changed.id = old.id;
    changed.name = old.name;
    if (changed.kind == Kind::renamed) changed.other = same->name;
    changed.before = old.articles;
    changed.after = same->articles;
  }
  for (const Side::Entity& fresh : now.entities) {
    if (before.find(fresh.id)) continue;
    EntityDifference& appears = list.emplace_back();
    appears.id = fresh.id;
    appears.name = fresh.name;
    appears.after = fresh.articles;
  }
  std::sort(list.begin(), list.end(), [](const EntityDifference& a, const EntityDifference& b) {
    const std::uint64_t most_a = std::max(a.before, a.after);
    const std::uint64_t most_b = std::max(b.before, b.after);
    return most_a != most_b ? most_a > most_b : std::tie(a.name, a.id) < std::tie(b.name, b.id);
  });
  return list;
}

}  // namespace

std::string_view to_string(EntityDifference::Kind kind) {
  switch (kind) {
    case EntityDifference::Kind::appears:
      return "appears";
    case EntityDifference::Kind::hidden:
      return "hidden";
    case EntityDifference::Kind::merged:
      return "merged";
    case EntityDifference::Kind::renamed:
      return "renamed";
    default:
      return "recounted";
  }
}

std::vector<EntityDifference> entity_differences(const EntityTable& table,
                                                 const EntityTableContent& content,
                                                 const std::vector<const FacetColumn*>& columns) {
  std::vector<EntityDifference> all;
  for (const Field field : kKeyFields) {
    Side before = as_stored(table, field);
    Side now = as_made(content.keys[key_index(field)]);
    for (const FacetColumn* column : columns) {
      count(*column, field, before);
      count(*column, field, now);
    }
    for (EntityDifference& difference : compare(before, now)) {
      difference.field = field;
      all.push_back(std::move(difference));
    }
  }
  return all;
}

std::vector<ChangeLine> idle_lines(const Names& names, const Authority& authority) {
  std::vector<ChangeLine> idle = authority.change_lines();
  if (idle.empty()) return idle;
  for (const Field field : kKeyFields) {
    std::set<std::string> stored;
    std::set<std::string> shown;
    for (const CountedKey& key : names.keys[key_index(field)]) {
      if (key.forms.empty()) continue;
      Identity identity = identify(field, key, authority);
      shown.insert(std::move(identity.id));
      stored.insert(std::move(identity.stored_id));
    }
    std::erase_if(idle, [&](const ChangeLine& line) {
      // What was merged into somebody does not show that there was one.
      return line.field == field &&
             (stored.count(line.id) > 0 || (!line.heir && shown.count(line.id) > 0));
    });
  }
  return idle;
}

}  // namespace alatoo
