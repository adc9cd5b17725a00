// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"
#include "indexer/read/xml_tree.h"

namespace alatoo {

/// Reads a document of NITF (IPTC News Industry Text Format, any version): one article for each
/// `nitf` element. UTF-8, whatever it declares. What is not well-formed is mended, with a note.
/// Never throws; O(n).
///
/// The text is laid out as a page shows it: headline, lower headlines and abstract, byline,
/// dateline, content, tagline. The names of `identified-content` are supplied ones.
Members read_nitf(std::string_view xml);

/// Reads one `nitf` element, which may stand inside another format, into an article of which some
/// things may be stated already. `headline` is used if the element has none.
void read_nitf_element(const XmlNode& nitf, std::string_view headline, Article& article);

}  // namespace alatoo
