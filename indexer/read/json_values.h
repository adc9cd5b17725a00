// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace alatoo {

/// Cuts a JSON document into the values it is made of, without parsing them: the elements of its
/// outer array, or the values that stand one after another. So a broken element can be set aside.
///
/// A value ends where its brackets balance. Where they cannot (a brace opens in a place that JSON
/// keeps for a name, a closing bracket that fits none), the missing ones are taken as closed, so
/// that the next value is found again. Never fails; O(n).
class JsonValues {
 public:
  explicit JsonValues(std::string_view json);

  /// Writes the next value into `value` and returns true; false at the end.
  bool next(std::string_view& value);
  /// True if a call of next() would give a value.
  bool more();

  bool in_array() const { return in_array_; }
  /// After the last value: false if the outer array was not closed.
  bool closed() const { return !in_array_ || closed_; }
  /// After the last value: true if something stands behind the outer array.
  bool trailing() const;

 private:
  std::size_t end_of_value(std::size_t at) const;
  std::size_t end_of_brackets(std::size_t at) const;

  std::string_view json_;
  std::size_t at_ = 0;
  bool in_array_ = false;
  bool closed_ = false;
};

}  // namespace alatoo
