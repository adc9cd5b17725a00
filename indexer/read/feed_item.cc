// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/feed_item.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "common/text.h"
#include "indexer/read/html.h"
#include "indexer/read/xml_story.h"

namespace alatoo {
namespace {

bool is_letter_or_slash(char c) {
  const char low = static_cast<char>(c | 0x20);
  return (low >= 'a' && low <= 'z') || c == '/';
}

/// A tag: `opening` and a letter or slash.
bool has_tag(std::string_view text, std::string_view opening) {
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at + 1)) {
    const std::size_t behind = at + opening.size();
    if (behind < text.size() && is_letter_or_slash(text[behind])) return true;
  }
  return false;
}

bool has_reference(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const std::string_view name = text.substr(at + 1, kLongest);
    const std::size_t end = name.find(';');
    if (end == name.npos || end == 0) continue;
    if (std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
          return is_letter_or_slash(c) || (c >= '0' && c <= '9') || c == '#';
        })) {
      return true;
    }
  }
  return false;
}

/// Undoes one level of escaping of tags, attributes included.
std::string unescaped(std::string_view text) {
  static constexpr std::pair<std::string_view, char> kSigns[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto* sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& known) {
      return text.substr(at, known.first.size()) == known.first;
    });
    const bool found = sign != std::end(kSigns);
    out += found ? sign->second : text[at];
    at += found ? sign->first.size() : 1;
  }
  return out;
}

/// "jane@example.com (Jane Doe)": what stands in the brackets. A login name ("admin", "jdoe2") and
/// a bare address are nobody's name.
std::string person(std::string_view written) {
  std::string name = squeeze(written);
  if (name.find('@') != name.npos) {
    const std::size_t open = name.find_first_of("(<");
    const std::size_t close = name.find(')');
    if (open == name.npos) return "";
    name = name[open] == '(' && close != name.npos && close > open
               ? name.substr(open + 1, close - open - 1)
               : name.substr(0, open);
    name = squeeze(name);
    if (name.find('@') != name.npos) return "";
  }
  const bool login = name.find(' ') == name.npos && lower(name) == name;
  return login ? "" : name;
}

bool is_address(std::string_view text) {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

std::string address_of(const XmlNode& link) {
  const std::string href = std::string(trim(link.attribute("href")));
  return href.empty() ? squeeze(link.text()) : href;
}

}  // namespace

FeedText feed_text(const XmlNode& node) {
  const std::string type = lower(node.attribute("type"));
  const bool base64 = node.attribute("mode") == "base64";
  if (!node || base64) return {};
  if (type.find("xhtml") != type.npos || !node.children().empty()) return {node.markup(), true};
  FeedText found{node.text(), type.find("html") != type.npos};
  if (type == "text" || type == "text/plain") return found;
  if (!has_tag(found.text, "<") && has_tag(found.text, "&lt;")) {
    found.text = unescaped(found.text);
  }
  found.html |= has_tag(found.text, "<") || has_reference(found.text);
  return found;
}

std::string feed_line(const XmlNode& node) {
  const FeedText found = feed_text(node);
  if (!found.html) return squeeze(found.text);
  std::string line = html_line(found.text);
  return has_reference(line) ? html_line(line) : line;
}

std::string feed_authors(const XmlNode& node) {
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  };
  constexpr std::size_t kMost = 50;
  for (const char* kind : {"creator", "author"}) {
    for (const XmlNode& author : node.children(kind)) {
      const XmlNode name = author.child("name");
      if (names.size() < kMost) add(person(feed_line(name ? name : author)));
    }
    if (!names.empty()) break;
  }
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

XmlNode FeedItem::own(std::string_view name) const {
  for (const XmlNode& node : node_.children(name)) {
    if (node.prefix() == node_.prefix()) return node;
  }
  return {};
}

std::string FeedItem::link() const {
  if (const XmlNode original = node_.child("origLink")) return address_of(original);
  std::string best;
  int best_rank = 0;
  for (const XmlNode& link : node_.children("link")) {
    const std::string rel = link.attribute("rel");
    const std::string type = link.attribute("type");
    if (!rel.empty() && rel != "alternate") continue;
    const bool page = type.empty() || type.find("html") != type.npos;
    const int rank = page ? 2 : 1;
    std::string address = address_of(link);
    if (rank <= best_rank || !is_address(address)) continue;
    best = std::move(address);
    best_rank = rank;
  }
  const XmlNode guid = own("guid");
  if (best.empty() && lower(guid.attribute("isPermaLink")) != "false") {
    best = squeeze(guid.text());
    if (!is_address(best)) best.clear();
  }
  return best;
}

std::string FeedItem::guid() const {
  for (const char* name : {"guid", "id"}) {
    std::string value = squeeze(own(name).text());
    if (value.find_first_of(":/") != value.npos) return value;
  }
  std::string about = squeeze(node_.attribute("about"));
  return about.find(':') == about.npos ? "" : about;
}

std::vector<std::string> FeedItem::dates() const {
  std::vector<std::string> dates;
  for (const char* name :
       {"published", "issued", "pubDate", "date", "created", "updated", "modified"}) {
    for (const XmlNode& node : node_.children(name)) dates.push_back(squeeze(node.text()));
  }
  return dates;
}

std::string FeedItem::byline() const { return feed_authors(node_); }

FeedText FeedItem::content() const {
  FeedText best;
  const auto consider = [&](const XmlNode& node) {
    FeedText found = feed_text(node);
    if (trim(found.text).size() > trim(best.text).size()) best = std::move(found);
  };
  for (const XmlNode& node : node_.children("encoded")) {
    // `excerpt:encoded` of export files is a summary.
    if (node.prefix() != "excerpt") consider(node);
  }
  if (const XmlNode body = node_.child("body")) consider(body);
  if (const XmlNode full = node_.child("full-text")) consider(full);
  if (own("content").attribute("src").empty()) consider(own("content"));
  if (!trim(best.text).empty()) return best;
  consider(own("description"));
  consider(own("summary"));
  return best;
}

}  // namespace alatoo
