// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_clean.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "common/text.h"
#include "indexer/read/ascii.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostMarkup = 16u << 20;
constexpr std::size_t kMostTags = 400'000;
constexpr int kDeepest = 512;
constexpr int kDeepestInline = 400;  // so that unclosed spans leave room for blocks
constexpr std::size_t kLongestValue = 4096;

bool is_letter_ascii(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Where `low` stands at or behind `at`, in any case; npos if nowhere. Its first byte is no letter.
std::size_t find_word(std::string_view text, std::string_view low, std::size_t at) {
  for (; (at = text.find(low.front(), at)) != text.npos; ++at) {
    if (same_word(text.substr(at, low.size()), low)) return at;
  }
  return text.npos;
}

/// What is done with an element.
enum class Handling : std::uint8_t {
  inline_,   // becomes a span or nothing
  block,     // counts as a level
  barrier,   // a level beyond which an end tag inside closes nothing
  optional,  // its end tag may be missing: it is no level of its own
  empty,     // has no content
  drop,      // the tags are left out, the content stays
  raw,       // left out with its content, which is no markup
  title,     // content is text with references
};

constexpr std::array<Handling, GUMBO_TAG_LAST + 1> make_handling() {
  std::array<Handling, GUMBO_TAG_LAST + 1> table{};
  for (Handling& handling : table) handling = Handling::inline_;
  for (const GumboTag tag :
       {GUMBO_TAG_ADDRESS,    GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE,
        GUMBO_TAG_CENTER,     GUMBO_TAG_DETAILS, GUMBO_TAG_DIV,        GUMBO_TAG_DL,
        GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FOOTER,
        GUMBO_TAG_FORM,       GUMBO_TAG_H1,      GUMBO_TAG_H2,         GUMBO_TAG_H3,
        GUMBO_TAG_H4,         GUMBO_TAG_H5,      GUMBO_TAG_H6,         GUMBO_TAG_HEADER,
        GUMBO_TAG_HGROUP,     GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,       GUMBO_TAG_NAV,
        GUMBO_TAG_OL,         GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY,
        GUMBO_TAG_UL,         GUMBO_TAG_DIR,     GUMBO_TAG_LISTING,    GUMBO_TAG_XMP,
        GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_LEGEND}) {
    table[tag] = Handling::block;
  }
  for (const GumboTag tag :
       {GUMBO_TAG_TABLE, GUMBO_TAG_OBJECT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG, GUMBO_TAG_MATH,
        GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS}) {
    table[tag] = Handling::barrier;
  }
  for (const GumboTag tag :
       {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TD, GUMBO_TAG_TH,
        GUMBO_TAG_TR, GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_CAPTION,
        GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY, GUMBO_TAG_OPTION}) {
    table[tag] = Handling::optional;
  }
  for (const GumboTag tag :
       {GUMBO_TAG_BR, GUMBO_TAG_HR, GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_IMG}) {
    table[tag] = Handling::empty;
  }
  for (const GumboTag tag :
       {GUMBO_TAG_FRAMESET, GUMBO_TAG_FRAME,     GUMBO_TAG_NOFRAMES, GUMBO_TAG_BASE,
        GUMBO_TAG_INPUT,    GUMBO_TAG_KEYGEN,    GUMBO_TAG_ISINDEX,  GUMBO_TAG_COL,
        GUMBO_TAG_COLGROUP, GUMBO_TAG_IMAGE,     GUMBO_TAG_EMBED,    GUMBO_TAG_PARAM,
        GUMBO_TAG_SOURCE,   GUMBO_TAG_TRACK,     GUMBO_TAG_AREA,     GUMBO_TAG_WBR,
        GUMBO_TAG_OPTGROUP, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_MARQUEE,  GUMBO_TAG_APPLET,
        GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND}) {
    table[tag] = Handling::drop;
  }
  for (const GumboTag tag : {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED,
                             GUMBO_TAG_TEXTAREA}) {
    table[tag] = Handling::raw;
  }
  table[GUMBO_TAG_TITLE] = Handling::title;
  return table;
}
constexpr auto kHandling = make_handling();

/// The attributes that reading needs.
constexpr std::string_view kAttributes[] = {
    "class", "id",      "role",     "itemprop", "itemtype",   "rel",  "property", "name",
    "href",  "content", "datetime", "pubdate",  "http-equiv", "lang", "title",    "xml:lang"};
constexpr std::size_t kHref = 8, kTitle = 14;

struct Tag {
  std::string_view name;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::array<std::string_view, std::size(kAttributes)> values = {};
  std::uint32_t has = 0;  // a bit for each of kAttributes
  std::string_view type;
  bool hidden = false;
};

bool hides(std::string_view style) {
  std::string low;
  for (const char c : style.substr(0, kLongestValue)) {
    if (!is_blank(c)) low += lower_ascii(c);
  }
  return low.find("display:none") != low.npos || low.find("visibility:hidden") != low.npos;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view html) : in_(html) { last_.fill(kNone); }

  CleanHtml run() {
    out_.markup.reserve(std::min(in_.size(), kMostMarkup) / 2);
    while (at_ < in_.size()) {
      if (out_.markup.size() > kMostMarkup || tags_ > kMostTags) {
        out_.cut = true;
        break;
      }
      const std::size_t mark = std::min(in_.find('<', at_), in_.size());
      write_text(in_.substr(at_, mark - at_));
      at_ = mark;
      if (at_ < in_.size()) read_mark();
    }
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Open {
    GumboTag tag;
    bool written;            // false: its end tag is left out too
    bool is_block;           // an end tag of formatting does not close it
    bool closing;            // its end tag has come, inside of a block that is still open
    std::uint32_t blocks;    // of the stack up to here
    std::uint32_t previous;  // the one of the same name below it
    std::uint32_t barrier;   // the innermost barrier below it
  };

  void write_text(std::string_view text) {
    constexpr std::size_t kLongestReference = 33;
    while (!text.empty()) {
      const std::size_t plain = std::min(text.find('&'), text.size());
      write_plain(text.substr(0, plain));
      text.remove_prefix(plain);
      const std::size_t end = text.substr(0, kLongestReference).find(';');
      const std::size_t size =
          end == text.npos ? std::min(text.size(), kLongestReference) : end + 1;
      write_short(text.substr(0, size));
      text.remove_prefix(size);
    }
  }

  void write_plain(std::string_view text) {
    constexpr std::size_t kShort = 24;
    if (text.size() < kShort || text.find_first_not_of(" \t\r\n\f") == text.npos) {
      return write_short(text);
    }
    out_.markup += kTextMark;
    out_.markup += std::to_string(out_.texts.size());
    out_.markup += kTextMark;
    out_.texts.push_back(text);
  }

  void write_short(std::string_view text) {
    for (std::size_t mark; (mark = text.find(kTextMark)) != text.npos;) {
      out_.markup += text.substr(0, mark);
      text.remove_prefix(mark + kTextMark.size());
    }
    out_.markup += text;
  }

  char next() const { return at_ + 1 < in_.size() ? in_[at_ + 1] : '\0'; }
  void skip_behind(std::string_view end) {
    const std::size_t found = in_.find(end, at_);
    at_ = found == in_.npos ? in_.size() : found + end.size();
  }

  void read_mark() {
    if (is_letter_ascii(next())) {
      ++at_;
      start_tag();
    } else if (next() == '/' && at_ + 2 < in_.size() && is_letter_ascii(in_[at_ + 2])) {
      at_ += 2;
      end_tag();
    } else if (in_.substr(at_, 4) == "<!--") {
      at_ += 2;  // "<!-->" is a whole comment
      skip_behind("-->");
    } else if (next() == '!' || next() == '?' || next() == '/') {
      skip_behind(">");
    } else {
      out_.markup += "&lt;";
      ++at_;
    }
  }

  /// Reads a tag whose name begins at at_; false if the page ends in it.
  bool read_tag(Tag& tag) {
    std::size_t end = at_;
    while (end < in_.size() && !is_blank(in_[end]) && in_[end] != '/' && in_[end] != '>') ++end;
    tag.name = in_.substr(at_, end - at_);
    tag.tag = gumbo_tagn_enum(tag.name.data(), static_cast<unsigned>(tag.name.size()));
    at_ = end;
    while (true) {
      while (at_ < in_.size() && (is_blank(in_[at_]) || in_[at_] == '/')) ++at_;
      if (at_ >= in_.size()) return false;
      if (in_[at_] == '>') break;
      read_attribute(tag);
    }
    ++at_;
    return true;
  }

  void read_attribute(Tag& tag) {
    const std::size_t begin = at_++;  // a leading "=" belongs to the name
    while (at_ < in_.size() && !is_blank(in_[at_]) && in_[at_] != '/' && in_[at_] != '>' &&
           in_[at_] != '=') {
      ++at_;
    }
    const std::string_view name = in_.substr(begin, at_ - begin);
    while (at_ < in_.size() && is_blank(in_[at_])) ++at_;
    std::string_view value;
    if (at_ < in_.size() && in_[at_] == '=') {
      ++at_;
      while (at_ < in_.size() && is_blank(in_[at_])) ++at_;
      value = read_value();
    }
    if (same_word(name, "hidden")) {
      tag.hidden = true;
    } else if (same_word(name, "aria-hidden")) {
      tag.hidden |= same_word(value, "true");
    } else if (same_word(name, "style")) {
      tag.hidden |= hides(value);
    } else if (same_word(name, "type")) {
      tag.type = value;
    } else {
      for (std::size_t i = 0; i < std::size(kAttributes); ++i) {
        if (!same_word(name, kAttributes[i])) continue;
        if ((tag.has >> i & 1) == 0) tag.values[i] = value;
        tag.has |= 1u << i;
        break;
      }
    }
  }

  std::string_view read_value() {
    if (at_ >= in_.size()) return {};
    const char quote = in_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(in_.find(quote, begin), in_.size());
      at_ = std::min(end + 1, in_.size());
      return in_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < in_.size() && !is_blank(in_[at_]) && in_[at_] != '>') ++at_;
    return in_.substr(begin, at_ - begin);
  }

  void write_value(std::string_view value) {
    std::size_t size = std::min(value.size(), kLongestValue);
    while (size < value.size() && size > 0 && is_continuation(value[size])) --size;
    for (const char c : value.substr(0, size)) {
      if (c == '"') {
        out_.markup += "&quot;";
      } else {
        out_.markup += c;
      }
    }
  }

  void write_start(const char* name, const Tag& tag) {
    std::string& markup = out_.markup;
    markup += '<';
    markup += name;
    const bool custom = tag.tag == GUMBO_TAG_UNKNOWN;
    if (custom) {
      markup += " class=\"";
      write_value(tag.name);
      if (tag.has & 1) {
        markup += ' ';
        write_value(tag.values[0]);
      }
      markup += '"';
    }
    for (std::size_t i = custom ? 1 : 0; i < std::size(kAttributes); ++i) {
      if ((tag.has >> i & 1) == 0) continue;
      markup += ' ';
      markup += kAttributes[i];
      markup += "=\"";
      if (i != kHref || tag.tag == GUMBO_TAG_LINK) write_value(tag.values[i]);
      markup += '"';
    }
    if (tag.tag == GUMBO_TAG_NOSCRIPT) {
      markup += " hidden=\"noscript\"";
    } else if (tag.hidden) {
      markup += " hidden";
    }
    markup += '>';
    ++tags_;
  }

  void write_end(const char* name) {
    out_.markup += "</";
    out_.markup += name;
    out_.markup += '>';
    ++tags_;
  }

  static const char* written_name(GumboTag tag) {
    if (kHandling[tag] == Handling::inline_) return "span";
    if (tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_LISTING) return "pre";
    return gumbo_normalized_tagname(tag);
  }

  void start_tag() {
    Tag tag;
    if (!read_tag(tag)) return;
    switch (kHandling[tag.tag]) {
      case Handling::inline_:
        open_inline(tag);
        break;
      case Handling::block:
      case Handling::barrier: {
        // A control that is never closed would swallow the page.
        const bool closed =
            kHandling[tag.tag] == Handling::block || tag.tag == GUMBO_TAG_TABLE || ends_later(tag);
        const bool written = closed && depth_ < kDeepest;
        if (written) write_start(written_name(tag.tag), tag);
        if (closed) push(tag.tag, written);
        break;
      }
      case Handling::optional:
      case Handling::empty:
        write_start(gumbo_normalized_tagname(tag.tag), tag);
        break;
      case Handling::drop:
        break;
      case Handling::raw:
        skip_raw(tag);
        break;
      case Handling::title: {
        if (!ends_later(tag)) break;
        const std::size_t end = find_word(in_, "</title", at_);
        write_start("title", tag);
        out_.markup += in_.substr(at_, std::min(end - at_, kLongestValue));
        write_end("title");
        at_ = end;
        skip_behind(">");
        break;
      }
    }
  }

  void open_inline(Tag& tag) {
    if (tag.tag == GUMBO_TAG_UNKNOWN && tag.name.find('-') == tag.name.npos) {
      tag.tag = GUMBO_TAG_SPAN;
    }
    if (tag.tag == GUMBO_TAG_A) close(GUMBO_TAG_A);  // links do not nest
    const bool named = tag.tag == GUMBO_TAG_TIME || tag.tag == GUMBO_TAG_UNKNOWN ||
                       tag.tag == GUMBO_TAG_NOSCRIPT || tag.hidden;
    const bool titled = tag.tag != GUMBO_TAG_ABBR && tag.tag != GUMBO_TAG_SPAN;
    if (titled) tag.has &= ~(1u << kTitle);
    const bool written = (named || tag.has != 0) && depth_ < kDeepestInline;
    if (written) write_start(tag.tag == GUMBO_TAG_TIME ? "time" : "span", tag);
    push(tag.tag, written);
  }

  void end_tag() {
    Tag tag;
    if (!read_tag(tag)) return;
    switch (kHandling[tag.tag]) {
      case Handling::inline_:
        if (tag.tag == GUMBO_TAG_UNKNOWN && tag.name.find('-') == tag.name.npos) {
          tag.tag = GUMBO_TAG_SPAN;
        }
        close(tag.tag);
        break;
      case Handling::block:
      case Handling::barrier:
        close(tag.tag);
        break;
      case Handling::optional:
        if (tag.tag != GUMBO_TAG_HTML && tag.tag != GUMBO_TAG_BODY) {
          write_end(gumbo_normalized_tagname(tag.tag));
        }
        break;
      case Handling::empty:
        if (tag.tag == GUMBO_TAG_BR) out_.markup += "<br>";
        break;
      case Handling::drop:
      case Handling::raw:
      case Handling::title:
        break;
    }
  }

  void push(GumboTag tag, bool written) {
    const bool is_block = kHandling[tag] != Handling::inline_;
    const std::uint32_t below = stack_.empty() ? 0 : stack_.back().blocks;
    stack_.push_back({tag, written, is_block, false, below + is_block, last_[tag], barrier_});
    last_[tag] = static_cast<std::uint32_t>(stack_.size() - 1);
    if (kHandling[tag] == Handling::barrier) barrier_ = last_[tag];
    depth_ += written;
  }

  void pop() {
    const Open& top = stack_.back();
    last_[top.tag] = top.previous;
    if (kHandling[top.tag] == Handling::barrier) barrier_ = top.barrier;
    depth_ -= top.written;
    stack_.pop_back();
  }

  void close(GumboTag tag) {
    const std::uint32_t at = last_[tag];
    if (at == kNone || (barrier_ != kNone && at < barrier_)) return;
    Open& open = stack_[at];
    if (!open.is_block && stack_.back().blocks > open.blocks) {
      open.closing = true;
      return;
    }
    const bool written = open.written;
    while (stack_.size() > at) pop();
    if (written) write_end(tag == GUMBO_TAG_TIME ? "time" : written_name(tag));
    while (!stack_.empty() && stack_.back().closing) {
      if (stack_.back().written) write_end(stack_.back().tag == GUMBO_TAG_TIME ? "time" : "span");
      pop();
    }
  }

  /// True if an end tag of that name follows. Looked for once a name, from the page's end.
  bool ends_later(const Tag& tag) {
    std::size_t& last = last_end_[tag.tag];
    if (last == 0) {
      const std::string end = std::string("</") + gumbo_normalized_tagname(tag.tag);
      for (std::size_t at = in_.size(); (at = in_.rfind('<', at - 1)) != in_.npos && at > 0;) {
        if (!same_word(in_.substr(at, end.size()), end)) continue;
        last = at;
        break;
      }
      if (last == 0) last = 1;
    }
    return last >= at_;
  }

  void skip_raw(const Tag& tag) {
    const std::size_t begin = at_;
    const std::string end_mark = std::string("</") + gumbo_normalized_tagname(tag.tag);
    std::size_t end = ends_later(tag) ? find_word(in_, end_mark, at_) : in_.npos;
    if (end == in_.npos) {
      // Browsers lose the rest of the page too. What is no program text is worth showing.
      if (tag.tag == GUMBO_TAG_IFRAME || tag.tag == GUMBO_TAG_TEXTAREA) return;
      end = in_.size();
    }
    at_ = end;
    skip_behind(">");
    if (tag.tag == GUMBO_TAG_SCRIPT && find_word(tag.type, "/ld+json", 0) != tag.type.npos) {
      out_.json_ld.push_back(in_.substr(begin, end - begin));
    }
  }

  const std::string_view in_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  int depth_ = 0;
  std::vector<Open> stack_;
  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> last_{};
  std::array<std::size_t, GUMBO_TAG_LAST + 1> last_end_{};
  std::uint32_t barrier_ = kNone;
  CleanHtml out_;
};

}  // namespace

CleanHtml clean_html(std::string_view html) { return Cleaner(html).run(); }

}  // namespace alatoo
