// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "common/error.h"
#include "common/fields.h"
#include "common/mapped_file.h"
#include "indexer/write/writer_lock.h"
#include "tests/indexer/read/files.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::HasSubstr;

class Publish : public testing::Test {
 protected:
  std::uint64_t publish() {
    Building building(db_);
    fs::create_directories(building.scratch("0"));
    write_file(building.scratch("0") + "/left", "over");
    write_file(lexicon_file(building.folder()), "words");
    Manifest manifest;
    manifest.schema_version = kSchemaVersion;
    building.publish(manifest);
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

TEST_F(Publish, TellsWhatWasLiveBefore) {
  const WriterLock lock(db_);
  publish();
  publish();
  EXPECT_EQ(read_manifest(generation_folder(db_, 1)).previous, 0U);
  EXPECT_EQ(read_manifest(generation_folder(db_, 2)).previous, 1U);
}

TEST_F(Publish, ChecksBeforeTheWorkWhetherItCanGoLive) {
  const WriterLock lock(db_);
  fs::create_directories(current_file(db_));
  EXPECT_THROW(Building{db_}, Error);
}

TEST_F(Publish, LeavesNothingIfItCannotGoLive) {
  const WriterLock lock(db_);
  publish();
  Building building(db_);
  write_file(lexicon_file(building.folder()), "words");
  // A folder stands where the new CURRENT is written.
  fs::create_directories(db_ + "/.CURRENT.new/x");
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  EXPECT_THROW(building.publish(manifest), Error);
  EXPECT_EQ(current_generation(db_), 1U);
  EXPECT_THAT(generations(db_), ElementsAre(1U));
}

TEST_F(Publish, ClearsAwayWhatAKilledWriterLeft) {
  const WriterLock lock(db_);
  fs::create_directories(building_folder(db_) + "/shard-000");
  write_file(building_folder(db_) + "/shard-000/half", "a");
  write_file(db_ + "/.CURRENT.new", "0000");
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

}  // namespace
}  // namespace alatoo
