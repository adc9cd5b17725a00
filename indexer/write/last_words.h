// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace alatoo {

/// While it lives, a library that ends the process, as libxapian 1.4.22 does when a full disk makes
/// a destructor of its own throw, ends it in order: `end` gets the reason, and the process exits
/// with status 2 once it returns. Other threads may still run meanwhile. One at a time.
class LastWords {
 public:
  explicit LastWords(std::function<void(const std::string& reason)> end);
  ~LastWords();
  LastWords(const LastWords&) = delete;
  LastWords& operator=(const LastWords&) = delete;
};

}  // namespace alatoo
