// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pipeline.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <filesystem>
#include <thread>

#include "common/analyzer.h"
#include "common/cli.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/generation.h"
#include "indexer/registry.h"
#include "indexer/work_queue.h"
#include "indexer/write/publish.h"
#include "indexer/write/shard.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostQueued = 8;  // batches: bounds memory

struct Batch {
  std::uint64_t sequence = 0;  ///< of its first item
  std::vector<RawItem> items;
};

/// What the threads of a job share.
struct Job {
  Job(const RebuildOptions& o, Progress& p, JobReport& r) : options(o), progress(p), report(r) {}

  const RebuildOptions& options;
  Progress& progress;
  JobReport& report;
  WorkQueue<Batch> queue{kMostQueued};
  Registry registry;
  std::mutex report_mutex;
  std::atomic<std::uint64_t> articles = 0;

  void skip(Rejection rejection) {
    const std::lock_guard guard(report_mutex);
    progress.note("skipped " + rejection.where + ": " + rejection.reason);
    report.skipped.push_back(std::move(rejection));
  }

  void tell_notes(const Article& article) {
    if (article.notes.empty()) return;
    const std::lock_guard guard(report_mutex);
    report.notes += article.notes.size();
    if (!progress.verbose()) return;
    for (const std::string& note : article.notes) progress.note(article.path + ": " + note);
  }
};

void read_all(Source& source, Job& job) {
  Batch batch;
  std::size_t bytes = 0;
  std::uint64_t sequence = 0;
  const auto hand_over = [&] {
    if (!batch.items.empty()) job.queue.push(std::move(batch));
    batch = {};
    bytes = 0;
  };
  RawItem item;
  while (source.next(item, [&](Rejection r) { job.skip(std::move(r)); })) {
    if (stop_requested) throw Interrupted();
    if (batch.items.empty()) batch.sequence = sequence;
    ++sequence;
    bytes += item.bytes.size();
    batch.items.push_back(std::move(item));
    item = {};
    if (bytes >= job.options.batch_bytes) hand_over();
    job.progress.update(job.articles, source.bytes_read(), source.bytes_total());
  }
  hand_over();
}

void index_batches(std::uint32_t worker, ShardWriter& shard, Job& job) {
  Enricher enricher(job.options.authority, job.options.enrich);
  while (std::optional<Batch> batch = job.queue.pop()) {
    for (std::uint64_t i = 0; i < batch->items.size(); ++i) {
      Parsed parsed = parse(batch->items[i]);
      for (Rejection& rejection : parsed.rejections) job.skip(std::move(rejection));
      for (std::uint32_t n = 0; n < parsed.articles.size(); ++n) {
        Article& article = parsed.articles[n];
        const Registry::Place place{batch->sequence + i, n, worker, 0};
        if (!job.registry.claim(article, place)) continue;
        enricher.enrich(article);
        job.registry.placed(article.id, place, shard.add(article));
        job.tell_notes(article);
        ++job.articles;
      }
      if (parsed.broken_bytes) {
        const std::lock_guard guard(job.report_mutex);
        job.report.broken_bytes += parsed.broken_bytes;
        job.progress.note(batch->items[i].path + ": " + human_count(parsed.broken_bytes) +
                          (parsed.broken_bytes == 1 ? " byte is" : " bytes are") +
                          " broken and became U+FFFD");
      }
    }
  }
}

/// Runs `body`; a failure stops the queue, so that the other threads end too, and is kept.
template <typename Body>
void guarded(Job& job, std::exception_ptr& failure, const Body& body) {
  try {
    body();
  } catch (...) {
    failure = std::current_exception();
    job.queue.close();
  }
}

