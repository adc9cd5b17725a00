// SPDX-License-Identifier: GPL-3.0-or-later
//
// What no archive should hold and some do. A broken article costs itself, not the others.
#include <sys/stat.h>

#include <filesystem>
#include <random>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::UnorderedElementsAre;

class HostileInput : public Sandbox {
 protected:
  void SetUp() override {
    write("archive/a-good.txt", "Harbour opens\n\nThe new harbour opened to ferries on Monday.\n");
    write("archive/z-good.txt", "Harbour closes\n\nThe old harbour was closed on Friday.\n");
  }

  /// Indexes the archive; expects the two good articles and one line for each of `skipped`.
  void expect_skipped(const Strings& skipped) const {
    const Outcome outcome = indexer({"rebuild", "archive"});
    EXPECT_EQ(outcome.status, 1) << outcome.err;
    Strings told = lines_of(outcome.err);
    ASSERT_FALSE(told.empty());
    EXPECT_THAT(told.back(), MatchesRegex("published 2 of [0-9]+ articles.*, skipped [0-9]+ .*"));
    told.pop_back();
    ASSERT_EQ(told.size(), skipped.size()) << outcome.err;
    for (std::size_t i = 0; i < told.size(); ++i) {
      EXPECT_THAT(told[i], ::testing::StartsWith("skipped archive/" + skipped[i]));
    }
    EXPECT_THAT(ids({"harbour"}), UnorderedElementsAre("a-good.txt", "z-good.txt"));
  }
};

TEST_F(HostileInput, LinkThatLeadsNowhere) {
  fs::create_symlink("nowhere", path("archive/link.txt"));
  expect_skipped({"link.txt: the link leads nowhere"});
}

TEST_F(HostileInput, LinkToItself) {
  fs::create_symlink("loop", path("archive/loop"));
  expect_skipped({"loop: "});
}

