// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/stop.h"
#include "indexer/read/encoding.h"
#include "indexer/read/inflate.h"
#include "indexer/read/sniff.h"
#include "indexer/read/walk.h"

namespace alatoo {
namespace {

/// An open file; standard input stays open.
class File {
 public:
  /// Throws Error with a reason that does not name the file.
  explicit File(const std::string& path)
      : owned_(!path.empty()), fd_(owned_ ? open(path.c_str(), kFlags) : STDIN_FILENO) {
    if (fd_ < 0) throw Error(std::strerror(errno));
    struct stat info {};
    // It may have become something else since it was listed; opening a pipe must not wait.
    if (owned_ && (fstat(fd_, &info) != 0 || !S_ISREG(info.st_mode))) {
      close(fd_);
      throw Error("not a regular file");
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (owned_) close(fd_);
  }

  std::size_t read(char* to, std::size_t size) const {
    ssize_t count = 0;
    do {
      wait_for_input(fd_);
      count = ::read(fd_, to, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) throw Error(std::strerror(errno));
    return static_cast<std::size_t>(count);
  }

 private:
  static constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  bool owned_;
  int fd_;
};

std::string mebibytes(std::uint64_t bytes) {
  return bytes >> 20 > 0 ? std::to_string(bytes >> 20) + " MiB" : std::to_string(bytes) + " bytes";
}

/// The decoded content of one input, with what was read ahead.
class Content {
 public:
  explicit Content(const std::string& path)
      : file_(path),
        inflater_([this](char* to, std::size_t size) { return file_.read(to, size); }) {}

  /// Tells the format, reading as far as that needs, at most `limit` bytes.
  Sniffed sniff(std::uint64_t limit) {
    std::size_t least = kChunk;
    while (true) {
      while (at_hand().size() < least && read_on()) {
      }
      Sniffed sniffed = alatoo::sniff(at_hand(), ended_);
      if (sniffed.format) begin_ += at_hand().size() - without_bom(at_hand()).size();
      if (sniffed.format || !sniffed.refusal.empty() || ended_) return sniffed;
      if (least > limit) return {{}, "no end of its first line within " + mebibytes(limit)};
      least *= 2;
    }
  }

  /// Everything that is left; absent if it is more than `limit` bytes.
  std::optional<std::string> rest(std::uint64_t limit) {
    while (at_hand().size() <= limit && read_on()) {
    }
    if (at_hand().size() > limit) return std::nullopt;
    std::string bytes = std::move(buffer_);
    bytes.erase(0, std::exchange(begin_, 0));
    buffer_.clear();
    return bytes;
  }

  /// Writes the next line that is not blank, without its end, and returns true; false at the end.
  /// A line of more than `limit` bytes comes out empty.
  bool line(std::string& out, std::uint64_t limit) {
    bool too_long = false;
    std::size_t searched = 0;
    while (true) {
      const std::string_view bytes = at_hand();
      const std::size_t end = bytes.find('\n', searched);
      const std::size_t size = std::min(end, bytes.size());
      too_long = too_long || size > limit;
      if (end == bytes.npos) {
        searched = too_long ? 0 : size;
        if (too_long) begin_ += size;
        if (read_on()) continue;
        if (size == 0 && !too_long) return false;
      }
      ++line_;
      out.assign(at_hand().substr(0, too_long ? 0 : size));
      begin_ += std::min(size + 1, at_hand().size());
      if (too_long || out.find_first_not_of(" \t\r") != out.npos) return true;
      searched = 0;
    }
  }

  std::uint64_t line_number() const { return line_; }
  std::uint64_t bytes_read() const { return inflater_.bytes_read(); }

 private:
  static constexpr std::size_t kChunk = 256 << 10;

  std::string_view at_hand() const { return std::string_view(buffer_).substr(begin_); }

  /// Adds to what is at hand; false at the end of the input.
  bool read_on() {
    if (ended_) return false;
    buffer_.erase(0, std::exchange(begin_, 0));
    const std::size_t before = buffer_.size();
    buffer_.resize(before + kChunk);
    std::size_t count = 0;
    try {
      count = inflater_.read(buffer_.data() + before, kChunk);
    } catch (...) {
      buffer_.resize(before);
      throw;
    }
    buffer_.resize(before + count);
    ended_ = count == 0;
    return !ended_;
  }

  File file_;
  Inflater inflater_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool ended_ = false;
  std::uint64_t line_ = 0;
};

}  // namespace

struct Source::State {
  SourceOptions options;
  Walk walk;
  std::size_t next_file = 0;
  std::uint64_t bytes_done = 0;
  std::unique_ptr<Content> lines;  ///< the JSON Lines file that is being read
  RawItem current;                 ///< path, id and format of the file that is being read

