// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// A word as its shape matters: apostrophes and hyphens inside it belong to it ("Jalal'abad").
struct Shape {
  std::string_view text;
  bool capital = false;  ///< starts with an upper-case letter
  bool upper = false;    ///< two letters or more, all upper case
  bool number = false;   ///< starts with a digit
};

/// Writes the next word of `text` at or behind `at`, moves `at` behind it; false at the end.
bool next_shape(std::string_view text, std::size_t& at, Shape& word);

/// A paragraph of bare text with what its shape tells: one line, or the lines that one was before a
/// hard wrap.
struct Block {
  Span span;                          ///< without white space at its ends; never empty
  std::optional<ZoneKind> kind = {};  ///< what a reader said it is
  int blanks_before = 0;              ///< empty lines above it
  int indent = 0;                     ///< characters of white space before its first line
  bool link_lead = false;  ///< starts with a no-break space or an arrow, as items of link lists do
  bool bullet = false;     ///< starts with a bullet or a dash
  int words = 0;
  int capitals = 0;   ///< words that start with a capital
  int uppers = 0;     ///< words all in capitals
  int numbers = 0;    ///< words that start with a digit
  int sentences = 0;  ///< full stops that a blank and a capital follow, and the last one
  bool starts_lower = false;
  bool has_quote = false;  ///< a double quotation mark, straight or curly, anywhere
  bool quoted = false;     ///< starts and ends with quotation marks
  bool stop = false;       ///< ends as a sentence does, closing quotes and brackets aside
  bool pause = false;      ///< ends with a comma, colon, semicolon or dash: something follows

  std::string_view of(std::string_view text) const { return span.of(text); }
};

/// The shape of `span`, which has no white space at its ends.
Block shape_of(std::string_view text, Span span);

/// The paragraphs of a text, those that a reader marked (`known`: sorted, apart) as they are. Lines
/// that a program wrapped at some width are put together again: such a text has short lines only,
/// and some of them go on in lower case.
std::vector<Block> split_blocks(std::string_view text, const std::vector<Zone>& known);

}  // namespace alatoo
