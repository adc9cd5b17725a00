// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alatoo {

/// The words of a surface form, folded, one blank between them.
std::string folded_words(std::string_view surface);

/// False for words so short that joining their spellings does harm.
bool worth_joining(std::string_view word);

}  // namespace alatoo
