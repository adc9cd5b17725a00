// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace {

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kRebuild);
  add_publish_options(options);
  add_reading_options(options);
  if (!options.parse(arguments)) return 0;
  return run_job(kRebuild, options, [&](JobOptions& job, Progress& progress, JobReport& report) {
    take_reading_options(options, job);
    job.authority = make_authority(job.authority_files);
    rebuild(job, progress, report);
    return summary(report);
  });
}

}  // namespace

const Command kRebuild = {"rebuild", "[--db DIR] PATH...",
                          "whole index from files and folders, published at once or not at all",
                          run};

}  // namespace alatoo
