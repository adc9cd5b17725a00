// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/inflate.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"

namespace alatoo {

/// The undecoded bytes, with those that were read ahead.
class Inflater::Input {
 public:
  explicit Input(ReadBytes read) : read_(std::move(read)) {}

  /// The bytes at hand, at least `least` unless the input ends before.
  std::string_view peek(std::size_t least) {
    while (end_ - begin_ < least && !ended_) {
      if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
      }
      const std::size_t count = read_(buffer_.data() + end_, buffer_.size() - end_);
      ended_ = count == 0;
      end_ += count;
      total_ += count;
    }
    return {buffer_.data() + begin_, end_ - begin_};
  }
  void skip(std::size_t count) { begin_ += count; }
  std::uint64_t total() const { return total_; }

 private:
  ReadBytes read_;
  std::vector<char> buffer_ = std::vector<char>(128 << 10);
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
  std::uint64_t total_ = 0;
};

class Inflater::Decoder {
 public:
  virtual ~Decoder() = default;
  virtual std::size_t read(Input& input, char* to, std::size_t size) = 0;
};

class Inflater::Plain : public Decoder {
 public:
  std::size_t read(Input& input, char* to, std::size_t size) override {
    const std::string_view bytes = input.peek(1).substr(0, size);
    std::copy(bytes.begin(), bytes.end(), to);
    input.skip(bytes.size());
    return bytes.size();
  }
};

namespace {

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 2) == "\x1f\x8b"; }

bool is_zstd(std::string_view bytes) {
  using namespace std::string_view_literals;
  const bool frame = bytes.substr(0, 4) == "\x28\xb5\x2f\xfd"sv;
  // A file may begin with a frame to skip: 0x184D2A50 to 0x184D2A5F, little-endian.
  const bool skippable =
      bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1, 3) == "\x2a\x4d\x18"sv;
  return frame || skippable;
}

}  // namespace

class Inflater::Gzip : public Decoder {
 public:
  Gzip() {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw Error("out of memory");
  }
  ~Gzip() override { inflateEnd(&stream_); }

  std::size_t read(Input& input, char* to, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt wanted = stream_.avail_out;
    while (stream_.avail_out == wanted && !ended(input)) {
      const std::string_view bytes = input.peek(1);
      if (bytes.empty()) throw Error("the gzip data is cut short");
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream_.avail_in = static_cast<uInt>(bytes.size());
      const int status = inflate(&stream_, Z_NO_FLUSH);
      input.skip(bytes.size() - stream_.avail_in);
      if (status == Z_STREAM_END) {
        between_members_ = true;
      } else if (status != Z_OK) {
        throw Error("the gzip data is damaged");
      }
    }
    return wanted - stream_.avail_out;
  }

 private:
  /// True behind the last member. Tapes and block devices pad with NULs, which gzip allows.
  bool ended(Input& input) {
    if (!between_members_) return false;
    std::string_view bytes = input.peek(2);
    if (is_gzip(bytes)) {
      between_members_ = false;
      inflateReset(&stream_);
      return false;
    }
    for (; !bytes.empty(); bytes = input.peek(1)) {
      if (bytes.find_first_not_of('\0') != bytes.npos) throw Error("garbage after the gzip data");
      input.skip(bytes.size());
    }
    return true;
  }

  z_stream stream_{};
  bool between_members_ = false;
};

class Inflater::Zstd : public Decoder {
 public:
  Zstd() : stream_(ZSTD_createDStream()) {
    if (!stream_) throw Error("out of memory");
  }
  ~Zstd() override { ZSTD_freeDStream(stream_); }

  std::size_t read(Input& input, char* to, std::size_t size) override {
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      const std::string_view bytes = input.peek(1);
      // Output may still wait inside the decoder when the input has run out.
      if (bytes.empty() && !(inside_frame_ && full_)) {
        if (inside_frame_) throw Error("the zstd data is cut short");
        break;
      }
      ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
      const std::size_t status = ZSTD_decompressStream(stream_, &out, &in);
      if (ZSTD_isError(status)) {
        throw Error(std::string("the zstd data is damaged: ") + ZSTD_getErrorName(status));
      }
      input.skip(in.pos);
      inside_frame_ = status != 0;
      full_ = out.pos == out.size;
    }
    return out.pos;
  }

 private:
  ZSTD_DStream* stream_;
  bool inside_frame_ = false;
  bool full_ = false;
};

Inflater::Inflater(ReadBytes input) : input_(std::make_unique<Input>(std::move(input))) {}
Inflater::~Inflater() = default;

std::size_t Inflater::read(char* to, std::size_t size) {
  if (!decoder_) {
    const std::string_view head = input_->peek(4);
    if (is_gzip(head)) {
      decoder_ = std::make_unique<Gzip>();
    } else if (is_zstd(head)) {
      decoder_ = std::make_unique<Zstd>();
    } else {
      decoder_ = std::make_unique<Plain>();
    }
  }
  return size == 0 ? 0 : decoder_->read(*input_, to, size);
}

std::uint64_t Inflater::bytes_read() const { return input_->total(); }

}  // namespace alatoo
