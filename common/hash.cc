// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hash.h"

#include <xxhash.h>

namespace alatoo {

std::uint64_t hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hex(std::uint64_t n) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; n >>= 4) digits[i] = "0123456789abcdef"[n & 15];
  return digits;
}

}  // namespace alatoo
