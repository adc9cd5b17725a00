// SPDX-License-Identifier: GPL-3.0-or-later
//
// verify, rollback, stats, and indexes of other versions.
#include <filesystem>
#include <fstream>

#include "common/fields.h"
#include "common/generation.h"
#include "common/json.h"
#include "common/text.h"
#include "tests/e2e/sandbox.h"
#include "tests/e2e/transcript.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

class Upkeep : public Sandbox {
 protected:
  void SetUp() override { build_index(); }

  void append(const std::string& file, const std::string& bytes) const {
    std::ofstream(file, std::ios::binary | std::ios::app) << bytes;
  }
  /// Publishes a generation with one article more.
  void add(const std::string& id) const {
    const Outcome outcome = indexer({"update", "--quiet", "--keep", "9", "-"},
                                    R"({"uri": ")" + id + R"(", "headline": "Ferry )" + id +
                                        R"(", "body_text": "It was overdue again."})"
                                        "\n");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }
  Json stats() const { return parse_json(indexer({"stats", "--format", "json"}).out); }
};

TEST_F(Upkeep, VerifySaysThatAllIsWell) {
  const Outcome outcome = indexer({"verify"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, MatchesRegex("generation 1 of [^\n]* is whole: 2 articles, 1 shard, "
                                        "[0-9]+ files, [0-9.]+ kB in [0-9.]+ s\n"));
}

TEST_F(Upkeep, VerifyNamesDamage) {
  fs::remove(generation() + "/names");
  append(generation() + "/shard-000/flintlock", "x");
  const Outcome outcome = indexer({"verify"});
  EXPECT_EQ(outcome.status, 2);
  const Strings lines = lines_of(outcome.out);
  ASSERT_GE(lines.size(), 3U);
  EXPECT_EQ(lines[0], "names: is missing");
  EXPECT_EQ(lines[1], "shard-000/flintlock: has 1 bytes instead of 0");
  EXPECT_THAT(lines.back(), HasSubstr("is damaged ("));
  EXPECT_THAT(outcome.err, HasSubstr("roll back or rebuild the index\n"));
}

TEST_F(Upkeep, NothingIsMadeWhereThereIsNoIndex) {
  fs::remove_all(db());
  expect_error(indexer({"update", "archive"}), 2, "no index here; make one with: indexer rebuild");
  expect_error(indexer({"remove", "u:1"}), 2, "no index here");
  expect_error(indexer({"entities", "--authority", "none"}), 2, "no index here");
  expect_error(indexer({"verify"}), 2, "no index here");
  expect_error(indexer({"stats"}), 2, "no index here");
  expect_error(indexer({"rollback"}), 2, "no index here");
  EXPECT_FALSE(fs::exists(db()));
}

// A copy of a damaged shard would get a checksum that fits.
TEST_F(Upkeep, NothingIsCopiedOutOfADamagedShard) {
  const std::string file = generation_folder(db(), 1) + "/shard-000/docdata.glass";
  std::string bytes = read_all(file);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
  expect_error(indexer({"remove", "good.txt"}), 2, "docdata.glass: is damaged");
  EXPECT_FALSE(fs::exists(generation_folder(db(), 2)));
}

TEST_F(Upkeep, VerifyLooksAtAnotherGeneration) {
  add("u:1");
  fs::remove(generation_folder(db(), 1) + "/lexicon");
  EXPECT_EQ(indexer({"verify"}).status, 0);
  const Outcome outcome = indexer({"verify", "--generation", "1"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, StartsWith("lexicon: is missing\n"));
  expect_error(indexer({"verify", "--generation", "7"}), 2, "000007");
}

TEST_F(Upkeep, VerifyNotesWhatIsOddBesideTheLiveGeneration) {
  add("u:1");
  add("u:2");
  ASSERT_EQ(indexer({"rollback"}).status, 0);
  fs::create_directories(db() + "/generations/.building");
  std::ofstream(generation_folder(db(), 1) + "/MANIFEST") << "{}";
  const Outcome outcome = indexer({"verify"});
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  EXPECT_THAT(lines_of(outcome.err),
              ElementsAre(AllOf(StartsWith("note: "), HasSubstr(".building: a writer is at work")),
                          AllOf(StartsWith("note: "), HasSubstr("000001/MANIFEST: the index is")),
                          AllOf(StartsWith("note: "), HasSubstr("000003: newer than"))));
}

TEST_F(Upkeep, VerifyReadsCurrentToTheLetter) {
  std::ofstream(db() + "/CURRENT") << " 1";
  const Outcome outcome = indexer({"verify"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, StartsWith("CURRENT: "));
}

TEST_F(Upkeep, VerifyPrintsLettersOnly) {
  // Words of a damaged index may be any bytes.
  const std::string file = generation() + "/names";
  const std::string bytes = read_all(file);
  for (std::size_t i = 4; i < bytes.size(); i += 7) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x8F);
    std::ofstream(file, std::ios::binary) << damaged;
    const Outcome outcome = indexer({"verify"});
    ASSERT_EQ(outcome.status, 2) << i;
    std::string clean = outcome.out;
    EXPECT_EQ(clean_utf8(clean), 0U);
    for (const char c : outcome.out) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= ' ');
  }
}

