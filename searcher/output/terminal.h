// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

namespace alatoo {

/// How a stretch of text looks; to be combined by |. Without colour all look the same.
enum Style : std::uint8_t { kPlain = 0, kBold = 1, kDim = 2, kUnderline = 4, kMarked = 8 };

/// Columns that a code point takes: 2 for wide East Asian ones, 0 for marks and format characters.
int columns(char32_t c);

/// One paragraph of styled text on its way to a terminal. What could command the terminal or
/// reorder the line (control characters, escape sequences, bidirectional overrides, broken bytes)
/// becomes U+FFFD; white space becomes a blank.
class StyledText {
 public:
  StyledText& add(std::string_view text, std::uint8_t style = kPlain);
  /// `styles` has one style for each byte of `text`.
  StyledText& add(std::string_view text, const std::vector<std::uint8_t>& styles);
  /// Blanks up to the given column; at least one if anything precedes.
  StyledText& pad_to(int column);

  bool empty() const { return cells_.empty(); }
  int width() const;
  /// Cuts to at most `width` columns, the last one "…" if anything was cut off.
  StyledText& cut_to(int limit);

  struct Layout {
    int width = 80;  ///< no line is longer, except for words that are
    int indent = 0;  ///< of the lines after the first; less than width
    bool color = false;
  };
  /// Writes the text as lines broken at blanks and beside wide characters.
  void write(std::ostream& out, const Layout& layout) const;

 private:
  struct Cell {
    char32_t c = 0;
    std::uint8_t style = kPlain;
    std::uint8_t columns = 1;
  };
  void add(char32_t c, std::uint8_t style);
  static const Cell* line_end(const Cell* line, const Cell* end, int room);
  static void write_line(std::ostream& out, const Cell* begin, const Cell* end, bool color);

  std::vector<Cell> cells_;
};

}  // namespace alatoo
