// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads NewsML-G2 (IPTC): every newsItem with inline text of a newsMessage, or a single newsItem;
/// UTF-8, whatever it declares.
Members read_newsml(std::string_view xml);

}  // namespace alatoo
