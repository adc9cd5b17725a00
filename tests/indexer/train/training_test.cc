// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/training.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo {
namespace {

/// Made-up sentences where what a name is follows from the words around it.
std::vector<BioDocument> made_up(std::uint32_t seed, std::size_t sentences) {
  std::mt19937 random(seed);
  const auto name = [&] {
    static constexpr const char* const syllables[] = {"ka", "lo", "mi", "re",
                                                      "su", "to", "va", "ze"};
    std::string made;
    for (int i = 0; i < 3; ++i) made += syllables[random() % 8];
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
  };
  std::string content;
  for (std::size_t i = 0; i < sentences; ++i) {
    if (i % 5 == 0) content += "-DOCSTART-\tO\n\n";
    switch (random() % 3) {
      case 0:
        content += "Mr\tO\n" + name() + "\tB-PER\n" + name() + "\tI-PER\nspoke\tO\n.\tO\n\n";
        break;
      case 1:
        content += "It\tO\nrained\tO\nin\tO\n" + name() + "\tB-LOC\nagain\tO\n.\tO\n\n";
        break;
      default:
        content += "shares\tO\nof\tO\n" + name() + "\tB-ORG\nInc\tI-ORG\nfell\tO\n.\tO\n\n";
    }
  }
  return read_bio(content, "made up");
}

class TrainingTest : public testing::Test {
 protected:
  std::shared_ptr<const Authority> authority_ = test::small_authority();
  TrainingOptions options_;
};

TEST_F(TrainingTest, LearnsWhatNamesItNeverSawAre) {
  const std::string bytes = train(made_up(1, 400), *authority_, options_);
  const TagModel model(bytes);
  const SpanCounts counts = score(made_up(2, 200), *authority_, model);
  for (std::size_t kind = 0; kind < 3; ++kind) {
    EXPECT_GT(counts.marked[kind], 30u);
    EXPECT_GE(counts.right[kind] * 100, counts.marked[kind] * 95);
    EXPECT_GE(counts.right[kind] * 100, counts.found[kind] * 95);
  }
}

TEST_F(TrainingTest, TheSameInputAndSeedGiveTheSameBytes) {
  const auto documents = made_up(1, 100);
  const std::string bytes = train(documents, *authority_, options_);
  EXPECT_EQ(bytes, train(documents, *authority_, options_));
  options_.seed = 2;
  EXPECT_NE(bytes, train(documents, *authority_, options_));
}

TEST_F(TrainingTest, TheModelIsNoLargerThanAllowed) {
  options_.max_bytes = 30'000;
  EXPECT_LE(train(made_up(1, 400), *authority_, options_).size(), 30'000u);
}

TEST_F(TrainingTest, EachEpochIsReportedWithFewerMistakes) {
  std::vector<double> wrong;
  train(made_up(1, 200), *authority_, options_, [&](int epoch, double share) {
    EXPECT_EQ(epoch, static_cast<int>(wrong.size()) + 1);
    wrong.push_back(share);
  });
  ASSERT_EQ(wrong.size(), static_cast<std::size_t>(options_.epochs));
  EXPECT_LT(wrong.back(), wrong.front());
}

TEST_F(TrainingTest, NothingTeachesNothing) {
  const std::string bytes = train({}, *authority_, options_);
  const TagModel model(bytes);
  EXPECT_EQ(score(made_up(1, 10), *authority_, model).right, (std::array<std::size_t, 3>{}));
}

// Names that the text says nothing of must not be held against the tagger.
TEST_F(TrainingTest, WhereOtherNamesAreNotMarkedTheyMayStillBeFound) {
  auto marked = made_up(1, 300);
  for (auto& document : marked) {
    document.marks_other = true;
    for (auto& name : document.names) {
      if (name.kind == NameKind::location) name.kind = NameKind::other;
    }
  }
  auto unmarked = made_up(3, 300);
  for (auto& document : unmarked) {
    std::erase_if(document.names, [](const BioName& n) { return n.kind == NameKind::location; });
  }
  marked.insert(marked.end(), unmarked.begin(), unmarked.end());
  const std::string bytes = train(marked, *authority_, options_);
  const TagModel model(bytes);
  Words words(*authority_);
  Tagger tagger(model);
  const Article article = test::article_of("It rained in Kalomi again.");
  words.read(article);
  const auto names = tagger.tag(words);
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].kind, NameKind::other);
}

}  // namespace
}  // namespace alatoo
