// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/lineage.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "common/error.h"
#include "common/fields.h"
#include "common/generation.h"
#include "common/mapped_file.h"
#include "common/stop.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

using testing::ElementsAre;

class Lineage : public testing::Test {
 protected:
  /// A generation that says what came before, made live.
  void publish(std::uint64_t generation, std::uint64_t previous) const {
    fs::create_directories(folder(generation));
    Manifest manifest;
    manifest.schema_version = kSchemaVersion;
    manifest.generation = generation;
    manifest.previous = previous;
    write_manifest(folder(generation), manifest);
    make_live(db_, generation);
  }
  std::string folder(std::uint64_t generation) const { return generation_folder(db_, generation); }

  const TempFolder temp_;
  const std::string db_ = temp_.path();
};

TEST_F(Lineage, OfAnEmptyFolder) {
  EXPECT_EQ(live_generation(db_), 0U);
  EXPECT_EQ(next_generation(db_), 1U);
  EXPECT_NO_THROW(prune(db_, 1));
}

TEST_F(Lineage, KeepsTheLastOnes) {
  for (std::uint64_t n = 1; n <= 5; ++n) publish(n, n - 1);
  prune(db_, 3);
  EXPECT_THAT(generations(db_), ElementsAre(3U, 4U, 5U));
  prune(db_, 100);
  EXPECT_THAT(generations(db_), ElementsAre(3U, 4U, 5U));
  prune(db_, 1);
  EXPECT_THAT(generations(db_), ElementsAre(5U));
}

TEST_F(Lineage, WhatWasRolledBackIsNoPredecessor) {
  for (std::uint64_t n = 5; n <= 7; ++n) publish(n, n - 1);
  make_live(db_, 6);
  EXPECT_EQ(next_generation(db_), 8U);
  publish(8, 6);
  prune(db_, 3);
  EXPECT_THAT(generations(db_), ElementsAre(5U, 6U, 8U));
}

TEST_F(Lineage, NeverRemovesTheLiveOne) {
  for (std::uint64_t n = 1; n <= 4; ++n) publish(n, n - 1);
  make_live(db_, 2);
  prune(db_, 1);
  EXPECT_THAT(generations(db_), ElementsAre(2U));
}

TEST_F(Lineage, RemovesNothingWhereNothingIsLive) {
  publish(1, 0);
  write_file(current_file(db_), "rubbish");
  prune(db_, 1);
  EXPECT_THAT(generations(db_), ElementsAre(1U));
  EXPECT_EQ(next_generation(db_), 2U);
}

TEST_F(Lineage, NumbersAreNotTakenTwice) {
  publish(3, 0);
  fs::create_directories(folder(9));  // put in place, then its writer was killed
  EXPECT_EQ(next_generation(db_), 10U);
  fs::remove_all(generations_folder(db_));
  EXPECT_EQ(next_generation(db_), 4U);
}

TEST_F(Lineage, PassesOverRubbishAndGaps) {
  for (const std::uint64_t n : {2, 5, 9}) publish(n, 0);
  publish(11, 10);
  write_file(manifest_file(folder(9)), "{");  // damaged, but the one before it is not
  for (const char* name : {"7", "0000000000008", "notes", "999999999999999999"})
    fs::create_directories(generations_folder(db_) + "/" + name);
  EXPECT_EQ(next_generation(db_), 12U);
  prune(db_, 3);
  EXPECT_THAT(generations(db_), ElementsAre(5U, 9U, 11U));
  EXPECT_TRUE(fs::exists(generations_folder(db_) + "/notes"));
}

TEST_F(Lineage, RemovesRemainsWithoutAManifest) {
  publish(1, 0);
  fs::create_directories(folder(2));
  write_file(folder(3), "a file");
  publish(4, 1);
  prune(db_, 2);
  EXPECT_THAT(generations(db_), ElementsAre(1U, 4U));
}

TEST_F(Lineage, AChainThatBitesItselfEnds) {
  publish(1, 2);
  publish(2, 1);
  publish(3, 3);
  prune(db_, 5);
  EXPECT_THAT(generations(db_), ElementsAre(1U, 2U, 3U));
}

TEST_F(Lineage, LeavesAGenerationThatIsRead) {
  publish(1, 0);
  {
    const GenerationLock reader(db_);
    publish(2, 1);
    prune(db_, 1);
    EXPECT_THAT(generations(db_), ElementsAre(1U, 2U));
    EXPECT_NO_THROW(read_manifest(reader.folder()));
  }
  prune(db_, 1);
  EXPECT_THAT(generations(db_), ElementsAre(2U));
}

TEST_F(Lineage, StopsBetweenTwoRemovals) {
  publish(1, 0);
  publish(2, 1);
  stop_requested = true;
  EXPECT_THROW(prune(db_, 1), Interrupted);
  stop_requested = false;
  EXPECT_THAT(generations(db_), ElementsAre(1U, 2U));
}

}  // namespace
}  // namespace alatoo
