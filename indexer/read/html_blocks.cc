// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_blocks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "common/text.h"

namespace alatoo {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Letters of `text`, cheaply.
std::uint32_t letters_in(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) letters += !is_continuation(c) && !is_blank(c);
  return letters;
}

/// A table of data, not of layout: rows of several short cells that hold nothing but words.
bool is_data_table(const HtmlTree& tree, std::size_t table) {
  constexpr std::uint32_t kLongCell = 80;
  int rows = 0, wide_rows = 0, cells = 0;
  std::uint32_t cell_letters = 0;
  const auto end_row = [&] {
    wide_rows += cells >= 2;
    cells = 0;
  };
  for (std::size_t i = table + 1; i < tree[table].end; ++i) {
    switch (tree[i].tag) {
      case GUMBO_TAG_TR:
        end_row();
        ++rows;
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        cell_letters = 0;
        break;
      case GUMBO_TAG_LAST: {
        const std::uint32_t letters = letters_in(tree[i].text);
        cells += cell_letters == 0 && letters > 0;
        cell_letters += letters;
        if (cell_letters > kLongCell) return false;
        break;
      }
      case GUMBO_TAG_TBODY:
      case GUMBO_TAG_THEAD:
      case GUMBO_TAG_TFOOT:
        break;
      case GUMBO_TAG_CAPTION:
        i = tree[i].end - 1;
        break;
      case GUMBO_TAG_SPAN:
        if (tree.attribute(i, "href")) return false;
        break;
      case GUMBO_TAG_BR:
      case GUMBO_TAG_P:
        break;
      default:
        if (is_block(tree[i].tag) || tree[i].tag == GUMBO_TAG_IMG) return false;
        break;
    }
  }
  end_row();
  return rows >= 2 && wide_rows >= 2 && wide_rows * 2 >= rows;
}

class Assembler {
 public:
  Assembler(const HtmlTree& tree, const std::vector<HtmlHint>& hints, bool noscript)
      : tree_(tree), hints_(hints), noscript_(noscript) {}

  std::vector<HtmlBlock> run() {
    for (std::size_t i = 0; i < tree_.size();) {
      while (!open_.empty() && i >= tree_[open_.back().node].end) leave();
      const HtmlRole role = hints_[i].role;
      if (role == HtmlRole::hidden || (role == HtmlRole::noscript && !noscript_)) {
        i = tree_[i].end;
        continue;
      }
      if (tree_[i].is_text()) {
        append(i);
      } else {
        enter(i);
      }
      ++i;
    }
    while (!open_.empty()) leave();
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t block;    // the block element around
    std::uint32_t speaker;  // the inline element around that has a role; 0: none
    std::uint32_t link;     // the link around; 0: none
    bool pre, data;
    int heading;
  };

  /// What stands between the last letter and the next.
  enum Gap { kNothing, kBlank, kCell, kLine, kParagraph };

  void widen(Gap gap) { gap_ = std::max(gap_, gap); }

