// SPDX-License-Identifier: GPL-3.0-or-later
//
// Standard input and output as a shell joins them.
#include <algorithm>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

const std::string kArticles = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles";

class Pipes : public Sandbox {
 protected:
  void SetUp() override {
    const Outcome built = indexer({"rebuild", "--quiet", kArticles});
    ASSERT_EQ(built.status, 0) << built.err;
  }

  /// Commands whose output is short, and longer than a pipe or buffer holds.
  std::vector<Invocation> talkers() const {
    std::string queries;
    for (int i = 0; i < 300; ++i) queries += std::to_string(i) + "\tpresident kyrgyzstan bakiyev\n";
    Invocation batch = invocation("searcher", {"batch", "--format", "jsonl", "-"});
    batch.input = queries;
    return {invocation("searcher", {"find", "bakiyev"}),
            invocation("searcher", {"find", "--format", "json", "-n", "100", "bakiyev"}),
            invocation("searcher", {"facets", "person", "--top", "1000"}),
            invocation("searcher", {"show", "2010/family.txt"}),
            invocation("searcher", {"--help"}),
            invocation("searcher", {"find", "--help"}),
            invocation("indexer", {"inspect", kArticles}),
            batch};
  }
  static std::string shown(const Invocation& call) {
    std::string line;
    for (const std::string& word : call.command) line += word + " ";
    return line;
  }
};

TEST_F(Pipes, ClosedOutputIsNoError) {
  for (const Invocation& call : talkers()) {
    SCOPED_TRACE(shown(call));
    Process program(call);
    program.close_output();
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
  }
}

TEST_F(Pipes, FullDiskIsAnError) {
  for (Invocation call : talkers()) {
    SCOPED_TRACE(shown(call));
    call.output = "/dev/full";
    const Outcome outcome = run(call);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, ::testing::MatchesRegex("(indexer|searcher): cannot write [^\n]+\n"));
  }
}

TEST_F(Pipes, StandardInputIsRead) {
  const std::string lines =
      "{\"uri\": \"u:1\", \"headline\": \"Quay one\"}\n{\"headline\": \"Quay two\"}\n";
  const Outcome outcome = indexer({"rebuild", "-"}, lines);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("published 2 of 2"));
  Strings found = ids({"quay"});
  std::sort(found.begin(), found.end());
  EXPECT_THAT(found, ElementsAre(::testing::StartsWith("stdin:"), "u:1"));
  // The id of an article without a uri is made from its content.
  const Strings second = ids({"two"});
  ASSERT_EQ(indexer({"rebuild", "-"}, lines).status, 0);
  EXPECT_EQ(ids({"two"}), second);
}

TEST_F(Pipes, StandardInputBesideFiles) {
  const std::string file = write("quay.txt", "Quay\n\nA quay in a file.\n");
  ASSERT_EQ(indexer({"rebuild", file, "-"}, "{\"uri\": \"u:1\", \"headline\": \"Quay\"}").status,
            0);
  EXPECT_THAT(ids({"quay"}), UnorderedElementsAre("quay.txt", "u:1"));
}

TEST_F(Pipes, EmptyStandardInput) {
  const Outcome outcome = indexer({"rebuild", "-"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("-: the file is empty"));
  EXPECT_EQ(ids({"-n", "100", "bakiyev"}).size(), 30U) << "the old index is gone";
}

TEST_F(Pipes, IndexFromTheEnvironment) {
  Invocation call;
  call.command = {"searcher", "find", "--format", "trec", "ribbons"};
  call.environment = {{"ALATOO_DB", db()}};
  EXPECT_EQ(run(call).status, 0);
  call.environment = {{"XDG_DATA_HOME", path("data")}};
  expect_error(run(call), 2, path("data/alatoo") + ": no index here");
  call.environment = {{"HOME", path("home")}};
  expect_error(run(call), 2, path("home/.local/share/alatoo") + ": no index here");
}

}  // namespace
}  // namespace alatoo::e2e
