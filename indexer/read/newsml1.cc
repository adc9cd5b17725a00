// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/newsml1.h"

#include <string>

#include "common/text.h"
#include "indexer/read/inline_text.h"
#include "indexer/read/metadata.h"
#include "indexer/read/text_builder.h"
#include "indexer/read/xml_story.h"

namespace alatoo {
namespace {

/// The first element of that name anywhere below.
XmlNode below(const XmlNode& node, std::string_view name) {
  const auto found = node.descendants(name);
  return found.empty() ? XmlNode() : found.front();
}

std::string line_below(const XmlNode& node, std::string_view name) {
  return xml_line(below(node, name));
}

/// `Party` elements name by an attribute of the element or of its child.
std::string party_below(const XmlNode& node, std::string_view role) {
  const XmlNode found = below(node, role);
  const std::string name = found.attribute("FormalName");
  return name.empty() ? found.child("Party").attribute("FormalName") : name;
}

void read_news_item(const XmlNode& item, Member& member) {
  Article& article = member.article;
  const XmlNode management = item.child("NewsManagement");
  const std::string status = lower(management.child("Status").attribute("FormalName"));
  if (status == "canceled" || status == "cancelled" || status == "withheld") {
    member.refusal = "the item is " + status;
    return;
  }
  state_uri(article, line_below(item.child("Identification"), "PublicIdentifier"));
  state_language(article, below(item, "Language").attribute("FormalName"));
  state_language(article, item.attribute("lang"));
  state_date(article, xml_line(management.child("FirstCreated")));
  state_date(article, line_below(item, "DateId"));
  state_date(article, xml_line(management.child("ThisRevisionCreated")));
  const std::string provider = party_below(item, "Provider");
  state_source(article, provider);
  state_agency(article, line_below(item, "CreditLine"));
  const std::string source = party_below(item, "Source");
  if (source != provider) state_agency(article, source);
  state_byline(article, line_below(item, "ByLine"));
  InlineText text;
  text.headline = line_below(item, "HeadLine");
  for (const XmlNode& line : item.descendants("SubHeadLine")) {
    text.lower_headlines.push_back(xml_line(line));
  }
  text.dateline = line_below(item, "DateLine");
  state_located(article, dateline_place(text.dateline));
  for (const XmlNode& content : item.descendants("DataContent")) {
    text.content = content;
    if (add_inline_text(text, article)) return;
  }
  member.refusal = "no inline text";
}

void read_reuters_item(const XmlNode& item, Member& member) {
  Article& article = member.article;
  state_date(article, item.attribute("date"));
  state_language(article, item.attribute("lang"));
  for (const XmlNode& fact : item.descendants("dc")) {
    const std::string value = fact.attribute("value");
    const std::string element = fact.attribute("element");
    if (element == "dc.date.published") state_date(article, value);
    if (element == "dc.source") state_source(article, value);
    if (element == "dc.creator.location") state_located(article, dateline_place(value));
  }
  state_byline(article, xml_line(item.child("byline")));
  InlineText text;
  text.content = item.child("text");
  text.headline = xml_line(item.child("headline"));
  if (text.headline.empty()) text.headline = xml_line(item.child("title"));
  text.dateline = xml_line(item.child("dateline"));
  state_located(article, dateline_place(text.dateline));
  if (!add_inline_text(text, article)) member.refusal = "no inline text";
}

}  // namespace

Members read_newsml1(const XmlTree& tree) {
  Members members;
  for (const XmlNode& document : tree.all("NewsML")) {
    for (const XmlNode& item : document.descendants("NewsItem")) {
      read_news_item(item, members.emplace_back());
    }
  }
  for (const XmlNode& item : tree.all("newsitem")) {
    read_reuters_item(item, members.emplace_back());
  }
  return members;
}

}  // namespace alatoo
