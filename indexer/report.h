// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "common/json.h"
#include "indexer/read/source.h"

namespace alatoo {

/// What a job did, for its summary and report. It is filled as the job goes, so that one which
/// fails tells how far it came.
struct JobReport {
  std::string command;  ///< "rebuild"
  std::string db;
  std::time_t started = 0;
  int status = 0;                ///< what the command exits with
  std::string error;             ///< the line of a job that failed or was interrupted, else ""
  std::uint64_t generation = 0;  ///< 0: nothing was published
  std::uint64_t previous = 0;    ///< the generation that was live before; 0: there was none
  std::string root;
  std::vector<Source::Input> inputs;
  std::uint64_t articles = 0;  ///< in the index afterwards
  std::uint64_t added = 0;     ///< articles whose ids were not in the index
  std::uint64_t replaced = 0;  ///< articles of the index that a new version replaced
  std::uint64_t removed = 0;
  std::uint64_t unchanged = 0;  ///< articles of the input that the index holds as they are
  std::uint64_t repeated = 0;   ///< articles of the input that a later one of the same uri replaced
  std::uint64_t entities = 0;   ///< entities whose id, name or articles a re-mapping changed
  std::vector<std::string> missing;  ///< ids to remove that are not there
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_written = 0;
  std::uint64_t bytes = 0;  ///< of the whole generation
  std::uint64_t broken_bytes = 0;
  std::uint64_t notes = 0;  ///< what was not believed or mended in articles that are indexed
  std::vector<Rejection> skipped;
  /// Wall-clock seconds by stage, in the order of the stages: wait, index, ...
  std::vector<std::pair<std::string, double>> seconds;
};

/// What schemas/report.schema.json describes.
Json to_json(const JobReport& report);

/// Where --report goes: a file that is replaced whole, or "-" and what is no regular file (a pipe,
/// a terminal), which are written to.
class ReportFile {
 public:
  /// "": there is none. Throws Error naming the path if it cannot be written or is part of the
  /// index `db`, before a job begins rather than after an hour of it.
  ReportFile(std::string path, const std::string& db);
  /// Throws Error naming the path.
  void write(const JobReport& report) const;

 private:
  bool whole() const;

  std::string path_;
};

}  // namespace alatoo
