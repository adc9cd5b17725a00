// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>

#include "common/error.h"

namespace alatoo {

/// True once SIGINT, SIGTERM or SIGHUP arrived. Long loops ask it, or call stop_if_asked.
extern std::atomic<bool> stop_requested;

/// Makes the three signals set it instead of ending the program, save those that whoever started
/// the program ignores: `nohup` and a shell's `&` stay what they are. A second SIGINT or SIGTERM
/// ends the program at once; a second SIGHUP does not, for a closing terminal sends several. System
/// calls that wait return EINTR.
void catch_stop_signals();

/// Ends a command because of a signal.
class Interrupted : public Error {
 public:
  explicit Interrupted(const std::string& line = "interrupted") : Error(line, 130) {}
};

/// Throws Interrupted if a signal asked to stop.
void stop_if_asked();
/// Waits until there is something to read from `fd`, or its end. Throws Interrupted if a signal
/// asks to stop, also one that comes just before a read that would wait.
void wait_for_input(int fd);

}  // namespace alatoo
