// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/members.h"
#include "indexer/read/text_builder.h"
#include "indexer/read/xml_tree.h"

namespace alatoo {

/// Adds the story that an element holds, block by block: the vocabulary of NITF (which shares most
/// of HTML's), and of other XML whatever holds text. Sub-headings, captions and notes are marked;
/// paragraphs are left to mark_zones. O(n).
void add_xml_story(const XmlNode& content, TextBuilder& to);

/// True if the story below starts with that place, as datelines do: a dateline that is stated apart
/// from it would only repeat it.
bool starts_with_place(const XmlNode& content, std::string_view place);

/// The place of a dateline: "OSH, Kyrgyzstan (Reuters) -" as "Osh".
std::string dateline_place(std::string_view dateline);

/// Adds the dateline as a block of its own unless the story repeats it.
void add_dateline(std::string_view dateline, const XmlNode& content, TextBuilder& to);

/// A headline: on one line.
std::string xml_line(const XmlNode& node);

/// Tells with the first article that the document had to be mended.
void note_mended(const XmlTree& tree, Members& members);

}  // namespace alatoo
