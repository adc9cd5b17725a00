// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pipeline.h"

#include <algorithm>
#include <deque>
#include <filesystem>

#include "common/entities.h"
#include "common/error.h"
#include "common/mapped_file.h"
#include "common/names.h"
#include "indexer/intake.h"
#include "indexer/write/base.h"
#include "indexer/write/entity_content.h"
#include "indexer/write/lineage.h"
#include "indexer/write/publish.h"
#include "indexer/write/succession.h"
#include "indexer/write/writer_lock.h"

namespace alatoo {
namespace {

/// An index or a report among the articles would be read as articles by the next job.
void check_apart(const JobOptions& options, const std::string& option, const std::string& place) {
  // Of a relative path of which nothing exists, weakly_canonical would make no absolute one.
  const std::filesystem::path apart =
      std::filesystem::weakly_canonical(std::filesystem::absolute(place));
  for (const std::string& path : options.source.paths) {
    if (path == "-" || !std::filesystem::exists(path)) continue;
    const std::filesystem::path input = std::filesystem::canonical(path);
    const auto inside = apart.lexically_relative(input);
    const bool hidden = std::any_of(inside.begin(), inside.end(), [](const auto& part) {
      return part != "." && part.string().starts_with('.');  // ".." too: it is elsewhere
    });
    if (apart == input && !std::filesystem::is_directory(input))
      throw Error(option + " " + place + ": that is an input");
    if (!hidden && std::filesystem::is_directory(input)) {
      throw Error(option + " " + place + " lies in the folder of articles " + path +
                  ", and would be read with them: keep it elsewhere");
    }
  }
}

void check_apart(const JobOptions& options) {
  check_apart(options, "--db", options.db);
  if (!options.report.empty() && options.report != "-" && !options.report.starts_with("/dev/"))
    check_apart(options, "--report", options.report);
}

/// What the new shards replace in the base.
std::vector<Base::Document> replaced_by(const std::deque<ShardWriter>& shards, const Base& base) {
  const Base::Lookup lookup(base);
  std::vector<Base::Document> replaced;
  for (const ShardWriter& shard : shards) {
    shard.each_id([&](const std::string& id) {
      if (const auto before = lookup.find(id)) replaced.push_back(*before);
    });
  }
  std::sort(replaced.begin(), replaced.end());
  return replaced;
}

/// Keeps time by stage.
class Stopwatch {
 public:
  Stopwatch(const Progress& progress, JobReport& report) : progress_(progress), report_(report) {}
  void stage(const std::string& ended) {
    const double now = progress_.seconds();
    report_.seconds.emplace_back(ended, now - last_);
    last_ = now;
  }

