// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/entities.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "common/error.h"
#include "common/name_cases.h"
#include "common/name_key.h"
#include "common/table_reader.h"
#include "common/text.h"

namespace alatoo {
namespace {

// File, in 32-bit numbers of the machine's (little-endian) order: magic; for each key field the
// number of keys, entities and names; the number of spellings; then the tables in the order of
// EntityTable::Section, field by field; the table of spellings; the pool of strings.
constexpr std::uint32_t kMagic = 0x32454841;  // "AHE2"
constexpr std::size_t kMostSpellings = 32;

/// Strings one behind the other; equal neighbours are not joined, offsets are 32 bits.
class Pool {
 public:
  std::uint32_t add(std::string_view s) {
    const auto begin = static_cast<std::uint32_t>(bytes_.size());
    if (bytes_.size() + s.size() > 0xFFFFFFFFU)
      throw Error("too many names for one index: split the archive");
    bytes_ += s;
    return begin;
  }
  std::uint32_t end() const { return static_cast<std::uint32_t>(bytes_.size()); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// An entity while the file is written.
struct Draft {
  const KeyInfo* first = nullptr;
  std::vector<std::uint32_t> keys;
};

std::string last_word(const std::string& key) {
  const std::size_t blank = key.rfind(' ');
  return blank == std::string::npos ? "" : key.substr(blank + 1);
}

/// True if offsets ascend and none lies behind `end`.
bool in_order(std::initializer_list<std::uint32_t> offsets, std::size_t end) {
  return std::is_sorted(offsets.begin(), offsets.end()) && *std::prev(offsets.end()) <= end;
}

}  // namespace

std::string lookup_key(Field field, std::string_view name) {
  switch (field) {
    case Field::person:
      return name_key(EntityKind::person, name);
    case Field::city:
      return name_key(EntityKind::city, name);
    case Field::country:
      return name_key(EntityKind::country, name);
    case Field::organisation:
      return name_key(EntityKind::organisation, name);
    default:
      return source_key(name);
  }
}

std::string encode_entity_table(const EntityTableContent& content) {
  Pool pool;
  std::vector<std::uint32_t> head = {kMagic};
  std::vector<std::uint32_t> tables;
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    const Field field = kKeyFields[f];
    const std::vector<KeyInfo>& keys = content.keys[f];
    std::vector<Draft> entities;
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    std::vector<std::uint32_t> key_rows;
    for (std::uint32_t k = 0; k < keys.size(); ++k) {
      std::uint32_t entity = kNoEntity;
      if (!keys[k].id.empty()) {
        entity = by_id.try_emplace(keys[k].id, static_cast<std::uint32_t>(entities.size()))
                     .first->second;
        if (entity == entities.size()) entities.push_back({&keys[k], {}});
        entities[entity].keys.push_back(k);
      }
      const std::uint32_t begin = pool.add(keys[k].key);
      const std::uint32_t joined = pool.add(keys[k].joined);
      key_rows.insert(key_rows.end(), {begin, joined, entity, pool.end()});
    }

    std::vector<std::uint32_t> entity_rows;
    std::vector<std::uint32_t> entity_keys;
    std::vector<std::pair<std::string, std::uint32_t>> names;
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
      const KeyInfo& first = *entities[e].first;
      const std::uint32_t id = pool.add(first.id);
      const std::uint32_t name = pool.add(first.name);
      const std::uint32_t why = pool.add(first.why);
      entity_rows.insert(entity_rows.end(), {id, name, why, pool.end(),
                                             static_cast<std::uint32_t>(entity_keys.size())});
      for (const std::uint32_t k : entities[e].keys) {
        entity_keys.push_back(k);
        std::vector<std::string> forms = keys[k].aliases;
        forms.push_back(keys[k].name);
        for (const std::string& form : forms) {
          const std::string key = lookup_key(field, form);
          names.emplace_back(key, e * 2);
          if (field == Field::person && !last_word(key).empty())
            names.emplace_back(last_word(key), e * 2 + 1);
        }
      }
    }
    entity_rows.insert(entity_rows.end(), {pool.end(), pool.end(), pool.end(), pool.end(),
                                           static_cast<std::uint32_t>(entity_keys.size())});
    for (std::uint32_t k = 0; k < keys.size(); ++k) {  // so that the table is as long as the keys
      if (keys[k].id.empty()) entity_keys.push_back(k);
    }
    std::vector<std::uint32_t> order(entities.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return entities[a].first->id < entities[b].first->id;
    });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<std::uint32_t> name_rows;
    for (const auto& [key, entity] : names) {
      const std::uint32_t begin = pool.add(key);
      name_rows.insert(name_rows.end(), {begin, pool.end(), entity});
    }

