// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace alatoo {

/// What a library has to say to whoever runs it, without printing itself.
class Log {
 public:
  virtual ~Log() = default;
  /// Something the user should know; one line without a line end.
  virtual void note(const std::string& line) = 0;
};

}  // namespace alatoo
