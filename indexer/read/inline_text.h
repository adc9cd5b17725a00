// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/read/xml_tree.h"

namespace alatoo {

/// Text inside the wrapping of an exchange format.
struct InlineText {
  XmlNode content = {};           ///< what holds it: `inlineXML`, `inlineData`, `DataContent`
  std::string content_type = {};  ///< MIME type, if it is stated
  std::string headline = {};      ///< of the wrapping: used if the content has none of its own
  std::vector<std::string> lower_headlines = {};
  std::string dateline = {};
};

/// Adds the text to the article, and what NITF inside it states. False, and nothing is added, if
/// there is no text. O(n).
bool add_inline_text(const InlineText& text, Article& article);

}  // namespace alatoo
