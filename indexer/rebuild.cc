// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "common/generation.h"
#include "common/json.h"
#include "common/mapped_file.h"
#include "indexer/commands.h"
#include "indexer/input_options.h"
#include "indexer/pipeline.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

Json to_json(const JobReport& report) {
  Json skipped = Json::array();
  for (const Rejection& r : report.skipped)
    skipped.push_back({{"where", r.where}, {"reason", r.reason}});
  return {{"schema_version", 1},
          {"command", "rebuild"},
          {"generation", report.generation ? Json(report.generation) : Json()},
          {"root", report.root},
          {"articles", report.articles},
          {"replaced", report.replaced},
          {"skipped", skipped},
          {"notes", report.notes},
          {"bytes_read", report.bytes_read},
          {"bytes_written", report.bytes_written},
          {"broken_bytes", report.broken_bytes},
          {"seconds", {{"index", report.index_seconds}, {"publish", report.publish_seconds}}}};
}

std::string summary(const JobReport& report, const std::string& db) {
  std::string line = report.generation
                         ? "published " + human_count(report.articles) + " of "
                         : "published nothing; read " + human_count(report.articles) + " of ";
  line += human_count(report.articles + report.skipped.size()) + " articles";
  if (report.generation)
    line += " as generation " + std::to_string(report.generation) + " of " + db;
  if (!report.skipped.empty()) line += ", skipped " + human_count(report.skipped.size());
  if (report.replaced) line += ", " + human_count(report.replaced) + " replaced by a later one";
  if (report.broken_bytes)
    line += ", " + human_count(report.broken_bytes) + " broken bytes replaced";
  if (report.notes) {
    line += ", " + human_count(report.notes) + (report.notes == 1 ? " note" : " notes") +
            " (see --verbose)";
  }
  const double seconds = report.index_seconds + report.publish_seconds;
  line += " (" + human_bytes(report.bytes_read) + " read";
  if (report.generation) line += ", " + human_bytes(report.bytes_written) + " written";
  return line + ", " + human_seconds(seconds) + ")";
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kRebuild);
  options.add()("db", po::value<std::string>()->value_name("DIR")->default_value(""),
                "the index (default: $ALATOO_DB, else the XDG data folder)");
  add_input_options(options);
  options.add()("jobs", po::value<unsigned>()->value_name("N")->default_value(0),
                "workers, each with a shard (0: one a core)")(
      "keep", po::value<unsigned>()->value_name("N")->default_value(2),
      "generations that stay on disk, this one included")(
      "strict", "publish nothing if any input is skipped")(
      "report", po::value<std::string>()->value_name("FILE"), "write what was done as JSON")(
      "progress", po::value<std::string>()->value_name("WHEN")->default_value("auto"),
      "auto, always or never")("quiet,q", "errors only")(
      "verbose,v", "a line a stage, and the notes of the articles");
  if (!options.parse(arguments)) return 0;

  RebuildOptions job;
  job.source = source_options(options);
  job.db = db_folder(options.get<std::string>("db"));
  job.jobs = options.get<unsigned>("jobs");
  if (job.jobs > 64) throw Error("--jobs " + std::to_string(job.jobs) + ": at most 64");
  job.keep = options.get<unsigned>("keep");
  if (job.keep == 0) throw Error("--keep 0: at least 1, the generation that is made");
  job.enrich = enrich_options(options);
  job.strict = options.has("strict");
  job.authority = load_authority(options);

  const bool quiet = options.has("quiet");
  Progress progress({options.get<std::string>("progress"), quiet, options.has("verbose")});
  catch_stop_signals();
  const JobReport report = rebuild(job, progress);
  if (options.has("report"))
    write_file(options.get<std::string>("report"), to_json(report).dump(1) + "\n");
  progress.note(summary(report, job.db));
  return report.skipped.empty() ? 0 : 1;
}

}  // namespace

const Command kRebuild = {"rebuild", "[--db DIR] PATH...",
                          "whole index from files and folders, published at once or not at all",
                          run};

}  // namespace alatoo
