// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads the items of an RSS 0.9x-2.0, RDF Site Summary 1.0, Atom 1.0 or 0.3 feed; UTF-8, whatever
/// it declares. One member an item; an item without title and text is refused. What is not
/// well-formed is mended, with a note. Never throws; O(n).
///
/// An item's uri is its guid or id if that is unique beyond the feed (an address, a URN, a tag),
/// else its link; where several items claim one, none has it. Of the texts that an item gives the
/// longest content is taken, a description or summary only where there is no content.
Members read_feed(std::string_view xml);

}  // namespace alatoo
