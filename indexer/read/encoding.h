// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alatoo {

/// What was done to make UTF-8 of an input.
struct Decoded {
  std::string text;      ///< valid UTF-8 without a byte order mark; lines and NFC as they were
  std::string encoding;  ///< what it was read as, by its IANA name: "UTF-8", "windows-1251"
  std::size_t broken_bytes = 0;  ///< that mean nothing in that encoding, each now U+FFFD
  bool detected = false;         ///< neither a byte order mark nor a declaration told the encoding
};

/// Decodes the bytes of one document. In this order of trust: a byte order mark (UTF-8, UTF-16,
/// UTF-32) or the NULs of UTF-16 and UTF-32 without one; UTF-8 if the bytes are valid as such, or
/// far most of its non-ASCII characters are; `declared` if it names a known encoding and does not
/// read as nonsense (what the document says of itself, see declared_encoding); a multi-byte
/// encoding that the detector names, then the single-byte one whose reading looks most like a
/// language, among those that news come in; else Windows-1252. Never fails. O(n).
Decoded decode(std::string_view bytes, std::string_view declared = {});

/// The encoding that a document states in its first bytes: `<?xml encoding="...">`,
/// `<meta charset="...">`, `<meta http-equiv=... content="...; charset=...">`, a `Content-Type:`
/// line among mail-like headers. As written; "" if there is none.
std::string declared_encoding(std::string_view head);

/// How the units of UTF-16 and UTF-32 lie.
struct WideForm {
  std::uint8_t unit = 2;  ///< bytes: 2 or 4
  bool big_endian = false;
  std::uint8_t mark = 0;  ///< bytes of the byte order mark; 0 if there is none
};

/// The form of an input in UTF-16 or UTF-32, told by its mark or, without one, by its units: text
/// of the scripts below U+0700 has a small upper half almost everywhere. Looks at the first 4 KiB.
std::optional<WideForm> wide_form(std::string_view bytes);

/// `bytes` behind a UTF-8 byte order mark, if there is one.
std::string_view without_bom(std::string_view bytes);

/// True if the bytes are UTF-8, the mark and NULs included. Fast.
bool is_utf8(std::string_view bytes);

}  // namespace alatoo
