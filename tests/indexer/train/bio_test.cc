// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/bio.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const char* const kTwo =
    "-DOCSTART-\tO\n\nRosa\tB-PER\nMeyer\tI-PER\n's\tO\nboat\tO\n,\tO\nthe\tO\n\"\tO\nElbe\tB-"
    "MISC\n"
    "\"\tO\n.\tO\n\nIn\tO\nKiel\tB-LOC\nNord\tB-LOC\n.\tO\n\n-DOCSTART-\tO\n\nNATO\tI-ORG\n";

TEST(Bio, IsReadAsAWriterWouldHaveSetIt) {
  const auto documents = read_bio(kTwo, "two.bio");
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].text, "Rosa Meyer's boat, the \"Elbe\".\n\nIn Kiel Nord.\n\n");
  EXPECT_THAT(
      documents[0].names,
      ElementsAre(BioName{NameKind::person, 0, 2}, BioName{NameKind::other, 7, 8},
                  BioName{NameKind::location, 11, 12}, BioName{NameKind::location, 12, 13}));
  EXPECT_EQ(documents[0].tokens[1].of(documents[0].text), "Meyer");
  EXPECT_TRUE(documents[0].marks_other);
  EXPECT_EQ(documents[1].text, "NATO\n\n");
  EXPECT_THAT(documents[1].names, ElementsAre(BioName{NameKind::organisation, 0, 1}));
}

TEST(Bio, ATagGoesOnOnlyBehindItsOwnKind) {
  const auto documents = read_bio("A\tB-PER\nB\tI-LOC\nC\tI-LOC\n", "x");
  EXPECT_THAT(documents[0].names,
              ElementsAre(BioName{NameKind::person, 0, 1}, BioName{NameKind::location, 1, 3}));
  EXPECT_FALSE(documents[0].marks_other);
}

TEST(Bio, EmptyTokensAreLeftOut) {
  const auto documents = read_bio("A\tO\n\tO\n \tO\nB\tO\r\n", "x");
  EXPECT_EQ(documents[0].text, "A B\n\n");
}

TEST(Bio, AWrongLineIsNamed) {
  for (const std::string wrong : {"word", "word\tPER", "word\tB-", "word\tX-PER", "word\tB-FOO"}) {
    try {
      read_bio("A\tO\n" + wrong + "\n", "some.bio");
      FAIL() << wrong;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("some.bio:2: expected")) << wrong;
    }
  }
}

TEST(Bio, PartsAreSharesOfTheDocuments) {
  std::string content;
  for (int i = 0; i < 10; ++i) content += "-DOCSTART-\tO\n\nN" + std::to_string(i) + "\tO\n\n";
  const auto all = read_bio(content, "x");
  ASSERT_EQ(all.size(), 10u);
  const auto first = part_of(all, 0, 0.8);
  const auto last = part_of(all, 0.8, 1);
  ASSERT_EQ(first.size(), 8u);
  ASSERT_EQ(last.size(), 2u);
  EXPECT_EQ(last[0].text, "N8\n\n");
}

}  // namespace
}  // namespace alatoo