TEST_F(Upkeep, VerifiedAnswersComeFromWholeFilesOnly) {
  const std::vector<Strings> questions = {{"find", "--verified", "harbour"},
                                          {"facets", "--verified", "source"},
                                          {"facets", "--verified", "source", "--why", "x"},
                                          {"show", "--verified", "good.txt"},
                                          {"batch", "--verified", "-"}};
  for (const Strings& question : questions)
    EXPECT_LE(searcher(question, "1\tharbour\n").status, 1) << question[0];
  append(generation() + "/shard-000/flintlock", "x");  // nothing that an answer would show
  EXPECT_EQ(searcher({"find", "harbour"}).status, 0);
  for (const Strings& question : questions)
    expect_error(searcher(question, "1\tharbour\n"), 2, "shard-000/flintlock: has 1 bytes");
}

TEST_F(Upkeep, RollbackGoesToTheGenerationBefore) {
  add("u:1");
  add("u:2");
  const Outcome back = indexer({"rollback"});
  EXPECT_EQ(back.status, 0);
  EXPECT_THAT(back.err, MatchesRegex("generation 2 of [^\n]* is live now: 3 articles, published "
                                     "[^\n]*; back with: indexer rollback --db [^\n]* --to 3\n"));
  EXPECT_THAT(ids({"overdue"}), ElementsAre("u:1"));
  ASSERT_EQ(indexer({"rollback"}).status, 0);
  EXPECT_THAT(ids({"overdue"}), ElementsAre());
  expect_error(indexer({"rollback"}), 2, "no generation before 1; on disk: 1 (live), 2, 3");
  ASSERT_EQ(indexer({"rollback", "--to", "3"}).status, 0);
  EXPECT_EQ(ids({"overdue"}).size(), 2U);
  EXPECT_EQ(indexer({"verify"}).status, 0);
}

TEST_F(Upkeep, RollbackIsForgottenByNoNumber) {
  add("u:1");
  ASSERT_EQ(indexer({"rollback"}).status, 0);
  add("u:3");
  EXPECT_EQ(stats()["generation"], 3);
  EXPECT_EQ(stats()["previous"], 1);
  EXPECT_THAT(ids({"overdue"}), ElementsAre("u:3"));
  ASSERT_EQ(indexer({"rollback"}).status, 0);
  EXPECT_EQ(stats()["generation"], 1) << "what was live before it, not what has the next number";
}

TEST_F(Upkeep, RollbackRefusesWhatCannotBeRead) {
  add("u:1");
  expect_error(indexer({"rollback", "--to", "2"}), 2, "--to 2: that is live already");
  expect_error(indexer({"rollback", "--to", "7"}), 2, "no such generation; on disk: 1, 2 (live)");
  expect_error(indexer({"rollback", "1"}), 2, "rollback takes options only");
  const std::string before = generation_folder(db(), 1);
  fs::resize_file(before + "/shard-000/postlist.glass", 100);
  expect_error(indexer({"rollback"}), 2, "postlist.glass: has 100 bytes instead of");
  fs::remove(before + "/lexicon");
  expect_error(indexer({"rollback"}), 2, "lexicon: is missing");
  std::ofstream(before + "/MANIFEST") << "{}";
  expect_error(indexer({"rollback"}), 2, "MANIFEST: the index is damaged");
  EXPECT_EQ(stats()["generation"], 2);
}

TEST_F(Upkeep, RollbackMendsWhereNothingIsLive) {
  add("u:1");
  std::ofstream(db() + "/CURRENT") << "rubbish";
  expect_error(indexer({"rollback"}), 2, "name the one to go to with --to N; on disk: 1, 2");
  EXPECT_EQ(indexer({"rollback", "--to", "2"}).status, 0);
  EXPECT_EQ(ids({"overdue"}).size(), 1U);
  std::ofstream(db() + "/CURRENT") << "000009\n";
  EXPECT_EQ(indexer({"rollback"}).status, 0);
  EXPECT_EQ(stats()["generation"], 2);
}

