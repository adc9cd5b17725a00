// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/members.h"
#include "indexer/read/text_builder.h"

namespace alatoo {

/// Reads a web page (HTML 5, XHTML; UTF-8): the visible text in page order, block by block, with
/// the zones that structure tells; metadata from JSON-LD, Open Graph and meta tags, `<time>` and
/// the canonical link. A page that shows several whole articles gives several members. Never
/// throws; O(n).
Members read_html(std::string_view html);

/// Adds the text of a fragment that is story text, such as a `body_html` or a feed's
/// `content:encoded`: its captions and sub-headings are marked, paragraphs are left to mark_zones.
void add_html(std::string_view fragment, TextBuilder& to);

/// The fragment's text on one line, tags dropped and references resolved: for titles.
std::string html_line(std::string_view fragment);

}  // namespace alatoo
