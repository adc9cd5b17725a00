// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/authority.h"
#include "common/names.h"

namespace alatoo {

/// Which entity a name key means.
struct Identity {
  std::string id;
  std::string name;                  ///< empty: the form that most articles use
  std::vector<std::string> aliases;  ///< the authority's other names for it
  bool known = false;                ///< the authority has it
};

/// What an authority makes of a key of `field`; depends on the key and its forms alone. The key
/// must have a form.
Identity identify(Field field, const CountedKey& key, const Authority& authority);

}  // namespace alatoo
