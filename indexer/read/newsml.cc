// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/newsml.h"

namespace alatoo {

Members read_newsml(std::string_view) { return {{{}, "not read yet"}}; }

}  // namespace alatoo
