// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/encoding.h"

namespace alatoo {

/// Decodes text of which nothing is known but that one byte is one character, and ASCII what it is
/// everywhere: in the encoding whose reading looks most like a language that is written in it, by
/// its letters and where in a word they stand; in Windows-1252 where nothing tells. A few letters
/// suffice. O(n).
Decoded read_single_byte(std::string_view bytes);

/// False if another reading of the bytes looks far better than the one in `encoding` (an IANA
/// name). True for encodings that read_single_byte does not consider.
bool is_plausible_reading(std::string_view encoding, std::string_view bytes);

}  // namespace alatoo
