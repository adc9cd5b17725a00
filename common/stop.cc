// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stop.h"

#include <poll.h>

#include <array>
#include <csignal>

namespace alatoo {

std::atomic<bool> stop_requested = false;

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = [](int) {
    stop_requested = true;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
  };
  for (const int number : std::array{SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(number, &action, nullptr);
  }
}

void stop_if_asked() {
  if (stop_requested) throw Interrupted();
}

void wait_for_input(int fd) {
  pollfd input{fd, POLLIN, 0};
  do {
    stop_if_asked();
  } while (::poll(&input, 1, 200) <= 0);
}

}  // namespace alatoo
