// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads a plain text (UTF-8) as one article whose lines stay as they are.
Members read_text(std::string_view text);

}  // namespace alatoo
