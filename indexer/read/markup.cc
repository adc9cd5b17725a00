// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/markup.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

#include "common/text.h"

namespace alatoo {
namespace {

using namespace std::string_view_literals;

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_name_char(char c) {
  const char low = lower_ascii(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
}

struct Reference {
  std::string_view name;
  char32_t c;
};
/// What news copy uses; sorted.
constexpr Reference kReferences[] = {
    {"Aacute", 0xC1},  {"Auml", 0xC4},   {"Ccedil", 0xC7},   {"Eacute", 0xC9},  {"Ouml", 0xD6},
    {"Uuml", 0xDC},    {"aacute", 0xE1}, {"acirc", 0xE2},    {"agrave", 0xE0},  {"amp", '&'},
    {"apos", '\''},    {"aring", 0xE5},  {"atilde", 0xE3},   {"auml", 0xE4},    {"bull", 0x2022},
    {"ccedil", 0xE7},  {"cent", 0xA2},   {"copy", 0xA9},     {"deg", 0xB0},     {"eacute", 0xE9},
    {"ecirc", 0xEA},   {"egrave", 0xE8}, {"euml", 0xEB},     {"euro", 0x20AC},  {"frac12", 0xBD},
    {"frac14", 0xBC},  {"gt", '>'},      {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},
    {"iuml", 0xEF},    {"laquo", 0xAB},  {"ldquo", 0x201C},  {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7}, {"nbsp", 0xA0},     {"ndash", 0x2013}, {"ntilde", 0xF1},
    {"oacute", 0xF3},  {"ocirc", 0xF4},  {"oslash", 0xF8},   {"otilde", 0xF5},  {"ouml", 0xF6},
    {"pound", 0xA3},   {"quot", '"'},    {"raquo", 0xBB},    {"rdquo", 0x201D}, {"reg", 0xAE},
    {"rsquo", 0x2019}, {"shy", 0xAD},    {"szlig", 0xDF},    {"trade", 0x2122}, {"uacute", 0xFA},
    {"ucirc", 0xFB},   {"ugrave", 0xF9}, {"uuml", 0xFC},     {"yen", 0xA5},
};

std::optional<char32_t> numeric(std::string_view digits) {
  const bool hex = !digits.empty() && lower_ascii(digits[0]) == 'x';
  if (hex) digits.remove_prefix(1);
  char32_t value = 0;
  for (const char c : digits) {
    const char low = lower_ascii(c);
    const bool letter = low >= 'a' && low <= 'f';
    if (!(c >= '0' && c <= '9') && !(hex && letter)) return std::nullopt;
    const auto digit = static_cast<char32_t>(letter ? low - 'a' + 10 : c - '0');
    value = std::min<char32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
  }
  const bool valid = value > 0x1F && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  return !digits.empty() && (valid || value == '\n' || value == '\t') ? std::optional(value)
                                                                      : std::nullopt;
}

/// The character that "&...;" at `at` means, `at` moved behind it; absent if it means none.
std::optional<char32_t> reference(std::string_view html, std::size_t& at) {
  constexpr std::size_t kLongest = 10;
  const std::string_view ahead = html.substr(at + 1, kLongest);
  const std::size_t end = ahead.find(';');
  if (end == ahead.npos) return std::nullopt;
  const std::string_view name = ahead.substr(0, end);
  std::optional<char32_t> c;
  if (!name.empty() && name[0] == '#') {
    c = numeric(name.substr(1));
  } else {
    const auto* found = std::lower_bound(
        std::begin(kReferences), std::end(kReferences), name,
        [](const Reference& entry, std::string_view wanted) { return entry.name < wanted; });
    if (found != std::end(kReferences) && found->name == name) c = found->c;
  }
  if (c) at += end + 2;
  return c;
}

bool any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view tag) {
  const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
  return heading || any_of(tag, {"p", "div", "ul", "ol", "table", "blockquote", "section",
                                 "article", "header", "footer", "aside", "figure", "figcaption",
                                 "hr", "body", "pre", "title", "dl"});
}

/// A tag, comment or declaration.
struct Tag {
  std::string name;  ///< lower case; empty for comments and declarations
  bool closing = false;
  std::size_t end = 0;  ///< behind the '>'
};

std::optional<Tag> tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  if (html.substr(at, 4) == "<!--") {
    const std::size_t close = html.find("-->", at + 4);
    tag.end = close == html.npos ? html.size() : close + 3;
    return tag;
  }
  std::size_t name = at + 1;
  if (name < html.size() && html[name] == '/') {
    tag.closing = true;
    ++name;
  }
  const char first = name < html.size() ? html[name] : ' ';
  const bool declaration = !tag.closing && (first == '!' || first == '?');
  if (!declaration && (!is_name_char(first) || first <= '9')) return std::nullopt;
  for (; name < html.size() && is_name_char(html[name]); ++name) {
    tag.name += lower_ascii(html[name]);
  }
  char quote = 0;
  for (; name < html.size(); ++name) {
    const char c = html[name];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[name - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  tag.end = std::min(name + 1, html.size());
  return tag;
}

/// Text whose white space is laid out by blocks and breaks alone.
class Layout {
 public:
  void add(char32_t c) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      blank_ = true;
      return;
    }
    if (!text_.empty()) {
      if (lines_ > 0) {
        text_.append(lines_, '\n');
      } else if (blank_) {
        text_ += ' ';
      }
    }
    lines_ = 0;
    blank_ = false;
    append_code_point(text_, c);
  }
  void end_line() { lines_ = std::min<std::size_t>(lines_ + 1, 2); }
  void end_row() { lines_ = std::max<std::size_t>(lines_, 1); }
  void end_block() { lines_ = 2; }
  void blank() { blank_ = true; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t lines_ = 0;
  bool blank_ = false;
};

}  // namespace

bool looks_like_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    std::string start(text.substr(at, 5));
    std::transform(start.begin(), start.end(), start.begin(), lower_ascii);
    for (const std::string_view tag :
         {"<p>"sv, "<p "sv, "</p>"sv, "<br>"sv, "<br/>"sv, "<br /"sv}) {
      if (start.compare(0, tag.size(), tag) == 0) return true;
    }
  }
  return false;
}

std::string text_of_markup(std::string_view html) {
  Layout out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '&') {
      if (const auto c = reference(html, at)) {
        out.add(*c);
        continue;
      }
    }
    const auto tag = html[at] == '<' ? tag_at(html, at) : std::nullopt;
    if (!tag) {
      out.add(next_code_point(html, at));
      continue;
    }
    at = tag->end;
    if (is_block(tag->name)) out.end_block();
    if (tag->name == "br") out.end_line();
    if (any_of(tag->name, {"li", "tr", "dt", "dd"})) out.end_row();
    if (any_of(tag->name, {"td", "th"})) out.blank();
    if (!tag->closing && any_of(tag->name, {"script", "style"})) {
      const std::string close = "</" + tag->name;
      const auto* found = std::search(html.begin() + at, html.end(), close.begin(), close.end(),
                                      [](char a, char b) { return lower_ascii(a) == b; });
      at = static_cast<std::size_t>(found - html.begin());
    }
  }
  return out.take();
}

}  // namespace alatoo
