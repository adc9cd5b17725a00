// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/authority.h"
#include "common/names.h"

namespace alatoo {

/// Which entity a name key means.
struct Identity {
  std::string id;
  std::string stored_id;             ///< before the user's changes
  std::string name;                  ///< empty: the form that most articles use
  std::vector<std::string> aliases;  ///< the authority's other names for it
  std::string why;                   ///< what says so: row, the user's lines; empty: the key alone
  std::string joined;                ///< which of it makes the key part of the entity
  bool hidden = false;               ///< the user wants to see none of it
};

/// What an authority makes of a key of `field`; depends on the key and its forms alone. The key
/// must have a form.
Identity identify(Field field, const CountedKey& key, const Authority& authority);

/// Makes the entities, source and agency of an article those that an archive would show for it: in
/// the article alone they are as they are stored.
void show_as_identified(Article& article, const Authority& authority);

}  // namespace alatoo
