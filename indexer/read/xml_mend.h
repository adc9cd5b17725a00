// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alatoo {

/// Elements deeper than this are left out of mended XML; their text stays.
inline constexpr std::size_t kDeepestXml = 200;

struct MendedXml {
  /// Well-formed XML under one root `x` (so that documents written one after the other are read
  /// alike). Nothing but elements, attributes and text: no declarations, so that no entity can grow
  /// and none names a file; no comments, processing instructions, CDATA sections or `xmlns`.
  std::string xml;
  bool mended = false;  ///< the input was not well-formed
};

/// Makes of XML as it comes what a strict parser takes, and loses no text on the way: HTML's named
/// references are resolved and unknown ones stay as they are written, a bare `&` or `<` is text,
/// an end tag closes what was left open inside it, a stray one is dropped, and what the end of the
/// input leaves open is closed. UTF-8 whatever is declared. O(n).
MendedXml mend_xml(std::string_view xml);

}  // namespace alatoo
