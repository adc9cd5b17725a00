// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/read/html_clean.h"

namespace alatoo {

/// An element or a text of a page.
struct HtmlNode {
  GumboTag tag = GUMBO_TAG_LAST;  ///< GUMBO_TAG_LAST: a text
  std::uint32_t parent = 0;       ///< the first node is its own parent
  std::uint32_t end = 0;          ///< behind its last descendant
  std::string_view text = {};
  const GumboVector* attributes = nullptr;

  bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

/// A page as a list of its elements and texts in page order: the descendants of node i are the
/// nodes from i + 1 up to nodes[i].end. So everything below is a loop and nothing recurses.
class HtmlTree {
 public:
  /// Parses a page or fragment, which must outlive the tree. Never fails; O(n).
  explicit HtmlTree(std::string_view html);

  std::size_t size() const { return nodes_.size(); }
  const HtmlNode& operator[](std::size_t i) const { return nodes_[i]; }

  /// The value of an attribute that clean_html keeps, references resolved; absent if it is not
  /// there.
  std::optional<std::string_view> attribute(std::size_t node, const char* name) const;
  /// True if `inner` is `outer` or a descendant of it.
  bool inside(std::size_t inner, std::size_t outer) const {
    return inner >= outer && inner < nodes_[outer].end;
  }
  /// The innermost node that holds both.
  std::size_t common(std::size_t a, std::size_t b) const;

  const CleanHtml& source() const { return clean_; }

 private:
  /// What gumbo allocates, freed as a whole.
  struct Arena {
    std::vector<std::unique_ptr<char[]>> chunks;
    std::size_t left = 0;
    char* at = nullptr;
  };
  void add_texts(std::string_view text, HtmlNode node);
  static void* allocate(void* arena, std::size_t size);

  CleanHtml clean_;
  Arena arena_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace alatoo
