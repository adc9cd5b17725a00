// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "common/error.h"
#include "common/mapped_file.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

TEST(Report, TellsNullWhereThereIsNothing) {
  JobReport report;
  report.command = "update";
  report.added = 3;
  report.inputs = {{"-", {}}, {"a.txt", 7}};
  const Json json = to_json(report);
  EXPECT_TRUE(json.at("generation").is_null());
  EXPECT_TRUE(json.at("error").is_null());
  EXPECT_EQ(json.at("added"), 0) << "nothing was published";
  EXPECT_TRUE(json.at("inputs")[0].at("bytes").is_null());
  EXPECT_EQ(json.at("inputs")[1].at("bytes"), 7);
  EXPECT_EQ(json.at("started"), "1970-01-01T00:00:00Z");
}

class ReportFiles : public testing::Test {
 protected:
  void write(const std::string& path) const {
    JobReport report;
    report.command = "a\xff name";  // paths need not be UTF-8
    ReportFile(path, "no-index").write(report);
  }

  const TempFolder folder_;
};

TEST_F(ReportFiles, AreReplacedWhole) {
  const std::string path = folder_.write("report.json", std::string(100000, 'x'));
  write(path);
  EXPECT_EQ(parse_json(read_file(path)).at("schema_version"), 1);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(ReportFiles, AreNotMadeBeforeTheyAreWritten) {
  const ReportFile file(folder_ / "report.json", "no-index");
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(ReportFiles, FollowALinkThatStays) {
  const std::string path = folder_.write("days/monday.json", "");
  fs::create_symlink("days/monday.json", folder_ / "latest.json");
  write(folder_ / "latest.json");
  EXPECT_TRUE(fs::is_symlink(folder_ / "latest.json"));
  EXPECT_EQ(parse_json(read_file(path)).at("schema_version"), 1);
}

TEST_F(ReportFiles, LeaveDevicesInPlace) {
  write("/dev/null");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(ReportFiles, AreRefusedBeforeTheWork) {
  for (const std::string& path :
       {folder_.path(), folder_ / "absent/report.json", folder_ / "file/report.json"}) {
    folder_.write("file", "");
    EXPECT_THROW((ReportFile{path, "no-index"}), Error) << path;
  }
}

TEST_F(ReportFiles, AreNoPartOfTheIndex) {
  const std::string db = folder_ / "db";
  std::filesystem::create_directories(db + "/generations");
  for (const char* inside : {"/CURRENT", "/LOCK", "/report.json", "/generations/report.json"})
    EXPECT_THROW((ReportFile{db + inside, db}), Error) << inside;
  EXPECT_NO_THROW((ReportFile{folder_ / "db.json", db}));
}

TEST_F(ReportFiles, WithoutAPathDoNothing) { EXPECT_NO_THROW(write("")); }

}  // namespace
}  // namespace alatoo
