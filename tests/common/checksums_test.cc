// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/checksums.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "common/error.h"
#include "common/fields.h"
#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::HasSubstr;

class Checksums : public testing::Test {
 protected:
  Checksums() {
    temporary_.write("g/lexicon", "words");
    temporary_.write("g/shard-000/postlist.glass", std::string(100000, 'p'));
    temporary_.write("g/shard-000/flintlock", "");
    manifest_.schema_version = kSchemaVersion;
    write_manifest(folder_, manifest_);
  }
  static std::vector<std::string> lines(const std::vector<FileFault>& faults) {
    std::vector<std::string> all;
    for (const FileFault& fault : faults) all.push_back(fault.path + " " + fault.what);
    return all;
  }
  std::vector<std::string> faults() const { return lines(file_faults(folder_, manifest_)); }
  std::vector<std::string> sizes() const { return lines(size_faults(folder_, manifest_)); }

  const TempFolder temporary_;
  const std::string folder_ = temporary_ / "g";
  Manifest manifest_;
};

TEST_F(Checksums, OfWholeFilesFit) {
  EXPECT_THAT(faults(), ElementsAre());
  EXPECT_THAT(sizes(), ElementsAre());
  EXPECT_NO_THROW(require_whole_files(folder_, manifest_));
}

TEST_F(Checksums, TellDamage) {
  overwrite(folder_ + "/shard-000/postlist.glass", std::string(99999, 'p') + "q");
  EXPECT_THAT(faults(), ElementsAre("shard-000/postlist.glass is damaged: its checksum is another"));
  EXPECT_THAT(sizes(), ElementsAre());
  try {
    require_whole_files(folder_, manifest_);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr(folder_ + "/shard-000/postlist.glass: is damaged"));
  }
}

TEST_F(Checksums, NameEveryFile) {
  overwrite(folder_ + "/lexicon", "word");
  fs::remove(folder_ + "/shard-000/flintlock");
  overwrite(folder_ + "/another", "");
  const auto all = ElementsAre("another does not belong to the generation",
                               "lexicon has 4 bytes instead of 5",
                               "shard-000/flintlock is missing");
  EXPECT_THAT(faults(), all);
  EXPECT_THAT(sizes(), all);
}

TEST_F(Checksums, NeverOpenWhatIsNoFile) {
  fs::remove(folder_ + "/lexicon");
  ASSERT_EQ(::mkfifo((folder_ + "/lexicon").c_str(), 0600), 0);
  EXPECT_THAT(faults(), ElementsAre("lexicon is no regular file"));
  fs::remove(folder_ + "/lexicon");
  fs::create_directory(folder_ + "/lexicon");
  EXPECT_THAT(faults(), ElementsAre("lexicon is missing"));
}

TEST_F(Checksums, NeverLookOutside) {
  manifest_.files.push_back({"../g/lexicon", 5, "0000000000000000"});
  EXPECT_THAT(faults(), ElementsAre("../g/lexicon is missing"));
}

}  // namespace
}  // namespace alatoo
