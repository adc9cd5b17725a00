// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "common/error.h"

namespace alatoo {

/// A folder of a test's own, whatever else runs beside it; removed with it.
class Folder {
 public:
  Folder() : path_(testing::TempDir() + "alatoo-XXXXXX") {
    if (!::mkdtemp(path_.data())) throw Error(path_ + ": cannot make the folder");
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace alatoo