  /// Opens the next file; true if it gave an item at once.
  bool open_next(RawItem& item, const std::function<void(Rejection)>& reject);
  bool next_line(RawItem& item, const std::function<void(Rejection)>& reject);
  void count(const Content& ended) {
    bytes_done += ended.bytes_read();
    if (!current.id.empty()) return;
    for (Source::Input& input : walk.inputs) {
      if (input.path == "-") input.bytes = ended.bytes_read();
    }
  }
  void close_lines() {
    count(*lines);
    lines.reset();
  }
};

bool Source::State::open_next(RawItem& item, const std::function<void(Rejection)>& reject) {
  const InputFile& file = walk.files[next_file++];
  current.path = walk.shown(file);
  current.id = walk.id(file);
  auto content = std::make_unique<Content>(file.name.empty() ? "" : walk.real(file));
  const auto told = [&](std::string reason) {
    reject({current.path, std::move(reason)});
    return false;
  };
  std::optional<std::string> bytes;
  try {
    Sniffed sniffed = content->sniff(options.max_file);
    if (!sniffed.format) {
      count(*content);
      return told(sniffed.refusal);
    }
    current.format = *sniffed.format;
    if (current.format == Format::json_lines) {
      lines = std::move(content);
      return false;
    }
    bytes = content->rest(options.max_file);
  } catch (const Error&) {
    count(*content);
    throw;
  }
  count(*content);
  if (!bytes) return told("larger than " + mebibytes(options.max_file));
  item = current;
  item.bytes = std::move(*bytes);
  return true;
}

bool Source::State::next_line(RawItem& item, const std::function<void(Rejection)>& reject) {
  while (lines->line(item.bytes, options.max_line)) {
    if (item.bytes.empty()) {
      reject({current.path + ":" + std::to_string(lines->line_number()),
              "a line of more than " + mebibytes(options.max_line)});
      continue;
    }
    item.path = current.path;
    item.id = current.id;
    item.format = current.format;
    item.line = lines->line_number();
    return true;
  }
  close_lines();
  return false;
}

Source::Source(SourceOptions options) : state_(std::make_unique<State>()) {
  state_->walk = walk(options.paths, options.root, options.within_root);
  state_->options = std::move(options);
}
Source::~Source() = default;

bool Source::next(RawItem& item, const std::function<void(Rejection)>& reject) {
  State& state = *state_;
  for (Rejection& rejection : std::exchange(state.walk.rejections, {})) reject(rejection);
  while (state.lines || state.next_file < state.walk.files.size()) {
    try {
      if (state.lines ? state.next_line(item, reject) : state.open_next(item, reject)) return true;
    } catch (const Interrupted&) {
      throw;
    } catch (const Error& error) {
      std::string where = state.current.path;
      if (state.lines) {
        where.append(":").append(std::to_string(state.lines->line_number() + 1));
        state.close_lines();
      }
      reject({std::move(where), error.what()});
    }
  }
  return false;
}

const std::string& Source::root() const { return state_->walk.root; }
std::uint64_t Source::bytes_total() const { return state_->walk.bytes; }

std::vector<Source::Input> Source::inputs() const { return state_->walk.inputs; }

std::uint64_t Source::bytes_read() const {
  return state_->bytes_done + (state_->lines ? state_->lines->bytes_read() : 0);
}

}  // namespace alatoo
