// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

#include "common/error.h"

namespace alatoo {
namespace {

template <typename... Values>
std::string format(const char* pattern, Values... values) {
  std::array<char, 128> out{};
  const int size = std::snprintf(out.data(), out.size(), pattern, values...);
  return {out.data(), static_cast<std::size_t>(size)};
}

}  // namespace

Progress::Progress(const Options& options)
    : options_(options), start_(std::chrono::steady_clock::now()), last_(start_) {
  if (options.when != "auto" && options.when != "always" && options.when != "never") {
    throw Error("--progress " + options.when + ": say auto, always or never");
  }
  draw_ = options.when == "always" ||
          (options.when == "auto" && !options.quiet && isatty(STDERR_FILENO));
}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

void Progress::note(const std::string& line) {
  if (!options_.quiet) warn(line);
}

void Progress::warn(const std::string& line) {
  const std::lock_guard guard(mutex_);
  clear();
  std::cerr << line << '\n';
}

void Progress::detail(const std::string& line) {
  if (options_.verbose) note(format("%7.2f s  ", seconds()) + line);
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Progress::update(std::uint64_t articles, std::uint64_t bytes, std::uint64_t total) {
  if (!draw_) return;
  const std::lock_guard guard(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  const double elapsed = seconds();
  std::string line = human_count(articles) + " articles, " + human_bytes(bytes) +
                     format(", %.1f MB/s", static_cast<double>(bytes) / 1e6 / elapsed);
  if (total > bytes && bytes > 0) {
    line +=
        ", " +
        human_seconds(elapsed * static_cast<double>(total - bytes) / static_cast<double>(bytes)) +
        " left";
  }
  std::cerr << '\r' << line << "\033[K" << std::flush;
  drawn_ = true;
}

std::string human_bytes(std::uint64_t bytes) {
  const auto b = static_cast<double>(bytes);
  if (bytes >= 1000000000) return format("%.1f GB", b / 1e9);
  if (bytes >= 1000000) return format("%.1f MB", b / 1e6);
  if (bytes >= 1000) return format("%.1f kB", b / 1e3);
  return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
}

std::string human_count(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string human_seconds(double seconds) {
  if (seconds < 10) return format("%.1f s", seconds);
  if (seconds < 60) return format("%.0f s", seconds);
  const auto whole = static_cast<long>(seconds);
  return format("%ld min %02ld s", whole / 60, whole % 60);
}

}  // namespace alatoo
