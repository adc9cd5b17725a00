// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/cli.h"
#include "indexer/pipeline.h"
#include "indexer/progress.h"

namespace alatoo {

/// The options of every command that publishes a generation: --db, --keep, --report, --progress,
/// --quiet, --verbose.
void add_publish_options(Options& options);
/// Those of commands that read articles: the options of input, --jobs, --strict.
void add_reading_options(Options& options);

/// What the options say; paths and authority are left to the command.
JobOptions publish_options(const Options& options);
/// Throws Error for an option that makes no sense.
void take_reading_options(const Options& options, JobOptions& job);

Progress::Options progress_options(const Options& options);

/// Tells what was done: a line for the user, --report.
void tell(std::string_view command, const Options& options, const JobOptions& job,
          const JobReport& report, Progress& progress);

}  // namespace alatoo
