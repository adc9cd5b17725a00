// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/entity_changes.h"

#include <gmock/gmock.h>

#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

KeyInfo key(const std::string& key, const std::string& id, const std::string& name) {
  return {key, id, name, "", {}};
}

/// "merged a A -> b B: 2 -> 3" of each difference between two contents, for articles that have the
/// keys {0}, {0, 1}, {1, 2} and none.
std::vector<std::string> differences(const std::vector<KeyInfo>& before,
                                     const std::vector<KeyInfo>& after) {
  const TempFolder folder;
  EntityTableContent old;
  EntityTableContent made;
  old.keys[0] = before;
  made.keys[0] = after;
  write_entity_table(folder / "entities", old);
  FacetColumnWriter writer;
  for (const std::vector<std::uint32_t>& keys :
       std::vector<std::vector<std::uint32_t>>{{0}, {0, 1}, {1, 2}, {}}) {
    FacetRow row;
    row.id = std::to_string(writer.last_docid());
    row.keys[0] = keys;
    writer.add(row);
  }
  writer.write(folder / "facets");
  const EntityTable table(folder / "entities");
  const FacetColumn column(folder / "facets");
  std::vector<std::string> lines;
  for (const EntityDifference& d : entity_differences(table, made, {&column})) {
    lines.push_back(std::string(to_string(d.kind)) + " " + d.id + " " + d.name +
                    (d.other.empty() ? "" : " -> " + d.into + " " + d.other) + ": " +
                    std::to_string(d.before) + " -> " + std::to_string(d.after));
  }
  return lines;
}

const std::vector<KeyInfo> kApart = {key("a", "a", "A"), key("b", "b", "B"), key("c", "c", "C")};

TEST(EntityDifferences, AreNoneBetweenEquals) {
  EXPECT_THAT(differences(kApart, kApart), IsEmpty());
}

TEST(EntityDifferences, CountAnArticleOfTwoMergedKeysOnce) {
  const auto merged = std::vector{key("a", "b", "B"), key("b", "b", "B"), key("c", "c", "C")};
  EXPECT_THAT(differences(kApart, merged),
              ElementsAre("merged a A -> b B: 2 -> 3", "recounted b B: 2 -> 3"));
  EXPECT_THAT(differences(merged, kApart),
              ElementsAre("recounted b B: 3 -> 2", "appears a A: 0 -> 2"));
}

TEST(EntityDifferences, TellHiddenRenamedAndNewIds) {
  EXPECT_THAT(differences(kApart, {key("a", "", ""), key("b", "b", "Bee"), key("c", "sea", "Sea")}),
              ElementsAre("hidden a A: 2 -> 0", "renamed b B ->  Bee: 2 -> 2",
                          "merged c C -> sea Sea: 1 -> 1", "appears sea Sea: 0 -> 1"));
}

}  // namespace
}  // namespace alatoo
