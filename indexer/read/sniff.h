// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/source.h"

namespace alatoo {

/// What the beginning of an input tells about it: a format, or why it is not read. Neither: the
/// beginning is too short to decide, more is needed.
struct Sniffed {
  std::optional<Format> format;
  std::string refusal;
};

/// Tells the format of an input by its beginning, never by its name. `whole`: nothing follows
/// `head`, and the answer is never "neither". Never throws. O(head).
///
/// What begins with '{' is JSON. It is JSON Lines if the first line is a complete object and more
/// follows, or if the first line is broken and the next one starts an object where no single
/// object could: a damaged first article must not cost the others.
/// What begins with '[' is JSON if a JSON value stands behind it; prose may begin with a bracket.
/// UTF-16 and UTF-32 hold one JSON document, whatever its lines. Markup: see sniff_markup.h; mail:
/// see mail.h.
Sniffed sniff(std::string_view head, bool whole);

}  // namespace alatoo
