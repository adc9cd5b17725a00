// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alatoo {

/// True if an unlabelled text is marked up: it has paragraph or line break tags. Angle brackets
/// alone ("<LM Ericsson>", as wires mark companies) do not make it so.
bool looks_like_markup(std::string_view text);

/// The text of an HTML fragment such as a `body_html`: tags dropped, character references resolved,
/// an empty line between blocks, a line end for <br>. Comments, scripts and styles are left out.
/// No tree is built, so nesting costs nothing. Never throws; O(n).
std::string text_of_markup(std::string_view html);

}  // namespace alatoo
