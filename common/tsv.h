// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// Reads a table of TAB separated fields line by line. Lines without a value and lines that start
/// with `#` are passed over; the first other line names the columns, in any order and case. Fields
/// missing at the end of a further line are empty; there may be more if those are empty. White
/// space around a value is no part of it, nor are the quotes that a spreadsheet puts around it.
/// Views live until the next line is read.
class TsvReader {
 public:
  /// `columns`: what operator[] will be asked for, by its place in this list. Throws Error naming
  /// `file` if a column is none of them or given twice. One called "note" is passed over.
  TsvReader(std::string_view file, std::string_view text,
            std::initializer_list<std::string_view> columns);
  TsvReader(const TsvReader&) = delete;  // its views are into itself
  TsvReader& operator=(const TsvReader&) = delete;

  /// Throws Error if the table lacks the column.
  void require(std::size_t column) const;
  bool has(std::size_t column) const { return places_[column] != kAbsent; }
  /// Goes to the next row; false at the end. Throws Error if it has a value beyond the columns.
  bool next();
  /// Empty where the table lacks the column.
  std::string_view operator[](std::size_t column) const {
    return has(column) ? fields_[places_[column]] : std::string_view();
  }
  std::uint64_t line() const { return line_; }
  std::string_view file() const { return file_; }

  /// Throws Error "file:line: what".
  [[noreturn]] void fail(const std::string& what) const;

 private:
  bool next_line();

  std::string_view file_;
  std::string_view rest_;
  std::uint64_t line_ = 0;
  std::vector<std::string_view> fields_;
  std::deque<std::string> unquoted_;  ///< fields that are not in the text as they are meant
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
  std::vector<std::string_view> columns_;
  std::vector<std::size_t> places_;
};

/// With A to Z as small letters, and all else as it is.
std::string ascii_lower(std::string_view text);

/// Cuts `text` at every `separator`; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace alatoo
