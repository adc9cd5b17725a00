// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace alatoo {

/// Where a text departs from JSON.
struct JsonFault {
  std::size_t byte = 0;  ///< 1-based
  const char* what = "";
};

/// The first fault of what should be one JSON value (RFC 8259); absent if there is none. Does not
/// look at UTF-8. Serves messages: the parser proper says only that something is wrong. O(n) time,
/// a byte of memory for each open bracket.
std::optional<JsonFault> json_fault(std::string_view json);

}  // namespace alatoo
