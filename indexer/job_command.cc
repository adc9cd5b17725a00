// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/job_command.h"

#include "common/error.h"
#include "common/generation.h"
#include "common/json.h"
#include "common/mapped_file.h"
#include "indexer/commands.h"
#include "indexer/input_options.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

Json to_json(std::string_view command, const JobReport& report) {
  Json skipped = Json::array();
  for (const Rejection& r : report.skipped)
    skipped.push_back({{"where", r.where}, {"reason", r.reason}});
  Json seconds = Json::object();
  for (const auto& [stage, time] : report.seconds) seconds[stage] = time;
  return {{"schema_version", 1},
          {"command", command},
          {"generation", report.generation ? Json(report.generation) : Json()},
          {"root", report.root},
          {"articles", report.articles},
          {"added", report.added},
          {"replaced", report.replaced},
          {"removed", report.removed},
          {"unchanged", report.unchanged},
          {"repeated", report.repeated},
          {"missing", report.missing},
          {"skipped", skipped},
          {"notes", report.notes},
          {"bytes_read", report.bytes_read},
          {"bytes_written", report.bytes_written},
          {"bytes", report.bytes},
          {"broken_bytes", report.broken_bytes},
          {"seconds", seconds}};
}

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

std::string summary(std::string_view command, const JobReport& report, const std::string& db) {
  std::string line;
  if (command == kRebuild.name) {
    line = report.generation ? "published " + human_count(report.articles) + " of "
                             : "published nothing; read " + human_count(report.articles) + " of ";
    line += human_count(report.articles + report.skipped.size()) + " articles";
    if (report.generation)
      line += " as generation " + std::to_string(report.generation) + " of " + db;
  } else if (report.generation) {
    line = "published generation " + std::to_string(report.generation) + " of " + db + ": " +
           what_was_done(report) + ", " + human_count(report.articles) + " articles now";
  } else {
    line = "published nothing: " + what_was_done(report);
  }
  if (!report.skipped.empty()) line += ", skipped " + human_count(report.skipped.size());
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

}  // namespace

void add_publish_options(Options& options) {
  options.add()("db", po::value<std::string>()->value_name("DIR")->default_value(""),
                "the index (default: $ALATOO_DB, else the XDG data folder)")(
      "keep", po::value<unsigned>()->value_name("N")->default_value(2),
      "generations that stay on disk, this one included")(
      "report", po::value<std::string>()->value_name("FILE"), "write what was done as JSON")(
      "progress", po::value<std::string>()->value_name("WHEN")->default_value("auto"),
      "auto, always or never")("quiet,q", "errors only")(
      "verbose,v", "a line a stage, and the notes of the articles");
}

void add_reading_options(Options& options) {
  add_input_options(options);
  options.add()("jobs", po::value<unsigned>()->value_name("N")->default_value(0),
                "workers (0: one a core)")("strict", "publish nothing if any input is skipped");
}

JobOptions publish_options(const Options& options) {
  JobOptions job;
  job.db = db_folder(options.get<std::string>("db"));
  job.keep = options.get<unsigned>("keep");
  if (job.keep == 0) throw Error("--keep 0: at least 1, the generation that is made");
  return job;
}

void take_reading_options(const Options& options, JobOptions& job) {
  job.source = source_options(options);
  job.jobs = options.get<unsigned>("jobs");
  if (job.jobs > 64) throw Error("--jobs " + std::to_string(job.jobs) + ": at most 64");
  job.enrich = enrich_options(options);
  job.strict = options.has("strict");
  job.authority_files = authority_files(options);
}

Progress::Options progress_options(const Options& options) {
  return {options.get<std::string>("progress"), options.has("quiet"), options.has("verbose")};
}

void tell(std::string_view command, const Options& options, const JobOptions& job,
          const JobReport& report, Progress& progress) {
  if (options.has("report"))
    write_file(options.get<std::string>("report"), to_json(command, report).dump(1) + "\n");
  progress.note(summary(command, report, job.db));
}

}  // namespace alatoo
