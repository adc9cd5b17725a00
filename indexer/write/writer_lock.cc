// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <thread>

#include "common/error.h"
#include "common/generation.h"
#include "common/stop.h"
#include "common/text.h"

namespace alatoo {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kBetweenTries{50};
constexpr double kForever = 1e8;  // seconds; what a clock can count

/// "indexer rebuild (process 4711, since 2026-11-21 12:01:33)": what stands in LOCK.
std::string holder_line(const std::string& command) {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::array<char, 32> since{};
  const std::size_t size = std::strftime(since.data(), since.size(), "%Y-%m-%d %H:%M:%S", &local);
  return command + " (process " + std::to_string(::getpid()) + ", since " +
         std::string(since.data(), size) + ")";
}

/// What the holder of a lock wrote into it, "" if that is nothing to be shown: it may be about to
/// write, and anybody may have written anything.
std::string holder(int fd) {
  std::array<char, 256> bytes{};
  const ssize_t size = ::pread(fd, bytes.data(), bytes.size(), 0);
  std::string_view line(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  line = trim(line.substr(0, line.find('\n')));
  const bool ours =
      line.starts_with("indexer") && line.ends_with(')') && line.find(" (process ") != line.npos &&
      std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 127; });
  return ours ? std::string(line) : "";
}

/// Takes the lock; false if another process has it.
bool try_lock(int fd, const std::string& path) {
  int problem = 0;
  do {
    problem = ::flock(fd, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
  } while (problem == EINTR);
  if (problem != 0 && problem != EWOULDBLOCK) {
    throw Error(path + ": cannot lock: " + std::strerror(problem) +
                "; keep the index on a file system with file locks");
  }
  return problem == 0;
}

void wait_for(int fd, const std::string& db, double seconds,
              const std::function<void(const std::string&)>& tell) {
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(std::min(seconds, kForever)));
  std::string told;
  for (bool first = true; !try_lock(fd, lock_file(db)); first = false) {
    stop_if_asked();
    const std::string other = holder(fd);
    const std::string name = other.empty() ? "" : ": " + other;
    if (Clock::now() >= end) {
      throw Error(db + ": another writer is " + (seconds > 0 ? "still " : "") + "at work" + name +
                      "; try again when it is done" +
                      (seconds > 0 ? "" : ", or wait for it with --wait SECONDS"),
                  kBusy);
    }
    if (tell && (first || other != told)) tell(db + ": waiting for another writer" + name);
    told = other;
    std::this_thread::sleep_for(kBetweenTries);
  }
}

}  // namespace

WriterLock::WriterLock(const std::string& db, double seconds, const std::string& command,
                       const std::function<void(const std::string&)>& tell) {
  std::error_code failed;
  std::filesystem::create_directories(db, failed);
  if (failed) throw Error(db + ": cannot make the folder: " + failed.message());
  const std::string path = lock_file(db);
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0644);
  if (fd_ < 0) throw Error(path + ": cannot open: " + std::strerror(errno));
  try {
    wait_for(fd_, db, seconds, tell);
    const std::string line = holder_line(command) + "\n";
    if (::ftruncate(fd_, 0) != 0 ||
        ::pwrite(fd_, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
      throw Error(path + ": cannot write: " + std::strerror(errno));
    }
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

WriterLock::~WriterLock() {
  // Between the next one's lock and its line nobody shall be told of this one.
  if (::ftruncate(fd_, 0) != 0) errno = 0;
  ::close(fd_);
}

}  // namespace alatoo
