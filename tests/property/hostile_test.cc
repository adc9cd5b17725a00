// SPDX-License-Identifier: GPL-3.0-or-later
// Queries made to hurt: each is answered or refused, in bounded time, and leaves no damage.
#include <gtest/gtest.h>

#include <chrono>

#include "common/error.h"
#include "searcher/search.h"
#include "tests/property/archives.h"
#include "tests/property/random_archive.h"

namespace alatoo {
namespace {

constexpr std::chrono::seconds kBound{5};  // many times what any of them needs

std::string repeated(const std::string& piece, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += piece;
  return text;
}

class Hostile : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    Random random(42);
    build(folder_->path() + "/db", random_archive(random).lines, 2, small_authority());
    archive_ = new Archive(folder_->path() + "/db");
  }
  static void TearDownTestSuite() {
    delete archive_;
    delete folder_;
  }

  /// True if it is answered, false if refused.
  static bool ask(const std::string& query) {
    SCOPED_TRACE(query.substr(0, 200));
    const auto start = std::chrono::steady_clock::now();
    SearchRequest request;
    request.query = query;
    request.facets = {{Field::person, 10, ""}};
    bool answered = true;
    try {
      const Results results = search(*archive_, request);
      EXPECT_LE(results.total, archive_->manifest().articles);
      EXPECT_LE(results.hits.size(), request.limit);
    } catch (const Error& error) {
      answered = false;
      EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, kBound);
    return answered;
  }

  static inline TempFolder* folder_ = nullptr;
  static inline Archive* archive_ = nullptr;
};

TEST_F(Hostile, ManyWildcards) {
  std::string letters;
  std::string prefixes;
  for (char c = 'a'; c <= 'z'; ++c) {
    letters += std::string(1, c) + "* ";
    prefixes += std::string(3, c) + "* ";
  }
  EXPECT_TRUE(ask(letters));  // too short to be wildcards
  EXPECT_FALSE(ask(prefixes));
  EXPECT_TRUE(ask(repeated("pro* ", 16)));
  EXPECT_TRUE(ask(repeated("pro* NEAR ", 15) + "str*"));
  EXPECT_FALSE(ask(repeated("pro* OR ", 30) + "str*"));
}

TEST_F(Hostile, ManyWords) {
  EXPECT_FALSE(ask(repeated("protest ", 10000)));
  EXPECT_FALSE(ask(repeated("a ", 4000)));
  EXPECT_TRUE(ask(repeated("protest ", 512)));
  EXPECT_TRUE(ask('"' + repeated("the ", 512) + '"'));
  EXPECT_TRUE(ask(repeated("the NEAR/50 ", 300) + "of"));
  EXPECT_TRUE(ask(repeated("a-", 511) + "a"));
  EXPECT_FALSE(ask(std::string(100000, 'x')));
  EXPECT_TRUE(ask(std::string(8000, 'x')));
}

TEST_F(Hostile, DeepOrChained) {
  EXPECT_FALSE(ask(repeated("NOT ", 100000) + "protest"));
  EXPECT_TRUE(ask(repeated("NOT ", 2000) + "protest"));
  EXPECT_TRUE(ask("road AND " + repeated("NOT ", 2000) + "protest"));
  EXPECT_FALSE(ask("a AND " + repeated("(", 4000) + "b"));
  EXPECT_TRUE(ask(repeated("(a OR ", 32) + "b"));
  EXPECT_TRUE(ask(repeated("-(road OR ", 32) + "b" + repeated(")", 32)));
  EXPECT_TRUE(ask(repeated(")", 4000)));
  EXPECT_TRUE(ask(repeated("\"", 4001)));
  EXPECT_TRUE(ask(repeated("OR ", 500)));
  EXPECT_FALSE(ask(repeated("a OR b AND ", 740)));
}

TEST_F(Hostile, OddBytes) {
  using namespace std::string_literals;
  EXPECT_TRUE(ask("\0\0protest\0"s));
  EXPECT_TRUE(ask("\xFF\xFE\x80 protest"));
  EXPECT_TRUE(ask("\xC3"));
  EXPECT_TRUE(ask("person:\0"s));
  EXPECT_TRUE(ask("city:" + std::string(5000, 'x')));
  EXPECT_TRUE(ask("date:1500..2999"));
  EXPECT_TRUE(ask("a" + repeated("\u0301", 3000)));
}

TEST_F(Hostile, RandomBytes) {
  static const std::string likely = "()\"+-*: .~/ANDORTENpo\xD0\xB6\xE2\x80\x9C";
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::string query;
    for (std::size_t n = random.below(60); n > 0; --n)
      query += random.one_in(3) ? static_cast<char>(random.below(256)) : random.of(likely);
    ask(query);
  }
}

TEST_F(Hostile, WildcardsBeyondTheCapAreCutAndSaidSo) {
  std::vector<std::string> lines;
  for (int i = 0; i < 150; ++i) {
    // Rarer towards the end; "prefix0" stands in every article.
    std::string body = "prefix0";
    for (int word = 1; word <= i; ++word) body += " prefix" + std::to_string(word);
    lines.push_back(R"({"uri":")" + std::to_string(i) + R"(","body_text":")" + body + R"("})");
  }
  lines.push_back(R"({"uri":"rare","body_text":"prefix999"})");
  const TempFolder folder;
  build(folder.path() + "/db", lines, 1, small_authority());
  const Archive archive(folder.path() + "/db");
  SearchRequest request;
  request.query = "prefix*";
  const Results results = search(archive, request);
  EXPECT_FALSE(results.complete);
  EXPECT_EQ(results.total, 150U);  // all but the one of the rarest word
  ASSERT_EQ(results.notes.size(), 1U);
  EXPECT_NE(results.notes[0].find("151 words"), std::string::npos) << results.notes[0];
}

}  // namespace
}  // namespace alatoo
