// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/xml_story.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "common/text.h"
#include "indexer/read/html.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

using Names = std::initializer_list<std::string_view>;

bool any_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

enum class Tag { inlined, paragraph, heading, group, laid_out, media, note, hidden };

Tag tag_of(std::string_view name) {
  if (any_of(name, {"p", "fn", "dateline", "byline", "tagline", "credit"})) return Tag::paragraph;
  if (any_of(name, {"hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6"})) return Tag::heading;
  if (any_of(name, {"block", "bq", "blockquote", "div", "section", "body", "body.content"})) {
    return Tag::group;
  }
  if (any_of(name, {"ul", "ol", "dl", "table", "pre", "nitf-table"})) return Tag::laid_out;
  if (any_of(name, {"media", "figure"})) return Tag::media;
  if (name == "note") return Tag::note;
  if (any_of(name, {"hr", "nitf-table-metadata", "media-metadata", "media-reference",
                    "media-object", "alt-code", "script", "style", "head"})) {
    return Tag::hidden;
  }
  return Tag::inlined;
}

bool blank_text(const XmlNode& node) { return trim(node.text()).empty(); }

bool holds_blocks(const XmlNode& node) {
  for (XmlNode below = node.first(); below; below = below.next()) {
    if (below.is_element() && (tag_of(below.name()) != Tag::inlined || holds_blocks(below))) {
      return true;
    }
  }
  return false;
}

/// Has text of its own beside its elements.
bool is_mixed(const XmlNode& node) {
  for (XmlNode below = node.first(); below; below = below.next()) {
    if (!below.is_element() && !blank_text(below)) return true;
  }
  return false;
}

std::string whole_markup(const XmlNode& node) {
  const std::string name(node.name());
  return "<" + name + ">" + node.markup() + "</" + name + ">";
}

class Story {
 public:
  explicit Story(TextBuilder& to) : to_(to) {}

  /// Adds the blocks below `node`; text between them makes blocks too.
  void add_below(const XmlNode& node) {
    const std::vector<XmlNode> repeated = repeated_leads(node);
    const bool mixed = is_mixed(node);
    std::string run;
    for (XmlNode below = node.first(); below; below = below.next()) {
      const Tag tag = below.is_element() ? tag_of(below.name()) : Tag::inlined;
      const bool in_line = tag == Tag::inlined && (mixed || !below.is_element());
      if (in_line && !holds_blocks(below)) {
        run += below.text();
        continue;
      }
      flush(run);
      const bool lead = std::any_of(repeated.begin(), repeated.end(),
                                    [&](const XmlNode& other) { return other == below; });
      if (!lead) add(below, tag);
    }
    flush(run);
  }

 private:
  void flush(std::string& run) {
    to_.add(squeeze(run));
    run.clear();
  }

  void add(const XmlNode& node, Tag tag) {
    switch (tag) {
      case Tag::paragraph:
        if (holds_blocks(node)) return add_below(node);
        return to_.add(node.flow());
      case Tag::heading:
        return to_.add(xml_line(node), ZoneKind::subheading);
      case Tag::laid_out:
        return add_html(whole_markup(node), to_);
      case Tag::media:
        return add_media(node);
      case Tag::note:
        return to_.add(xml_line(node), ZoneKind::furniture);
      case Tag::hidden:
        return;
      case Tag::group:
        return add_below(node);
      case Tag::inlined:
        // Of a vocabulary that is not known: what holds text is a paragraph.
        if (is_mixed(node) && !holds_blocks(node)) return to_.add(node.flow());
        return add_below(node);
    }
  }

  /// The caption with who took the picture, as pages show it.
  void add_media(const XmlNode& media) {
    std::string producer;
    for (const XmlNode& node : media.children("media-producer")) producer = xml_line(node);
    std::vector<XmlNode> captions = media.descendants("media-caption");
    if (captions.empty()) captions = media.descendants("figcaption");
    for (const XmlNode& caption : captions) {
      std::string text = holds_blocks(caption) ? caption.words() : xml_line(caption);
      if (text.empty()) continue;
      const bool own = !producer.empty() && text.find(producer) == text.npos;
      if (own && &caption == &captions.back()) text += " (" + producer + ")";
      to_.add(text, ZoneKind::caption);
    }
  }

  static std::vector<std::string> paragraphs(const XmlNode& block) {
    std::vector<std::string> all;
    for (const XmlNode& paragraph : block.children("p")) all.push_back(xml_line(paragraph));
    return all;
  }

  /// Archives of newspapers give the lead as a block of its own and again at the front of the next.
  static std::vector<XmlNode> repeated_leads(const XmlNode& node) {
    std::vector<XmlNode> found;
    const std::vector<XmlNode> blocks = node.children("block");
    if (blocks.size() < 2) return found;
    std::vector<std::string> lead = paragraphs(blocks.front());
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      std::vector<std::string> next = paragraphs(blocks[i]);
      if (!lead.empty() && lead.size() <= next.size() &&
          std::equal(lead.begin(), lead.end(), next.begin())) {
        found.push_back(blocks[i - 1]);
      }
      lead = std::move(next);
    }
    return found;
  }

  TextBuilder& to_;
};

}  // namespace

void add_xml_story(const XmlNode& content, TextBuilder& to) { Story(to).add_below(content); }

std::string dateline_place(std::string_view dateline) {
  const std::string line = squeeze(dateline);
  const std::size_t end = std::min(
      {line.find_first_of(",(:"), line.find(" -"), line.find(" –"), line.find(" —"), line.size()});
  return title_case(trim(std::string_view(line).substr(0, end)));
}

bool starts_with_place(const XmlNode& content, std::string_view place) {
  constexpr std::size_t kHead = 80;
  const std::string story = fold(squeeze(content.text().substr(0, 1000)));
  const std::string wanted = fold(place);
  return !wanted.empty() && story.substr(0, kHead).find(wanted) != story.npos;
}

void add_dateline(std::string_view dateline, const XmlNode& content, TextBuilder& to) {
  const std::string place = dateline_place(dateline);
  if (place.empty() || starts_with_place(content, place)) return;
  to.add(squeeze(dateline), ZoneKind::dateline);
}

std::string xml_line(const XmlNode& node) { return squeeze(node.flow()); }

void note_mended(const XmlTree& tree, Members& members) {
  if (!tree.mended()) return;
  for (Member& member : members) {
    if (!member.refusal.empty()) continue;
    member.article.notes.emplace_back("the XML is not well-formed; it was mended");
    return;
  }
}

}  // namespace alatoo
