// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

void make_folder(const std::string& path) {
  std::error_code failed;
  fs::create_directories(path, failed);
  if (failed) throw Error(path + ": cannot make the folder: " + failed.message());
}

void sync_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::fsync(fd) == 0;
  const int problem = errno;
  if (fd >= 0) ::close(fd);
  if (!synced) throw Error(path + ": cannot sync: " + std::strerror(problem));
}

void rename_over(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) {
    throw Error(to + ": cannot move into place: " + std::strerror(errno));
  }
}

/// Removes a generation unless a reader holds it.
void prune(const std::string& folder) {
  const int fd = ::open(manifest_file(folder).c_str(), O_RDONLY | O_CLOEXEC);
  std::error_code ignored;  // what cannot be removed now is tried again by the next writer
  if (fd < 0 || ::flock(fd, LOCK_EX | LOCK_NB) == 0) fs::remove_all(folder, ignored);
  if (fd >= 0) ::close(fd);
}

/// The generation that CURRENT names; 0 if it names none, which a new one mends.
std::uint64_t live_generation(const std::string& db) {
  try {
    return current_generation(db).value_or(0);
  } catch (const Error&) {
    return 0;
  }
}

}  // namespace

WriterLock::WriterLock(const std::string& db) {
  make_folder(db);
  const std::string path = lock_file(db);
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd_ < 0) throw Error(path + ": cannot open: " + std::strerror(errno));
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    const int problem = errno;
    const std::string holder(trim(read_file(path)));
    ::close(fd_);
    if (problem != EWOULDBLOCK) throw Error(path + ": cannot lock: " + std::strerror(problem));
    throw Error(db + ": another writer is at work" +
                    (holder.empty() ? "" : " (process " + holder + ")") +
                    "; try again when it is done",
                kBusy);
  }
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(fd_, 0) != 0 || ::pwrite(fd_, pid.data(), pid.size(), 0) < 0) {
    const int problem = errno;
    ::close(fd_);
    throw Error(path + ": cannot write: " + std::strerror(problem));
  }
}

WriterLock::~WriterLock() { ::close(fd_); }

Building::Building(const std::string& db) : db_(db), folder_(building_folder(db)) {
  std::error_code failed;
  fs::remove_all(folder_, failed);
  if (failed)
    throw Error(folder_ + ": cannot remove what a killed writer left: " + failed.message());
  make_folder(folder_ + "/scratch");
}

Building::~Building() {
  std::error_code ignored;  // after publish there is nothing; else the next writer tries again
  fs::remove_all(folder_, ignored);
}

std::string Building::scratch(const std::string& name) const {
  return folder_ + "/scratch/" + name;
}

void Building::link(const std::string& file, const Manifest::File& as) {
  const std::string made = folder_ + "/" + as.path;
  make_folder(fs::path(made).parent_path());
  if (::link(file.c_str(), made.c_str()) != 0) {
    std::error_code failed;
    fs::copy_file(file, made, failed);
    if (failed) throw Error(made + ": cannot be linked or copied: " + failed.message());
    sync_file(made);
  }
  linked_.push_back(as);
}

void Building::add_authority(const std::string& path, const std::string& text) {
  const std::string folder = authority_folder(folder_);
  make_folder(folder);
  write_file(folder + "/" + fs::path(path).filename().string(), text);
}

std::uint64_t Building::publish(Manifest& manifest, std::size_t keep) {
  fs::remove_all(folder_ + "/scratch");
  const std::vector<std::uint64_t> before = generations(db_);
  manifest.previous = live_generation(db_);
  manifest.generation = std::max(before.empty() ? 0 : before.back(), live_generation(db_)) + 1;
  manifest.files = linked_;
  write_manifest(folder_, manifest);
  // What is linked has been durable since it was first published.
  std::set<std::string> linked;
  for (const Manifest::File& file : linked_) linked.insert(folder_ + "/" + file.path);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder_)) {
    if (entry.is_directory()) sync_folder(entry.path());
    if (entry.is_regular_file() && !linked.count(entry.path())) sync_file(entry.path());
  }
  sync_folder(folder_);
  const std::string live = generation_folder(db_, manifest.generation);
  rename_over(folder_, live);
  sync_folder(generations_folder(db_));

  write_file(current_file(db_) + ".new", live.substr(live.rfind('/') + 1) + "\n");
  rename_over(current_file(db_) + ".new", current_file(db_));
  sync_folder(db_);

  for (std::size_t i = 0; i + std::max<std::size_t>(keep, 1) < before.size() + 1; ++i) {
    prune(generation_folder(db_, before[i]));
  }
  std::uint64_t written = 0;
  for (const Manifest::File& file : manifest.files) {
    if (!linked.count(folder_ + "/" + file.path)) written += file.size;
  }
  return written;
}

}  // namespace alatoo
