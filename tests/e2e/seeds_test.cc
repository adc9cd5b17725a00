// SPDX-License-Identifier: GPL-3.0-or-later
//
// The five articles that the project began with, where they lie beside the tree.
#include <filesystem>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class Seeds : public Sandbox {
 protected:
  void SetUp() override {
    const std::string seeds = std::string(ALATOO_SOURCE_DIR) + "/../shared/seeds";
    if (!std::filesystem::is_directory(seeds)) GTEST_SKIP() << seeds << " is not there";
    const Outcome built = indexer({"rebuild", seeds});
    ASSERT_EQ(built.status, 0) << built.err;
    ASSERT_THAT(built.err, StartsWith("published 5 of 5 articles"));
  }
  /// The numbers that the ids begin with.
  std::string found(const Strings& arguments) const {
    Strings numbers = ids(arguments);
    std::sort(numbers.begin(), numbers.end());
    std::string joined;
    for (const std::string& id : numbers) joined += (joined.empty() ? "" : " ") + id.substr(0, 3);
    return joined;
  }
};

TEST_F(Seeds, Words) {
  const Outcome answer = searcher({"find", "--format", "json", "bakiyev", "resign"});
  EXPECT_THAT(answer.out, HasSubstr("\"total\":3,"));
  EXPECT_THAT(answer.out, HasSubstr("\"match\":\"all\",\"relaxed\":false"));
}

TEST_F(Seeds, City) { EXPECT_EQ(found({"--city", "Osh"}), "000 001 002 003"); }

TEST_F(Seeds, Person) { EXPECT_EQ(found({"--person", "Almazbek Atambayev"}), "001 004"); }

TEST_F(Seeds, BlurbsAreNoStory) {
  const Outcome answer = searcher({"find", "mealybugs"});
  EXPECT_EQ(answer.status, 1);
  EXPECT_THAT(answer.out, StartsWith("No articles."));
}

TEST_F(Seeds, PersonFacet) {
  const Outcome answer = searcher({"facets", "person", "--format", "csv", "--top", "1000"});
  EXPECT_THAT(answer.out, HasSubstr(",Kurmanbek Bakiyev,4\r\n"));
  EXPECT_THAT(answer.out, HasSubstr(",Kanybek Bakiyev,1\r\n"));
  for (const char* contributor : {"Golovnina", "Sweeney", "Faulconbridge", "Paxton", "Woodward"}) {
    EXPECT_THAT(answer.out, ::testing::Not(HasSubstr(contributor)));
  }
}

TEST_F(Seeds, Spellings) {
  EXPECT_EQ(found({"Otunbaeva"}), "001 002 003");
  EXPECT_EQ(found({"Otunbayeva"}), "001 002 003");
  EXPECT_EQ(found({"Jalalabad"}), "003");
  EXPECT_EQ(found({"Бакиев"}), "000 001 002 003");
}

}  // namespace
}  // namespace alatoo::e2e
