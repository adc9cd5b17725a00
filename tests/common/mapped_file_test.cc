// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mapped_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "common/error.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

TEST(ReplaceFile, WritesAFileWhereThereWasNoneOrOne) {
  const TempFolder folder;
  replace_file(folder / "file", "long content");
  EXPECT_EQ(read_file(folder / "file"), "long content");
  replace_file(folder / "file", "short");
  EXPECT_EQ(read_file(folder / "file"), "short");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(ReplaceFile, LeavesAReaderWhatItHas) {
  const TempFolder folder;
  replace_file(folder / "file", "before");
  const MappedFile reader(folder / "file");
  replace_file(folder / "file", "afterwards");
  EXPECT_EQ(reader.bytes(), "before");
}

TEST(ReplaceFile, LeavesNothingIfItFails) {
  const TempFolder folder;
  folder.write("taken/by", "a folder");
  EXPECT_THROW(replace_file(folder / "taken", "content"), Error);
  EXPECT_THROW(replace_file(folder / "absent/file", "content"), Error);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

}  // namespace
}  // namespace alatoo
