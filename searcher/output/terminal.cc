// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/terminal.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// C0, DEL, C1, and what opens or closes a change of direction. Marks of direction (U+200E,
/// U+200F), which right-to-left text needs, only reach the characters beside them.
bool commands_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

const char* escape_of(Style style) {
  switch (style) {
    case kBold:
      return "\x1b[1m";
    case kDim:
      return "\x1b[2m";
    case kUnderline:
      return "\x1b[4m";
    case kMarked:
      return "\x1b[1;33m";
    case kPlain:
      break;
  }
  return "";
}

}  // namespace

int columns(char32_t c) {
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  const auto point = static_cast<UChar32>(c);
  constexpr std::uint32_t kNothing = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(point) & kNothing) != 0) return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // vowels and finals of a Hangul syllable
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

void StyledText::add(char32_t c, std::uint8_t style) {
  if (is_space(c)) c = ' ';
  if (commands_terminal(c)) c = kReplacement;
  cells_.push_back({c, style, static_cast<std::uint8_t>(columns(c))});
}

StyledText& StyledText::add(std::string_view text, std::uint8_t style) {
  for (std::size_t i = 0; i < text.size();) add(next_code_point(text, i), style);
  return *this;
}

StyledText& StyledText::add(std::string_view text, const std::vector<std::uint8_t>& styles) {
  for (std::size_t i = 0; i < text.size();) {
    const std::uint8_t style = styles[i];
    add(next_code_point(text, i), style);
  }
  return *this;
}

StyledText& StyledText::pad_to(int column) {
  int missing = column - width();
  if (missing < 1 && !empty()) missing = 1;
  for (; missing > 0; --missing) add(U' ', kPlain);
  return *this;
}

int StyledText::width() const {
  int sum = 0;
  for (const Cell& cell : cells_) sum += cell.columns;
  return sum;
}

StyledText& StyledText::cut_to(int limit) {
  if (width() <= limit) return *this;
  int room = limit - 1;
  std::size_t keep = 0;
  while (keep < cells_.size() && room >= cells_[keep].columns) room -= cells_[keep++].columns;
  const std::uint8_t style = cells_[keep].style;
  cells_.resize(keep);
  add(U'…', style);
  return *this;
}

void StyledText::write(std::ostream& out, const Layout& layout) const {
  const Cell* const end = cells_.data() + cells_.size();
  const Cell* line = cells_.data();
  int indent = 0;
  do {
    const Cell* stop = line_end(line, end, layout.width - indent);
    out << std::string(static_cast<std::size_t>(indent), ' ');
    write_line(out, line, stop, layout.color);
    line = std::find_if(stop, end, [](const Cell& cell) { return cell.c != ' '; });
    indent = layout.indent;
  } while (line < end);
}

const StyledText::Cell* StyledText::line_end(const Cell* line, const Cell* end, int room) {
  const Cell* last_break = nullptr;
  int used = 0;
  int previous = 0;    // columns of the last character that takes any
  bool begun = false;  // blanks at the beginning are indentation, no place to break at
  for (const Cell* at = line; at < end; ++at) {
    const bool blank = at->c == ' ';
    const bool beside_wide = at->columns == 2 || (at->columns > 0 && previous == 2);
    if (begun && (blank || beside_wide)) {
      last_break = at;
      if (used > room) return at;  // behind a word that is wider than the line
    }
    begun = begun || !blank;
    if (at->columns > 0) previous = at->columns;
    used += at->columns;
    if (used > room && !blank && last_break) return last_break;
  }
  return end;
}

void StyledText::write_line(std::ostream& out, const Cell* begin, const Cell* end, bool color) {
  while (end > begin && (end - 1)->c == ' ') --end;
  std::string bytes;
  std::uint8_t current = kPlain;
  const auto change_to = [&](std::uint8_t style) {
    if (!color || style == current) return;
    if (current != kPlain) bytes += "\x1b[0m";
    for (const Style one : {kBold, kDim, kUnderline, kMarked}) {
      if ((style & one) != 0) bytes += escape_of(one);
    }
    current = style;
  };
  for (; begin < end; ++begin) {
    change_to(begin->style);
    append_code_point(bytes, begin->c);
  }
  change_to(kPlain);
  out << bytes << '\n';
}

}  // namespace alatoo