    head.insert(head.end(), {static_cast<std::uint32_t>(keys.size()),
                             static_cast<std::uint32_t>(entities.size()),
                             static_cast<std::uint32_t>(names.size())});
    for (const auto* table : {&key_rows, &entity_rows, &entity_keys, &order, &name_rows}) {
      tables.insert(tables.end(), table->begin(), table->end());
    }
  }

  auto spellings = content.spellings;
  std::sort(spellings.begin(), spellings.end());
  spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
  head.push_back(static_cast<std::uint32_t>(spellings.size()));
  for (const auto& [key, spelling] : spellings) {
    const std::uint32_t begin = pool.add(key);
    const std::uint32_t middle = pool.add(spelling);
    tables.insert(tables.end(), {begin, middle, pool.end()});
  }

  std::string bytes;
  for (const auto* part : {&head, &tables}) {
    bytes.append(reinterpret_cast<const char*>(part->data()), part->size() * sizeof(std::uint32_t));
  }
  return bytes + pool.bytes();
}

void write_entity_table(const std::string& path, const EntityTableContent& content) {
  write_file(path, encode_entity_table(content));
}

EntityTable::EntityTable(const std::string& path) : file_(path) {
  TableReader reader(file_, path, "entities file");
  const std::uint32_t* head = reader.take(2 + 3 * kKeyFieldCount);
  if (head[0] != kMagic) reader.fail();
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    Section& s = sections_[f];
    s.keys = head[1 + 3 * f];
    s.entities = head[2 + 3 * f];
    s.names = head[3 + 3 * f];
    s.key_rows = reader.take(std::size_t{s.keys} * 4);
    s.entity_rows = reader.take((std::size_t{s.entities} + 1) * 5);
    s.entity_keys = reader.take(s.keys);
    s.by_id = reader.take(s.entities);
    s.name_rows = reader.take(std::size_t{s.names} * 3);
  }
  spellings_ = head[1 + 3 * kKeyFieldCount];
  spelling_rows_ = reader.take(std::size_t{spellings_} * 3);
  // Strings lie in the order of their rows: where the last one ends, the file must end.
  const Section& last = sections_.back();
  pool_ = reader.rest(spellings_   ? spelling_rows_[std::size_t{spellings_} * 3 - 1]
                      : last.names ? last.name_rows[std::size_t{last.names} * 3 - 2]
                                   : last.entity_rows[std::size_t{last.entities} * 5]);
}

std::string_view EntityTable::key(Field field, std::uint32_t key) const {
  const std::uint32_t* row = section(field).key_rows + std::size_t{key} * 4;
  return pool(row[0], row[1]);
}

std::string_view EntityTable::joined(Field field, std::uint32_t key) const {
  const std::uint32_t* row = section(field).key_rows + std::size_t{key} * 4;
  const std::uint32_t entity = row[2];
  return row[1] == row[3] && entity != kNoEntity ? why(field, entity) : pool(row[1], row[3]);
}

std::string_view EntityTable::id(Field field, std::uint32_t entity) const {
  const std::uint32_t* row = section(field).entity_rows + entity * 5;
  return pool(row[0], row[1]);
}

