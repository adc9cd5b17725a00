// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "common/dates.h"
#include "common/error.h"
#include "common/mapped_file.h"
#include "common/stop.h"
#include "indexer/write/lineage.h"

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

}  // namespace

Building::Building(const std::string& db) : db_(db), folder_(building_folder(db)) {
  if (fs::is_directory(current_file(db)))
    throw Error(current_file(db) + ": is a folder, where an index has a file; remove it");
  std::error_code failed;
  fs::remove_all(folder_, failed);
  if (failed)
    throw Error(folder_ + ": cannot remove what a killed writer left: " + failed.message());
  try {
    make_folder(folder_ + "/scratch");
  } catch (const Error&) {
    fs::remove_all(folder_, failed);
    throw;
  }
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

std::uint64_t Building::publish(Manifest& manifest) {
  fs::remove_all(folder_ + "/scratch");
  manifest.previous = live_generation(db_);
  manifest.generation = next_generation(db_);
  manifest.published = utc_now();
  manifest.files = linked_;
  write_manifest(folder_, manifest);
  // What is linked has been durable since it was first published.
  std::set<std::string> linked;
  for (const Manifest::File& file : linked_) linked.insert(folder_ + "/" + file.path);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder_)) {
    stop_if_asked();
    if (entry.is_directory()) sync_folder(entry.path());
    if (entry.is_regular_file() && !linked.count(entry.path())) sync_file(entry.path());
  }
  sync_folder(folder_);
  const std::string whole = generation_folder(db_, manifest.generation);
  rename_over(folder_, whole);
  try {
    sync_folder(generations_folder(db_));
    make_live(db_, manifest.generation);
  } catch (const Error& problem) {
    if (live_generation(db_) == manifest.generation) {
      throw Error(problem.what() + std::string("; generation ") +
                      std::to_string(manifest.generation) +
                      " is published, but a power failure now might undo that",
                  1);
    }
    std::error_code ignored;
    fs::remove_all(whole, ignored);
    throw;
  }

  std::uint64_t written = 0;
  for (const Manifest::File& file : manifest.files) {
    if (!linked.count(folder_ + "/" + file.path)) written += file.size;
  }
  return written;
}

}  // namespace alatoo
