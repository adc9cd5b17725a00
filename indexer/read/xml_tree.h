// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;   // NOLINT(bugprone-reserved-identifier): the names are libxml2's
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier)

namespace alatoo {

/// An element or a piece of text of an XmlTree, valid as long as that; false if there is none.
/// Asked for anything, "none" answers with nothing.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(const _xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }

  bool is_element() const;
  /// Without the prefix: "creator" of `dc:creator`. "" for text.
  std::string_view name() const;
  /// "dc" of `dc:creator`, as the document writes it.
  std::string_view prefix() const;
  bool is(std::string_view name) const { return this->name() == name; }
  friend bool operator==(const XmlNode& a, const XmlNode& b) { return a.node_ == b.node_; }
  /// The value of the attribute of that name, whatever its prefix; "" if there is none.
  std::string attribute(std::string_view name) const;

  /// Children, text included, in order: `for (XmlNode n = node.first(); n; n = n.next())`.
  XmlNode first() const;
  XmlNode next() const;
  /// The first child element of that name.
  XmlNode child(std::string_view name) const;
  /// The child elements of that name; all of them for "".
  std::vector<XmlNode> children(std::string_view name = {}) const;
  /// The outermost elements of that name below this one, in document order.
  std::vector<XmlNode> descendants(std::string_view name) const;

  /// All character data below, as it stands.
  std::string text() const;
  /// The same on one line, with a blank wherever a tag stands: for names that are kept in parts.
  std::string words() const;
  /// The same as a browser shows inline markup: runs of white space are a blank, `br` ends a line.
  std::string flow() const;
  /// What is inside as HTML: local names, attributes and escaped text.
  std::string markup() const;

 private:
  const _xmlNode* node_ = nullptr;
};

/// A parsed XML document. The one place that knows libxml2 (with xml_mend, which lets nothing but
/// elements, attributes and text through to it). Thread-safe: each tree is its own.
class XmlTree {
 public:
  /// Never fails: what is no XML gives no roots. `xml` is UTF-8, whatever it declares. O(n).
  explicit XmlTree(std::string_view xml);

  /// The root; several where documents follow one another.
  std::vector<XmlNode> roots() const { return top_.children(); }
  /// The outermost elements of that name, roots included.
  std::vector<XmlNode> all(std::string_view name) const { return top_.descendants(name); }
  bool mended() const { return mended_; }  ///< the input was not well-formed

 private:
  struct Free {
    void operator()(_xmlDoc* doc) const;
  };
  std::unique_ptr<_xmlDoc, Free> doc_;
  XmlNode top_;
  bool mended_ = false;
};

}  // namespace alatoo
