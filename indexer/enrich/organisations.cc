// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/organisations.h"

#include <algorithm>
#include <string>

#include "common/name_key.h"
#include "indexer/enrich/entities.h"

namespace alatoo {
namespace {

struct Organisation {
  std::string key;  ///< of the name without company suffix
  std::string name;
  const AuthorityName* known = nullptr;
  const WordInfo* acronym = nullptr;
  std::vector<Span> mentions;
};

/// End of the name within the mention: before "Inc", "and Co" and the like.
std::size_t short_end(const Words& words, const Mention& mention) {
  std::size_t end = mention.last;
  while (end > mention.first + 1 && (words[end - 1].is(kCompany) || !words[end - 1].capital)) --end;
  return end;
}

}  // namespace

std::vector<Entity> resolve_organisations(Words& words, const std::vector<Mention>& mentions) {
  std::vector<Organisation> found;
  for (const auto& mention : mentions) {
    if (mention.kind != Mention::Kind::organisation) continue;
    const std::size_t end = short_end(words, mention);
    const bool word = mention.last == mention.first + 1;
    const AuthorityName* known = nullptr;
    for (const std::size_t stop : {static_cast<std::size_t>(mention.last), end}) {
      const auto& rows = words.organisations(mention.first, stop);
      if (!known && !rows.empty()) known = rows.front();
    }
    const std::string name = words.name(mention.first, end);
    const std::string key = name_key(EntityKind::organisation, known ? known->name : name);
    auto same = std::find_if(found.begin(), found.end(), [&](const Organisation& other) {
      return other.key == key || (word && !known && other.acronym == words[mention.first].info);
    });
    if (same == found.end()) {
      if (key.empty()) continue;
      found.push_back({key, known ? known->name : name, known, nullptr, {}});
      same = found.end() - 1;
    }
    same->mentions.push_back(words.span(mention.first, mention.last));
    if (!word && mention.last < words.size() && words[mention.last].bracketed &&
        words[mention.last].capitals) {
      same->acronym = words[mention.last].info;
    }
  }
  std::vector<Entity> entities;
  for (auto& organisation : found) {
    Entity entity;
    entity.key = std::move(organisation.key);
    entity.id = organisation.known ? organisation.known->id : id_from_key(entity.key);
    entity.name = std::move(organisation.name);
    entity.mentions = std::move(organisation.mentions);
    entities.push_back(std::move(entity));
  }
  tidy(entities);
  return entities;
}

}  // namespace alatoo
