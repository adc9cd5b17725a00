// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/e2e/process.h"

namespace alatoo::e2e {

/// The words of a command line: blanks part them, '...', "..." and \ keep what they hold as it is.
/// Throws std::invalid_argument for an open quote.
std::vector<std::string> split_command(std::string_view line);

/// `text` with what differs from run to run or from one compiler to the next set to N: times, sizes
/// on disk, and scores, whose order stays.
std::string stable(std::string text);

/// `text` with every `from` replaced.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace alatoo::e2e