 private:
  const Progress& progress_;
  JobReport& report_;
  double last_ = 0;
};

/// Writes what changed and makes it live.
void publish(const JobOptions& options, Building& building, Change& change, Stopwatch& watch,
             Progress& progress, JobReport& report) {
  progress.detail("writing generation of " + human_count(report.articles) + " articles");
  Manifest manifest = write_generation(building, change, *options.authority);
  manifest.root = report.root;
  manifest.recognize = options.enrich.recognize;
  for (const AuthorityFile& file : options.authority_files)
    building.add_authority(file.path, file.text);
  watch.stage("write");
  progress.detail("publishing");
  report.bytes_written = building.publish(manifest);
  report.generation = manifest.generation;
  report.previous = manifest.previous;
  for (const Manifest::File& file : manifest.files) report.bytes += file.size;
  watch.stage("publish");
}

/// What an archive was built with holds for what is added to it.
JobOptions as_built(JobOptions options, const Base& base) {
  options.enrich.recognize = base.manifest().recognize;
  if (!options.authority) {
    const std::string folder = authority_folder(base.folder());
    if (std::filesystem::is_directory(folder))
      options.authority_files = read_authority_files(folder);
    options.authority = make_authority(options.authority_files);
  }
  return options;
}

/// Runs `work` as the only writer, then removes the generations that are not kept: behind it,
/// because it may hold the one before.
template <typename Work>
void as_writer(const std::string& command, const JobOptions& options, Progress& progress,
               JobReport& report, const Work& work) {
  Stopwatch watch(progress, report);
  // Only a rebuild makes a folder that is not there; for others this says that there is no index.
  std::error_code unknown;
  if (command != "rebuild" && !std::filesystem::exists(options.db, unknown))
    GenerationLock{options.db};
  const WriterLock lock(options.db, options.wait, "indexer " + command,
                        [&](const std::string& line) { progress.note(line); });
  watch.stage("wait");
  work(watch);
  if (report.generation == 0) return;
  prune(options.db, options.keep);
  watch.stage("prune");
}

}  // namespace

void rebuild(const JobOptions& options, Progress& progress, JobReport& report) {
  Source source(options.source);
  report.inputs = source.inputs();
  check_apart(options);
  as_writer("rebuild", options, progress, report, [&](Stopwatch& watch) {
    Building building(options.db);
    Change change;
    std::deque<ShardWriter> shards =
        take_in(source, options, nullptr, building, change.gone, progress, report);
    change.added = &shards;
    report.articles = 0;
    for (const ShardWriter& shard : shards) report.articles += shard.articles();
    report.added = report.articles;
    watch.stage("index");
    if (report.articles == 0) throw Error("no article in the input; nothing was published");
    if (options.strict && !report.skipped.empty()) return;
    publish(options, building, change, watch, progress, report);
  });
}

void update(const JobOptions& given, Progress& progress, JobReport& report) {
  check_apart(given);
  as_writer("update", given, progress, report, [&](Stopwatch& watch) {
    const Base base(given.db);
    JobOptions options = as_built(given, base);
    if (options.source.root.empty()) {
      options.source.root = base.manifest().root;
      options.source.within_root = false;  // what is new may lie anywhere
    }
    Source source(options.source);
    report.inputs = source.inputs();
    Building building(options.db);

    Change change;
    change.base = &base;
    std::deque<ShardWriter> shards =
        take_in(source, options, &base, building, change.gone, progress, report);
    change.added = &shards;
    change.removed = replaced_by(shards, base);
    report.replaced = change.removed.size();
    for (const ShardWriter& shard : shards) report.added += shard.articles();
    report.added -= report.replaced;
    report.articles = base.manifest().articles + report.added;
    if (!base.manifest().root.empty()) report.root = base.manifest().root;
    watch.stage("index");
    if (report.added + report.replaced == 0) {
      if (report.unchanged == 0) throw Error("no article in the input; nothing was published");
      const bool renamed =
          given.authority && given.authority->fingerprint() != base.manifest().authority;
      if (!renamed) return;
      change.added = nullptr;
    }
    if (options.strict && !report.skipped.empty()) return;
    publish(options, building, change, watch, progress, report);
  });
}

void remove_articles(const JobOptions& given, const std::vector<std::string>& ids,
                     Progress& progress, JobReport& report) {
  as_writer("remove", given, progress, report, [&](Stopwatch& watch) {
    const Base base(given.db);
    Change change;
    change.base = &base;
    const Base::Lookup lookup(base);
    for (const std::string& id : ids) {
      const auto found = lookup.find(id);
      found ? change.removed.push_back(*found) : report.missing.push_back(id);
    }
    std::sort(change.removed.begin(), change.removed.end());
    change.removed.erase(std::unique(change.removed.begin(), change.removed.end()),
                         change.removed.end());
    report.removed = change.removed.size();
    report.root = base.manifest().root;
    report.articles = base.manifest().articles - report.removed;
    watch.stage("find");
    if (report.removed == 0) return;
    const JobOptions options = as_built(given, base);
    Building building(options.db);
    publish(options, building, change, watch, progress, report);
  });
}

void remap_entities(const JobOptions& given, bool dry_run,
                    const std::function<void(const Remapping&)>& tell, Progress& progress,
                    JobReport& report) {
  const auto look = [&](const Base& base) {
    const Names names = read_names(names_file(base.folder()));
    std::vector<const FacetColumn*> columns;
    for (std::size_t s = 0; s < base.shards(); ++s) columns.push_back(&base.column(s));
    Remapping remapping;
    remapping.generation = base.manifest().generation;
    remapping.differences = entity_differences(EntityTable(entities_file(base.folder())),
                                               entity_content(names, *given.authority), columns);
    remapping.idle = idle_lines(names, *given.authority);
    report.articles = base.manifest().articles;
    report.entities = remapping.differences.size();
    tell(remapping);
  };
  if (dry_run) return look(Base(given.db));
  as_writer("entities", given, progress, report, [&](Stopwatch& watch) {
    const Base base(given.db);
    look(base);
    watch.stage("compare");
    report.root = base.manifest().root;
    if (given.authority->fingerprint() == base.manifest().authority) return;
    const JobOptions options = as_built(given, base);
    Building building(options.db);
    Change change;
    change.base = &base;
    publish(options, building, change, watch, progress, report);
  });
}

}  // namespace alatoo
