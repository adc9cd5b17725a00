// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alatoo {

/// A file mapped read-only. Move-only; the bytes live as long as the object.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws Error naming the file if it cannot be opened or mapped.
  explicit MappedFile(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Writes a whole file anew and syncs it. Throws Error naming the file on any failure.
void write_file(const std::string& path, std::string_view bytes);
/// Writes a whole file in the place of another: who reads it sees the old one or the new one, also
/// after a crash. Throws Error naming the file; unless the last sync failed, the old one stands
/// then.
void replace_file(const std::string& path, std::string_view bytes);
/// Reads a whole file. Throws Error naming it.
std::string read_file(const std::string& path);
/// Makes a folder's entries durable.
void sync_folder(const std::string& path);

}  // namespace alatoo
