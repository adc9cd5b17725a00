// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <list>

#include "common/error.h"

namespace alatoo {
namespace {

using Clock = std::chrono::steady_clock;

// A message on the pipe: its kind, its size in eight bytes, itself.
constexpr char kMessage = 'm';
constexpr char kThrown = 't';
constexpr std::size_t kHead = 1 + sizeof(std::uint64_t);

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) ::_exit(1);  // nobody listens any more
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void write_message(int fd, char kind, std::string_view message) {
  const std::uint64_t size = message.size();
  std::string head(1, kind);
  head.append(reinterpret_cast<const char*>(&size), sizeof size);
  write_all(fd, head);
  write_all(fd, message);
}

void limit_resources() {
  rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // A damaged length may ask for any amount of memory: that shall be bad_alloc, and no swapping.
  const auto bytes = static_cast<rlim_t>(::sysconf(_SC_PHYS_PAGES)) *
                     static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) / 2;
  rlimit half{bytes, bytes};
  ::setrlimit(RLIMIT_DATA, &half);
#endif
}

[[noreturn]] void be_child(const ChildTask& task, int fd, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  // A crash tells its story to standard error; the parent tells it better.
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
  limit_resources();
  try {
    task.run([fd](std::string_view message) { write_message(fd, kMessage, message); });
  } catch (const std::exception& problem) {
    write_message(fd, kThrown, problem.what());
  } catch (...) {
    write_message(fd, kThrown, "the check stopped for an unknown reason");
  }
  ::_exit(0);
}

class Child {
 public:
  Child(const ChildTask& task, ChildOutcome& outcome)
      : outcome_(outcome), limit_(task.limit), deadline_(Clock::now() + task.limit) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
      throw Error(std::string("cannot make a pipe: ") + std::strerror(errno));
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) be_child(task, ends[1], parent);
    const int problem = errno;
    ::close(ends[1]);
    fd_ = ends[0];
    if (pid_ < 0) throw Error(std::string("cannot start a process: ") + std::strerror(problem));
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    ::close(fd_);
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }

  int fd() const { return fd_; }
  Clock::time_point deadline() const { return deadline_; }

  /// Takes what can be read. False at the end of it, when the outcome is whole.
  bool read() {
    char piece[1 << 16];
    const ssize_t n = ::read(fd_, piece, sizeof piece);
    if (n < 0 && errno == EINTR) return true;
    if (n > 0) {
      buffer_.append(piece, static_cast<std::size_t>(n));
      take_messages();
      return true;
    }
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    if (WIFSIGNALED(status)) {
      outcome_.failure = std::string("the check crashed (") + ::strsignal(WTERMSIG(status)) + ")";
    } else if (WEXITSTATUS(status) != 0) {
      outcome_.failure = "the check ended with status " + std::to_string(WEXITSTATUS(status));
    }
    return false;
  }
  void give_up() {
    outcome_.failure = "the check did not end within " + std::to_string(limit_.count()) + " s";
  }

 private:
  void take_messages() {
    while (buffer_.size() >= kHead) {
      std::uint64_t size = 0;
      std::memcpy(&size, buffer_.data() + 1, sizeof size);
      if (buffer_.size() - kHead < size) return;
      std::string message = buffer_.substr(kHead, size);
      if (buffer_[0] == kThrown) {
        outcome_.failure = std::move(message);
      } else {
        outcome_.messages.push_back(std::move(message));
      }
      buffer_.erase(0, kHead + size);
    }
  }

  ChildOutcome& outcome_;
  std::chrono::seconds limit_;
  Clock::time_point deadline_;
  std::string buffer_;
  pid_t pid_ = -1;
  int fd_ = -1;
};

int milliseconds_until(Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60000));
}

}  // namespace

std::vector<ChildOutcome> run_in_children(const std::vector<ChildTask>& tasks,
                                          std::size_t parallel) {
  std::vector<ChildOutcome> outcomes(tasks.size());
  std::list<Child> running;
  std::size_t next = 0;
  while (next < tasks.size() || !running.empty()) {
    while (next < tasks.size() && running.size() < parallel) {
      running.emplace_back(tasks[next], outcomes[next]);
      ++next;
    }
    std::vector<pollfd> waits;
    auto first = Clock::time_point::max();
    for (const Child& child : running) {
      waits.push_back({child.fd(), POLLIN, 0});
      first = std::min(first, child.deadline());
    }
    ::poll(waits.data(), waits.size(), milliseconds_until(first));
    std::size_t i = 0;
    for (auto child = running.begin(); child != running.end(); ++i) {
      bool ended = waits[i].revents != 0 && !child->read();
      if (!ended && Clock::now() >= child->deadline()) {
        child->give_up();
        ended = true;
      }
      child = ended ? running.erase(child) : std::next(child);
    }
  }
  return outcomes;
}

}  // namespace alatoo
