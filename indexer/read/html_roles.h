// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/read/html_tree.h"

namespace alatoo {

/// What an element says of itself: by its tag, ARIA role, microdata or the words of its class and
/// id, as pages of any outlet use them.
enum class HtmlRole : std::uint8_t {
  none,
  hidden,     ///< not shown, or not to those who see
  noscript,   ///< shown where scripts do not run
  furniture,  ///< navigation, promotion, controls
  comments,   ///< what readers wrote
  story,      ///< holds the text of an article
  headline,
  deck,  ///< the line under the headline
  section,
  byline,
  date,
  caption,
  credit,
};

struct HtmlHint {
  HtmlRole role = HtmlRole::none;
  bool firm = false;  ///< by its tag, ARIA role or microdata, not by the words of a class
};

/// What the words of one class or id tell: "related-links", "articleBody", "entry_content".
HtmlRole role_of_name(std::string_view name);

/// The hint of every node.
std::vector<HtmlHint> hints_of(const HtmlTree& tree);

/// True for elements that begin and end a line.
bool is_block(GumboTag tag);

}  // namespace alatoo
