// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alatoo {

/// `utf8` in another encoding, by ICU's name for it. Fails the test for letters it lacks.
std::string encoded(std::string_view utf8, const char* encoding);

}  // namespace alatoo
