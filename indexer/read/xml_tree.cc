// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/xml_tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <climits>
#include <mutex>

#include "common/text.h"
#include "indexer/read/xml_mend.h"

namespace alatoo {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}
std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

/// Calls `text` for the character data below `node`, `open` and `close` at each element. Recursion
/// is bounded by kDeepestXml.
template <typename Text, typename Open, typename Close>
void walk(const xmlNode* node, const Text& text, const Open& open, const Close& close) {
  if (node->type == XML_TEXT_NODE) return text(view(node->content));
  if (node->type != XML_ELEMENT_NODE) return;
  for (const xmlNode* below = node->children; below; below = below->next) {
    const bool element = below->type == XML_ELEMENT_NODE;
    if (element) open(below);
    walk(below, text, open, close);
    if (element) close(below);
  }
}

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

bool is_void(std::string_view name) {
  return name == "br" || name == "hr" || name == "img" || name == "col" || name == "wbr";
}

void find_below(const xmlNode* node, std::string_view name, std::vector<XmlNode>& found) {
  for (const xmlNode* below = node->children; below; below = below->next) {
    if (below->type != XML_ELEMENT_NODE) continue;
    if (local(view(below->name)) == name) {
      found.emplace_back(below);
    } else {
      find_below(below, name, found);
    }
  }
}

}  // namespace

bool XmlNode::is_element() const { return node_ && node_->type == XML_ELEMENT_NODE; }

std::string_view XmlNode::name() const { return is_element() ? local(view(node_->name)) : ""; }

std::string_view XmlNode::prefix() const {
  if (!is_element()) return "";
  const std::string_view whole = view(node_->name);
  const std::size_t colon = whole.rfind(':');
  return colon == whole.npos ? "" : whole.substr(0, colon);
}

std::string XmlNode::attribute(std::string_view name) const {
  if (!is_element()) return "";
  for (const xmlAttr* attribute = node_->properties; attribute; attribute = attribute->next) {
    if (local(view(attribute->name)) != name) continue;
    const xmlNode* value = attribute->children;
    return value && value->type == XML_TEXT_NODE ? std::string(view(value->content)) : "";
  }
  return "";
}

XmlNode XmlNode::first() const { return XmlNode(is_element() ? node_->children : nullptr); }
XmlNode XmlNode::next() const { return XmlNode(node_ ? node_->next : nullptr); }

XmlNode XmlNode::child(std::string_view name) const {
  XmlNode node = first();
  while (node && !node.is(name)) node = node.next();
  return node;
}

std::vector<XmlNode> XmlNode::children(std::string_view name) const {
  std::vector<XmlNode> found;
  for (XmlNode node = first(); node; node = node.next()) {
    if (node.is_element() && (name.empty() || node.is(name))) found.push_back(node);
  }
  return found;
}

std::vector<XmlNode> XmlNode::descendants(std::string_view name) const {
  std::vector<XmlNode> found;
  if (node_) find_below(node_, name, found);
  return found;
}

std::string XmlNode::text() const {
  std::string out;
  const auto nothing = [](const xmlNode*) {};
  if (node_)
    walk(
        node_, [&](std::string_view text) { out += text; }, nothing, nothing);
  return out;
}

std::string XmlNode::words() const {
  std::string out;
  const auto nothing = [](const xmlNode*) {};
  if (node_) {
    walk(
        node_, [&](std::string_view text) { (out += text) += ' '; }, nothing, nothing);
  }
  return squeeze(out);
}

std::string XmlNode::flow() const {
  std::string out;
  bool blank = false;
  const auto add = [&](std::string_view text) {
    constexpr std::string_view kBlanks = " \t\n\v\f\r";
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = std::min(text.find_first_not_of(kBlanks, at), text.size());
      blank |= begin > at;
      at = std::min(text.find_first_of(kBlanks, begin), text.size());
      if (begin == at) break;
      if (blank && !out.empty() && out.back() != '\n') out += ' ';
      blank = false;
      out.append(text.substr(begin, at - begin));
    }
  };
  const auto open = [&](const xmlNode* node) {
    if (local(view(node->name)) == "br") out += '\n';
  };
  if (node_) walk(node_, add, open, [](const xmlNode*) {});
  return out;
}

std::string XmlNode::markup() const {
  std::string out;
  const auto open = [&](const xmlNode* node) {
    out += '<';
    out += local(view(node->name));
    for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
      out += ' ';
      out += local(view(attribute->name));
      out += "=\"";
      if (attribute->children) escape(view(attribute->children->content), out);
      out += '"';
    }
    out += '>';
  };
  const auto close = [&](const xmlNode* node) {
    const std::string_view name = local(view(node->name));
    if (is_void(name)) return;
    ((out += "</") += name) += '>';
  };
  if (node_)
    walk(
        node_, [&](std::string_view text) { escape(text, out); }, open, close);
  return out;
}

void XmlTree::Free::operator()(_xmlDoc* doc) const { xmlFreeDoc(doc); }

XmlTree::XmlTree(std::string_view xml) {
  static std::once_flag ready;
  std::call_once(ready, xmlInitParser);
  const MendedXml mended = mend_xml(xml);
  mended_ = mended.mended;
  if (mended.xml.size() > INT_MAX) return;
  // HUGE lifts limits that mend_xml has set already; without it a long text would be lost.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                           XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT |
                           XML_PARSE_IGNORE_ENC;
  doc_.reset(xmlReadMemory(mended.xml.data(), static_cast<int>(mended.xml.size()), nullptr, "UTF-8",
                           kOptions));
  if (doc_) top_ = XmlNode(xmlDocGetRootElement(doc_.get()));
}

}  // namespace alatoo
