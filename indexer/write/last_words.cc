// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/last_words.h"

#include <unistd.h>
#include <xapian.h>

#include <atomic>
#include <exception>

namespace alatoo {
namespace {

constexpr int kFailed = 2;

std::function<void(const std::string&)> last_words;
std::atomic_flag ending = ATOMIC_FLAG_INIT;

std::string reason() {
  try {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const Xapian::Error& problem) {
    return problem.get_description();
  } catch (const std::exception& problem) {
    return problem.what();
  } catch (...) {
    return "unknown";
  }
  return "unknown";
}

[[noreturn]] void end() {
  while (ending.test_and_set()) ::pause();  // another thread is at it
  try {
    last_words("the index cannot be written (" + reason() + "); nothing was published");
  } catch (...) {
    ::_exit(kFailed);
  }
  ::_exit(kFailed);
}

}  // namespace

LastWords::LastWords(std::function<void(const std::string&)> end_with) {
  last_words = std::move(end_with);
  std::set_terminate(end);
}

LastWords::~LastWords() {
  std::set_terminate(std::abort);
  last_words = nullptr;
}

}  // namespace alatoo
