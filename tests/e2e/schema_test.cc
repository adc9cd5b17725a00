// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is printed as JSON is what schemas/ says.
#include <filesystem>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

const std::string kTree = ALATOO_SOURCE_DIR;

class Schemas : public Sandbox {
 protected:
  void SetUp() override {
    Invocation probe;
    probe.command = {"python3", "-c", "import jsonschema"};
    if (run(probe).status != 0) GTEST_SKIP() << "python3-jsonschema is not installed";
    const Outcome built = indexer({"rebuild", "--quiet", kTree + "/tests/corpora/unrest/articles"});
    ASSERT_EQ(built.status, 0) << built.err;
  }

  /// That each line of `lines` is an instance of the schema, at `part` of it.
  static Outcome validate(const std::string& schema, const std::string& part,
                          const std::string& lines) {
    Invocation call;
    call.command = {"python3", kTree + "/tests/e2e/validate.py",
                    kTree + "/schemas/" + schema + ".schema.json", part};
    call.input = lines;
    return run(call);
  }
  static void expect_valid(const std::string& schema, const std::string& part,
                           const Outcome& outcome) {
    EXPECT_LE(outcome.status, 1) << outcome.err;
    const Outcome checked = validate(schema, part, outcome.out);
    EXPECT_EQ(checked.status, 0) << checked.err;
  }
};

TEST_F(Schemas, Find) {
  const std::vector<Strings> queries = {{"bakiyev", "resign"},
                                        {"--facet", "none", "--passages", "0", "osh"},
                                        {"--facet",
                                         "person,city,country,organisation,source,"
                                         "language,month,year",
                                         "--city", "Osh"},
                                        {"helicoptr", "ribbons"},
                                        {"--from", "2010", "square"},
                                        {"zzzyx"}};
  std::string all;
  for (Strings query : queries) {
    query.insert(query.begin(), {"find", "--format", "json"});
    all += searcher(query).out;
  }
  EXPECT_EQ(lines_of(all).size(), queries.size());
  const Outcome checked = validate("results", "", all);
  EXPECT_EQ(checked.status, 0) << checked.err;
}

TEST_F(Schemas, EveryOtherOutput) {
  expect_valid("results", "hit", searcher({"find", "--format", "jsonl", "square"}));
  expect_valid("results", "facet_answer", searcher({"facets", "city", "--format", "json", "osh"}));
  expect_valid("results", "why_answer",
               searcher({"facets", "person", "--why", "Bakiyev", "--format", "json"}));
  expect_valid("results", "explanation",
               searcher({"facets", "city", "--why", "Osh", "--format", "jsonl"}));
  expect_valid("results", "value", searcher({"facets", "person", "--format", "jsonl"}));
  expect_valid("results", "batch_answer",
               searcher({"batch", "--format", "jsonl", "-"}, "a\tosh\nb\tzzzyx\nc\tbakiyev osh\n"));
  expect_valid("inspection", "", searcher({"show", "--format", "json", "2010/family.txt"}));
  const Outcome all = indexer({"inspect", kTree + "/tests/corpora/unrest/articles"});
  EXPECT_EQ(lines_of(all.out).size(), 44U);
  expect_valid("inspection", "", all);
}

TEST_F(Schemas, Stats) {
  expect_valid("stats", "", indexer({"stats", "--format", "json"}));
  expect_valid("stats", "", indexer({"stats", "--format", "json", "--top", "0"}));
  const std::string folder = db() + "/generations/000007";
  std::filesystem::create_directory(folder);
  write("db/generations/000007/MANIFEST", "{}");
  expect_valid("stats", "", indexer({"stats", "--format", "json"}));
}

TEST_F(Schemas, Reports) {
  const std::string report = path("report.json");
  const std::vector<Strings> jobs = {
      {"rebuild", kTree + "/tests/corpora/unrest/articles"},
      {"rebuild", "absent"},
      {"rebuild", "--strict", write("new/bad.txt", std::string("\0\1", 2)),
       write("new/good.txt", "Quay\n\nA new quay.\n")},
      {"update", path("new/good.txt")},
      {"update", path("new/good.txt")},
      {"remove", "good.txt", "absent.txt"},
      {"remove", "absent.txt"},
      {"rollback"},
      {"entities", "--authority",
       write("people.tsv", "id\tname\tcountries\taliases\nx-1\tAnna Quay\t\tAnna Q\n")}};
  for (Strings job : jobs) {
    SCOPED_TRACE(job.front() + " " + job.back());
    job.insert(job.begin() + 1, {"--report", report});
    const Outcome outcome = indexer(job);
    std::string text = read_all(report);
    std::erase(text, '\n');
    const Outcome checked = validate("report", "", text);
    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_THAT(text, ::testing::HasSubstr("\"status\": " + std::to_string(outcome.status) + ","));
  }
}

TEST_F(Schemas, InputOfTheSamples) {
  const std::string samples = kTree + "/tests/corpora/unrest/articles/";
  expect_valid("article", "", {0, read_all(samples + "2010/spring.jsonl"), ""});
}

TEST_F(Schemas, CheckItselfCanFail) {
  EXPECT_EQ(validate("results", "", "{\"total\": -1}\n").status, 1);
  EXPECT_EQ(validate("results", "", "{\n").status, 1);
  EXPECT_EQ(validate("results", "", "").status, 1);
}

}  // namespace
}  // namespace alatoo::e2e
