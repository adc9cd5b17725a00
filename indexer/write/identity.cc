// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/identity.h"

#include <algorithm>

#include "common/name_key.h"

namespace alatoo {
namespace {

template <typename Row>
Identity known_as(const Row& row) {
  Identity identity;
  identity.id = identity.stored_id = row.id;
  identity.name = row.name;
  identity.aliases = row.aliases;
  identity.why = identity.joined = "authority " + (row.line.empty() ? row.id : row.line);
  return identity;
}

Identity unknown(std::string id) {
  Identity identity;
  identity.id = identity.stored_id = std::move(id);
  return identity;
}

/// What `of(form)` says of the form that most articles use, else of another.
template <typename Of>
Identity first_known(const CountedKey& key, std::string id, const Of& of) {
  if (auto row = of(key.usual())) return known_as(*row);
  for (const auto& [form, count] : key.forms) {
    if (auto row = of(form)) return known_as(*row);
  }
  return unknown(std::move(id));
}

template <typename Row>
const Row* front(const std::vector<const Row*>& rows) {
  return rows.empty() ? nullptr : rows.front();
}

/// A city that its article's recognition knew has its country in the key; of any other it was said
/// that none of the shipped namesakes is meant.
Identity city(const CountedKey& key, const Authority& authority) {
  const std::size_t at = key.key.rfind('@');
  const bool known = at != std::string::npos;
  const std::string country = known ? key.key.substr(at + 1) : "";
  std::string id = id_from_key(key.key.substr(0, at)) + (known ? "-" + country : "");
  return first_known(key, std::move(id), [&](const std::string& form) -> const Place* {
    for (const Place* place : authority.places(form)) {
      if (place->kind == Place::Kind::city &&
          (known ? place->country == country : !place->line.empty())) {
        return place;
      }
    }
    return nullptr;
  });
}

Identity country(const CountedKey& key, const Authority& authority) {
  if (const Place* place = authority.country(key.key)) return known_as(*place);
  return first_known(key, id_from_key(key.key), [&](const std::string& form) -> const Place* {
    for (const Place* place : authority.places(form)) {
      if (place->kind == Place::Kind::country) return place;
    }
    return nullptr;
  });
}

/// The row of a form of the key, else that which has the id that the key makes: an archive showed
/// this id, so a user may have written a row for it.
template <typename ByName, typename ById>
Identity named_or_with_id(const CountedKey& key, const std::string& id, const ByName& by_name,
                          const ById& by_id) {
  Identity identity = first_known(key, id, by_name);
  if (identity.id != id) return identity;
  const auto row = by_id(id);
  return row ? known_as(*row) : identity;
}

/// What the tables make of a key.
Identity in_tables(Field field, const CountedKey& key, const Authority& authority) {
  switch (field) {
    case Field::person:
      return named_or_with_id(
          key, id_from_key(key.key),
          [&](const std::string& form) { return front(authority.people(form)); },
          [&](const std::string& id) { return authority.person_by_id(id); });
    case Field::organisation:
      return named_or_with_id(
          key, id_from_key(key.key),
          [&](const std::string& form) { return front(authority.organisations(form)); },
          [&](const std::string& id) { return authority.organisation_by_id(id); });
    case Field::city:
      return city(key, authority);
    case Field::country:
      return country(key, authority);
    case Field::source:
      return named_or_with_id(
          key, slug(key.key), [&](const std::string& form) { return authority.outlet(form); },
          [&](const std::string& id) { return authority.outlet_by_id(id); });
    default:
      return unknown(key.key);
  }
}

}  // namespace

Identity identify(Field field, const CountedKey& key, const Authority& authority) {
  Identity identity = in_tables(field, key, authority);
  const EntityChange* change = authority.change(field, identity.id);
  if (!change) return identity;
  if (const auto line = change->joined.find(identity.stored_id); line != change->joined.end())
    identity.joined = line->second;
  identity.id = change->id;
  identity.name = change->name;
  identity.aliases = change->aliases;
  identity.why = change->why;
  identity.hidden = change->hidden;
  return identity;
}

void show_as_identified(Article& article, const Authority& authority) {
  const auto shown = [&](Field field, const std::string& key, const std::string& name) {
    Identity identity = identify(field, {key, {{name, 1}}}, authority);
    if (identity.name.empty()) identity.name = name;
    return identity;
  };
  for (const EntityKind kind : kAllEntityKinds) {
    std::erase_if(article.of(kind), [&](Entity& entity) {
      Identity identity = shown(field_of(kind), entity.key, entity.name);
      entity.id = std::move(identity.id);
      entity.name = std::move(identity.name);
      return identity.hidden;
    });
    join_by_id(article.of(kind));
  }
  for (std::optional<std::string>* outlet : {&article.source, &article.agency}) {
    if (!*outlet) continue;
    const Identity identity = shown(Field::source, source_key(**outlet), **outlet);
    if (identity.hidden) {
      outlet->reset();
    } else {
      *outlet = identity.name;
    }
  }
}

}  // namespace alatoo