TEST_F(HostileInput, FolderThatHoldsItself) {
  fs::create_directory_symlink("..", path("archive/again"));
  const Outcome outcome = indexer({"rebuild", "archive"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("published 2 of 2"));
}

TEST_F(HostileInput, PipeInAFolder) {
  ASSERT_EQ(mkfifo(path("archive/pipe").c_str(), 0600), 0);
  expect_skipped({"pipe: not a regular file"});
}

TEST_F(HostileInput, PipeByName) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  const Outcome outcome = indexer({"rebuild", "pipe"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("pipe: not a regular file"));
}

TEST_F(HostileInput, NulBytes) {
  write("archive/nul.txt", "Harbour\0\0\0 opens\n\nharbour\n"s);
  expect_skipped({"nul.txt: binary data"});
}

TEST_F(HostileInput, RandomBytes) {
  std::mt19937 random(20201010);
  std::string bytes(100000, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  write("archive/noise.bin", bytes);
  expect_skipped({"noise.bin: "});
}

TEST_F(HostileInput, EmptyFiles) {
  write("archive/blank.txt", " \n\t\n");
  write("archive/empty.txt", "");
  expect_skipped({"blank.txt: the file holds only white space", "empty.txt: the file is empty"});
}

TEST_F(HostileInput, OneLineOfAMegabyte) {
  std::string words = "Quay ";
  while (words.size() < 1 << 20) words += "word ";
  write("archive/letters.txt", "Quay " + std::string(1 << 20, 'x') + " quay\n");
  write("archive/words.txt", words + "quay\n");
  Invocation call = invocation("indexer", {"rebuild", "archive"});
  call.timeout = std::chrono::seconds(20);  // of time that grows with its square 1 MB takes more
  const Outcome outcome = run(call);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(ids({"quay"}), UnorderedElementsAre("letters.txt", "words.txt"));
  EXPECT_EQ(searcher({"find", "quay"}).status, 0);
}

TEST_F(HostileInput, InvalidUtf8IsReadAndCounted) {
  write("archive/latin.txt", "Caf\xE9 r\xE9sum\xE9 quay\n\nUn caf\xE9 noir sur le quay.\n");
  write("archive/broken.jsonl", "{\"headline\": \"Pier – “quay” \xF0\x9F\x98 …\"}\n");
  const Outcome outcome = indexer({"rebuild", "archive"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("broken bytes replaced"));
  EXPECT_THAT(ids({"quay"}), UnorderedElementsAre("latin.txt", "broken.jsonl"));
}

TEST_F(HostileInput, CompressedFilesCutShort) {
  const std::string samples = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles/";
  const std::string gzip = read_all(samples + "2005/2005-05-13-pact.txt.gz");
  const std::string zstd = read_all(samples + "2010/june.jsonl.zst");
  write("archive/cut.txt.gz", gzip.substr(0, gzip.size() / 2));
  write("archive/cut.zst", zstd.substr(0, zstd.size() / 2));
  write("archive/tail.gz", gzip + "garbage");
  expect_skipped({"cut.txt.gz: the gzip data is cut short", "cut.zst: the zstd data is cut short",
                  "tail.gz: garbage after the gzip data"});
}

TEST_F(HostileInput, DeepJson) {
  write("archive/deep.json", "{\"headline\": " + std::string(200000, '[') + "}");
  write("archive/deep.jsonl", "{\"headline\": \"Quay\"}\n" + std::string(200000, '{') + "\n");
  const Outcome outcome = indexer({"rebuild", "archive"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("skipped archive/deep.json: "));
  EXPECT_THAT(outcome.err, HasSubstr("skipped archive/deep.jsonl:2: "));
  EXPECT_THAT(outcome.err, HasSubstr("published 3 of 5"));
}

TEST_F(HostileInput, BrokenLinesAreNamedByNumber) {
  write("archive/lines.jsonl",
        "{\"uri\": \"u:1\", \"headline\": \"Quay one\"}\n"
        "{\"uri\": \"u:2\", \"headline\": \n"
        "\n"
        "{\"uri\": \"u:4\"}\n"
        "[1, 2]\n"
        "{\"uri\": \"u:6\", \"headline\": \"Quay six\"}");
  const Outcome outcome = indexer({"rebuild", "--report", "report.json", "archive"});
  EXPECT_EQ(outcome.status, 1);
  const Strings told = lines_of(outcome.err);
  ASSERT_EQ(told.size(), 4U) << outcome.err;
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(told[i], MatchesRegex("skipped archive/lines\\.jsonl:[245]: .+"));
    EXPECT_THAT(read_all(path("report.json")), HasSubstr("archive/lines.jsonl:"));
  }
  EXPECT_THAT(told[3], HasSubstr("published 4 of 7"));
  EXPECT_THAT(ids({"quay"}), UnorderedElementsAre("u:1", "u:6"));
}

TEST_F(HostileInput, StrictPublishesNothing) {
  write("archive/empty.txt", "");
  Outcome outcome = indexer({"rebuild", "--strict", "archive"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("published nothing"));
  EXPECT_FALSE(fs::exists(db() + "/CURRENT"));
  fs::remove(path("archive/empty.txt"));
  outcome = indexer({"rebuild", "--strict", "archive"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(ids({"harbour"}), UnorderedElementsAre("a-good.txt", "z-good.txt"));
}

TEST_F(HostileInput, NothingUsableLeavesTheOldIndex) {
  ASSERT_EQ(indexer({"rebuild", "archive"}).status, 0);
  write("bad/empty.txt", "");
  const Outcome outcome = indexer({"rebuild", "bad"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("indexer: no article in the input; nothing was published"));
  EXPECT_THAT(ids({"harbour"}), UnorderedElementsAre("a-good.txt", "z-good.txt"));
}

TEST_F(HostileInput, FileNamesOfAnyBytes) {
  write("archive/two\nlines.txt", "Quay\n\nA quay with a line break in its name.\n");
  write("archive/r\xE9sum\xE9 quay.txt", "Quay\n\nA quay in Latin-1.\n");
  const Outcome outcome = indexer({"rebuild", "archive"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(ids({"quay"}).size(), 2U);
  for (const std::string& line : lines_of(searcher({"find", "--format", "jsonl", "quay"}).out)) {
    EXPECT_THAT(line, ::testing::EndsWith("}"));
  }
  EXPECT_EQ(searcher({"show", "two%0Alines.txt"}).status, 0);
}

TEST_F(HostileInput, InspectSkipsTheSame) {
  write("archive/empty.txt", "");
  const Outcome outcome = indexer({"inspect", "archive"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(lines_of(outcome.out).size(), 2U);
  EXPECT_EQ(outcome.err, "skipped archive/empty.txt: the file is empty\n");
}

}  // namespace
}  // namespace alatoo::e2e
