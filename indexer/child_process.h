// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// Work that damaged data may crash or keep busy for ever, so that it is done in a process of its
/// own. Messages arrive as they are sent: what was said before a crash is not lost.
struct ChildTask {
  using Send = std::function<void(std::string_view message)>;
  std::function<void(const Send& send)> run;
  std::chrono::seconds limit;  ///< a longer one hangs, and is ended
};

struct ChildOutcome {
  std::vector<std::string> messages;
  std::string failure;  ///< "the check crashed (Segmentation fault)", or what it threw; empty: none
};

/// Runs all tasks, `parallel` at a time; outcomes stand in the order of the tasks. No other thread
/// may run meanwhile. The children write nothing, take at most half of the machine's memory each,
/// and end with this process. Throws Error if there can be no child.
std::vector<ChildOutcome> run_in_children(const std::vector<ChildTask>& tasks,
                                          std::size_t parallel);

}  // namespace alatoo
