// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alatoo {

/// Pieces that all forms of credit lines are read with.

/// True if `text` starts with `low_prefix` in any case.
bool has_prefix(std::string_view text, std::string_view low_prefix);

/// Takes the prefix and blanks around the rest off `text`, if it is there.
bool take_prefix(std::string_view& text, std::string_view low_prefix);

/// Text without brackets that enclose it whole, dashes before and dots behind it.
std::string_view without_brackets(std::string_view text);

}  // namespace alatoo
