// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/read/html_roles.h"
#include "indexer/read/html_tree.h"

namespace alatoo {

/// A paragraph, heading, list or table of a page as it is shown, with what its structure tells.
/// Letters are characters that are no white space.
struct HtmlBlock {
  std::string text;         ///< lines end with '\n'
  std::uint32_t node = 0;   ///< the innermost block element that holds it
  std::uint32_t first = 0;  ///< the text node that it starts in
  std::uint32_t letters = 0;
  std::uint32_t linked = 0;  ///< letters inside of links
  std::uint32_t links = 0;
  std::uint32_t lines = 1;
  int heading = 0;                        ///< 1..6 for h1..h6
  bool item = false;                      ///< one or several items of a list
  HtmlRole inline_role = HtmlRole::none;  ///< of the span that holds most of the block
  bool names_author = false;              ///< a span of it is a byline

  double link_density() const { return letters == 0 ? 0 : static_cast<double>(linked) / letters; }
};

/// The visible text of a page in page order. A block element stands alone, `<br>` ends a line, two
/// of them a paragraph; the items of a list are lines of one block, as are the rows of a table of
/// short cells; those of a layout table are blocks. `noscript`: what is shown without scripts, too.
std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                                 bool noscript);

}  // namespace alatoo
