// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/verify.h"

#include <chrono>
#include <optional>

#include "common/checksums.h"
#include "common/error.h"
#include "indexer/child_process.h"
#include "indexer/write/findings.h"
#include "indexer/write/tally.h"
#include "indexer/write/verify_shard.h"
#include "indexer/write/verify_sidecars.h"

namespace alatoo {
namespace {

constexpr std::size_t kParallel = 2;

/// Far longer than any check takes on a slow machine.
std::chrono::seconds patience(const Manifest& manifest) {
  std::uint64_t bytes = 0;
  for (const Manifest::File& file : manifest.files) bytes += file.size;
  return std::chrono::seconds(30 + bytes / 500000);
}

/// The checks of one generation, each under the name of what it looks at.
struct Checks {
  std::vector<std::string> names;
  std::vector<ChildTask> tasks;
  std::chrono::seconds limit;

  void add(const std::string& name, std::function<void(const ChildTask::Send&)> run) {
    names.push_back(name);
    tasks.push_back({std::move(run), limit});
  }
};

/// The lines of the findings; the tally goes into `tally`, which stays empty without one.
std::vector<std::string> lines_of(const std::string& name, const ChildOutcome& outcome,
                                  std::optional<Tally>& tally) {
  std::vector<std::string> lines;
  for (const std::string& message : outcome.messages) {
    if (message[0] == kTally) {
      tally = Tally::decode(std::string_view(message).substr(1));
    } else {
      lines.push_back(message.substr(1));
    }
  }
  if (!outcome.failure.empty()) lines.push_back(name + ": " + outcome.failure);
  return lines;
}

void compare(const Tally& shards, const Tally& sidecars, std::vector<std::string>& findings) {
  const auto expect = [&](std::uint64_t counted, std::uint64_t stated, const std::string& line) {
    if (counted != stated) findings.push_back(line);
  };
  expect(shards.words, sidecars.words,
         "MANIFEST: says " + std::to_string(sidecars.words) + " words, the articles have " +
             std::to_string(shards.words));
  expect(shards.lexicon, sidecars.lexicon,
         "lexicon: its words, stems and counts are not those of the articles");
  for (const Field field : kKeyFields) {
    expect(shards.names[key_index(field)], sidecars.names[key_index(field)],
           "names: the names of field " + std::string(info(field).name) +
               " are not those of the articles");
  }
  expect(shards.spellings, sidecars.spellings,
         "names: the spellings are not those of the articles");
}

}  // namespace

std::vector<std::string> verify_generation(const std::string& folder, const Manifest& manifest,
                                           const Authority* authority, bool compare_articles) {
  std::vector<std::string> findings;
  for (const FileFault& fault : file_faults(folder, manifest))
    findings.push_back(fault.path + ": " + fault.what);

  Checks checks{{}, {}, patience(manifest)};
  for (std::size_t shard = 0; compare_articles && shard < manifest.shards.size(); ++shard) {
    checks.add(shard_folder("", shard).substr(1),
               [&, shard](const auto& send) { check_documents(folder, manifest, shard, send); });
  }
  const std::size_t counted = checks.tasks.size();
  checks.add("sidecars",
             [&](const auto& send) { check_sidecars(folder, manifest, authority, send); });
  for (std::size_t shard = 0; shard < manifest.shards.size(); ++shard) {
    const std::string name = shard_folder("", shard).substr(1);
    checks.add(name, [&folder, shard, name](const auto& send) {
      check_tables(shard_folder(folder, shard), name, send);
    });
  }

  const std::vector<ChildOutcome> outcomes = run_in_children(checks.tasks, kParallel);
  Tally shards;
  bool all_counted = compare_articles;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    std::optional<Tally> tally;
    for (std::string& line : lines_of(checks.names[i], outcomes[i], tally))
      findings.push_back(std::move(line));
    if (i < counted && tally) shards.add(*tally);
    if (i < counted && !tally) all_counted = false;
    if (i == counted && tally && all_counted) compare(shards, *tally, findings);
  }
  return findings;
}

}  // namespace alatoo
