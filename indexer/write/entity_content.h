// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/authority.h"
#include "common/entities.h"
#include "common/names.h"

namespace alatoo {

/// What the `entities` file of an archive with these names says under an authority. Depends on the
/// names and their counts, not on the order in which they came.
EntityTableContent entity_content(const Names& names, const Authority& authority);

}  // namespace alatoo
