// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/verify.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "common/analyzer.h"
#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text.h"
#include "indexer/commands.h"
#include "indexer/enrich/authority_files.h"
#include "indexer/progress.h"

namespace alatoo {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

/// The authority that the generation's entities were made under; null, with a note, if this program
/// has another, or if the tables that the user gave cannot be read.
std::shared_ptr<const Authority> authority_of(const std::string& folder, const Manifest& manifest,
                                              std::vector<std::string>& notes) {
  try {
    std::vector<AuthorityFile> files;
    if (fs::exists(authority_folder(folder)))
      files = read_authority_files(authority_folder(folder));
    std::shared_ptr<const Authority> authority = make_authority(files);
    if (authority->fingerprint() == manifest.authority) return authority;
    notes.emplace_back(
        "the entities were named by other tables than this program has: not compared with them");
  } catch (const Error& problem) {
    notes.push_back(problem.what());
  }
  return nullptr;
}

/// What stands beside the live generation and is odd, though it harms no answer.
void note_surroundings(const std::string& db, std::vector<std::string>& notes) {
  const std::uint64_t live = current_generation(db).value_or(0);
  if (fs::exists(building_folder(db)))
    notes.push_back(building_folder(db) +
                    ": a writer is at work, or was killed; the next removes it");
  for (const std::uint64_t generation : generations(db)) {
    if (generation == live) continue;
    const std::string folder = generation_folder(db, generation);
    if (generation > live)
      notes.push_back(folder + ": newer than the live generation " + std::to_string(live));
    try {
      read_manifest(folder);
    } catch (const Error& problem) {
      notes.push_back(problem.what());
    }
  }
}

/// A line that may hold any bytes, as a terminal can take it.
std::string printable(std::string line) {
  clean_utf8(line);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kVerify);
  options.add()("db", po::value<std::string>()->value_name("DIR")->default_value(""),
                "the index (default: $ALATOO_DB, else the XDG data folder)")(
      "generation", po::value<std::uint64_t>()->value_name("N"), "instead of the live generation");
  if (!options.parse(arguments)) return 0;
  if (!options.positional().empty())
    throw Error("'" + options.positional().front() + "': verify takes options only");
  const std::string db = db_folder(options.get<std::string>("db"));

  const auto start = std::chrono::steady_clock::now();
  const GenerationLock lock = options.has("generation")
                                  ? GenerationLock(db, options.get<std::uint64_t>("generation"))
                                  : GenerationLock(db);
  const Manifest manifest = read_manifest(lock.folder());
  std::vector<std::string> notes;
  note_surroundings(db, notes);
  const std::shared_ptr<const Authority> authority = authority_of(lock.folder(), manifest, notes);
  const bool same_terms = manifest.analyzer == analyzer_fingerprint();
  if (!same_terms)
    notes.emplace_back("another alatoo made the terms: articles are not compared with them");
  std::vector<std::string> findings =
      verify_generation(lock.folder(), manifest, authority.get(), same_terms);
  if (manifest.generation != lock.generation())
    findings.push_back("MANIFEST: is that of generation " + std::to_string(manifest.generation));
  const std::string& folder = lock.folder();
  if (!options.has("generation") &&
      read_file(current_file(db)) != folder.substr(folder.rfind('/') + 1) + "\n")
    findings.emplace_back("CURRENT: names the generation in another way than a writer does");

  for (const std::string& note : notes) std::cerr << "note: " << printable(note) << '\n';
  for (const std::string& finding : findings) std::cout << printable(finding) << '\n';
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::uint64_t bytes = 0;
  for (const Manifest::File& file : manifest.files) bytes += file.size;
  std::cout << "generation " << lock.generation() << " of " << db << " is "
            << (findings.empty() ? "whole"
                                 : "damaged (" + human_count(findings.size()) +
                                       (findings.size() == 1 ? " finding)" : " findings)"))
            << ": " << human_count(manifest.articles) << " articles, "
            << human_count(manifest.shards.size())
            << (manifest.shards.size() == 1 ? " shard, " : " shards, ")
            << human_count(manifest.files.size()) << " files, " << human_bytes(bytes) << " in "
            << human_seconds(took.count()) << '\n';
  if (!findings.empty())
    std::cerr << "indexer: " << lock.folder() << " is damaged; roll back or rebuild the index\n";
  return findings.empty() ? 0 : 2;
}

}  // namespace

const Command kVerify = {"verify", "[--db DIR]", "every checksum, every table, every count", run};

}  // namespace alatoo
