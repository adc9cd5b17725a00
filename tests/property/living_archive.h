// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/enrich/authority_files.h"
#include "indexer/pipeline.h"
#include "tests/property/random_stories.h"

namespace alatoo {

/// An index that random jobs change, and what it must hold by now. Each job's report is checked
/// against what the job had to do.
class LivingArchive {
 public:
  /// Builds the first generation in `folder`. `random` decides on everything: how many articles,
  /// whether names are recognised in real text, with a table of the user's own or without.
  LivingArchive(const std::string& folder, Random& random);

  /// Runs one random job. Returns what it did, a line.
  std::string step();

  const std::string& db() const { return db_; }
  bool empty() const { return articles_.empty(); }
  const std::shared_ptr<const Authority>& authority() const { return authority_; }
  /// Builds an index of the same articles in `db`, in another order.
  void rebuild_in(const std::string& db, std::size_t jobs);

 private:
  struct Version {
    std::string line;
    std::uint64_t content = 0;
  };
  using Versions = std::map<std::string, Version>;  // by id

  JobOptions job(const std::string& db, const std::vector<std::string>& lines);
  std::vector<std::string> input();
  void add_to(std::vector<std::string>& input);
  std::vector<std::string> unchanged();
  std::string update_with(const std::vector<std::string>& input);
  std::set<std::string> chosen();
  std::string remove(std::vector<std::string> ids);
  std::string rebuild_all();
  /// The tables of the user's, with one of some files of changes; none in archives without.
  void choose_tables();
  std::string remap();
  void expect_published(const JobReport& report, bool published) const;
  const Versions::value_type& any(const Versions& versions);

  Random& random_;
  std::string db_;
  bool recognize_;
  bool own_tables_;
  RandomStories stories_;
  std::vector<AuthorityFile> tables_;
  std::shared_ptr<const Authority> authority_;
  std::size_t most_jobs_;
  Versions articles_;
  Versions gone_;  ///< removed some time: their ids may come back
};

}  // namespace alatoo
