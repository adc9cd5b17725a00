// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/read/inflate.h"
#include "tests/temp_folder.h"

namespace alatoo {

std::string gzip(std::string_view bytes);
std::string zstd(std::string_view bytes);

/// Gives `bytes` away in pieces of `piece` bytes; they must outlive the reader.
ReadBytes in_pieces(std::string_view bytes, std::size_t piece);

}  // namespace alatoo
