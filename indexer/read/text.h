// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

enum class ByteOrder : std::uint8_t { little, big };

/// The order that a UTF-16 byte order mark at the beginning states; absent if there is none.
std::optional<ByteOrder> utf16_order(std::string_view bytes);

/// Turns text with a UTF-16 byte order mark into UTF-8 without one; other text is left alone.
/// Unpaired surrogates and an odd last byte become U+FFFD; returns how many there were.
std::size_t utf16_to_utf8(std::string& bytes);

/// `bytes` behind a UTF-8 byte order mark, if there is one.
std::string_view without_bom(std::string_view bytes);

/// Reads a plain text (UTF-8) as one article whose lines stay as they are.
Members read_text(std::string_view text);

}  // namespace alatoo
