// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace alatoo {
namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw Error(path + ": cannot " + what + ": " + std::strerror(errno));
}

/// A descriptor that is closed when its scope ends.
struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.fd < 0) fail(path, "open");
  struct stat status {};
  if (::fstat(file.fd, &status) != 0) fail(path, "read");
  if (status.st_size == 0) return;
  void* data =
      ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED, file.fd, 0);
  if (data == MAP_FAILED) fail(path, "map");
  data_ = static_cast<const char*>(data);
  size_ = static_cast<std::size_t>(status.st_size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

void write_file(const std::string& path, std::string_view bytes) {
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
  if (file.fd < 0) fail(path, "create");
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(path, "write");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fsync(file.fd) != 0) fail(path, "sync");
}

void replace_file(const std::string& path, std::string_view bytes) {
  const std::size_t name = path.rfind('/') + 1;
  const std::string folder = name ? path.substr(0, name) : "./";
  const std::string fresh = folder + "." + path.substr(name) + ".new";
  try {
    write_file(fresh, bytes);
    if (std::rename(fresh.c_str(), path.c_str()) != 0) fail(path, "replace");
  } catch (const Error&) {
    ::unlink(fresh.c_str());
    throw;
  }
  sync_folder(folder);
}

std::string read_file(const std::string& path) { return std::string(MappedFile(path).bytes()); }

void sync_folder(const std::string& path) {
  const Descriptor folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.fd < 0) fail(path, "open");
  if (::fsync(folder.fd) != 0) fail(path, "sync");
}

}  // namespace alatoo
