// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/authority.h"
#include "common/entities.h"
#include "common/facet_column.h"
#include "common/names.h"

namespace alatoo {

/// What another authority makes of one entity of an archive.
struct EntityDifference {
  enum class Kind : std::uint8_t {
    appears,   ///< it had another id, was hidden, or was part of another entity
    hidden,    ///< none of its keys is shown any more
    merged,    ///< all its keys are another entity's, `into`
    renamed,   ///< the name differs, perhaps the articles too
    recounted  ///< its articles differ
  };
  Field field = Field::person;
  Kind kind = Kind::appears;
  std::string id;
  std::string name;          ///< before; of one that appears, afterwards
  std::string other;         ///< renamed: the new name; merged: that of the entity it is part of
  std::string into;          ///< merged: the id of that entity
  std::uint64_t before = 0;  ///< articles that have it, each once
  std::uint64_t after = 0;
};

std::string_view to_string(EntityDifference::Kind kind);

/// What differs between the entities of an archive and those that `content` makes of its keys:
/// field by field, most articles first. `columns` are those of its shards: counts are exact.
std::vector<EntityDifference> entity_differences(const EntityTable& table,
                                                 const EntityTableContent& content,
                                                 const std::vector<const FacetColumn*>& columns);

/// Whom lines of changes.tsv name though an archive with these names has no such entity: mistyped,
/// or written for other articles.
std::vector<ChangeLine> idle_lines(const Names& names, const Authority& authority);

}  // namespace alatoo
