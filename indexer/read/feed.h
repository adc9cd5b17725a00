// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads the items of an RSS 0.9x-2.0, RDF Site Summary 1.0 or Atom 1.0 feed; UTF-8, whatever it
/// declares.
Members read_feed(std::string_view xml);

}  // namespace alatoo
