// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/authority_files.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text.h"
#include "indexer/enrich/shipped.h"

namespace alatoo {
namespace fs = std::filesystem;

namespace {

/// Throws Error naming the first line that is no UTF-8 or holds what no text does.
void check_text(const std::string& path, const std::string& text) {
  std::size_t line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string own = text.substr(begin, end - begin);
    const bool control = std::any_of(
        own.begin(), own.end(), [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\r'; });
    if (control || clean_utf8(own) > 0) {
      throw Error(path + ":" + std::to_string(line) +
                  (control ? ": holds a control character" : ": is no UTF-8") +
                  "; save the table as text in UTF-8");
    }
    begin = end + 1;
  }
}

/// A spreadsheet's "Unicode text" is UTF-16, which its byte order mark tells.
void decode_utf16(std::string& text) {
  if (!text.starts_with("\xFF\xFE") && !text.starts_with("\xFE\xFF")) return;
  const icu::UnicodeString wide(text.data(), static_cast<std::int32_t>(text.size()), "UTF-16");
  text.clear();
  wide.toUTF8String(text);
}

bool is_tsv(const fs::path& path) { return lower(path.extension().string()) == ".tsv"; }

}  // namespace

std::vector<AuthorityFile> read_authority_files(const std::string& path) {
  if (path == "none") return {};
  if (path.empty()) throw Error("--authority: the path is empty; name a table or a folder of them");
  std::vector<fs::path> paths;
  std::error_code failed;
  if (fs::is_directory(path, failed)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
      const bool hidden = entry.path().filename().string().starts_with('.');
      if (is_tsv(entry.path()) && !hidden) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) throw Error("--authority " + path + ": the folder holds no .tsv file");
  } else {
    // An index keeps its tables in a folder, where the ending tells them.
    if (!is_tsv(path)) throw Error("--authority " + path + ": neither a folder nor a .tsv file");
    paths.emplace_back(path);
  }
  std::vector<AuthorityFile> files;
  files.reserve(paths.size());
  for (const fs::path& file : paths) {
    AuthorityFile& read = files.emplace_back(AuthorityFile{file.string(), read_file(file)});
    decode_utf16(read.text);
    check_text(read.path, read.text);
    clean_utf8(read.text);
  }
  return files;
}

std::shared_ptr<const Authority> make_authority(const std::vector<AuthorityFile>& files) {
  if (files.empty()) return shipped_authority();
  auto tables = shipped_tables();
  for (const AuthorityFile& file : files) tables.emplace_back(file.path, file.text);
  return std::make_shared<const Authority>(tables);
}

}  // namespace alatoo
