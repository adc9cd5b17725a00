// SPDX-License-Identifier: GPL-3.0-or-later
//
// A damaged index is named, never believed, and mended by the next rebuild.
#include <filesystem>
#include <fstream>

#include "common/fields.h"
#include "tests/e2e/sandbox.h"
#include "tests/e2e/transcript.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;

class Damage : public Sandbox {
 protected:
  void SetUp() override {
    build_index();
    live_ = generation();
  }

  void expect_told(std::string_view what) const {
    expect_error(searcher({"find", "harbour"}), 2, what);
    expect_error(searcher({"facets", "city"}), 2, what);
    expect_error(searcher({"show", "good.txt"}), 2, what);
    expect_error(searcher({"batch", "-"}, "1\tharbour\n"), 2, what);
    const Outcome mended = indexer({"rebuild", "--quiet", "archive"});
    EXPECT_EQ(mended.status, 0) << mended.err;
    EXPECT_THAT(ids({"harbour"}), ::testing::UnorderedElementsAre("good.txt", "other.txt"));
  }
  void cut(const std::string& file) const { fs::resize_file(file, fs::file_size(file) / 2); }
  void put(const std::string& file, const std::string& bytes) const {
    std::ofstream(file, std::ios::binary) << bytes;
  }

  std::string live_;
};

TEST_F(Damage, ManifestMissing) {
  fs::remove(live_ + "/MANIFEST");
  expect_told("MANIFEST");
}

TEST_F(Damage, ManifestCut) {
  cut(live_ + "/MANIFEST");
  expect_told("MANIFEST: the index is damaged");
}

TEST_F(Damage, ManifestOfAnotherShape) {
  put(live_ + "/MANIFEST",
      "{\"schema_version\": " + std::to_string(kSchemaVersion) + ", \"shards\": [1, -2]}");
  expect_told("MANIFEST: the index is damaged");
}

TEST_F(Damage, NewerSchema) {
  const std::string manifest = read_all(live_ + "/MANIFEST");
  put(live_ + "/MANIFEST",
      replaced(manifest, "\"schema_version\": " + std::to_string(kSchemaVersion),
               "\"schema_version\": 999"));
  expect_told("schema version 999");
}

TEST_F(Damage, LexiconCut) {
  cut(live_ + "/lexicon");
  expect_told("lexicon");
}

TEST_F(Damage, LexiconEmpty) {
  fs::resize_file(live_ + "/lexicon", 0);
  expect_told("lexicon");
}

TEST_F(Damage, EntitiesCut) {
  cut(live_ + "/entities");
  expect_told("entities");
}

TEST_F(Damage, EntitiesMissing) {
  fs::remove(live_ + "/entities");
  expect_told("entities");
}

TEST_F(Damage, FacetsCut) {
  cut(live_ + "/shard-000.facets");
  expect_told("shard-000.facets");
}

TEST_F(Damage, FacetsMissing) {
  fs::remove(live_ + "/shard-000.facets");
  expect_told("shard-000.facets");
}

TEST_F(Damage, ShardMissing) {
  fs::remove_all(live_ + "/shard-000");
  expect_told("shard-000");
}

TEST_F(Damage, ShardWithoutItsPostings) {
  fs::remove(live_ + "/shard-000/postlist.glass");
  expect_told("shard-000");
}

TEST_F(Damage, ShardWhosePostingsAreCut) {
  cut(live_ + "/shard-000/postlist.glass");
  expect_told("shard-000");
}

// A stub could name a program that Xapian then runs.
TEST_F(Damage, ShardReplacedByAStub) {
  fs::remove_all(live_ + "/shard-000");
  put(live_ + "/shard-000", "remote :touch " + path("ran") + "\n");
  expect_told("shard-000");
  EXPECT_FALSE(fs::exists(path("ran")));
}

TEST_F(Damage, CurrentGarbage) {
  put(db() + "/CURRENT", "not a number\n");
  expect_told("CURRENT");
}

TEST_F(Damage, CurrentEmpty) {
  put(db() + "/CURRENT", "");
  expect_told("CURRENT");
}

TEST_F(Damage, CurrentNamesNoGeneration) {
  put(db() + "/CURRENT", "000999\n");
  expect_told("000999");
}

TEST_F(Damage, CurrentPointsOutside) {
  put(db() + "/CURRENT", "../../etc\n");
  expect_told("CURRENT");
}

}  // namespace
}  // namespace alatoo::e2e
