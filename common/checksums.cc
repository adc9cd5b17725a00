// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/checksums.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <optional>
#include <thread>

#include "common/error.h"
#include "common/hash.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kReaders = 2;

using Compare = std::optional<std::string> (*)(const std::string& path,
                                               const Manifest::File& expected);

std::optional<std::string> size_fault(const std::string& path, const Manifest::File& expected) {
  std::error_code failed;
  // Anything else, such as a pipe, might never be read to its end.
  if (!fs::is_regular_file(fs::symlink_status(path, failed))) return "is no regular file";
  const std::uint64_t size = fs::file_size(path, failed);
  if (failed) return "cannot be read: " + failed.message();
  if (size == expected.size) return std::nullopt;
  return "has " + std::to_string(size) + " bytes instead of " + std::to_string(expected.size);
}

std::vector<FileFault> faults_of(const std::string& folder, const Manifest& manifest,
                                 Compare compare) {
  std::map<std::string, std::string> faults;
  std::vector<Manifest::File> present = manifest.files;
  const std::vector<std::string> found = files_below(folder);
  std::erase_if(present, [&](const Manifest::File& file) {
    const bool missing = !std::binary_search(found.begin(), found.end(), file.path);
    if (missing) faults[file.path] = "is missing";
    return missing;
  });
  for (const std::string& path : found) {
    const auto named = [&](const Manifest::File& file) { return file.path == path; };
    if (std::none_of(manifest.files.begin(), manifest.files.end(), named))
      faults[path] = "does not belong to the generation";
  }

  // The largest first, so that the readers end together.
  std::sort(present.begin(), present.end(),
            [](const Manifest::File& a, const Manifest::File& b) { return a.size > b.size; });
  std::vector<std::optional<std::string>> results(present.size());
  std::atomic<std::size_t> next = 0;
  const auto read = [&] {
    for (std::size_t i = next++; i < present.size(); i = next++)
      results[i] = compare(folder + "/" + present[i].path, present[i]);
  };
  std::vector<std::thread> readers;
  for (std::size_t i = 1; i < kReaders; ++i) readers.emplace_back(read);
  read();
  for (std::thread& reader : readers) reader.join();
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (results[i]) faults[present[i].path] = *results[i];
  }

  std::vector<FileFault> sorted;
  for (auto& [path, what] : faults) sorted.push_back({path, std::move(what)});
  return sorted;
}

}  // namespace

std::optional<std::string> content_fault(const std::string& path, const Manifest::File& expected) {
  if (auto fault = size_fault(path, expected)) return fault;
  try {
    if (hex(hash_file(path).hash) == expected.xxh3) return std::nullopt;
  } catch (const Error& problem) {
    return std::string(problem.what()).substr(path.size() + 2);  // behind "PATH: "
  }
  return "is damaged: its checksum is another";
}

std::vector<FileFault> file_faults(const std::string& folder, const Manifest& manifest) {
  return faults_of(folder, manifest, content_fault);
}

std::vector<FileFault> size_faults(const std::string& folder, const Manifest& manifest) {
  return faults_of(folder, manifest, size_fault);
}

void require_whole_files(const std::string& folder, const Manifest& manifest) {
  const std::vector<FileFault> faults = file_faults(folder, manifest);
  if (faults.empty()) return;
  std::string line = folder + "/" + faults[0].path + ": " + faults[0].what;
  if (faults.size() > 1) line += ", and more files are (see indexer verify)";
  throw Error(line + "; roll back or rebuild the index");
}

}  // namespace alatoo