std::string_view EntityTable::name(Field field, std::uint32_t entity) const {
  const std::uint32_t* row = section(field).entity_rows + entity * 5;
  return pool(row[1], row[2]);
}

std::string_view EntityTable::why(Field field, std::uint32_t entity) const {
  const std::uint32_t* row = section(field).entity_rows + entity * 5;
  return pool(row[2], row[3]);
}

std::span<const std::uint32_t> EntityTable::keys_of(Field field, std::uint32_t entity) const {
  const std::uint32_t* row = section(field).entity_rows + entity * 5;
  return {section(field).entity_keys + row[4], section(field).entity_keys + row[9]};
}

std::vector<std::uint32_t> EntityTable::find(Field field, std::string_view value) const {
  const Section& s = section(field);
  const auto* by_id = std::lower_bound(
      s.by_id, s.by_id + s.entities, value,
      [&](std::uint32_t entity, std::string_view v) { return id(field, entity) < v; });
  if (by_id != s.by_id + s.entities && id(field, *by_id) == value) return {*by_id};

  std::vector<std::uint32_t> found = find_key(field, lookup_key(field, value));
  if (!found.empty() || value.find(' ') != value.npos) return found;
  for (const std::string& nominative : nominatives(value)) {  // "Бакиеву"
    found = find_key(field, lookup_key(field, nominative));
    if (!found.empty()) break;
  }
  return found;
}

std::vector<std::uint32_t> EntityTable::find_key(Field field, const std::string& wanted) const {
  const Section& s = section(field);
  std::size_t low = first_not_less(s.names, wanted, [&](std::size_t i) {
    const std::uint32_t* row = s.name_rows + i * 3;
    return pool(row[0], row[1]);
  });
  std::vector<std::uint32_t> full;
  std::vector<std::uint32_t> surname;
  for (; low < s.names; ++low) {
    const std::uint32_t* row = s.name_rows + low * 3;
    if (wanted.empty() || pool(row[0], row[1]) != wanted) break;
    (row[2] % 2 ? surname : full).push_back(row[2] / 2);
  }
  // "Bush" may be how articles that never say more call somebody who is known by a whole name too.
  const bool bare = std::all_of(full.begin(), full.end(), [&](std::uint32_t entity) {
    return lookup_key(field, name(field, entity)) == wanted;
  });
  if (bare) full.insert(full.end(), surname.begin(), surname.end());
  // Numbers tell in which order an archive met its names: nothing that is shown depends on them.
  std::sort(full.begin(), full.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(name(field, a), id(field, a)) < std::pair(name(field, b), id(field, b));
  });
  full.erase(std::unique(full.begin(), full.end()), full.end());
  return full;
}

bool EntityTable::is_name_of(Field field, std::uint32_t entity, std::string_view lookup_key) const {
  const Section& s = section(field);
  const auto row = [&](std::size_t i) { return s.name_rows + i * 3; };
  std::size_t low = first_not_less(s.names, lookup_key,
                                   [&](std::size_t i) { return pool(row(i)[0], row(i)[1]); });
  for (; low < s.names && pool(row(low)[0], row(low)[1]) == lookup_key; ++low) {
    if (row(low)[2] == entity * 2) return true;
  }
  return false;
}

