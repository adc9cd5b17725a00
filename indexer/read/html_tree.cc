// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_tree.h"

#include <algorithm>

namespace alatoo {

void* HtmlTree::allocate(void* arena, std::size_t size) {
  constexpr std::size_t kChunk = 256u << 10;
  auto& own = *static_cast<Arena*>(arena);
  size = (size + 15) & ~std::size_t{15};
  if (size > own.left) {
    own.left = std::max(kChunk, size);
    own.chunks.emplace_back(new char[own.left]);
    own.at = own.chunks.back().get();
  }
  void* const found = own.at;
  own.at += size;
  own.left -= size;
  return found;
}

HtmlTree::HtmlTree(std::string_view html) : clean_(clean_html(html)) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena_;
  options.max_errors = 0;
  const GumboOutput* const output =
      gumbo_parse_with_options(&options, clean_.markup.data(), clean_.markup.size());

  struct Open {
    const GumboNode* node;
    std::uint32_t index;
    unsigned next;  // child
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node) {
    HtmlNode own;
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    own.parent = open.empty() ? index : open.back().index;
    own.end = index + 1;
    switch (node->type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        own.tag = node->v.element.tag;
        own.attributes = &node->v.element.attributes;
        nodes_.push_back(own);
        open.push_back({node, index, 0});
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_texts(node->v.text.text, own);
        break;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_COMMENT:
        break;
    }
  };
  add(output->root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next < children.length) {
      add(static_cast<const GumboNode*>(children.data[top.next++]));
    } else {
      nodes_[top.index].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    }
  }
}

/// A node for each stretch that clean_html set aside, and for what stands between them.
void HtmlTree::add_texts(std::string_view text, HtmlNode node) {
  const auto push = [&](std::string_view part) {
    if (part.empty()) return;
    node.text = part;
    node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
    nodes_.push_back(node);
  };
  while (true) {
    const std::size_t mark = text.find(kTextMark);
    push(text.substr(0, mark));
    if (mark == text.npos) return;
    text.remove_prefix(mark + kTextMark.size());
    std::size_t number = 0, digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
      number = number * 10 + static_cast<std::size_t>(text[digits++] - '0');
    }
    if (number < clean_.texts.size()) push(clean_.texts[number]);
    text.remove_prefix(std::min(text.size(), digits + kTextMark.size()));
  }
}

std::optional<std::string_view> HtmlTree::attribute(std::size_t node, const char* name) const {
  const GumboVector* const attributes = nodes_[node].attributes;
  if (!attributes || attributes->length == 0) return std::nullopt;
  const GumboAttribute* const found = gumbo_get_attribute(attributes, name);
  return found ? std::optional<std::string_view>(found->value) : std::nullopt;
}

std::size_t HtmlTree::common(std::size_t a, std::size_t b) const {
  while (!inside(b, a)) a = nodes_[a].parent;
  return a;
}

}  // namespace alatoo
