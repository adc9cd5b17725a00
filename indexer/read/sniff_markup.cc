// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/sniff_markup.h"
#include "indexer/read/ascii.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace alatoo {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

bool starts_with_word(std::string_view text, std::string_view low) {
  return text.size() >= low.size() &&
         std::equal(low.begin(), low.end(), text.begin(),
                    [](char expected, char c) { return lower_ascii(c) == expected; });
}

/// The name behind '<' or '</' at the front of `tag`; "" if no name stands there, or if what
/// follows it belongs to no tag.
std::string_view name_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const std::size_t end = std::min(tag.find_first_of(" \t\r\n\f/>"), tag.size());
  const std::string_view name = tag.substr(0, end);
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const bool begins = !name.empty() && (is_letter(name[0]) || name[0] == '_' ||
                                        static_cast<signed char>(name[0]) < 0);
  constexpr std::string_view kNever = "<>&\"'=;,()[]{}!?$@*+";
  const bool whole = begins && end < tag.size() && end <= 64;
  return whole && name.find_first_of(kNever) == name.npos ? name : std::string_view();
}

enum class Html { none, inside_lines, block };

/// What kind of HTML element has this name, given in lower case.
Html html_element(std::string_view low) {
  static constexpr std::string_view kBlocks[] = {
      "address", "article", "aside",   "blockquote", "body",   "br",      "center", "dd",
      "div",     "dl",      "dt",      "figcaption", "figure", "footer",  "form",   "h1",
      "h2",      "h3",      "h4",      "h5",         "h6",     "head",    "header", "hr",
      "html",    "iframe",  "li",      "link",       "main",   "meta",    "nav",    "noscript",
      "ol",      "p",       "picture", "pre",        "script", "section", "style",  "table",
      "tbody",   "td",      "th",      "thead",      "title",  "tr",      "ul"};
  static constexpr std::string_view kInside[] = {"a",      "abbr", "b",   "base", "big",   "cite",
                                                 "em",     "font", "i",   "img",  "small", "span",
                                                 "strong", "sub",  "sup", "time", "u"};
  const auto among = [low](const auto& names) {
    return std::find(std::begin(names), std::end(names), low) != std::end(names);
  };
  return among(kBlocks) ? Html::block : among(kInside) ? Html::inside_lines : Html::none;
}

/// The format whose root element has this name, given in lower case and without prefix.
std::optional<Format> news_format(std::string_view low) {
  static constexpr std::pair<std::string_view, Format> kRoots[] = {
      {"nitf", Format::nitf},          {"newsitem", Format::newsml},
      {"newsmessage", Format::newsml}, {"packageitem", Format::newsml},
      {"conceptitem", Format::newsml}, {"knowledgeitem", Format::newsml},
      {"newsml", Format::newsml},      {"rss", Format::feed},
      {"rdf", Format::feed},           {"feed", Format::feed},
      {"channel", Format::feed},       {"entry", Format::feed}};
  for (const auto& [root, format] : kRoots) {
    if (low == root) return format;
  }
  return std::nullopt;
}

/// The HTML tags of a text, counted only as far as they tell.
struct Tags {
  std::size_t all = 0;
  std::size_t blocks = 0;
  bool breaks = false;  ///< paragraphs or line breaks are among them
  bool root = false;    ///< a line begins with `<html` or the DOCTYPE of HTML
};

Tags html_tags(std::string_view text) {
  Tags tags;
  for (std::size_t at = 0; (at = text.find('<', at)) != text.npos; ++at) {
    const std::string_view tag = text.substr(at);
    const bool begins_line = at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
    tags.root = tags.root || (begins_line && (starts_with_word(tag, "<!doctype html") ||
                                              starts_with_word(tag, "<html")));
    const std::string low = lower_ascii(name_of(tag));
    const Html kind = html_element(low);
    tags.all += kind != Html::none;
    tags.blocks += kind == Html::block;
    tags.breaks = tags.breaks || low == "p" || low == "br";
  }
  return tags;
}

