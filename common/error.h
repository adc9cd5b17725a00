// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace alatoo {

/// Stops a command. `what()` is one line for the user: the file, line or option at fault, what is
/// wrong with it and what to do. Caught once, in each binary's main, which exits with `status`.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& line, int exit_status = 2)
      : std::runtime_error(line), status(exit_status) {}

  const int status;
};

}  // namespace alatoo
