// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/facet_column.h"

#include <gmock/gmock.h>

#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FacetColumns : public testing::Test {
 protected:
  FacetColumns() {
    std::vector<FacetRow> rows(3);
    rows[0].id = "urn:a";
    rows[0].date = 20100407;
    rows[0].length = 12;
    rows[0].content = 0x0123456789ABCDEF;
    rows[0].keys[key_index(Field::person)] = {3, 1};
    rows[0].keys[key_index(Field::language)] = {0};
    rows[1].id = "taken out again";
    rows[1].date = 20100408;
    rows[1].length = 5;
    rows[1].content = 7;
    rows[1].keys[key_index(Field::person)] = {1};
    rows[2].id = "б";
    rows[2].date = 2010 * 10000;
    rows[2].keys[key_index(Field::person)] = {2};
    rows[2].keys[key_index(Field::source)] = {7};
    rows[2].content = 0xFEDCBA9876543210;
    FacetColumnWriter writer;
    for (const FacetRow& row : rows) writer.add(row);
    writer.clear(2);
    writer.renumber(ordinals());
    writer.write(path_);
  }

  /// What the shard numbered 0, 1, 2, ... the generation numbers 10, 11, 12, ...
  static std::array<std::vector<std::uint32_t>, kKeyFieldCount> ordinals() {
    std::array<std::vector<std::uint32_t>, kKeyFieldCount> all;
    all.fill({10, 11, 12, 13, 14, 15, 16, 17});
    return all;
  }

  const TempFolder folder_;
  const std::string path_ = folder_.path() + "/facets";
};

TEST_F(FacetColumns, KeepWhatWasWritten) {
  const FacetColumn read(path_);
  ASSERT_EQ(read.last_docid(), 3U);
  EXPECT_THAT(read.keys(Field::person, 1), ElementsAre(13U, 11U));  // most salient first
  EXPECT_THAT(read.keys(Field::city, 1), IsEmpty());
  EXPECT_THAT(read.keys(Field::language, 1), ElementsAre(10U));
  EXPECT_THAT(read.keys(Field::person, 3), ElementsAre(12U));
  EXPECT_THAT(read.keys(Field::source, 3), ElementsAre(17U));
  EXPECT_EQ(read.date(1), 20100407U);
  EXPECT_EQ(read.length(1), 12U);
  EXPECT_EQ(read.content(1), 0x0123456789ABCDEFU);
  EXPECT_EQ(read.content(3), 0xFEDCBA9876543210U);
  EXPECT_EQ(read.id(1), "urn:a");
  EXPECT_EQ(read.id(3), "б");
}

TEST_F(FacetColumns, HaveNothingForADocidWithoutDocument) {
  const FacetColumn read(path_);
  EXPECT_EQ(read.id(2), "");
  EXPECT_EQ(read.date(2), 0U);
  EXPECT_EQ(read.length(2), 0U);
  EXPECT_EQ(read.content(2), 0U);
  for (const Field field : kKeyFields) EXPECT_THAT(read.keys(field, 2), IsEmpty());
}

// As an update does: rows of columns on disk, some of them taken out, then new ones.
TEST_F(FacetColumns, AreMadeOfRowsOfOthers) {
  const FacetColumn other(path_);
  FacetColumnWriter writer;
  writer.append(other, 2, 3);
  writer.append(other, 1, 3);
  writer.append(other, 3, 2);  // none
  FacetRow row;
  row.id = "new";
  row.content = 5;
  row.keys[key_index(Field::city)] = {21, 20};
  writer.add(row);
  ASSERT_EQ(writer.last_docid(), 6U);
  writer.clear(5);
  writer.clear(4);  // has none already
  writer.write(folder_ / "made");
  const FacetColumn read(folder_ / "made");
  ASSERT_EQ(read.last_docid(), 6U);
  std::vector<std::string> ids;
  for (std::uint32_t docid = 1; docid <= 6; ++docid) ids.emplace_back(read.id(docid));
  EXPECT_THAT(ids, ElementsAre("", "б", "urn:a", "", "", "new"));
  for (const std::uint32_t docid : {1U, 4U, 5U}) {
    EXPECT_EQ(read.date(docid) + read.length(docid) + read.content(docid), 0U);
    for (const Field field : kKeyFields) EXPECT_THAT(read.keys(field, docid), IsEmpty());
  }
  EXPECT_THAT(read.keys(Field::person, 2), ElementsAre(12U));
  EXPECT_EQ(read.date(2), 20100000U);
  EXPECT_EQ(read.content(2), 0xFEDCBA9876543210U);
  EXPECT_THAT(read.keys(Field::person, 3), ElementsAre(13U, 11U));
  EXPECT_EQ(read.content(3), 0x0123456789ABCDEFU);
  EXPECT_EQ(read.length(3), 12U);
  EXPECT_THAT(read.keys(Field::city, 6), ElementsAre(21U, 20U));
  EXPECT_EQ(read.content(6), 5U);
}

TEST_F(FacetColumns, AreTheSameWhenCopiedRowByRow) {
  FacetColumnWriter writer;
  writer.append(FacetColumn(path_), 1, 3);
  writer.write(folder_ / "copy");
  EXPECT_EQ(read_file(folder_ / "copy"), read_file(path_));
}

TEST_F(FacetColumns, RefuseADamagedFile) {
  expect_damage_refused(path_, 8, [](const std::string& path) { FacetColumn{path}; });
  EXPECT_THROW(FacetColumn{path_ + "-missing"}, Error);
}

TEST_F(FacetColumns, MayBeEmpty) {
  FacetColumnWriter().write(path_);
  EXPECT_EQ(FacetColumn(path_).last_docid(), 0U);
}

TEST_F(FacetColumns, TellStartsThatLeadAstray) {
  const std::string whole = read_file(path_);
  const std::size_t docs = FacetColumn(path_).last_docid();
  // The starts of the first field, but for the first and the last, which opening checks.
  for (std::size_t start = 1; start < docs; ++start) {
    std::string damaged = whole;
    damaged[(2 + start) * 4 + 3] = '\x7F';
    overwrite(path_, damaged);
    EXPECT_TRUE(FacetColumn(path_).damage()) << start;
  }
  std::string damaged = whole;
  damaged[2 * 4] = '\x01';
  overwrite(path_, damaged);
  EXPECT_TRUE(FacetColumn(path_).damage());
  overwrite(path_, whole);
  EXPECT_FALSE(FacetColumn(path_).damage());
}

}  // namespace
}  // namespace alatoo
