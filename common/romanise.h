// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alatoo {

/// Cyrillic (Russian, Kyrgyz, Kazakh, Uzbek, Tajik, Ukrainian, Serbian letters) as Latin, other
/// letters unchanged; case kept.
std::string romanise(std::string_view text);

}  // namespace alatoo
