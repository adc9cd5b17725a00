// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace alatoo {

/// Gives up to `size` bytes and returns how many; 0 at the end. Throws Error if reading fails.
using ReadBytes = std::function<std::size_t(char* to, std::size_t size)>;

/// A byte stream with its compression undone. What it is shows in its first bytes, never in a
/// name: gzip (RFC 1952, any number of members), Zstandard (RFC 8878, any number of frames) or
/// neither. Memory stays at a buffer and the decoder's window, at most 128 MiB.
class Inflater {
 public:
  explicit Inflater(ReadBytes input);
  ~Inflater();

  /// Fills `to` with up to `size` bytes and returns how many; 0 only at the end. Throws Error with
  /// a reason that names no file when the data is damaged or cut short.
  std::size_t read(char* to, std::size_t size);

  /// Bytes taken from the input so far.
  std::uint64_t bytes_read() const;

 private:
  class Input;
  class Decoder;
  class Plain;
  class Gzip;
  class Zstd;
  std::unique_ptr<Input> input_;
  std::unique_ptr<Decoder> decoder_;
};

}  // namespace alatoo
