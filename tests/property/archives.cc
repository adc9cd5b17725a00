// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/archives.h"

#include <fstream>
#include <map>

#include "common/error.h"
#include "common/generation.h"
#include "indexer/enrich/enricher.h"

namespace alatoo {
namespace {

constexpr int kMostBuilds = 20;

}  // namespace

JobOptions job_of(const std::string& db, const std::vector<std::string>& lines, std::size_t jobs,
                  const std::shared_ptr<const Authority>& authority) {
  JobOptions options;
  options.db = db;
  options.source.paths = {db + ".jsonl"};
  options.jobs = jobs;
  options.batch_bytes = 1024;
  options.keep = 1;
  options.enrich.recognize = false;
  options.authority = authority;
  std::ofstream file(options.source.paths[0], std::ios::binary);
  for (const std::string& line : lines) file << line << '\n';
  return options;
}

void build(const std::string& db, const std::vector<std::string>& lines, std::size_t jobs,
           const std::shared_ptr<const Authority>& authority) {
  const JobOptions options = job_of(db, lines, jobs, authority);
  Progress progress({"never", true, false});
  // Which worker takes a batch is up to the machine.
  for (int i = 0; i < kMostBuilds; ++i) {
    JobReport report;
    rebuild(options, progress, report);
    if (!report.skipped.empty()) throw Error("skipped " + report.skipped[0].reason);
    const GenerationLock lock(db);
    if (read_manifest(lock.folder()).shards.size() == jobs) return;
  }
  throw Error(db + ": some workers never have a part");
}

std::vector<Article> read_articles(const std::vector<std::string>& lines,
                                   const std::shared_ptr<const Authority>& authority) {
  Enricher enricher(authority, {.recognize = false});
  std::map<std::string, Article> by_id;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const RawItem item{"lines.jsonl", "lines.jsonl", i + 1, Format::json_lines, lines[i]};
    for (Article& article : parse(item).articles) {
      enricher.enrich(article);
      by_id.insert_or_assign(article.id, std::move(article));
    }
  }
  std::vector<Article> articles;
  for (auto& [id, article] : by_id) articles.push_back(std::move(article));
  return articles;
}

}  // namespace alatoo