TEST_F(Upkeep, StatsCountWhatIsThere) {
  add("u:1");
  const Json json = stats();
  EXPECT_EQ(json["articles"], 3);
  EXPECT_EQ(json["undated"], 3);
  EXPECT_EQ(json["first_date"], nullptr);
  std::uint64_t articles = 0;
  for (const Json& shard : json["shards"]) articles += shard["articles"].get<std::uint64_t>();
  EXPECT_EQ(articles, 3U);
  std::uint64_t bytes = 0;
  for (const Json& part : json["parts"]) bytes += part.get<std::uint64_t>();
  EXPECT_EQ(json["bytes"], bytes);
  const Json& generations = json["generations"];
  ASSERT_EQ(generations.size(), 2U);
  EXPECT_EQ(generations[0]["live"], false);
  EXPECT_EQ(generations[1]["live"], true);
  EXPECT_EQ(generations[1]["bytes"], bytes);
  EXPECT_LE(generations[0]["frees"], generations[0]["bytes"]);
}

TEST_F(Upkeep, StatsTellSharedBytesApart) {
  const Json before = stats()["generations"][0];
  EXPECT_EQ(before["bytes"], before["frees"]);
  // As an update links what it does not change.
  const std::string other = generation_folder(db(), 7);
  fs::copy(generation(), other, fs::copy_options::recursive | fs::copy_options::create_hard_links);
  fs::remove(other + "/lexicon");
  const Json shared = stats()["generations"];
  ASSERT_EQ(shared.size(), 2U);
  EXPECT_EQ(shared[0]["frees"], fs::file_size(generation() + "/lexicon"));
  EXPECT_EQ(shared[1]["frees"], 0);
  EXPECT_EQ(shared[1]["generation"], 7);
}

TEST_F(Upkeep, StatsAgreeWithFacets) {
  const std::string samples = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles";
  ASSERT_EQ(indexer({"rebuild", "--quiet", samples}).status, 0);
  const Json json = parse_json(indexer({"stats", "--format", "json", "--top", "7"}).out);
  for (const char* field : {"person", "city", "country", "organisation", "source", "language"}) {
    const Json facet =
        parse_json(searcher({"facets", field, "--top", "7", "--format", "json"}).out);
    const Json& values = json["values"][field];
    EXPECT_EQ(values["top"], facet["values"]) << field;
    EXPECT_EQ(values["distinct"], facet["distinct"]) << field;
  }
  const Outcome text = indexer({"stats"});
  EXPECT_EQ(text.status, 0);
  EXPECT_THAT(text.out, HasSubstr("\nperson (5 of "));
  EXPECT_THAT(text.out, HasSubstr("Kurmanbek Bakiyev\n"));
}

/// Every command that reads an index, with an index of another version.
class OtherVersion : public Upkeep {
 protected:
  void expect_refused(const std::string& what, const std::string& advice) const {
    const auto both = [&](const Outcome& outcome, const std::string& command) {
      SCOPED_TRACE(command);
      expect_error(outcome, 2, what);
      EXPECT_THAT(outcome.err, HasSubstr(advice));
    };
    for (const Strings& command : std::vector<Strings>{
             {"verify"}, {"stats"}, {"update", "--quiet", "archive"}, {"remove", "good.txt"}}) {
      both(indexer(command), command[0]);
    }
    for (const Strings& command : std::vector<Strings>{{"find", "harbour"},
                                                       {"facets", "city"},
                                                       {"show", "good.txt"},
                                                       {"batch", "-"},
                                                       {"find", "--verified", "harbour"}}) {
      both(searcher(command, "1\tharbour\n"), command[0]);
    }
    EXPECT_EQ(indexer({"rebuild", "--quiet", "archive"}).status, 0);
    EXPECT_EQ(ids({"harbour"}).size(), 2U);
    both(indexer({"rollback"}), "rollback");
    EXPECT_EQ(ids({"harbour"}).size(), 2U);
  }
  void edit(const std::string& from, const std::string& to) const {
    const std::string manifest = read_all(generation() + "/MANIFEST");
    std::ofstream(generation() + "/MANIFEST") << replaced(manifest, from, to);
  }
  const std::string schema_ = "\"schema_version\": ";
};

TEST_F(OtherVersion, OlderIsToBeRebuilt) {
  edit(schema_ + std::to_string(kSchemaVersion), schema_ + std::to_string(kSchemaVersion - 1));
  expect_refused("the index has schema version " + std::to_string(kSchemaVersion - 1),
                 "; rebuild the index");
}

TEST_F(OtherVersion, NewerNeedsANewerProgram) {
  edit(schema_ + std::to_string(kSchemaVersion), schema_ + "999");
  expect_refused("the index has schema version 999", "; use a newer alatoo");
}

TEST_F(OtherVersion, UnknownFeatureNeedsANewerProgram) {
  edit("\"features\": []", "\"features\": [\"frozen\"]");
  expect_refused("the index has the feature \"frozen\"", "; use a newer alatoo");
}

}  // namespace
}  // namespace alatoo::e2e
