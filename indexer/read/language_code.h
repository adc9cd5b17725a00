// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alatoo {

/// The ISO 639-1 code of a language that is given as BCP 47 ("en-GB", "zh_Hans"), ISO 639-2 ("eng",
/// "ger" and "deu") or by its name in English or in itself. Absent for what is no language, and for
/// those without such a code.
std::optional<std::string> language_code(std::string_view given);

}  // namespace alatoo
