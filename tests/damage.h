// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "common/error.h"
#include "common/mapped_file.h"

namespace alatoo {

/// Writes a file without waiting for the disk.
inline void overwrite(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Cuts a file at every length and flips every bit of its first `header` bytes; `open(path)` must
/// refuse each of them with an Error. The file is whole again afterwards.
template <typename Open>
void expect_damage_refused(const std::string& path, std::size_t header, const Open& open) {
  const std::string whole = read_file(path);
  ASSERT_NO_THROW(open(path));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    overwrite(path, whole.substr(0, size));
    EXPECT_THROW(open(path), Error) << "cut to " << size << " bytes of " << whole.size();
  }
  overwrite(path, whole + "x");
  EXPECT_THROW(open(path), Error) << "with a byte too many";
  for (std::size_t bit = 0; bit < header * 8; ++bit) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
    overwrite(path, damaged);
    EXPECT_THROW(open(path), Error) << "bit " << bit << " flipped";
  }
  overwrite(path, whole);
}

/// Flips every bit of a file, one after the other, and calls `visit()` each time; what that throws
/// as an Error is refused. Returns how many flips were not. The file is whole again afterwards.
template <typename Visit>
std::size_t with_every_bit_flipped(const std::string& path, const Visit& visit) {
  const std::string whole = read_file(path);
  std::size_t taken = 0;
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
    overwrite(path, damaged);
    try {
      visit();
      ++taken;
    } catch (const Error&) {
    }
  }
  overwrite(path, whole);
  return taken;
}

}  // namespace alatoo
