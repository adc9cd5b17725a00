// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wrong use gets one line that says what is wrong, and the status for it.
#include <filesystem>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

struct Wrong {
  Strings command;
  std::string says;
};

class WrongUse : public Sandbox {
 protected:
  void expect_refused(const std::string& program, const std::vector<Wrong>& cases) const {
    for (const Wrong& wrong : cases) {
      std::string shown = program;
      for (const std::string& word : wrong.command) shown += " " + word.substr(0, 60);
      SCOPED_TRACE(shown);
      expect_error(program == "indexer" ? indexer(wrong.command) : searcher(wrong.command), 2,
                   wrong.says);
    }
  }
};

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

TEST_F(WrongUse, OfTheIndexer) {
  std::filesystem::create_directory(path("empty"));
  write("a.txt", "An article\n\nWith a body.\n");
  expect_refused("indexer",
                 {{{}, "command"},
                  {{"rebiuld"}, "no command 'rebiuld'"},
                  {{"--db", "x"}, "no command '--db'"},
                  {{"rebuild", "--fast", "a.txt"}, "unknown option '--fast'"},
                  {{"rebuild", "--keep", "-3", "a.txt"}, "--keep -3"},
                  {{"rebuild", "--report", "", "a.txt"}, "--report ''"},
                  {{"rebuild", "--job", "2", "a.txt"}, "unknown option '--job'"},
                  {{"rebuild"}, "which articles?"},
                  {{"inspect"}, "which articles?"},
                  {{"rebuild", "nowhere"}, "no such file or folder: nowhere"},
                  {{"inspect", "nowhere"}, "no such file or folder: nowhere"},
                  {{"rebuild", ""}, "no such file or folder"},
                  {{"rebuild", "empty"}, "empty holds no files"},
                  {{"rebuild", "--jobs", "many", "a.txt"}, "--jobs"},
                  {{"rebuild", "--jobs", "65", "a.txt"}, "at most 64"},
                  {{"rebuild", "--keep", "0", "a.txt"}, "--keep 0"},
                  {{"rebuild", "--recognize", "maybe", "a.txt"}, "--recognize maybe"},
                  {{"rebuild", "--progress", "sometimes", "a.txt"}, "--progress sometimes"},
                  {{"rebuild", "--authority", "nowhere.tsv", "a.txt"}, "nowhere.tsv"},
                  {{"rebuild", "--authority", "empty", "a.txt"}, "holds no .tsv file"},
                  {{"rebuild", "--root", "empty", "a.txt"}, "outside the root"},
                  {{"rebuild", "--db", "other", "a.txt"}, "--db"}});
  EXPECT_EQ(searcher({"find", "article"}).status, 2) << "something was published";
}

