// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "common/error.h"
#include "common/fields.h"
#include "common/mapped_file.h"
#include "tests/indexer/read/files.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::HasSubstr;

class Publish : public testing::Test {
 protected:
  std::uint64_t publish(std::size_t keep = 2) {
    Building building(db_);
    fs::create_directories(building.scratch("0"));
    write_file(building.scratch("0") + "/left", "over");
    write_file(lexicon_file(building.folder()), "words");
    Manifest manifest;
    manifest.schema_version = kSchemaVersion;
    building.publish(manifest, keep);
    return manifest.generation;
  }

  const TempFolder folder_;
  const std::string db_ = folder_ / "db";
};

TEST_F(Publish, MakesAGenerationLive) {
  const WriterLock lock(db_);
  EXPECT_EQ(publish(), 1U);
  EXPECT_EQ(current_generation(db_), 1U);
  const GenerationLock reader(db_);
  const Manifest manifest = read_manifest(reader.folder());
  EXPECT_EQ(manifest.generation, 1U);
  ASSERT_EQ(manifest.files.size(), 1U);  // no scratch files
  EXPECT_EQ(manifest.files[0].path, "lexicon");
  EXPECT_FALSE(fs::exists(building_folder(db_)));
  EXPECT_FALSE(fs::exists(reader.folder() + "/scratch"));
}

TEST_F(Publish, KeepsAsManyGenerationsAsItIsTold) {
  const WriterLock lock(db_);
  for (int i = 0; i < 4; ++i) publish(3);
  EXPECT_THAT(generations(db_), ElementsAre(2U, 3U, 4U));
  publish(1);
  EXPECT_THAT(generations(db_), ElementsAre(5U));
}

TEST_F(Publish, LeavesAGenerationThatIsRead) {
  const WriterLock lock(db_);
  publish();
  {
    const GenerationLock reader(db_);
    publish(1);
    EXPECT_THAT(generations(db_), ElementsAre(1U, 2U));
    EXPECT_NO_THROW(read_manifest(reader.folder()));
  }
  publish(1);
  EXPECT_THAT(generations(db_), ElementsAre(3U));
}

TEST_F(Publish, WithoutItNothingChanges) {
  const WriterLock lock(db_);
  publish();
  {
    const Building building(db_);
    write_file(lexicon_file(building.folder()), "other words");
    EXPECT_EQ(current_generation(db_), 1U);
  }
  EXPECT_FALSE(fs::exists(building_folder(db_)));
  EXPECT_THAT(generations(db_), ElementsAre(1U));
}

TEST_F(Publish, ClearsAwayWhatAKilledWriterLeft) {
  const WriterLock lock(db_);
  fs::create_directories(building_folder(db_) + "/shard-000");
  write_file(building_folder(db_) + "/shard-000/half", "a");
  write_file(current_file(db_) + ".new", "0000");
  EXPECT_EQ(publish(), 1U);
  EXPECT_EQ(read_manifest(generation_folder(db_, 1)).files.size(), 1U);
}

TEST_F(Publish, NeverTakesANumberTwice) {
  const WriterLock lock(db_);
  publish();
  fs::create_directories(generation_folder(db_, 9));  // renamed, then killed before CURRENT
  EXPECT_EQ(publish(), 10U);
  EXPECT_EQ(current_generation(db_), 10U);
}

TEST_F(Publish, HasOneWriterAtATime) {
  const WriterLock lock(db_);
  try {
    const WriterLock second(db_);
    FAIL() << "two writers";
  } catch (const Error& error) {
    EXPECT_EQ(error.status, kBusy);
    EXPECT_THAT(error.what(), HasSubstr(std::to_string(::getpid())));
  }
}

TEST_F(Publish, MayWriteAgainOnceTheOtherIsDone) {
  { const WriterLock lock(db_); }
  EXPECT_NO_THROW(WriterLock{db_});
}

TEST(WriterLock, SaysWhereItCannotWrite) { EXPECT_THROW(WriterLock("/dev/null/db"), Error); }

}  // namespace
}  // namespace alatoo
