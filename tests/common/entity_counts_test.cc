// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/entity_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::ElementsAre;

class Counting : public testing::Test {
 protected:
  Counting() {
    EntityTableContent content;
    content.keys[key_index(Field::person)] = {{"rosa otunbaeva", "otunbayeva", "Rosa", "", {}},
                                              {"rosa isakovna", "otunbayeva", "Rosa", "", {}},
                                              {"maxim bakiev", "bakiyev-2", "Bakiyev", "", {}},
                                              {"kurmanbek bakiev", "bakiyev-1", "Bakiyev", "", {}},
                                              {"gone", "", "", "", {}}};
    write_entity_table(folder_ / "entities", content);
    FacetColumnWriter writer;
    for (const std::vector<std::uint32_t>& keys :
         std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {1}, {3, 4}, {4}, {}}) {
      FacetRow row;
      row.keys[key_index(Field::person)] = keys;
      writer.add(row);
    }
    writer.write(folder_ / "column");
  }
  const TempFolder folder_;
};

TEST_F(Counting, TakesEachEntityOnceAnArticle) {
  const EntityTable table(folder_ / "entities");
  const FacetColumn column(folder_ / "column");
  EntityCounts counts(table, Field::person);
  for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) counts.add(column, docid);
  EXPECT_THAT(counts.counts(), ElementsAre(2U, 1U, 1U));
  EXPECT_EQ(counts.distinct(), 3U);
  std::vector<std::string> ids;
  for (const EntityCounts::Row& row : counts.top(9))
    ids.emplace_back(table.id(Field::person, row.entity));
  EXPECT_THAT(ids, ElementsAre("otunbayeva", "bakiyev-1", "bakiyev-2"));
  EXPECT_EQ(counts.top(1).size(), 1U);
  EXPECT_EQ(counts.top(1)[0].articles, 2U);
  EXPECT_TRUE(counts.top(0).empty());
}

TEST_F(Counting, StartsFromNothing) {
  const EntityTable table(folder_ / "entities");
  const EntityCounts counts(table, Field::person);
  EXPECT_EQ(counts.distinct(), 0U);
  EXPECT_TRUE(counts.top(9).empty());
}

}  // namespace
}  // namespace alatoo
