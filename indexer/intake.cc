// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/intake.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "common/stop.h"
#include "indexer/registry.h"
#include "indexer/work_queue.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostQueued = 8;  // batches: bounds memory

struct Batch {
  std::uint64_t sequence = 0;  ///< of its first item
  std::vector<RawItem> items;
};

/// What the threads of a job share.
struct Job {
  Job(const JobOptions& o, const Base* b, Progress& p, JobReport& r)
      : options(o), base(b), progress(p), report(r) {}

  const JobOptions& options;
  const Base* base;  ///< null: a rebuild
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
    stop_if_asked();
    if (batch.items.empty()) batch.sequence = sequence;
    ++sequence;
    bytes += item.bytes.size();
    batch.items.push_back(std::move(item));
    item = {};
    if (bytes >= job.options.batch_bytes) hand_over();
    job.report.bytes_read = source.bytes_read();
    job.progress.update(job.articles, job.report.bytes_read, source.bytes_total());
  }
  hand_over();
}

void index_batches(std::uint32_t worker, ShardWriter& shard, Job& job) {
  Enricher enricher(job.options.authority, job.options.enrich);
  std::optional<Base::Lookup> lookup;
  if (job.base) lookup.emplace(*job.base);
  while (std::optional<Batch> batch = job.queue.pop()) {
    for (std::uint64_t i = 0; i < batch->items.size(); ++i) {
      Parsed parsed = parse(batch->items[i]);
      for (Rejection& rejection : parsed.rejections) job.skip(std::move(rejection));
      for (std::uint32_t n = 0; n < parsed.articles.size(); ++n) {
        stop_if_asked();
        Article& article = parsed.articles[n];
        const Registry::Place place{batch->sequence + i, n, worker, 0};
        if (!job.registry.claim(article, place)) continue;
        const std::uint64_t content = content_hash(article);
        const auto before = lookup ? lookup->find(article.id) : std::nullopt;
        if (before && job.base->content(*before) == content) {
          job.registry.unchanged(article.id, place);
          continue;
        }
        enricher.enrich(article);
        job.registry.placed(article.id, place, shard.add(article, content));
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
  stop_if_asked();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace

std::deque<ShardWriter> take_in(Source& source, const JobOptions& options, const Base* base,
                                const Building& building, Vocabulary& gone, Progress& progress,
                                JobReport& report) {
  Job job(options, base, progress, report);
  const std::size_t jobs =
      options.jobs ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::deque<ShardWriter> shards;
  for (std::size_t worker = 0; worker < jobs; ++worker)
    shards.emplace_back(building.scratch(std::to_string(worker)));
  progress.detail("reading with " + std::to_string(jobs) + " workers");
  index_all(source, shards, job);
  for (const Registry::Place& loser : job.registry.losers())
    shards[loser.worker].remove(loser.docid, gone);
  for (const std::string& line : job.registry.notes()) progress.note(line);

  report.repeated = job.registry.replaced();
  report.root = source.root();
  report.bytes_read = source.bytes_read();
  report.inputs = source.inputs();
  report.unchanged = job.registry.unchanged();
  return shards;
}

}  // namespace alatoo
