// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "indexer/read/html_story.h"

namespace alatoo {
namespace {

bool names_article(std::string_view names) {
  static constexpr std::string_view kNames[] = {"post",   "article", "story",
                                                "hentry", "entry",   "news-item"};
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find(' ', at), names.size());
    const std::string_view name = names.substr(at, end - at);
    if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames)) return true;
    at = end + 1;
  }
  return false;
}

class Articles {
 public:
  Articles(const HtmlPage& page, const PageTitles& titles) : page_(page), titles_(titles) {}

  std::vector<std::size_t> find(bool is_one) {
    const HtmlTree& tree = page_.tree;
    std::size_t block = 0;
    for (std::size_t node = 0; node < tree.size();) {
      const HtmlHint hint = page_.hints[node];
      const bool aside = hint.role == HtmlRole::comments || hint.role == HtmlRole::hidden ||
                         (hint.role == HtmlRole::furniture && hint.firm);
      if (aside || (!tree[node].is_text() && is_article(node) && whole(node, block))) {
        node = tree[node].end;
      } else {
        ++node;
      }
    }
    if (found_.size() < 2) return {};
    // The page's own headline may stand above them all: posts of a live blog, parts of a story.
    const bool agrees = std::any_of(found_.begin(), found_.end(),
                                    [](const Found& one) { return one.agreement >= 0.8; });
    if (!agrees && (is_one || (headed_outside() && !all_stamped()))) return {};
    std::vector<std::size_t> nodes;
    for (const Found& one : found_) nodes.push_back(one.node);
    return nodes;
  }

 private:
  struct Found {
    std::size_t node;
    double agreement;
    bool stamped;  // has a date or byline of its own
  };

  bool is_article(std::size_t node) const {
    const HtmlTree& tree = page_.tree;
    if (tree[node].tag == GUMBO_TAG_ARTICLE) return true;
    if (tree[node].tag == GUMBO_TAG_SPAN || tree[node].attributes->length == 0) return false;
    const auto value = [&](const char* name) {
      return tree.attribute(node, name).value_or(std::string_view());
    };
    return value("role") == "article" || value("itemtype").ends_with("Article") ||
           value("itemtype").ends_with("BlogPosting") || names_article(value("class"));
  }

  /// Adds it if it has a heading and several paragraphs. `block` only ever moves on.
  bool whole(std::size_t node, std::size_t& block) {
    constexpr double kLeastParagraph = 30, kLeast = 180;
    const HtmlTree& tree = page_.tree;
    const auto& blocks = page_.blocks;
    while (block < blocks.size() && blocks[block].first < node) ++block;
    double weight = 0, agreement = 0;
    int paragraphs = 0;
    bool headed = false;
    for (std::size_t b = block; b < blocks.size() && blocks[b].first < tree[node].end; ++b) {
      const HtmlBlock& own = blocks[b];
      const bool heads = own.heading > 0 || page_.hints[own.node].role == HtmlRole::headline;
      if (heads && paragraphs == 0) {
        headed = true;
        agreement = std::max(agreement, titles_.agreement(own.text));
      }
      const double paragraph = paragraph_weight(own);
      weight += paragraph;
      paragraphs += paragraph >= kLeastParagraph;
    }
    if (!headed || paragraphs < 2 || weight < kLeast) return false;
    bool stamped = false;
    for (std::size_t i = node + 1; i < tree[node].end && !stamped; ++i) {
      const HtmlRole role = page_.hints[i].role;
      stamped = role == HtmlRole::date || role == HtmlRole::byline;
    }
    found_.push_back({node, agreement, stamped});
    return true;
  }

  bool headed_outside() const {
    return std::any_of(page_.blocks.begin(), page_.blocks.end(), [&](const HtmlBlock& block) {
      if (block.heading == 0 || titles_.agreement(block.text) < 0.8) return false;
      return std::none_of(found_.begin(), found_.end(), [&](const Found& one) {
        return page_.tree.inside(block.first, one.node);
      });
    });
  }
  bool all_stamped() const {
    return std::all_of(found_.begin(), found_.end(), [](const Found& one) { return one.stamped; });
  }

  const HtmlPage& page_;
  const PageTitles& titles_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<std::size_t> whole_articles(const HtmlPage& page, const PageTitles& titles,
                                        bool is_one) {
  return Articles(page, titles).find(is_one);
}

}  // namespace alatoo