std::vector<std::uint32_t> EntityTable::like(Field field, std::string_view piece,
                                             bool anywhere) const {
  const Section& s = section(field);
  const auto stands_in = [&](std::string_view name) {
    for (std::size_t at = 0; (at = name.find(piece, at)) != name.npos; ++at) {
      const std::size_t end = at + piece.size();
      const bool begins = at == 0 || name[at - 1] == ' ';
      if (anywhere || (begins && (end == name.size() || name[end] == ' '))) return true;
    }
    return false;
  };
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < s.names && !piece.empty(); ++i) {
    const std::uint32_t* row = s.name_rows + i * 3;
    if (row[2] % 2 == 0 && stands_in(pool(row[0], row[1]))) found.push_back(row[2] / 2);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> EntityTable::spellings(std::string_view word) const {
  std::vector<std::string> found = spellings_of(word_key(word), fold(word));
  if (!found.empty()) return found;
  for (const std::string& nominative : nominatives(word)) {  // "Бакиеву"
    found = spellings_of(word_key(nominative), fold(word));
    if (!found.empty()) break;
  }
  return found;
}

std::vector<std::string> EntityTable::spellings_of(const std::string& wanted,
                                                   const std::string& own) const {
  const auto row_key = [&](std::size_t i) {
    const std::uint32_t* row = spelling_rows_ + i * 3;
    return pool(row[0], row[1]);
  };
  std::size_t low = first_not_less(spellings_, wanted, row_key);
  std::vector<std::string> found;
  for (; low < spellings_ && found.size() < kMostSpellings && !wanted.empty() &&
         row_key(low) == wanted;
       ++low) {
    const std::uint32_t* row = spelling_rows_ + low * 3;
    const std::string_view spelling = pool(row[1], row[2]);
    if (spelling != own) found.emplace_back(spelling);
  }
  return found;
}

std::optional<std::string> EntityTable::damage() const {
  for (const Field field : kKeyFields) {
    if (const auto what = damage(field)) return std::string(info(field).name) + ": " + *what;
  }
  const std::size_t end = pool_size();
  for (std::size_t i = 0; i < spellings_; ++i) {
    const std::uint32_t* row = spelling_rows_ + i * 3;
    if (!in_order({row[0], row[1], row[2]}, end)) return "a spelling lies outside the file";
    if (i == 0) continue;
    const std::uint32_t* before = row - 3;
    if (std::pair(pool(before[0], before[1]), pool(before[1], before[2])) >=
        std::pair(pool(row[0], row[1]), pool(row[1], row[2])))
      return "the spellings are out of order";
  }
  return std::nullopt;
}

std::optional<std::string> EntityTable::damage(Field field) const {
  const Section& s = section(field);
  const std::size_t end = pool_size();
  std::uint32_t meant = 0;
  for (std::uint32_t k = 0; k < s.keys; ++k) {
    const std::uint32_t* row = s.key_rows + std::size_t{k} * 4;
    if (!in_order({row[0], row[1], row[3]}, end)) return "a key lies outside the file";
    if (row[2] == kNoEntity) continue;
    if (row[2] >= s.entities) return "a key means no entity";
    ++meant;
  }
  std::uint32_t first_key = 0;
  for (std::uint32_t e = 0; e <= s.entities; ++e) {
    const std::uint32_t* row = s.entity_rows + std::size_t{e} * 5;
    if (!in_order({row[0], row[1], row[2], row[3]}, end)) return "an entity lies outside the file";
    if (!in_order({first_key, row[4]}, s.keys)) return "the keys of the entities are out of order";
    first_key = row[4];
  }
  if (s.entity_rows[4] != 0 || first_key != meant) return "a key is left out of its entity";
  for (std::uint32_t e = 0; e < s.entities; ++e) {
    const auto keys = keys_of(field, e);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] >= s.keys || entity_of(field, keys[i]) != e || (i > 0 && keys[i - 1] >= keys[i]))
        return "an entity has the key of another";
    }
    if (s.by_id[e] >= s.entities) return "the ids are not those of the entities";
    if (e > 0 && id(field, s.by_id[e - 1]) >= id(field, s.by_id[e]))
      return "the ids are out of order";
  }
  for (std::uint32_t n = 0; n < s.names; ++n) {
    const std::uint32_t* row = s.name_rows + std::size_t{n} * 3;
    if (!in_order({row[0], row[1]}, end)) return "a name lies outside the file";
    if (row[2] / 2 >= s.entities) return "a name means no entity";
    const std::uint32_t* before = row - 3;
    if (n > 0 &&
        std::pair(pool(before[0], before[1]), before[2]) >= std::pair(pool(row[0], row[1]), row[2]))
      return "the names are out of order";
  }
  return std::nullopt;
}

}  // namespace alatoo