/// The place behind what starts at the front of `text` and ends with `end`; npos if it does not.
std::size_t behind(std::string_view text, std::string_view end) {
  const std::size_t found = text.find(end);
  return found == text.npos ? found : found + end.size();
}

/// The place behind a DOCTYPE, which may hold declarations in brackets.
std::size_t behind_doctype(std::string_view text) {
  const std::size_t end = text.find_first_of("[>");
  if (end == text.npos || text[end] == '>') return end == text.npos ? end : end + 1;
  const std::size_t inside = behind(text.substr(end), "]");
  if (inside == text.npos) return text.npos;
  const std::size_t close = text.find('>', end + inside);
  return close == text.npos ? close : close + 1;
}

/// Where the root element stands, or would stand.
struct Prolog {
  std::size_t end = 0;  ///< npos: not in sight
  bool xml = false;     ///< it has a declaration or a DOCTYPE
  bool html = false;    ///< its DOCTYPE says so
};

Prolog skip_prolog(std::string_view text) {
  Prolog prolog;
  while (true) {
    const std::size_t at = text.find_first_not_of(kSpace, prolog.end);
    if (at == text.npos) return {text.npos, prolog.xml, prolog.html};
    const std::string_view rest = text.substr(at);
    std::size_t length = 0;
    if (rest.starts_with("<?")) {
      prolog.xml = true;
      length = behind(rest, "?>");
    } else if (rest.starts_with("<!--")) {
      length = behind(rest, "-->");
    } else if (starts_with_word(rest, "<!doctype")) {
      prolog.xml = true;
      const std::size_t name = rest.find_first_not_of(kSpace, 9);
      prolog.html = name != rest.npos && starts_with_word(rest.substr(name), "html");
      length = behind_doctype(rest);
    } else {
      prolog.end = at;
      return prolog;
    }
    if (prolog.html || length == rest.npos) return {text.npos, prolog.xml, prolog.html};
    prolog.end = at + length;
  }
}

}  // namespace

bool looks_like_markup(std::string_view text) {
  const Tags tags = html_tags(text);
  return tags.breaks || tags.blocks > 1;
}

Sniffed sniff_markup(std::string_view text, bool whole) {
  constexpr std::size_t kSearched = 16 << 10;
  const Tags tags = html_tags(text.substr(0, kSearched));
  Sniffed prose{Format::text, ""};
  Sniffed page{Format::html, ""};
  constexpr std::size_t kFewTags = 3;
  if (text.empty() || text[0] != '<') {
    return tags.root || tags.blocks >= kFewTags ? page : prose;
  }
  const Prolog prolog = skip_prolog(text);
  if (prolog.html) return page;
  if (prolog.end == text.npos) {
    if (!whole) return {};
    if (tags.blocks > 0) return page;
    return prolog.xml ? Sniffed{{}, "XML without a root element; the file may be cut short"}
                      : prose;
  }
  const std::string_view root = text.substr(prolog.end);
  const std::string_view name = root[0] == '<' ? name_of(root) : std::string_view();
  const std::string low = lower_ascii(name.substr(name.find(':') + 1));  // npos + 1 is 0
  if (const auto format = news_format(low)) return {format, ""};
  const Html kind = html_element(low);
  if (tags.root || low == "html") return page;
  if (kind == Html::block && (!prolog.xml || tags.all > 1)) return page;
  if (kind == Html::inside_lines && tags.all > 1) return page;
  if (name.empty()) return tags.blocks >= kFewTags ? page : prose;
  const std::string_view attributes = root.substr(0, root.find('>'));
  const bool xml = prolog.xml || attributes.find("xmlns") != attributes.npos ||
                   text.find("</" + std::string(name) + ">") != text.npos;
  // Pages may begin with an element of their own making, which has a hyphen.
  if (xml && name.find('-') == name.npos) {
    return {{}, "XML of an unknown kind: <" + std::string(name) + ">"};
  }
  return tags.blocks >= kFewTags ? page : prose;
}

}  // namespace alatoo
