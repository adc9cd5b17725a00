// SPDX-License-Identifier: GPL-3.0-or-later
//
// tests/corpora/broken: each file broken in one way, told in the words of expected.tsv.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kCorpus = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/broken";

/// A row of expected.tsv.
struct Broken {
  std::string file, articles, told, words, text;
};

std::vector<Broken> expected() {
  std::vector<Broken> rows;
  for (const std::string& line : lines_of(read_all(kCorpus + "/expected.tsv"))) {
    Strings fields(1);
    for (const char c : line) {
      if (c == '\t') {
        fields.emplace_back();
      } else {
        fields.back() += c;
      }
    }
    if (fields.size() != 5) throw std::runtime_error("expected.tsv: " + line);
    rows.push_back({fields[0], fields[1], fields[2], fields[3], fields[4]});
  }
  rows.erase(rows.begin());  // the heading
  return rows;
}

/// What `inspect` or `rebuild` told of the file or its members, a line each.
std::string told_of(const std::string& file, const std::string& err) {
  const std::string place = "/" + file;
  std::string told;
  for (const std::string& line : lines_of(err)) {
    const std::size_t at = line.find(place);
    const std::size_t end = at + place.size();
    if (at != line.npos && end < line.size() && std::string(":#").find(line[end]) != line.npos) {
      told += line.substr(end) + "\n";
    }
  }
  return told;
}

class BrokenFiles : public Sandbox {};

TEST_F(BrokenFiles, EachIsNamedOnce) {
  Strings named, there;
  for (const Broken& row : expected()) named.push_back(row.file);
  for (const auto& entry : fs::directory_iterator(kCorpus + "/files")) {
    there.push_back(entry.path().filename());
  }
  EXPECT_THAT(named, ::testing::UnorderedElementsAreArray(there));
}

TEST_F(BrokenFiles, Inspect) {
  const Outcome outcome = indexer({"inspect", kCorpus + "/files"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  std::vector<nlohmann::json> articles;
  for (const std::string& line : lines_of(outcome.out)) {
    articles.push_back(nlohmann::json::parse(line));
  }
  for (const Broken& row : expected()) {
    SCOPED_TRACE(row.file);
    std::size_t count = 0;
    std::string text, notes;
    for (const auto& article : articles) {
      const std::string& id = article["path"].get_ref<const std::string&>();
      const std::size_t at = id.find("/" + row.file);
      const std::size_t end = at + 1 + row.file.size();
      if (at == id.npos || (end < id.size() && id[end] != '#' && id[end] != ':')) continue;
      ++count;
      text += article["text"].get<std::string>() + "\n";
      for (const auto& note : article["notes"]) notes += note.get<std::string>() + "\n";
    }
    const std::string skipped = told_of(row.file, outcome.err);
    EXPECT_EQ(std::to_string(count), row.articles);
    if (row.told == "skipped") {
      EXPECT_THAT(row.words[0] == '#' || row.words[0] == ':' ? skipped : skipped.substr(2),
                  HasSubstr(row.words));
    } else {
      EXPECT_EQ(skipped, "");
    }
    if (row.told == "note") {
      EXPECT_THAT(notes, HasSubstr(row.words));
    } else {
      EXPECT_EQ(notes, "");
    }
    if (row.text[0] == '!') {
      EXPECT_THAT(text, Not(HasSubstr(row.text.substr(1))));
    } else if (row.text != "-") {
      EXPECT_THAT(text, HasSubstr(row.text));
    }
  }
}

/// What breaks costs itself only: every other article is published.
TEST_F(BrokenFiles, Rebuild) {
  const Outcome outcome = indexer({"rebuild", kCorpus + "/files"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  int articles = -1;  // the id that comes twice is published once
  for (const Broken& row : expected()) {
    articles += std::stoi(row.articles);
    if (row.told == "skipped" || row.told == "rebuild") {
      EXPECT_THAT(outcome.err, HasSubstr(row.words)) << row.file;
    }
  }
  EXPECT_THAT(outcome.err, HasSubstr("published " + std::to_string(articles) + " of "));
  EXPECT_EQ(ids({"treasure"}), Strings{"secret.txt"});
}

}  // namespace
}  // namespace alatoo::e2e
