// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// Reads a table of TAB separated fields line by line. Empty lines and lines that start with `#`
/// are passed over; the first other line names the columns, in any order, and each further line
/// must have as many fields. Views live as long as the text.
class TsvReader {
 public:
  /// `columns`: the ones that operator[] will be asked for, by their place in this list. Throws
  /// Error naming `file` if one of them is missing.
  TsvReader(std::string_view file, std::string_view text,
            std::initializer_list<std::string_view> columns);

  /// Goes to the next row; false at the end. Throws Error on a wrong number of fields.
  bool next();
  std::string_view operator[](std::size_t column) const { return fields_[wanted_[column]]; }
  std::uint64_t line() const { return line_; }

  /// Throws Error "file:line: what".
  [[noreturn]] void fail(const std::string& what) const;

 private:
  bool next_line();

  std::string_view file_;
  std::string_view rest_;
  std::uint64_t line_ = 0;
  std::vector<std::string_view> fields_;
  std::vector<std::size_t> wanted_;
};

/// Cuts `text` at every `separator`; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace alatoo
