// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alatoo {

/// XXH3, 64 bits: for recognising content, not against forgery.
std::uint64_t hash(std::string_view bytes);

struct FileHash {
  std::uint64_t size = 0;
  std::uint64_t hash = 0;
};
/// Size and XXH3 of a file, read piece by piece, so that memory does not depend on its size. Throws
/// Error naming a file that cannot be read, Interrupted if a signal asks to stop.
FileHash hash_file(const std::string& path);

/// Sixteen hexadecimal digits.
std::string hex(std::uint64_t n);

}  // namespace alatoo
