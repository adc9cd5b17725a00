// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>

namespace alatoo::e2e {
namespace {

/// What would make an answer depend on who runs the tests.
constexpr std::array<std::string_view, 7> kPersonal = {
    "ALATOO_DB=", "XDG_DATA_HOME=", "NO_COLOR=", "CLICOLOR_FORCE=", "COLUMNS=", "TERM=", "LC_ALL="};

std::vector<std::string> environment_of(const Invocation& invocation) {
  std::vector<std::string> variables = {"COLUMNS=80", "TERM=dumb", "LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable; ++variable) {
    const std::string_view text = *variable;
    const bool personal =
        std::any_of(kPersonal.begin(), kPersonal.end(),
                    [&](std::string_view prefix) { return text.starts_with(prefix); });
    if (!personal) variables.emplace_back(text);
  }
  for (const auto& [name, value] : invocation.environment) {
    std::erase_if(variables,
                  [&, &key = name](const std::string& v) { return v.starts_with(key + "="); });
    variables.push_back(name + "=" + value);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> list;
  for (std::string& s : strings) list.push_back(s.data());
  list.push_back(nullptr);
  return list;
}

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
  int read;
  int write;
};

void close_end(int& fd) {
  if (fd >= 0) close(fd);
  fd = -1;
}

void read_some(int& fd, std::string& to) {
  std::array<char, 65536> bytes{};
  const ssize_t count = read(fd, bytes.data(), bytes.size());
  if (count > 0) to.append(bytes.data(), static_cast<std::size_t>(count));
  if (count == 0) close_end(fd);
}

}  // namespace

Process::Process(const Invocation& invocation)
    : input_(invocation.input), deadline_(std::chrono::steady_clock::now() + invocation.timeout) {
  std::signal(SIGPIPE, SIG_IGN);  // a program that does not read its input is no fault of ours
  std::vector<std::string> words = invocation.command;
  if (words.at(0) == "indexer" || words[0] == "searcher") {
    words[0] = std::string(ALATOO_BIN_DIR) + "/" + words[0];
  }
  std::vector<std::string> variables = environment_of(invocation);
  const Pipe in;
  const Pipe out;
  const Pipe err;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.read, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
  if (invocation.output.empty()) {
    posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, invocation.output.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
  }
  if (!invocation.folder.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, invocation.folder.c_str());
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) sigaddset(&usual, number);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int problem = posix_spawnp(&pid_, words[0].c_str(), &actions, &attributes,
                                   pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(in.read);
  close(out.write);
  close(err.write);
  in_ = in.write;
  out_ = out.read;
  err_ = err.read;
  if (problem != 0) {
    close_end(in_);
    close_end(out_);
    close_end(err_);
    throw std::runtime_error(words[0] + ": cannot start: " + std::strerror(problem));
  }
  fcntl(in_, F_SETFL, O_NONBLOCK);
}

Process::~Process() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close_end(in_);
  close_end(out_);
  close_end(err_);
}

void Process::signal(int number) const {
  if (pid_ > 0) kill(pid_, number);
}

void Process::close_output() { close_end(out_); }

/// Moves what can be moved; false once both outputs have ended or time is up.
bool Process::pump() {
  if (out_ < 0 && err_ < 0) return false;
  if (input_.empty() && close_input_) close_end(in_);
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      deadline_ - std::chrono::steady_clock::now());
  if (left.count() <= 0) return false;
  // poll passes over negative descriptors.
  std::array<pollfd, 3> ends = {
      {{input_.empty() ? -1 : in_, POLLOUT, 0}, {out_, POLLIN, 0}, {err_, POLLIN, 0}}};
  if (poll(ends.data(), ends.size(), static_cast<int>(left.count())) < 0) return errno == EINTR;
  if (ends[1].revents) read_some(out_, outcome_.out);
  if (ends[2].revents) read_some(err_, outcome_.err);
  if (ends[0].revents) {
    const ssize_t count = write(in_, input_.data(), input_.size());
    if (count > 0) input_.erase(0, static_cast<std::size_t>(count));
    if (count < 0 && errno == EPIPE) {
      input_.clear();
      close_end(in_);
    }
  }
  return true;
}

void Process::feed(std::string_view text) { input_ += text; }

bool Process::wait_for(const std::string& written, std::string_view text) {
  while (written.find(text) == std::string::npos) {
    if (!pump()) return false;
  }
  return true;
}

bool Process::wait_for_error(std::string_view text) { return wait_for(outcome_.err, text); }
bool Process::wait_for_output(std::string_view text) { return wait_for(outcome_.out, text); }

Outcome Process::wait() {
  close_input_ = true;
  while (pump()) {
  }
  if (std::chrono::steady_clock::now() >= deadline_) kill(pid_, SIGKILL);
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  const bool late = std::chrono::steady_clock::now() >= deadline_;
  outcome_.status = late ? -1 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome_;
}

Outcome run(const Invocation& invocation) { return Process(invocation).wait(); }

}  // namespace alatoo::e2e
