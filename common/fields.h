// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// Raised whenever an index written before can no longer be read or updated.
inline constexpr int kSchemaVersion = 3;

inline constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;
enum FieldFlag : std::uint32_t {
  kUnique = 1,
  kText = 2,
  kKeys = 4,
  kEntity = 8,
  kFacet = 16,
  kDate = 32,
};

enum class Field : std::uint8_t {
#define FIELD(name, prefix, slot, flags, what) name,
#include "fields.def"
#undef FIELD
};

struct FieldInfo {
  Field field;
  std::string_view name;
  std::string_view prefix;
  std::uint32_t slot;
  std::uint32_t flags;
  std::string_view what;

  constexpr bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
};

inline constexpr std::array kFields = {
#define FIELD(name, prefix, slot, flags, what) \
  FieldInfo{Field::name, #name, prefix, slot, flags, what},
#include "fields.def"
#undef FIELD
};

constexpr const FieldInfo& info(Field field) { return kFields[static_cast<std::size_t>(field)]; }

/// The field of that name; null if there is none.
constexpr const FieldInfo* find_field(std::string_view name) {
  for (const FieldInfo& field : kFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

/// The fields whose values are name keys, in the order of their slots: what a facet column has.
inline constexpr std::array kKeyFields = {Field::person,       Field::city,   Field::country,
                                          Field::organisation, Field::source, Field::language};
inline constexpr std::size_t kKeyFieldCount = kKeyFields.size();
/// Position of a key field in kKeyFields; they are numbered like their slots, from 1.
constexpr std::size_t key_index(Field field) { return info(field).slot - 1; }
constexpr Field field_of(EntityKind kind) { return kKeyFields[static_cast<std::size_t>(kind)]; }

/// The longest term Xapian takes is 245 bytes, a NUL counting twice; ours keep to this.
inline constexpr std::size_t kMaxTerm = 240;

/// `prefix` + `value`, where the value is too long for a term its front and a hash of it all.
std::string term(Field field, std::string_view value);

/// The terms of a date: its own under D ("D20100407", "D201004", "D2010"), and the month and year
/// that it certainly lies in under M and Y.
std::string date_term(Field field, const PartialDate& date);

/// The key under which a source or a language is stored.
std::string source_key(std::string_view name);

/// A readable id made from a key: lower case, blanks as hyphens.
std::string slug(std::string_view key);

}  // namespace alatoo
