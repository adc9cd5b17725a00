// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/mapped_file.h"

namespace alatoo {

/// Walks a mapped file that is made of tables of 32-bit numbers, in the machine's (little-endian)
/// order, and a rest of bytes. Everything stays where it is: the file must outlive the pointers.
class TableReader {
 public:
  /// `what` names the kind of file in errors, "facet column".
  TableReader(const MappedFile& file, const std::string& path, std::string_view what)
      : bytes_(file.bytes()), path_(path), what_(what) {}

  /// The next `count` numbers. Throws Error if the file ends before.
  const std::uint32_t* take(std::size_t count) {
    const std::size_t size = count * sizeof(std::uint32_t);
    if (size > bytes_.size() - at_) fail();
    const auto* numbers = reinterpret_cast<const std::uint32_t*>(bytes_.data() + at_);
    at_ += size;
    return numbers;
  }

  /// What is left behind the tables. Throws Error if it is not `size` bytes.
  const char* rest(std::size_t size) {
    if (size != bytes_.size() - at_) fail();
    return bytes_.data() + at_;
  }

  [[noreturn]] void fail() const {
    throw Error(path_ + ": not a whole " + what_ + "; rebuild the index");
  }

 private:
  std::string_view bytes_;
  std::string path_;
  std::string what_;
  std::size_t at_ = 0;
};

/// Index of the first of `count` rows, sorted by `key(row)`, whose key is not less than `wanted`.
template <typename Key>
std::size_t first_not_less(std::size_t count, std::string_view wanted, const Key& key) {
  std::size_t low = 0;
  while (count > 0) {
    const std::size_t half = count / 2;
    if (key(low + half) < wanted) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

}  // namespace alatoo
