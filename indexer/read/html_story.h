// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "common/article.h"
#include "indexer/read/html_blocks.h"
#include "indexer/read/html_roles.h"
#include "indexer/read/html_title.h"
#include "indexer/read/html_tree.h"

namespace alatoo {

/// A page, taken apart.
struct HtmlPage {
  HtmlTree tree;
  std::vector<HtmlHint> hints;
  std::vector<HtmlBlock> blocks;
};

/// Where the story of a page, or of one article on it, stands.
struct HtmlStory {
  std::size_t begin = 0, end = 0;  ///< of the blocks that were looked at
  /// For each of them: its kind, as far as structure tells; what it leaves open is in the story or
  /// beside it.
  std::vector<std::optional<ZoneKind>> kinds;
  std::optional<std::size_t> headline;  ///< a block
  std::size_t region = 0;               ///< the node that holds headline and story
  bool open_head = false;  ///< short lines stand above the first paragraph: one may be the headline
};

/// Finds the story inside of the element `root`: by what elements say of themselves, and by where
/// the paragraphs stand. A furnishing element is not believed where it holds the headline and much
/// of the text. `body`: the story's text as metadata gives it; may be empty. O(n).
HtmlStory find_story(const HtmlPage& page, std::size_t root, const PageTitles& titles,
                     std::string_view body);

/// How much text in paragraphs a block adds: its letters beyond the first 30; 0 for headings, links
/// and short lines.
double paragraph_weight(const HtmlBlock& block);

/// The elements that hold one whole article each, if the page shows several: sibling articles with
/// a heading and paragraphs of their own. Empty for a page of one article with teasers or comments.
std::vector<std::size_t> whole_articles(const HtmlPage& page, const PageTitles& titles,
                                        bool is_one);

}  // namespace alatoo
