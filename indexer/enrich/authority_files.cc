// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/authority_files.h"

#include <algorithm>
#include <filesystem>

#include "common/error.h"
#include "common/mapped_file.h"
#include "indexer/enrich/shipped.h"

namespace alatoo {
namespace fs = std::filesystem;

std::vector<AuthorityFile> read_authority_files(const std::string& path) {
  std::vector<fs::path> paths;
  std::error_code failed;
  if (fs::is_directory(path, failed)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
      if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) throw Error("--authority " + path + ": the folder holds no .tsv file");
  } else {
    paths.emplace_back(path);
  }
  std::vector<AuthorityFile> files;
  files.reserve(paths.size());
  for (const fs::path& file : paths) files.push_back({file.string(), read_file(file.string())});
  return files;
}

std::shared_ptr<const Authority> make_authority(const std::vector<AuthorityFile>& files) {
  if (files.empty()) return shipped_authority();
  auto tables = shipped_tables();
  for (const AuthorityFile& file : files) tables.emplace_back(file.path, file.text);
  return std::make_shared<const Authority>(tables);
}

}  // namespace alatoo
