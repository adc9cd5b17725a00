// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>

#include "common/error.h"
#include "common/fields.h"
#include "common/hash.h"
#include "common/json.h"
#include "common/mapped_file.h"
#include "common/text.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

std::string numbered(const char* format, std::uint64_t n) {
  std::array<char, 40> name{};
  const int size =
      std::snprintf(name.data(), name.size(), format, static_cast<unsigned long long>(n));
  return {name.data(), static_cast<std::size_t>(size)};
}

std::optional<std::uint64_t> parse_generation(std::string_view text) {
  std::uint64_t n = 0;
  if (text.empty() || text.size() > 18) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return n;
}

/// Folders with higher numbers are nobody's generations: there would be no number left after them.
constexpr std::uint64_t kHighest = 999'999'999'999;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// The last member of a manifest: the hash of all that stands before it.
constexpr std::string_view kSum = ",\n \"xxh3\": \"";

/// `text`, a JSON object over several lines, with the member at its end.
std::string with_sum(std::string text) {
  text.resize(text.size() - std::string_view("\n}").size());
  const std::string sum = hex(hash(text));
  return text.append(kSum).append(sum).append("\"\n}\n");
}

bool sum_fits(const std::string& bytes) {
  const std::size_t at = bytes.rfind(kSum);
  return at != std::string::npos && bytes == with_sum(bytes.substr(0, at) + "\n}");
}

/// Why this program does not read an index, and what to do; empty if it does.
std::string refusal_of(const Json& manifest) {
  const int version = manifest.at("schema_version").get<int>();
  if (version != kSchemaVersion) {
    return "schema version " + std::to_string(version) + ", this program reads " +
           std::to_string(kSchemaVersion) +
           (version < kSchemaVersion ? "; rebuild the index" : "; use a newer alatoo");
  }
  const auto features = manifest.at("features").get<std::vector<std::string>>();
  if (features.empty()) return "";
  return "the feature \"" + features.front() +
         "\", which this program does not know; use a newer alatoo";
}

Manifest parse_manifest(const Json& json) {
  const auto date = [&](const char* name) {
    return parse_iso_date(json.at(name).get<std::string>()).value_or(PartialDate{});
  };
  Manifest manifest;
  manifest.generation = json.at("generation").get<std::uint64_t>();
  manifest.previous = json.at("previous").get<std::uint64_t>();
  manifest.schema_version = json.at("schema_version").get<int>();
  manifest.features = json.at("features").get<std::vector<std::string>>();
  manifest.published = json.at("published").get<std::string>();
  manifest.analyzer = json.at("analyzer").get<std::string>();
  manifest.authority = json.at("authority").get<std::string>();
  manifest.recognize = json.at("recognize").get<bool>();
  manifest.root = json.at("root").get<std::string>();
  manifest.articles = json.at("articles").get<std::uint64_t>();
  manifest.words = json.at("words").get<std::uint64_t>();
  manifest.length = json.at("length").get<std::uint64_t>();
  manifest.undated = json.at("undated").get<std::uint64_t>();
  manifest.first_date = date("first_date");
  manifest.last_date = date("last_date");
  manifest.shards = json.at("shards").get<std::vector<std::uint64_t>>();
  for (const auto& [language, articles] : json.at("languages").items()) {
    manifest.languages[language] = articles.get<std::uint64_t>();
  }
  for (const Json& file : json.at("files")) {
    manifest.files.push_back({file.at("path").get<std::string>(),
                              file.at("size").get<std::uint64_t>(),
                              file.at("xxh3").get<std::string>()});
  }
  return manifest;
}

}  // namespace

