// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/read/page_line.h"

namespace alatoo {

/// What speaks for and against a line above the story being its headline.
struct HeadlineFeatures {
  int shared = 0;  ///< content words that the first paragraphs have too, at most 3
  int words = 0;
  bool first = false;        ///< the first line of four words or more that could be one
  bool label = false;        ///< names a section
  bool lead = false;         ///< "Video: ...", "Read more: ..."
  bool numbers = false;      ///< two or more
  bool under_name = false;   ///< below a byline or caption, another candidate above that
  bool under_first = false;  ///< directly below the first
  bool above_name = false;   ///< a byline or stamp follows, or follows the next line
};

/// The higher, the likelier.
int headline_score(const HeadlineFeatures& features);

/// Places the lines above `first`, the first paragraph of the story: headline (unless one is
/// marked), sub-headings, section label, bylines, captions, credits; the rest is furniture.
/// `first` == lines.size(): the text has no paragraph.
void mark_head(std::vector<PageLine>& lines, std::size_t first, std::string_view text);

/// A name that can only be an outlet's: "Daily Courier", or "AFP" in a text that is not all
/// capitals, as its paragraph `lead` tells.
bool signs(const PageLine& line, const Block& lead, std::string_view text);

}  // namespace alatoo
