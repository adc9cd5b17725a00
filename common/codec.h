// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"

namespace alatoo {

/// Little pieces of the binary forms: LEB128 numbers and length-prefixed strings.
inline void put_number(std::string& out, std::uint64_t n) {
  for (; n >= 0x80; n >>= 7) out += static_cast<char>(n | 0x80);
  out += static_cast<char>(n);
}

inline void put_string(std::string& out, std::string_view s) {
  put_number(out, s.size());
  out += s;
}

/// Reads them back, taking them off the front of `bytes`. Throws Error on damaged input.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return bytes_.empty(); }

  std::uint64_t number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      n |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return n;
    }
    throw Error("the index is damaged: a stored number is cut off; rebuild it");
  }

  std::string_view string() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) {
      throw Error("the index is damaged: a stored text is cut off; rebuild it");
    }
    const std::string_view s = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return s;
  }

 private:
  std::string_view bytes_;
};

}  // namespace alatoo
