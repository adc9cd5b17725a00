// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace alatoo {

/// A bounded queue between one reader and its workers.
template <typename T>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits while the queue is full. After `close` the value is dropped.
  void push(T value) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || values_.size() < capacity_; });
    if (closed_) return;
    values_.push_back(std::move(value));
    changed_.notify_all();
  }

  /// Waits for a value; nothing once the queue is closed, or finished and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || finished_ || !values_.empty(); });
    if (closed_ || values_.empty()) return std::nullopt;
    T value = std::move(values_.front());
    values_.pop_front();
    changed_.notify_all();
    return value;
  }

  /// No more values come; what is queued is still handed out.
  void finish() { set(finished_); }
  /// Ends at once: a worker failed.
  void close() { set(closed_); }

 private:
  void set(bool& flag) {
    const std::lock_guard lock(mutex_);
    flag = true;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> values_;
  std::size_t capacity_;
  bool finished_ = false;
  bool closed_ = false;
};

}  // namespace alatoo
