// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/xml_tree.h"

namespace alatoo {

/// Text of a feed: bare, or HTML.
struct FeedText {
  std::string text;
  bool html = false;
};

/// What an RSS or Atom element holds, unescaped as often as it was escaped: Atom says by `type`
/// whether it is HTML, of RSS only its look tells.
FeedText feed_text(const XmlNode& node);
/// The same as one line: for titles and names.
std::string feed_line(const XmlNode& node);

/// An item or entry as its elements state it. RSS and Atom share most; elements of other
/// vocabularies (`media:title`) are not mistaken for its own.
class FeedItem {
 public:
  explicit FeedItem(const XmlNode& node) : node_(node) {}

  /// The first element of the feed's own vocabulary with that name.
  XmlNode own(std::string_view name) const;

  std::string title() const { return feed_line(own("title")); }
  /// The address of the page: FeedBurner's original, `link`, a `guid` that is one.
  std::string link() const;
  /// guid, id or rdf:about: "" where that is unique within the feed at most.
  std::string guid() const;
  /// Every date, the best first: published before updated.
  std::vector<std::string> dates() const;
  /// Names of the authors, comma between.
  std::string byline() const;
  /// The longest content, else the description or summary.
  FeedText content() const;

 private:
  XmlNode node_;
};

/// The persons that `node` (an item or feed) names as authors, comma between; login names and
/// addresses are none.
std::string feed_authors(const XmlNode& node);

}  // namespace alatoo
