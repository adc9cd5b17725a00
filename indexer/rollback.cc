// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/checksums.h"
#include "common/error.h"
#include "common/generation.h"
#include "indexer/commands.h"
#include "indexer/job_command.h"
#include "indexer/progress.h"
#include "indexer/write/lineage.h"
#include "indexer/write/writer_lock.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

/// "; on disk are 1, 2 and the live 3", to end an error's line.
std::string on_disk(const std::string& db, std::uint64_t live) {
  std::string list;
  for (const std::uint64_t generation : generations(db)) {
    list += (list.empty() ? "" : ", ") + std::to_string(generation);
    if (generation == live) list += " (live)";
  }
  return list.empty() ? "; there is none on disk" : "; on disk: " + list;
}

/// The generation to go back to. Throws Error if there is none.
std::uint64_t wanted(const Options& options, const std::string& db, std::uint64_t live) {
  if (options.has("to")) {
    const auto to = options.get<std::uint64_t>("to");
    const std::vector<std::uint64_t> there = generations(db);
    if (to == live)
      throw Error("--to " + std::to_string(to) + ": that is live already" + on_disk(db, live));
    if (!std::binary_search(there.begin(), there.end(), to))
      throw Error("--to " + std::to_string(to) + ": no such generation" + on_disk(db, live));
    return to;
  }
  if (live == 0) {
    throw Error(db + ": no generation is live; name the one to go to with --to N" +
                on_disk(db, live));
  }
  const std::optional<std::uint64_t> before = generation_before(db, live);
  if (!before) {
    throw Error(db + ": no generation before " + std::to_string(live) + on_disk(db, live));
  }
  return *before;
}

/// The manifest of a generation that can be read. Throws Error saying why it cannot.
Manifest readable(const std::string& db, std::uint64_t generation, std::uint64_t live) {
  const std::string folder = generation_folder(db, generation);
  try {
    Manifest manifest = read_manifest(folder);
    const std::vector<FileFault> faults = size_faults(folder, manifest);
    if (faults.empty()) return manifest;
    throw Error(folder + "/" + faults[0].path + ": " + faults[0].what);
  } catch (const Error& problem) {
    throw Error("cannot go to generation " + std::to_string(generation) + ": " + problem.what() +
                on_disk(db, live));
  }
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kRollback);
  add_job_options(options);
  options.add()("to", po::value<std::uint64_t>()->value_name("N"),
                "the generation to go to (default: the one before)");
  if (!options.parse(arguments)) return 0;
  if (!options.positional().empty())
    throw Error("'" + options.positional().front() + "': rollback takes options only");
  return run_job(kRollback, options, [&](JobOptions& job, Progress& progress, JobReport& report) {
    const std::string& db = job.db;
    if (generations(db).empty()) throw Error(db + ": no index here");
    const WriterLock lock(db, job.wait, "indexer rollback",
                          [&](const std::string& line) { progress.note(line); });
    const std::uint64_t live = live_generation(db);
    const std::uint64_t target = wanted(options, db, live);
    const Manifest manifest = readable(db, target, live);
    make_live(db, target);
    report.generation = target;
    report.previous = live;
    report.root = manifest.root;
    report.articles = manifest.articles;
    for (const Manifest::File& file : manifest.files) report.bytes += file.size;
    std::string line = "generation " + std::to_string(target) + " of " + db +
                       " is live now: " + human_count(manifest.articles) + " articles, published " +
                       manifest.published;
    if (live > 0)
      line += "; back with: indexer rollback --db " + db + " --to " + std::to_string(live);
    return line;
  });
}

}  // namespace

const Command kRollback = {"rollback", "[--db DIR] [--to N]", "back to the generation before", run};

}  // namespace alatoo
