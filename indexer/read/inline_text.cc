// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/inline_text.h"

#include "common/text.h"
#include "indexer/read/html.h"
#include "indexer/read/nitf.h"
#include "indexer/read/sniff_markup.h"
#include "indexer/read/text_builder.h"
#include "indexer/read/xml_story.h"

namespace alatoo {
namespace {

/// The first element of that name, the content itself or a child of it.
XmlNode inside(const XmlNode& content, std::string_view name) {
  return content.is(name) ? content : content.child(name);
}

void add_character_data(const InlineText& text, TextBuilder& to) {
  const std::string data = text.content.text();
  const bool plain = text.content_type.find("plain") != std::string::npos;
  const bool html = text.content_type.find("html") != std::string::npos;
  if (html || (!plain && looks_like_markup(data))) {
    add_html(data, to);
  } else {
    to.add(data);
  }
}

}  // namespace

bool add_inline_text(const InlineText& text, Article& article) {
  const XmlNode& content = text.content;
  if (trim(content.text()).empty()) return false;
  if (const XmlNode nitf = inside(content, "nitf")) {
    read_nitf_element(nitf, text.headline, article);
    return !article.text.empty();
  }
  TextBuilder to(article);
  to.add_headline(text.headline);
  for (const std::string& line : text.lower_headlines) to.add(line, ZoneKind::subheading);
  add_dateline(text.dateline, content, to);
  if (const XmlNode html = inside(content, "html")) {
    const XmlNode body = html.child("body");
    add_html((body ? body : html).markup(), to);
  } else if (content.children().empty()) {
    add_character_data(text, to);
  } else if (!content.descendants("p").empty() && content.descendants("body.content").empty()) {
    add_html(content.markup(), to);
  } else {
    add_xml_story(content, to);
  }
  return !article.text.empty();
}

}  // namespace alatoo
