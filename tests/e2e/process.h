// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alatoo::e2e {

/// What a program is started with.
struct Invocation {
  std::vector<std::string> command;  ///< `indexer` and `searcher` are those of this build
  std::string input = {};            ///< standard input
  std::string folder = {};           ///< working directory; "" = this one
  std::string output = {};           ///< a file for standard output; "" = a pipe
  std::vector<std::pair<std::string, std::string>> environment = {};  ///< beside the usual
  std::chrono::seconds timeout = std::chrono::seconds(60);
};

/// How a program ended.
struct Outcome {
  int status = 0;  ///< exit status; 128 + n where signal n ended it; -1 if the time ran out
  std::string out;
  std::string err;
};

/// A program at work: `input` has been written to it and its standard input is still open. Killed
/// with the object if nobody waited. The time allowed runs from its start.
class Process {
 public:
  /// Throws std::runtime_error if it cannot be started.
  explicit Process(const Invocation& invocation);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const;
  /// Closes our end of its standard output: what `head` does when it has seen enough.
  void close_output();
  /// Adds to its standard input, which is written while we wait for something.
  void feed(std::string_view text);
  /// Waits until it has written `text` to standard error; false at the end or out of time.
  bool wait_for_error(std::string_view text);
  bool wait_for_output(std::string_view text);
  /// Feeds the rest of its input and waits for its end.
  Outcome wait();

 private:
  bool pump();
  bool wait_for(const std::string& written, std::string_view text);

  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
  int err_ = -1;
  std::string input_;
  bool close_input_ = false;
  Outcome outcome_;
  std::chrono::steady_clock::time_point deadline_;
};

/// Runs a program to its end.
Outcome run(const Invocation& invocation);

}  // namespace alatoo::e2e
