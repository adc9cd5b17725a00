// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/job_command.h"

#include <filesystem>

#include "common/error.h"
#include "common/generation.h"
#include "common/stop.h"
#include "indexer/commands.h"
#include "indexer/input_options.h"
#include "indexer/report.h"
#include "indexer/write/last_words.h"
#include "indexer/write/lineage.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

/// "12 added, 3 replaced", or what a rebuild says.
std::string what_was_done(const JobReport& report) {
  std::string list;
  const auto item = [&](std::uint64_t count, const char* what) {
    if (count > 0) list += (list.empty() ? "" : ", ") + human_count(count) + " " + what;
  };
  item(report.added, "added");
  item(report.replaced, "replaced");
  item(report.removed, "removed");
  item(report.unchanged, "unchanged");
  return list.empty() ? "nothing to do" : list;
}

std::string what_stands(const JobReport& report) {
  const std::uint64_t live = live_generation(report.db);
  if (live == 0) return "there is no index in " + report.db;
  const std::string generation = "generation " + std::to_string(live) + " of " + report.db;
  return generation + (live == report.generation ? " is published" : " stands as it was");
}

/// How many articles the live generation has.
std::uint64_t articles_of(const std::string& db) {
  try {
    return read_manifest(generation_folder(db, live_generation(db))).articles;
  } catch (const Error&) {
    return 0;
  }
}

JobOptions job_options(const Options& options) {
  JobOptions job;
  job.db = db_folder(options.get<std::string>("db"));
  if (options.has("keep")) job.keep = options.get<unsigned>("keep");
  if (job.keep == 0) throw Error("--keep 0: at least 1, the generation that is made");
  job.wait = options.get<double>("wait");
  if (!(job.wait >= 0)) throw Error("--wait: at least 0 seconds");
  if (options.has("report")) job.report = options.get<std::string>("report");
  return job;
}

}  // namespace

std::string summary(const JobReport& report) {
  const std::string& command = report.command;
  const std::string& db = report.db;
  std::string line;
  if (command == kRebuild.name) {
    line = report.generation ? "published " + human_count(report.articles) + " of "
                             : "published nothing; read " + human_count(report.articles) + " of ";
    line += human_count(report.articles + report.skipped.size()) + " articles";
    if (report.generation)
      line += " as generation " + std::to_string(report.generation) + " of " + db;
  } else if (report.generation) {
    line = "published generation " + std::to_string(report.generation) + " of " + db + ": " +
           what_was_done(report) + ", " + human_count(report.articles) +
           (report.articles == 1 ? " article now" : " articles now");
  } else if (report.added + report.replaced > 0) {
    line = "published nothing, because --strict is given; not " + what_was_done(report);
  } else {
    line = "published nothing: " + what_was_done(report);
  }
  if (!report.skipped.empty()) line += ", skipped " + human_count(report.skipped.size());
  if (!report.missing.empty())
    line += ", " + human_count(report.missing.size()) + " not in the index";
  if (report.repeated) line += ", " + human_count(report.repeated) + " replaced by a later one";
  if (report.broken_bytes)
    line += ", " + human_count(report.broken_bytes) + " broken bytes replaced";
  if (report.notes) {
    line += ", " + human_count(report.notes) + (report.notes == 1 ? " note" : " notes") +
            " (see --verbose)";
  }
  double seconds = 0;
  for (const auto& [stage, time] : report.seconds) seconds += time;
  line += " (";
  if (command != kRemove.name) line += human_bytes(report.bytes_read) + " read, ";
  if (report.generation) line += human_bytes(report.bytes_written) + " written, ";
  return line + human_seconds(seconds) + ")";
}

void add_job_options(Options& options) {
  options.add()("db", po::value<std::string>()->value_name("DIR")->default_value(""),
                "the index (default: $ALATOO_DB, else the XDG data folder)")(
      "wait", po::value<double>()->value_name("SECONDS")->default_value(0, "0"),
      "how long to wait for another writer of the index")(
      "report", po::value<std::string>()->value_name("FILE"),
      "write what was done, or why not, as JSON")("quiet,q", "errors only");
}

void add_publish_options(Options& options) {
  add_job_options(options);
  options.add()("keep", po::value<unsigned>()->value_name("N")->default_value(2),
                "generations that stay on disk, this one included")(
      "progress", po::value<std::string>()->value_name("WHEN")->default_value("auto"),
      "auto, always or never")("verbose,v", "a line a stage, and the notes of the articles");
}

void add_reading_options(Options& options) {
  add_input_options(options);
  options.add()("jobs", po::value<unsigned>()->value_name("N")->default_value(0),
                "workers (0: one a core)")("strict", "publish nothing if any input is skipped");
}

void take_reading_options(const Options& options, JobOptions& job) {
  job.source = source_options(options);
  job.jobs = options.get<unsigned>("jobs");
  if (job.jobs > 64) throw Error("--jobs " + std::to_string(job.jobs) + ": at most 64");
  job.enrich = enrich_options(options);
  job.strict = options.has("strict");
  job.authority_files = authority_files(options);
}

int run_job(const Command& command, const Options& options, const Work& work) {
  JobOptions job = job_options(options);
  const ReportFile file(job.report, job.db);
  Progress progress({options.has("progress") ? options.get<std::string>("progress") : "never",
                     options.has("quiet"), options.has("verbose")});
  JobReport report;
  report.command = command.name;
  report.db = job.db;
  report.started = std::time(nullptr);
  report.previous = live_generation(job.db);
  for (const std::string& path : options.positional()) report.inputs.push_back({path, {}});
  const auto ended = [&](int status, const std::string& error) {
    report.status = status;
    report.error = error;
  };

  const LastWords last_words([&](const std::string& reason) {
    ended(2, reason);
    std::error_code ignored;
    std::filesystem::remove_all(building_folder(job.db), ignored);  // a full disk stays full else
    progress.warn("indexer: " + reason);
    file.write(report);
  });
  catch_stop_signals();
  try {
    const std::string line = work(job, progress, report);
    ended(report.skipped.empty() && report.missing.empty() ? 0 : 1, "");
    // Also who wants to hear of errors only must learn what the status means.
    report.status == 0 ? progress.note(line) : progress.warn(line);
  } catch (const Interrupted& stop) {
    ended(stop.status, "interrupted; " + what_stands(report));
  } catch (const Error& error) {
    ended(error.status, error.what());
  } catch (const std::bad_alloc&) {
    ended(2, "out of memory");
  } catch (const std::exception& problem) {
    ended(2, problem.what());
  }
  if (report.generation == 0) report.articles = articles_of(job.db);
  report.seconds.emplace_back("total", progress.seconds());
  try {
    file.write(report);
  } catch (const Error& problem) {
    if (report.error.empty()) throw Error(problem.what() + ("; " + what_stands(report)), 1);
    progress.note(problem.what());
  }
  if (!report.error.empty()) throw Error(report.error, report.status);
  return report.status;
}

}  // namespace alatoo
