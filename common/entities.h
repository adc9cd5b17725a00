// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/fields.h"
#include "common/mapped_file.h"

namespace alatoo {

/// The entity of a key that means none: one that no article has any more, or that is hidden.
inline constexpr std::uint32_t kNoEntity = 0xFFFFFFFF;

/// The `entities` file of a generation: which name keys there are, which entity each one means, and
/// by what other names and spellings it is known. Merging, hiding or renaming touches this file
/// only. Read straight from the mapped file: opening costs nothing that grows with it.
///
/// Keys and entities are numbered from 0 for each key field; facet columns hold key ordinals.
class EntityTable {
 public:
  /// Throws Error if the file is missing or no entities file.
  explicit EntityTable(const std::string& path);

  std::uint32_t key_count(Field field) const { return section(field).keys; }
  std::uint32_t entity_count(Field field) const { return section(field).entities; }

  std::string_view key(Field field, std::uint32_t key) const;
  /// kNoEntity for a key that is not to be shown.
  std::uint32_t entity_of(Field field, std::uint32_t key) const {
    return section(field).key_rows[std::size_t{key} * 4 + 2];
  }
  std::string_view id(Field field, std::uint32_t entity) const;
  std::string_view name(Field field, std::uint32_t entity) const;
  /// Why the entity is what it is: the authority's row, the user's lines; empty: by its name key.
  std::string_view why(Field field, std::uint32_t entity) const;
  /// Which of that makes the key part of its entity.
  std::string_view joined(Field field, std::uint32_t key) const;
  /// The ordinals of the entity's keys.
  std::span<const std::uint32_t> keys_of(Field field, std::uint32_t entity) const;

  /// Entities that a value typed by a user may mean, best kind of evidence only: by id, else by
  /// name, alias or transliteration of one, else by the last word of a person's name (also beside a
  /// name that is that word alone). Sorted by name, then id.
  std::vector<std::uint32_t> find(Field field, std::string_view value) const;

  /// True if it is the look-up key of the entity's name or of another name that it has.
  bool is_name_of(Field field, std::uint32_t entity, std::string_view lookup_key) const;
  /// Entities of whose names, old and other ones included, one holds the piece of a look-up key:
  /// anywhere, or as whole words (keys write much alike: "bakiy" is "baki", "khan" "han"). Sorted.
  std::vector<std::uint32_t> like(Field field, std::string_view piece, bool anywhere) const;

  /// Other spellings of a word that is or belongs to a name: folded words, several of them
  /// separated by blanks where the spelling has more. `word` itself is left out. At most 32.
  std::vector<std::string> spellings(std::string_view word) const;

  /// What is wrong with the tables, which opening takes on trust; absent if nothing is. O(size).
  std::optional<std::string> damage() const;

 private:
  struct Section {
    std::uint32_t keys = 0;
    std::uint32_t entities = 0;
    std::uint32_t names = 0;
    const std::uint32_t* key_rows = nullptr;     // {begin, end of key, entity, end of joined}
    const std::uint32_t* entity_rows = nullptr;  // {begin of id, of name, of why, end, first key}
    const std::uint32_t* entity_keys = nullptr;  // keys, entity by entity, then those of none
    const std::uint32_t* by_id = nullptr;        // entities in the order of their ids
    const std::uint32_t* name_rows = nullptr;  // {begin, end of look-up key, entity * 2 + surname}
  };
  std::optional<std::string> damage(Field field) const;
  std::vector<std::uint32_t> find_key(Field field, const std::string& wanted) const;
  std::vector<std::string> spellings_of(const std::string& wanted, const std::string& own) const;
  const Section& section(Field field) const { return sections_[key_index(field)]; }
  std::string_view pool(std::uint32_t begin, std::uint32_t end) const {
    return {pool_ + begin, end - begin};
  }
  std::size_t pool_size() const {
    return static_cast<std::size_t>(file_.bytes().data() + file_.bytes().size() - pool_);
  }

  MappedFile file_;
  std::array<Section, kKeyFieldCount> sections_;
  std::uint32_t spellings_ = 0;
  const std::uint32_t* spelling_rows_ = nullptr;  // {begin of word key, begin, end of spelling}
  const char* pool_ = nullptr;
};

/// What is known of one name key when the file is written.
struct KeyInfo {
  std::string key;
  std::string id;  ///< empty: the key means no entity
  std::string name;
  std::string why;                   ///< of the entity: empty if only its keys say what it is
  std::vector<std::string> aliases;  ///< other full names
  std::string joined = {};           ///< why the key is part of it; empty: as `why`
};

/// Everything the file says: `keys[f]` in the order of their ordinals, and pairs of word key and
/// spelling.
struct EntityTableContent {
  std::array<std::vector<KeyInfo>, kKeyFieldCount> keys;
  std::vector<std::pair<std::string, std::string>> spellings;
};

/// The bytes of the file. Keys with one id become one entity, named like the first of them.
std::string encode_entity_table(const EntityTableContent& content);
/// Writes the file.
void write_entity_table(const std::string& path, const EntityTableContent& content);

/// The form under which names of a field are looked up.
std::string lookup_key(Field field, std::string_view name);

}  // namespace alatoo
