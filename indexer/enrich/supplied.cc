// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/supplied.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "common/name_key.h"
#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/entities.h"

namespace alatoo {
namespace {

/// A name to look for, as words.
struct Pattern {
  EntityKind kind;
  std::size_t entity;  ///< index in article.of(kind)
  std::vector<Token> tokens;
  std::string name;  ///< what the token spans refer to
  bool surname = false;
};

void add_entity(Article& article, std::vector<Pattern>& patterns, EntityKind kind, Entity entity,
                const std::string& stated) {
  auto& entities = article.of(kind);
  auto same = std::find_if(entities.begin(), entities.end(),
                           [&](const Entity& other) { return other.key == entity.key; });
  const auto index = static_cast<std::size_t>(same - entities.begin());
  if (same == entities.end()) entities.push_back(std::move(entity));
  patterns.push_back({kind, index, tokenize(stated), stated, false});
  const auto canonical = entities[index].name;
  if (canonical != stated) patterns.push_back({kind, index, tokenize(canonical), canonical, false});
}

Entity named(EntityKind kind, const std::string& stated,
             const std::vector<const AuthorityName*>& known) {
  Entity entity;
  entity.name = known.empty() ? stated : known.front()->name;
  entity.key = name_key(kind, entity.name);
  entity.id = known.empty() ? id_from_key(entity.key) : known.front()->id;
  return entity;
}

std::optional<EntityKind> place_kind(const SuppliedName& place,
                                     const std::vector<const Place*>& known) {
  const auto& rel = place.rel;
  if (rel == "city" || rel == "town" || rel == "village" || rel == "locality" ||
      rel == "settlement" || rel == "municipality") {
    return EntityKind::city;
  }
  if (rel == "country" || rel == "nation") return EntityKind::country;
  if (!rel.empty()) return std::nullopt;
  bool city = known.empty();
  for (const auto* row : known) {
    if (row->kind == Place::Kind::country) return EntityKind::country;
    city = city || row->kind == Place::Kind::city;
  }
  return city ? std::optional(EntityKind::city) : std::nullopt;
}

/// The city meant among namesakes: in a country that the input names too, else the largest.
const Place* choose_city(const std::vector<const Place*>& known,
                         const std::vector<std::string>& countries) {
  const Place* first = nullptr;
  for (const auto* place : known) {
    if (place->kind != Place::Kind::city) continue;
    if (!first) first = place;
    if (std::find(countries.begin(), countries.end(), place->country) != countries.end()) {
      return place;
    }
  }
  return first;
}

void take_places(Article& article, const Authority& authority, std::vector<Pattern>& patterns) {
  std::vector<std::string> countries;
  for (const bool cities : {false, true}) {  // countries first: they tell namesakes apart
    for (const auto& place : article.supplied_places) {
      const auto stated = squeeze(place.name);
      const auto known = authority.places(stated);
      const auto kind = place_kind(place, known);
      if (!kind || cities != (*kind == EntityKind::city)) continue;
      Entity entity;
      const Place* row = nullptr;
      if (cities) {
        row = choose_city(known, countries);
        entity.key = row ? city_key(*row) : name_key(*kind, stated);
      } else {
        for (const auto* candidate : known) {
          if (!row && candidate->kind == Place::Kind::country) row = candidate;
        }
        if (row) countries.push_back(row->country);
        entity.key = row ? row->country : name_key(*kind, stated);
      }
      if (entity.key.empty()) continue;
      entity.name = row ? row->name : stated;
      entity.id = row ? row->id : id_from_key(entity.key);
      add_entity(article, patterns, *kind, std::move(entity), stated);
    }
  }
}

/// Surnames that one supplied person alone bears.
void add_surnames(const Article& article, std::vector<Pattern>& patterns) {
  const auto& persons = article.of(EntityKind::person);
  std::vector<std::string> surnames;
  for (const auto& person : persons) {
    const auto blank = person.key.rfind(' ');
    surnames.push_back(blank == std::string::npos ? "" : person.key.substr(blank + 1));
  }
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (surnames[i].empty() || std::count(surnames.begin(), surnames.end(), surnames[i]) > 1) {
      continue;
    }
    const auto& name = persons[i].name;
    const auto surname = name.substr(name.rfind(' ') + 1);
    patterns.push_back({EntityKind::person, i, tokenize(surname), surname, true});
  }
}

bool matches(const Words& words, std::size_t first, const Pattern& pattern) {
  if (first + pattern.tokens.size() > words.size()) return false;
  for (std::size_t k = 0; k < pattern.tokens.size(); ++k) {
    const Word& word = words[first + k];
    if (word.taken || (k > 0 && !words.connected(first + k))) return false;
    const bool same = word.loud
                          ? word.info->lower == pattern.tokens[k].word
                          : word.span.of(words.text()) == pattern.tokens[k].span.of(pattern.name);
    if (!same) return false;
  }
  if (!pattern.surname || first == 0) return true;
  // Behind another capitalised word it is the surname of somebody else.
  const Word& before = words[first - 1];
  return !words[first].joins() || !before.capital || before.possessive || before.loud ||
         before.is(kHonorific | kTitle | kFunction);
}

void find_mentions(Article& article, Words& words, std::vector<Pattern>& patterns) {
  std::stable_sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
    return a.tokens.size() > b.tokens.size();
  });
  for (const auto& pattern : patterns) {
    if (pattern.tokens.empty()) continue;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!matches(words, i, pattern)) continue;
      const std::size_t last = i + pattern.tokens.size();
      for (std::size_t k = i; k < last; ++k) words[k].taken = true;
      article.of(pattern.kind)[pattern.entity].mentions.push_back(words.span(i, last));
    }
  }
}

}  // namespace

void take_supplied(Article& article, Words& words) {
  const Authority& authority = words.authority();
  std::vector<Pattern> patterns;
  for (const auto& person : article.supplied_people) {
    const auto stated = squeeze(person.name);
    auto entity = named(EntityKind::person, stated, authority.people(stated));
    if (!entity.key.empty()) {
      add_entity(article, patterns, EntityKind::person, std::move(entity), stated);
    }
  }
  take_places(article, authority, patterns);
  for (const auto& organisation : article.supplied_organisations) {
    const auto stated = squeeze(organisation.name);
    auto entity = named(EntityKind::organisation, stated, authority.organisations(stated));
    if (!entity.key.empty()) {
      add_entity(article, patterns, EntityKind::organisation, std::move(entity), stated);
    }
  }
  add_surnames(article, patterns);
  find_mentions(article, words, patterns);
  for (const auto kind : kAllEntityKinds) tidy(article.of(kind));
}

void take_supplied(Article& article, const Authority& authority) {
  if (article.supplied_people.empty() && article.supplied_places.empty() &&
      article.supplied_organisations.empty()) {
    return;
  }
  Words words(authority);
  words.read(article);
  take_supplied(article, words);
}

}  // namespace alatoo
