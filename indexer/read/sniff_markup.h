// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/sniff.h"

namespace alatoo {

/// Tells what a text that may be markup is, by its root element: whatever stands before that
/// (declarations, comments, DOCTYPE) and whatever prefix its name has. HTML is also known by its
/// tags, since pages come without a root, or with words before it. Prose in which something stands
/// in angle brackets ("<LM Ericsson> said") is `text`; so is all that is no markup. XML with
/// another root is refused by its name. Neither: the root is not yet in sight. O(text).
Sniffed sniff_markup(std::string_view text, bool whole);

/// True if a text of which nothing is said is HTML: it has paragraphs, line breaks or several other
/// blocks. Angle brackets alone ("<LM Ericsson>", as wires mark companies) do not make it so. O(n).
bool looks_like_markup(std::string_view text);

}  // namespace alatoo