void index_all(Source& source, std::deque<ShardWriter>& shards, Job& job) {
  std::vector<std::exception_ptr> failures(shards.size() + 1);
  std::vector<std::thread> workers;
  for (std::uint32_t w = 0; w < shards.size(); ++w) {
    workers.emplace_back(
        [&, w] { guarded(job, failures[w], [&] { index_batches(w, shards[w], job); }); });
  }
  guarded(job, failures.back(), [&] { read_all(source, job); });
  job.queue.finish();
  for (std::thread& worker : workers) worker.join();
  if (stop_requested) throw Interrupted("interrupted; nothing was published");
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

/// The sidecars and compacted shards of the generation, its manifest begun.
Manifest write_generation(const Building& building, std::deque<ShardWriter>& all,
                          const Authority& authority) {
  std::vector<ShardWriter*> shards;
  std::vector<Vocabulary*> vocabularies;
  for (ShardWriter& shard : all) {
    if (shard.articles() == 0) continue;
    shards.push_back(&shard);
    vocabularies.push_back(&shard.vocabulary());
  }
  Merged merged(vocabularies, authority);
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.analyzer = analyzer_fingerprint();
  manifest.authority = authority.fingerprint();
  merged.describe(manifest);
  for (const ShardWriter* shard : shards) manifest.shards.push_back(shard->articles());
  write_entity_table(entities_file(building.folder()), merged.entities);
  write_lexicon(lexicon_file(building.folder()), std::move(merged.lexicon));

  std::vector<std::exception_ptr> failures(shards.size());
  std::vector<std::thread> workers;
  for (std::size_t s = 0; s < shards.size(); ++s) {
    workers.emplace_back([&, s] {
      try {
        shards[s]->finish(shard_folder(building.folder(), s), facets_file(building.folder(), s),
                          merged.ordinals[s]);
      } catch (...) {
        failures[s] = std::current_exception();
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return manifest;
}

/// An index among the articles would be read as articles by the next job.
void check_apart(const RebuildOptions& options) {
  const std::filesystem::path db = std::filesystem::weakly_canonical(options.db);
  for (const std::string& path : options.source.paths) {
    if (path == "-" || !std::filesystem::is_directory(path)) continue;
    const auto inside = db.lexically_relative(std::filesystem::canonical(path));
    const bool hidden = std::any_of(inside.begin(), inside.end(), [](const auto& part) {
      return part != "." && part.string().starts_with('.');  // ".." too: it is elsewhere
    });
    if (!hidden) {
      throw Error("--db " + options.db + " lies in the folder of articles " + path +
                  ", and would be read with them: keep the index elsewhere");
    }
  }
}

}  // namespace

JobReport rebuild(const RebuildOptions& options, Progress& progress) {
  JobReport report;
  Source source(options.source);
  check_apart(options);
  const WriterLock lock(options.db);
  Building building(options.db);

  Job job(options, progress, report);
  const std::size_t jobs =
      options.jobs ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::deque<ShardWriter> shards;
  for (std::size_t worker = 0; worker < jobs; ++worker)
    shards.emplace_back(building.scratch(worker));
  progress.detail("reading with " + std::to_string(jobs) + " workers");
  index_all(source, shards, job);
  for (const Registry::Place& loser : job.registry.losers())
    shards[loser.worker].remove(loser.docid);
  for (const std::string& line : job.registry.notes()) progress.note(line);
  report.replaced = job.registry.replaced();
  report.root = source.root();
  report.bytes_read = source.bytes_read();
  for (const ShardWriter& shard : shards) report.articles += shard.articles();
  report.index_seconds = progress.seconds();
  if (report.articles == 0) throw Error("no article in the input; nothing was published");
  if (options.strict && !report.skipped.empty()) return report;

  progress.detail("compacting " + human_count(report.articles) + " articles");
  Manifest manifest = write_generation(building, shards, *options.authority);
  manifest.root = report.root;
  progress.detail("publishing");
  report.generation = building.publish(manifest, options.keep);
  for (const Manifest::File& file : manifest.files) report.bytes_written += file.size;
  report.publish_seconds = progress.seconds() - report.index_seconds;
  return report;
}

}  // namespace alatoo
