// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/lineage.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>

#include "common/error.h"
#include "common/generation.h"
#include "common/mapped_file.h"
#include "common/stop.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

/// What was live before `generation`, 0 if it does not say.
std::uint64_t told_before(const std::string& db, std::uint64_t generation) {
  try {
    return read_manifest(generation_folder(db, generation)).previous;
  } catch (const Error&) {  // damaged, of another schema, or no generation at all
    return 0;
  }
}

void remove_generation(const std::string& folder) {
  // Locks of network file systems want a file that is open for writing.
  const int fd = ::open(manifest_file(folder).c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
  const bool nobodys = fd < 0 && (errno == ENOENT || errno == ENOTDIR);
  if (nobodys || (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0)) {
    std::error_code ignored;
    fs::remove(manifest_file(folder), ignored);  // first: what is left of it is no generation
    fs::remove_all(folder, ignored);
  }
  if (fd >= 0) ::close(fd);
}

}  // namespace

std::uint64_t live_generation(const std::string& db) {
  try {
    return current_generation(db).value_or(0);
  } catch (const Error&) {
    return 0;
  }
}

std::optional<std::uint64_t> generation_before(const std::string& db, std::uint64_t generation) {
  const std::vector<std::uint64_t> there = generations(db);
  const auto end = std::lower_bound(there.begin(), there.end(), generation);
  const std::uint64_t told = told_before(db, generation);
  if (std::binary_search(there.begin(), end, told)) return told;
  if (end == there.begin()) return std::nullopt;
  return *std::prev(end);
}

std::uint64_t next_generation(const std::string& db) {
  const std::vector<std::uint64_t> there = generations(db);
  return std::max(there.empty() ? 0 : there.back(), live_generation(db)) + 1;
}

void make_live(const std::string& db, std::uint64_t generation) {
  const std::string folder = generation_folder(db, generation);
  replace_file(current_file(db), folder.substr(folder.rfind('/') + 1) + "\n");
}

void prune(const std::string& db, std::size_t keep) {
  const std::uint64_t live = live_generation(db);
  if (live == 0) return;
  const std::vector<std::uint64_t> there = generations(db);
  std::set<std::uint64_t> rest(there.begin(), there.end());
  std::optional<std::uint64_t> stays = live;
  for (std::size_t kept = 0; kept < keep && stays; ++kept) {
    rest.erase(*stays);
    stays = generation_before(db, *stays);
  }
  for (const std::uint64_t generation : rest) {
    stop_if_asked();
    remove_generation(generation_folder(db, generation));
  }
}

}  // namespace alatoo
