// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/e2e/process.h"
#include "tests/temp_folder.h"

namespace alatoo::e2e {

using Strings = std::vector<std::string>;

/// A folder of its own for one test, gone with it.
class Sandbox : public ::testing::Test {
 protected:
  const std::string& folder() const { return folder_.path(); }
  std::string path(const std::string& name) const { return folder_ / name; }
  /// The index that `indexer` and `searcher` below use.
  std::string db() const { return path("db"); }
  /// Writes a file, making its folders; returns its path.
  std::string write(const std::string& name, std::string_view bytes) const {
    return folder_.write(name, bytes);
  }

  /// The programs, with `--db` set where the command takes it and the sandbox as working folder.
  Outcome indexer(Strings arguments, const std::string& input = "") const;
  Outcome searcher(Strings arguments, const std::string& input = "") const;
  /// The command that these two run.
  Invocation invocation(const std::string& program, Strings arguments) const;

  /// An index of two small articles, with ids good.txt and other.txt.
  void build_index() const;
  /// The folder of the live generation.
  std::string generation() const;
  /// What lies in the folder of generations, sorted.
  Strings on_disk() const;
  /// The ids of a query's hits, best first.
  Strings ids(Strings arguments) const;

 private:
  TempFolder folder_;
};

std::string read_all(const std::string& path);
Strings lines_of(std::string_view text);

/// That a command said nothing but one line on standard error, which begins with the program's name
/// and holds `text`, and ended with `status`.
void expect_error(const Outcome& outcome, int status, std::string_view text);

}  // namespace alatoo::e2e
