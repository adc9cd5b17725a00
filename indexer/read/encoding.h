// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace alatoo {

/// What was done to make UTF-8 of an input.
struct Decoded {
  std::string text;      ///< valid UTF-8 without a byte order mark; lines and NFC as they were
  std::string encoding;  ///< what it was read as, by its IANA name: "UTF-8", "windows-1251"
  std::size_t broken_bytes = 0;  ///< that mean nothing in that encoding, each now U+FFFD
};

/// Decodes the bytes of one document. In this order of trust: a byte order mark (UTF-8, UTF-16,
/// UTF-32); UTF-8 if the bytes are valid as such; `declared` if it names a known encoding (what the
/// document says of itself, see declared_encoding); UTF-8 if far most of its non-ASCII characters
/// are valid; one that the detector names, if it is among those that news of some language comes
/// in; else Windows-1252. Never fails. O(n).
Decoded decode(std::string_view bytes, std::string_view declared = {});

/// The encoding that a document states in its first bytes: `<?xml encoding="...">`,
/// `<meta charset="...">`, `<meta http-equiv=... content="...; charset=...">`, a `Content-Type:`
/// line among mail-like headers. As written; "" if there is none.
std::string declared_encoding(std::string_view head);

}  // namespace alatoo