std::string current_file(const std::string& db) { return db + "/CURRENT"; }
std::string lock_file(const std::string& db) { return db + "/LOCK"; }
std::string generations_folder(const std::string& db) { return db + "/generations"; }
std::string generation_folder(const std::string& db, std::uint64_t generation) {
  return generations_folder(db) + numbered("/%06llu", generation);
}
std::string building_folder(const std::string& db) { return generations_folder(db) + "/.building"; }
std::string manifest_file(const std::string& folder) { return folder + "/MANIFEST"; }
std::string lexicon_file(const std::string& folder) { return folder + "/lexicon"; }
std::string entities_file(const std::string& folder) { return folder + "/entities"; }
std::string names_file(const std::string& folder) { return folder + "/names"; }
std::string authority_folder(const std::string& folder) { return folder + "/authority"; }
std::string shard_folder(const std::string& folder, std::size_t shard) {
  return folder + numbered("/shard-%03llu", shard);
}
std::string facets_file(const std::string& folder, std::size_t shard) {
  return shard_folder(folder, shard) + ".facets";
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (fs::is_directory(entry.symlink_status()) || entry.path() == manifest_file(folder)) continue;
    paths.push_back(entry.path().lexically_relative(folder).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string db_folder(const std::string& option) {
  if (!option.empty()) return option;
  if (std::string db = environment("ALATOO_DB"); !db.empty()) return db;
  if (std::string data = environment("XDG_DATA_HOME"); !data.empty()) return data + "/alatoo";
  const std::string home = environment("HOME");
  if (home.empty()) throw Error("which index? Name its folder with --db DIR or in $ALATOO_DB");
  return home + "/.local/share/alatoo";
}

void write_manifest(const std::string& folder, Manifest& manifest) {
  std::set<std::string> known;
  for (const Manifest::File& file : manifest.files) known.insert(file.path);
  for (const std::string& path : files_below(folder)) {
    if (known.count(path)) continue;
    const FileHash sum = hash_file(folder + "/" + path);
    manifest.files.push_back({path, sum.size, hex(sum.hash)});
  }
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const Manifest::File& a, const Manifest::File& b) { return a.path < b.path; });

  Json json = {{"generation", manifest.generation},
               {"previous", manifest.previous},
               {"schema_version", manifest.schema_version},
               {"features", manifest.features},
               {"published", manifest.published},
               {"analyzer", manifest.analyzer},
               {"authority", manifest.authority},
               {"recognize", manifest.recognize},
               {"root", manifest.root},
               {"articles", manifest.articles},
               {"words", manifest.words},
               {"length", manifest.length},
               {"undated", manifest.undated},
               {"first_date", manifest.first_date.iso()},
               {"last_date", manifest.last_date.iso()},
               {"shards", manifest.shards},
               {"languages", Json::object()},
               {"files", Json::array()}};
  for (const auto& [language, articles] : manifest.languages)
    json["languages"][language] = articles;
  for (const Manifest::File& file : manifest.files) {
    json["files"].push_back({{"path", file.path}, {"size", file.size}, {"xxh3", file.xxh3}});
  }
  write_file(manifest_file(folder), with_sum(json.dump(1)));
}

Manifest read_manifest(const std::string& folder) {
  const std::string path = manifest_file(folder);
  std::string refusal;
  try {
    const std::string bytes = read_file(path);
    const Json json = parse_json(bytes);
    refusal = refusal_of(json);
    if (refusal.empty()) {
      if (!sum_fits(bytes)) throw Error("its checksum is another");
      return parse_manifest(json);
    }
  } catch (const std::exception& problem) {
    throw Error(path + ": the index is damaged (" + problem.what() + "); rebuild it");
  }
  throw Error(path + ": the index has " + refusal);
}

std::optional<std::uint64_t> current_generation(const std::string& db) {
  std::error_code failed;
  const bool there = fs::exists(current_file(db), failed);
  if (failed) throw Error(current_file(db) + ": cannot be read: " + failed.message());
  if (!there) return std::nullopt;
  const std::optional<std::uint64_t> generation =
      parse_generation(trim(read_file(current_file(db))));
  if (!generation)
    throw Error(current_file(db) +
                ": does not name a generation; name one with indexer rollback --to N, or "
                "rebuild the index");
  return generation;
}

std::vector<std::uint64_t> generations(const std::string& db) {
  std::vector<std::uint64_t> found;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(generations_folder(db), failed)) {
    const auto n = parse_generation(entry.path().filename().string());
    if (n && *n <= kHighest && entry.path() == generation_folder(db, *n)) found.push_back(*n);
  }
  std::sort(found.begin(), found.end());
  return found;
}

GenerationLock::GenerationLock(const std::string& db) {
  // Between reading CURRENT and taking the lock a writer may publish and prune: then read it again.
  for (int tries = 0; tries < 100; ++tries) {
    const std::optional<std::uint64_t> generation = current_generation(db);
    if (!generation)
      throw Error(db + ": no index here; make one with: indexer rebuild --db " + db + " PATH...");
    generation_ = *generation;
    folder_ = generation_folder(db, generation_);
    if (hold()) return;
    if (current_generation(db) == generation) break;
  }
  throw Error(manifest_file(folder_) + ": the live generation cannot be read; rebuild the index");
}

GenerationLock::GenerationLock(const std::string& db, std::uint64_t generation)
    : generation_(generation), folder_(generation_folder(db, generation)) {
  if (!hold()) throw Error(manifest_file(folder_) + ": there is no such generation to read");
}

bool GenerationLock::hold() {
  const std::string path = manifest_file(folder_);
  fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0 && errno != ENOENT && errno != ENOTDIR)
    throw Error(path + ": cannot be read: " + std::strerror(errno));
  if (fd_ < 0) return false;
  const bool locked = ::flock(fd_, LOCK_SH) == 0;
  const int problem = errno;
  if (locked && fs::exists(path)) return true;
  ::close(fd_);
  fd_ = -1;
  if (!locked) {
    throw Error(path + ": cannot lock: " + std::strerror(problem) +
                "; keep the index on a file system with file locks");
  }
  return false;
}

GenerationLock::~GenerationLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace alatoo
