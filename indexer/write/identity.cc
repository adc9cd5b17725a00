// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/identity.h"

#include "common/name_key.h"

namespace alatoo {
namespace {

template <typename Row>
Identity known_as(const Row& row) {
  return {row.id, row.name, row.aliases, true};
}

/// What `of(form)` says of the form that most articles use, else of another.
template <typename Of>
Identity first_known(const CountedKey& key, const Of& of) {
  if (auto row = of(key.usual())) return known_as(*row);
  for (const auto& [form, count] : key.forms) {
    if (auto row = of(form)) return known_as(*row);
  }
  return {id_from_key(key.key), "", {}, false};
}

template <typename Row>
const Row* front(const std::vector<const Row*>& rows) {
  return rows.empty() ? nullptr : rows.front();
}

/// A city that its article's recognition knew has its country in the key; of any other it was said
/// that none of the namesakes is meant.
Identity city(const CountedKey& key, const Authority& authority) {
  const std::size_t at = key.key.rfind('@');
  if (at == std::string::npos) return {id_from_key(key.key), "", {}, false};
  const std::string country = key.key.substr(at + 1);
  Identity identity = first_known(key, [&](const std::string& form) -> const Place* {
    for (const Place* place : authority.places(form)) {
      if (place->kind == Place::Kind::city && place->country == country) return place;
    }
    return nullptr;
  });
  if (!identity.known) identity.id = id_from_key(key.key.substr(0, at)) + "-" + country;
  return identity;
}

Identity country(const CountedKey& key, const Authority& authority) {
  if (const Place* place = authority.country(key.key)) return known_as(*place);
  return first_known(key, [&](const std::string& form) -> const Place* {
    for (const Place* place : authority.places(form)) {
      if (place->kind == Place::Kind::country) return place;
    }
    return nullptr;
  });
}

}  // namespace

Identity identify(Field field, const CountedKey& key, const Authority& authority) {
  switch (field) {
    case Field::person:
      return first_known(key,
                         [&](const std::string& form) { return front(authority.people(form)); });
    case Field::organisation:
      return first_known(
          key, [&](const std::string& form) { return front(authority.organisations(form)); });
    case Field::city:
      return city(key, authority);
    case Field::country:
      return country(key, authority);
    case Field::source: {
      Identity identity =
          first_known(key, [&](const std::string& form) { return authority.outlet(form); });
      if (!identity.known) identity.id = slug(key.key);
      return identity;
    }
    default:
      return {key.key, "", {}, false};
  }
}

}  // namespace alatoo
