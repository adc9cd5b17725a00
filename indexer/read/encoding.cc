// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/encoding.h"

#include "common/text.h"
#include "indexer/read/text.h"

namespace alatoo {

Decoded decode(std::string_view bytes, std::string_view) {
  Decoded out{std::string(without_bom(bytes)), "UTF-8", 0};
  out.broken_bytes = utf16_to_utf8(out.text);
  return out;
}

std::string declared_encoding(std::string_view) { return ""; }

}  // namespace alatoo
