// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>

#include "common/error.h"
#include "common/stop.h"
#include "common/text.h"
#include "indexer/commands.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

/// The lines of a file, or of standard input, that are not empty.
void read_ids(const std::string& path, std::vector<std::string>& ids) {
  const int fd = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const auto fail = [&] {
    throw Error("--ids-from " + path + ": cannot be read: " + std::strerror(errno));
  };
  if (fd < 0) fail();
  std::string text;
  std::array<char, 65536> piece{};
  while (true) {
    wait_for_input(fd);
    const ssize_t count = ::read(fd, piece.data(), piece.size());
    if (count < 0 && errno != EINTR) fail();
    if (count == 0) break;
    if (count > 0) text.append(piece.data(), static_cast<std::size_t>(count));
  }
  if (path != "-") ::close(fd);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (const std::string_view id = trim(line); !id.empty()) ids.emplace_back(id);
  }
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kRemove);
  add_publish_options(options);
  options.add()("ids-from", po::value<std::string>()->value_name("FILE"),
                "ids to remove, one a line; - for standard input");
  if (!options.parse(arguments)) return 0;
  if (options.positional().empty() && !options.has("ids-from"))
    throw Error("which articles? Name their ids, or a file of them with --ids-from FILE");
  return run_job(kRemove, options, [&](JobOptions& job, Progress& progress, JobReport& report) {
    report.inputs.clear();
    std::vector<std::string> ids = options.positional();
    if (options.has("ids-from")) read_ids(options.get<std::string>("ids-from"), ids);
    remove_articles(job, ids, progress, report);
    for (const std::string& id : report.missing)
      progress.note("no article '" + printable(id) + "' in the index");
    return summary(report);
  });
}

}  // namespace

const Command kRemove = {"remove", "[--db DIR] ID...", "takes articles out of the index by id",
                         run};

}  // namespace alatoo
