// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>

#include "common/error.h"
#include "common/text.h"
#include "indexer/commands.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

/// The lines of a file, or of standard input, that are not empty.
void read_ids(const std::string& path, std::vector<std::string>& ids) {
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file) throw Error("--ids-from " + path + ": cannot be read");
  }
  std::istream& in = path == "-" ? std::cin : file;
  for (std::string line; std::getline(in, line);) {
    if (const std::string_view id = trim(line); !id.empty()) ids.emplace_back(id);
  }
  if (in.bad()) throw Error("--ids-from " + path + ": cannot be read");
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kRemove);
  add_publish_options(options);
  options.add()("ids-from", po::value<std::string>()->value_name("FILE"),
                "ids to remove, one a line; - for standard input");
  if (!options.parse(arguments)) return 0;
  std::vector<std::string> ids = options.positional();
  if (options.has("ids-from")) read_ids(options.get<std::string>("ids-from"), ids);
  if (ids.empty() && !options.has("ids-from"))
    throw Error("which articles? Name their ids, or a file of them with --ids-from FILE");
  const JobOptions job = publish_options(options);

  Progress progress(progress_options(options));
  catch_stop_signals();
  const JobReport report = remove_articles(job, ids, progress);
  for (const std::string& id : report.missing)
    progress.note("no article '" + id + "' in the index");
  tell(kRemove.name, options, job, report, progress);
  return report.missing.empty() ? 0 : 1;
}

}  // namespace

const Command kRemove = {"remove", "[--db DIR] ID...", "takes articles out of the index by id",
                         run};

}  // namespace alatoo
