// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/read/inflate.h"

namespace alatoo {

/// A folder of a test's own, removed with it.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();

  const std::string& path() const { return path_; }
  /// Writes a file, its folders included, and returns its path.
  std::string write(const std::string& name, std::string_view bytes) const;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

std::string gzip(std::string_view bytes);
std::string zstd(std::string_view bytes);

/// Gives `bytes` away in pieces of `piece` bytes; they must outlive the reader.
ReadBytes in_pieces(std::string_view bytes, std::size_t piece);

}  // namespace alatoo