TEST_F(WrongUse, OfTheSearcher) {
  build_index();
  const std::string words = repeated("harbour ", 600);
  expect_refused(
      "searcher",
      {{{}, "command"},
       {{"serach"}, "no command 'serach'"},
       {{"find", "--colour", "never", "harbour"}, "unknown option '--colour'"},
       {{"find"}, "what to find?"},
       {{"find", ""}, "what to find?"},
       {{"find", " \t\n"}, "what to find?"},
       {{"find", "--from", "soon", "harbour"}, "--from 'soon'"},
       {{"find", "--to", "2010-13", "harbour"}, "--to '2010-13'"},
       {{"find", "--from", "2011", "--to", "2010", "harbour"}, "lies after"},
       {{"find", "--undated", "maybe", "harbour"}, "--undated 'maybe'"},
       {{"find", "--facet", "colour", "harbour"}, "--facet 'colour'"},
       {{"find", "--facet", "person:", "harbour"}, "--facet 'person:'"},
       {{"find", "--facet", "person:0", "harbour"}, "--facet 'person:0'"},
       {{"find", "--facet", "person,,city", "harbour"}, "--facet ''"},
       {{"find", "--format", "xml", "harbour"}, "--format 'xml'"},
       {{"find", "--color", "sometimes", "harbour"}, "--color sometimes"},
       {{"find", "--match", "most", "harbour"}, "--match 'most'"},
       {{"find", "--sort", "length", "harbour"}, "--sort 'length'"},
       {{"find", "-n", "ten", "harbour"}, "--limit 'ten'"},
       {{"find", "-n", "-1", "harbour"}, "--limit '-1'"},
       {{"find", "-n", "1e9", "harbour"}, "--limit '1e9'"},
       {{"find", "-n", "99999999999999999999", "harbour"}, "--limit"},
       {{"find", "--offset", "-1", "harbour"}, "--offset '-1'"},
       {{"find", "--passages", "many", "harbour"}, "--passages 'many'"},
       {{"find", "--limit"}, "--limit"},
       {{"find", "date:someday"}, "date:someday"},
       {{"find", repeated("abcdefgh ", 1024)}, "9216 bytes; at most 8192"},
       {{"find", words}, "more than 512 words"},
       {{"find", repeated("harb* ", 17)}, "more than 16 wildcards"},
       {{"find", repeated("(", 200) + "harbour OR bridge" + repeated(")", 200)}, "brackets"},
       {{"find", repeated("NOT (", 200) + "harbour"}, "brackets"},
       {{"facets"}, "which facet?"},
       {{"facets", "colour"}, "no facet 'colour'"},
       {{"facets", "person", "--top", "few"}, "--top"},
       {{"facets", "person", "--format", "trec"}, "--format trec"},
       {{"facets", "year", "--why", "2010"}, "--why"},
       {{"show"}, "which article?"},
       {{"show", "good.txt", "other.txt"}, "which article?"},
       {{"show", "--format", "csv", "good.txt"}, "--format csv"},
       {{"show", "--format", "trec", "good.txt"}, "--format trec"},
       {{"batch"}, "which queries?"},
       {{"batch", "nowhere.tsv"}, "nowhere.tsv"},
       {{"batch", "archive"}, "archive"},
       {{"batch", "--format", "csv", "archive/good.txt"}, "--format"}});
}

TEST_F(WrongUse, ArticleThatIsNotThere) {
  build_index();
  expect_error(searcher({"show", "nobody.txt"}), 1, "no article 'nobody.txt'");
}

TEST_F(WrongUse, NoIndex) {
  expect_refused("searcher", {{{"find", "harbour"}, "no index here"},
                              {{"facets", "person"}, "no index here"},
                              {{"show", "good.txt"}, "no index here"},
                              {{"batch", "-"}, "no index here"}});
  std::filesystem::create_directory(db());
  expect_refused("searcher", {{{"find", "harbour"}, "indexer rebuild --db"}});
}

TEST_F(WrongUse, LongQueriesWithinTheLimits) {
  build_index();
  EXPECT_EQ(searcher({"find", repeated("harbour ", 512)}).status, 0);
  EXPECT_EQ(searcher({"find", repeated("harb* ", 16)}).status, 0);
  EXPECT_EQ(searcher({"find", repeated("(", 1000) + "harbour" + repeated(")", 1000)}).status, 0);
  EXPECT_EQ(searcher({"find", repeated("NOT ", 1000) + "harbour"}).status, 0);
}

TEST_F(WrongUse, QueriesWithoutAWordFindNothing) {
  build_index();
  for (const char* query : {"!!!", "\"\"", "( )", "-", "***", "\xFF\xFE", "city:", "\"", ")("}) {
    SCOPED_TRACE(query);
    const Outcome outcome = searcher({"find", "--format", "trec", "--", query});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.out, "");
  }
}

TEST_F(WrongUse, OneBadQueryDoesNotCostABatchTheOthers) {
  build_index();
  const Outcome outcome = searcher(
      {"batch", "-"}, "a\tharbour\nb\tdate:someday\nc\t" + repeated("x ", 600) + "\nd\tbridge\n");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, ::testing::StartsWith("a Q0 "));
  EXPECT_THAT(outcome.out, ::testing::HasSubstr("\nd Q0 other.txt 1 "));
  const Strings errors = lines_of(outcome.err);
  ASSERT_EQ(errors.size(), 2U) << outcome.err;
  EXPECT_THAT(errors[0], ::testing::StartsWith("searcher: -:2: date:someday"));
  EXPECT_THAT(errors[1], ::testing::StartsWith("searcher: -:3: "));
}

}  // namespace
}  // namespace alatoo::e2e