  void enter(std::size_t i) {
    const GumboTag tag = tree_[i].tag;
    Open own = now_;
    own.node = static_cast<std::uint32_t>(i);
    open_.push_back(now_);
    open_.back().node = own.node;
    switch (tag) {
      case GUMBO_TAG_BR:
        widen(gap_ >= kLine ? kParagraph : kLine);
        break;
      case GUMBO_TAG_SPAN:
      case GUMBO_TAG_TIME:
        if (tree_.attribute(i, "href")) own.link = own.node;
        if (hints_[i].role != HtmlRole::none) own.speaker = own.node;
        break;
      case GUMBO_TAG_TABLE:
        widen(kParagraph);
        own.data = is_data_table(tree_, i);
        own.block = own.node;
        own.speaker = 0;
        break;
      case GUMBO_TAG_TR:
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DT:
      case GUMBO_TAG_DD:
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
      case GUMBO_TAG_THEAD:
      case GUMBO_TAG_TBODY:
      case GUMBO_TAG_TFOOT:
        widen(gap_around(tag));
        if (gap_around(tag) == kParagraph) own.block = own.node;
        own.speaker = 0;
        break;
      default:
        if (!is_block(tag)) break;
        if (!(own.data && tag == GUMBO_TAG_P)) {
          widen(kParagraph);
          own.block = own.node;
        }
        own.speaker = 0;
        own.pre |= tag == GUMBO_TAG_PRE;
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) own.heading = tag - GUMBO_TAG_H1 + 1;
        break;
    }
    now_ = own;
  }

  Gap gap_around(GumboTag tag) const {
    switch (tag) {
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DT:
      case GUMBO_TAG_DD:
        return kLine;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        return now_.data ? kCell : kParagraph;
      case GUMBO_TAG_SPAN:
      case GUMBO_TAG_TIME:
        return kNothing;
      default:
        return now_.data ? kLine : kParagraph;
    }
  }

  void leave() {
    const GumboTag tag = tree_[open_.back().node].tag;
    if (is_block(tag) && tag != GUMBO_TAG_BR && !(now_.data && tag == GUMBO_TAG_P)) {
      const bool whole = tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_CAPTION;
      widen(whole ? kParagraph : gap_around(tag));
    }
    now_ = open_.back();
    open_.pop_back();
  }

  void append(std::size_t i) {
    const std::string_view text = tree_[i].text;
    for (std::size_t at = 0; at < text.size();) {
      const auto c = static_cast<unsigned char>(text[at]);
      if (is_blank(text[at])) {
        // In <pre> lines are lines and empty ones part paragraphs.
        const bool line = now_.pre && c == '\n';
        widen(line ? (gap_ >= kLine ? kParagraph : kLine) : kBlank);
        if (now_.pre && !line && gap_ <= kBlank && at_letter_) block_.text += ' ';
        ++at;
        continue;
      }
      if (c == 0xC2 && at + 1 < text.size()) {
        const auto next = static_cast<unsigned char>(text[at + 1]);
        if (next == 0xA0) {  // no-break space
          widen(kBlank);
          at += 2;
          continue;
        }
        if (next == 0xAD) {  // soft hyphen
          at += 2;
          continue;
        }
      }
      if (c >= 0xE2 && (text.substr(at, 3) == "\u200B" || text.substr(at, 3) == "\uFEFF")) {
        at += 3;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text.size() && !is_blank(text[end]) &&
             static_cast<unsigned char>(text[end]) != 0xC2 &&
             static_cast<unsigned char>(text[end]) < 0xE2) {
        ++end;
      }
      while (end < text.size() && is_continuation(text[end])) ++end;
      write(i, text.substr(at, end - at));
      at = end;
    }
  }

  void write(std::size_t i, std::string_view word) {
    // Spans of different kinds are set apart by the page's style.
    if (gap_ == kNothing && now_.speaker != speaker_ && at_letter_ &&
        hints_[now_.speaker].role != hints_[speaker_].role && now_.speaker != 0 && speaker_ != 0) {
      widen(kLine);
    }
    if (gap_ == kParagraph) flush();
    if (block_.text.empty()) {
      block_.first = static_cast<std::uint32_t>(i);
      block_.node = now_.block;
      block_.heading = now_.heading;
      block_.item = tree_[now_.block].tag == GUMBO_TAG_UL || tree_[now_.block].tag == GUMBO_TAG_OL;
    } else if (gap_ == kLine) {
      block_.text += '\n';
      ++block_.lines;
    } else if (gap_ == kCell) {
      block_.text += '\t';
    } else if (gap_ == kBlank && block_.text.back() != ' ') {
      block_.text += ' ';
    }
    gap_ = kNothing;
    at_letter_ = true;
    speaker_ = now_.speaker;
    block_.text += word;
    std::uint32_t letters = 0;
    for (const char c : word) letters += !is_continuation(c);
    block_.letters += letters;
    if (now_.link != 0) {
      block_.linked += letters;
      block_.links += now_.link != link_;
    }
    link_ = now_.link;
    const HtmlRole role = hints_[now_.speaker].role;
    spoken_[static_cast<std::size_t>(role)] += now_.speaker == 0 ? 0 : letters;
  }

  void flush() {
    if (!block_.text.empty()) {
      for (std::size_t role = 0; role < spoken_.size(); ++role) {
        if (spoken_[role] * 2 > block_.letters) block_.inline_role = static_cast<HtmlRole>(role);
      }
      block_.names_author = spoken_[static_cast<std::size_t>(HtmlRole::byline)] > 0;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    spoken_.fill(0);
    link_ = 0;
    gap_ = kNothing;
    at_letter_ = false;
    speaker_ = 0;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlHint>& hints_;
  const bool noscript_;
  std::vector<Open> open_;
  Open now_ = {};
  HtmlBlock block_;
  std::array<std::uint32_t, 16> spoken_ = {};  // letters of the block, by the role of their span
  std::uint32_t speaker_ = 0;                  // of the last letter
  std::uint32_t link_ = 0;                     // the last letter's
  Gap gap_ = kNothing;
  bool at_letter_ = false;
  std::vector<HtmlBlock> blocks_;
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                                 bool noscript) {
  return Assembler(tree, hints, noscript).run();
}

}  // namespace alatoo
