// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

namespace fs = std::filesystem;

/// A line of a page and what it is; pages/README.md explains the letters.
struct LabelledLine {
  char label = 0;
  std::size_t at = 0;  // offset of its first character that is no blank
  std::string text;
};

struct LabelledPage {
  std::string text;
  std::vector<LabelledLine> lines;
};

LabelledPage read_labelled(const fs::path& path) {
  LabelledPage page;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line); page.text += '\n') {
    if (line.empty()) continue;
    EXPECT_TRUE(line.size() > 2 && line[1] == '|') << path << ": " << line;
    const std::string own = line.substr(2);
    page.lines.push_back({line[0], page.text.size() + own.find_first_not_of(' '), own});
    page.text += own;
  }
  return page;
}

char letter_at(const Article& article, std::size_t at) {
  static constexpr std::string_view kLetters = "hslbddcrf";  // in the order of ZoneKind
  for (const Zone& zone : article.zones) {
    if (zone.span.begin <= at && at < zone.span.end) {
      return kLetters[static_cast<std::size_t>(zone.kind)];
    }
  }
  return '?';
}

bool story(char label) { return std::string_view("hsdc").find(label) != std::string_view::npos; }

struct Tally {
  int lines = 0, right = 0;
  int furniture = 0, found = 0;
  int story = 0, lost = 0;
  int headlines = 0, exact = 0;
  std::string wrong;  // "page: label>found line"

  friend std::ostream& operator<<(std::ostream& out, const Tally& t) {
    return out << t.wrong << t.right << "/" << t.lines << " lines, " << t.found << "/"
               << t.furniture << " furniture, " << t.lost << "/" << t.story << " lost, " << t.exact
               << "/" << t.headlines << " headlines";
  }
};

Tally score(const std::string& part) {
  Tally tally;
  const fs::path folder = fs::path(ALATOO_SOURCE_DIR) / "tests/indexer/read/pages" / part;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const LabelledPage page = read_labelled(entry.path());
    Article article;
    article.text = page.text;
    mark_zones(article);
    std::string headline;
    for (const LabelledLine& line : page.lines) {
      const char found = letter_at(article, line.at);
      ++tally.lines;
      tally.right += found == line.label;
      tally.furniture += line.label == 'f';
      tally.found += line.label == 'f' && found == 'f';
      tally.story += story(line.label);
      tally.lost += story(line.label) && !story(found);
      if (line.label == 'h') headline = line.text;
      if (found != line.label) {
        tally.wrong += entry.path().stem().string() + ": " + line.label + ">" + found + " " +
                       line.text.substr(0, 60) + "\n";
      }
    }
    ++tally.headlines;
    tally.exact += article.headline.value_or("") == headline;
  }
  return tally;
}

TEST(LabelledPages, ThoseTheRulesWereTunedOn) {
  const Tally tally = score("tune");
  EXPECT_EQ(tally.headlines, 36);
  EXPECT_GE(tally.found, tally.furniture * 0.98) << tally;
  EXPECT_LE(tally.lost, tally.story * 0.005) << tally;
  EXPECT_EQ(tally.exact, tally.headlines) << tally;
  EXPECT_GE(tally.right, tally.lines * 0.97) << tally;
}

TEST(LabelledPages, ThoseWrittenAfterTheRules) {
  const Tally tally = score("score");
  EXPECT_EQ(tally.headlines, 13);
  EXPECT_GE(tally.found, tally.furniture * 0.98) << tally;
  EXPECT_LE(tally.lost, tally.story * 0.005) << tally;
  EXPECT_EQ(tally.exact, tally.headlines) << tally;
}

}  // namespace
}  // namespace alatoo
