// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article.h"

namespace alatoo {

/// Divides the text of an article into zones and sets `headline` and `byline` where the input did
/// not state them and the text shows them. Zones that the reader already marked (a ninjs headline
/// placed before the body, the furniture of a web page) are kept and tell of the lines around them.
/// A line that no evidence speaks against is body.
///
/// lines.h cuts the text into paragraphs, page_line.h tells what each is by its own wording and
/// names the features that are weighed, page_head.h chooses the headline and places what stands
/// above the story, story_end.h finds where it ends, zones.cc places the rest by that. Linear in
/// the text; never throws.
void mark_zones(Article& article);

}  // namespace alatoo
