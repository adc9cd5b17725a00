// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"
#include "indexer/input_options.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace {

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kRebuild);
  add_publish_options(options);
  add_reading_options(options);
  if (!options.parse(arguments)) return 0;
  JobOptions job = publish_options(options);
  take_reading_options(options, job);
  job.authority = make_authority(job.authority_files);

  Progress progress(progress_options(options));
  catch_stop_signals();
  const JobReport report = rebuild(job, progress);
  tell(kRebuild.name, options, job, report, progress);
  return report.skipped.empty() ? 0 : 1;
}

}  // namespace

const Command kRebuild = {"rebuild", "[--db DIR] PATH...",
                          "whole index from files and folders, published at once or not at all",
                          run};

}  // namespace alatoo
