// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace {

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kUpdate);
  add_publish_options(options);
  add_reading_options(options);
  if (!options.parse(arguments)) return 0;
  return run_job(kUpdate, options, [&](JobOptions& job, Progress& progress, JobReport& report) {
    take_reading_options(options, job);
    if (options.has("authority")) job.authority = make_authority(job.authority_files);
    update(job, progress, report);
    return summary(report);
  });
}

}  // namespace

const Command kUpdate = {"update", "[--db DIR] PATH...",
                         "adds articles, or new versions of them by id, to the index", run};

}  // namespace alatoo
