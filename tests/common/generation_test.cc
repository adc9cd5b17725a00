// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/generation.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "common/fields.h"
#include "common/json.h"
#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

class Generation : public testing::Test {
 protected:
  Generation() {
    fs::create_directories(folder() + "/shard-000");
    write_file(folder() + "/lexicon", "words");
    write_file(folder() + "/shard-000/postlist.glass", "postings");
    Manifest manifest;
    manifest.generation = 7;
    manifest.schema_version = kSchemaVersion;
    manifest.root = "/archive/\"ä\"";
    manifest.articles = 5;
    manifest.words = 99;
    manifest.undated = 1;
    manifest.first_date = {2008, 1, 31};
    manifest.last_date = {2010, 4, 7};
    manifest.shards = {3, 2};
    manifest.languages = {{"", 1}, {"en", 4}};
    write_manifest(folder(), manifest);
    write_file(current_file(db_), "000007\n");
  }
  std::string folder() const { return generation_folder(db_, 7); }

  const TempFolder temporary_;
  const std::string db_ = temporary_.path() + "/db";
};

TEST_F(Generation, SaysOfItselfWhatWasWritten) {
  const Manifest read = read_manifest(folder());
  EXPECT_EQ(read.generation, 7U);
  EXPECT_EQ(read.root, "/archive/\"ä\"");
  EXPECT_EQ(read.articles, 5U);
  EXPECT_EQ(read.first_date, (PartialDate{2008, 1, 31}));
  EXPECT_EQ(read.last_date, (PartialDate{2010, 4, 7}));
  EXPECT_EQ(read.shards, (std::vector<std::uint64_t>{3, 2}));
  EXPECT_EQ(read.languages.at(""), 1U);
  ASSERT_EQ(read.files.size(), 2U);
  EXPECT_EQ(read.files[0].path, "lexicon");
  EXPECT_EQ(read.files[0].size, 5U);
  EXPECT_EQ(read.files[1].path, "shard-000/postlist.glass");
  EXPECT_EQ(read.files[1].xxh3.size(), 16U);
}

TEST_F(Generation, RefusesADamagedManifest) {
  const std::string path = manifest_file(folder());
  const std::string whole = read_file(path);
  expect_damage_refused(path, whole.size(), [&](const std::string&) { read_manifest(folder()); });
  for (const char* name : {"generation", "articles", "shards", "files", "languages", "root"}) {
    Json json = parse_json(whole);
    json.erase(name);
    overwrite(path, json.dump());
    EXPECT_THROW(read_manifest(folder()), Error) << name;
    json[name] = Json::array({"x"});
    overwrite(path, json.dump());
    EXPECT_THROW(read_manifest(folder()), Error) << name;
  }
}

TEST_F(Generation, OfAnotherSchemaSaysWhatToDo) {
  Json json = parse_json(read_file(manifest_file(folder())));
  const auto refusal = [&](int version) -> std::string {
    json["schema_version"] = version;
    overwrite(manifest_file(folder()), json.dump());
    try {
      read_manifest(folder());
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(refusal(kSchemaVersion + 1).find("newer alatoo"), std::string::npos);
  EXPECT_NE(refusal(kSchemaVersion - 1).find("rebuild"), std::string::npos);
}

TEST_F(Generation, WithAnUnknownFeatureIsRefused) {
  Manifest manifest = read_manifest(folder());
  manifest.features = {"frozen shards"};
  write_manifest(folder(), manifest);
  try {
    read_manifest(folder());
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("the feature \"frozen shards\""), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("use a newer alatoo"), std::string::npos);
  }
}

TEST_F(Generation, IsTheOneThatCurrentNames) {
  EXPECT_EQ(current_generation(db_), 7U);
  EXPECT_EQ(current_generation(db_ + "-none"), std::nullopt);
  for (const char* nonsense : {"", "x", "-1", "../7", "99999999999999999999"}) {
    write_file(current_file(db_), nonsense);
    EXPECT_THROW(current_generation(db_), Error) << nonsense;
  }
}

TEST_F(Generation, IsListedByNumber) {
  fs::create_directories(generation_folder(db_, 12));
  fs::create_directories(generation_folder(db_, 1000001));
  fs::create_directories(building_folder(db_));
  EXPECT_EQ(generations(db_), (std::vector<std::uint64_t>{7, 12, 1000001}));
  EXPECT_TRUE(generations(db_ + "-none").empty());
}

TEST_F(Generation, IsHeldByItsReaders) {
  const GenerationLock one(db_);
  const GenerationLock two(db_);
  EXPECT_EQ(one.generation(), 7U);
  EXPECT_EQ(one.folder(), folder());
}

TEST_F(Generation, AnotherThanTheLiveOneIsHeldByItsNumber) {
  fs::create_directories(generation_folder(db_, 6));
  EXPECT_THROW(GenerationLock(db_, 6), Error);
  write_file(manifest_file(generation_folder(db_, 6)), "{}");
  EXPECT_EQ(GenerationLock(db_, 6).folder(), generation_folder(db_, 6));
}

TEST_F(Generation, ThatIsMissingIsAnError) {
  EXPECT_THROW(GenerationLock(db_ + "-none"), Error);
  write_file(current_file(db_), "000009\n");
  EXPECT_THROW(GenerationLock{db_}, Error);
}

TEST(DbFolder, IsTheOptionElseTheEnvironments) {
  EXPECT_EQ(db_folder("here"), "here");
  ::setenv("ALATOO_DB", "there", 1);
  EXPECT_EQ(db_folder("here"), "here");
  EXPECT_EQ(db_folder(""), "there");
  ::unsetenv("ALATOO_DB");
  ::setenv("XDG_DATA_HOME", "data", 1);
  EXPECT_EQ(db_folder(""), "data/alatoo");
  ::unsetenv("XDG_DATA_HOME");
}

}  // namespace
}  // namespace alatoo
