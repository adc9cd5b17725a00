// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands.h"
#include "indexer/input_options.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace {

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kUpdate);
  add_publish_options(options);
  add_reading_options(options);
  if (!options.parse(arguments)) return 0;
  JobOptions job = publish_options(options);
  take_reading_options(options, job);
  if (options.has("authority")) job.authority = make_authority(job.authority_files);

  Progress progress(progress_options(options));
  catch_stop_signals();
  const JobReport report = update(job, progress);
  tell(kUpdate.name, options, job, report, progress);
  return report.skipped.empty() ? 0 : 1;
}

}  // namespace

const Command kUpdate = {"update", "[--db DIR] PATH...",
                         "adds articles, or new versions of them by id, to the index", run};

}  // namespace alatoo
