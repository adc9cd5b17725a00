// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads an NITF document (IPTC NITF 3.x); UTF-8, whatever it declares.
Members read_nitf(std::string_view xml);

}  // namespace alatoo
