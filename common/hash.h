// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alatoo {

/// XXH3, 64 bits: for recognising content, not against forgery.
std::uint64_t hash(std::string_view bytes);

/// Sixteen hexadecimal digits.
std::string hex(std::uint64_t n);

}  // namespace alatoo
