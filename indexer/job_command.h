// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "common/cli.h"
#include "indexer/pipeline.h"
#include "indexer/progress.h"

namespace alatoo {

/// The options of every command that writes to an index: --db, --wait, --report, --quiet.
void add_job_options(Options& options);
/// Those of commands that make a generation: beside them --keep, --progress, --verbose.
void add_publish_options(Options& options);
/// Those of commands that read articles: the options of input, --jobs, --strict.
void add_reading_options(Options& options);

/// Throws Error for an option that makes no sense.
void take_reading_options(const Options& options, JobOptions& job);

/// The line that tells what a job did.
std::string summary(const JobReport& report);

/// What a command does: fills the options with what is its own, and the report, and returns the
/// line that tells the user what was done.
using Work = std::function<std::string(JobOptions& job, Progress& progress, JobReport& report)>;

/// Runs a command that writes to an index from its parsed options to its exit status, which is 1 if
/// something was skipped or missing. A signal or failure becomes an Error that says what stands;
/// however the work ends, --report is written.
int run_job(const Command& command, const Options& options, const Work& work);

}  // namespace alatoo
