// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/entities.h"

#include <gmock/gmock.h>

#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Entities : public testing::Test {
 protected:
  Entities() {
    EntityTableContent content;
    auto& people = content.keys[key_index(Field::person)];
    people = {
        {"kurmanbek bakiev", "bakiyev", "Kurmanbek Bakiyev", "authority bakiyev", {}},
        {"maxim bakiev", "maxim-bakiev", "Maxim Bakiev", "", {}},
        {"rosa otunbaeva", "otunbayeva", "Rosa Otunbayeva", "authority", {"R. Isakovna"}, "row"},
        {"rosa isakovna", "otunbayeva", "Rosa Isakovna", "authority", {}, "line 3"},
        {"sting", "sting", "Sting", "", {}}};
    content.keys[key_index(Field::city)] = {{"osh", "osh", "Osh", "authority", {"Ош"}}};
    content.keys[key_index(Field::source)] = {{"akipress", "akipress", "AKIpress", "key", {}}};
    content.spellings = {{"bakiev", "bakiyev"},
                         {"bakiev", "bakiev"},
                         {"bakiev", "бакиев"},
                         {"bakiev", "bakiev"},
                         {"jalalabad", "jalal abad"}};
    write_entity_table(path_, content);
  }
  std::vector<std::string> found(Field field, std::string_view value) const {
    const EntityTable table(path_);
    std::vector<std::string> ids;
    for (const std::uint32_t entity : table.find(field, value))
      ids.emplace_back(table.id(field, entity));
    return ids;
  }

  const TempFolder folder_;
  const std::string path_ = folder_.path() + "/entities";
};

TEST_F(Entities, KeepWhatWasWritten) {
  const EntityTable table(path_);
  EXPECT_EQ(table.key_count(Field::person), 5U);
  EXPECT_EQ(table.entity_count(Field::person), 4U);
  EXPECT_EQ(table.key(Field::person, 1), "maxim bakiev");
  EXPECT_EQ(table.entity_count(Field::country), 0U);
  EXPECT_EQ(table.name(Field::city, 0), "Osh");
  EXPECT_EQ(table.why(Field::person, 0), "authority bakiyev");
  EXPECT_EQ(table.joined(Field::person, 0), "authority bakiyev");
  EXPECT_EQ(table.why(Field::person, 1), "");
  EXPECT_EQ(table.joined(Field::person, 1), "");
}

TEST_F(Entities, SayWhatMadeEachKeyPartOfThem) {
  const EntityTable table(path_);
  EXPECT_EQ(table.why(Field::person, table.entity_of(Field::person, 3)), "authority");
  EXPECT_EQ(table.joined(Field::person, 2), "row");
  EXPECT_EQ(table.joined(Field::person, 3), "line 3");
}

TEST_F(Entities, TellTheirNamesFromOtherWords) {
  const EntityTable table(path_);
  const std::uint32_t rosa = table.entity_of(Field::person, 2);
  EXPECT_TRUE(table.is_name_of(Field::person, rosa, "rosa otunbaeva"));
  EXPECT_TRUE(table.is_name_of(Field::person, rosa, "r isakovna"));
  EXPECT_FALSE(table.is_name_of(Field::person, rosa, "otunbaeva"));  // a surname
  EXPECT_FALSE(table.is_name_of(Field::person, rosa, "sting"));
  EXPECT_FALSE(table.is_name_of(Field::person, rosa, ""));
}

TEST_F(Entities, AreFoundByPiecesOfAnyName) {
  const EntityTable table(path_);
  const std::uint32_t rosa = table.entity_of(Field::person, 2);
  EXPECT_THAT(table.like(Field::person, "isakovna", false), ElementsAre(rosa));
  EXPECT_THAT(table.like(Field::person, "r", false), ElementsAre(rosa));
  EXPECT_THAT(table.like(Field::person, "isak", false), IsEmpty());
  EXPECT_THAT(table.like(Field::person, "akovna", false), IsEmpty());
  EXPECT_THAT(table.like(Field::person, "akovna", true), ElementsAre(rosa));
  EXPECT_EQ(table.like(Field::person, "bakiev", false).size(), 2U);
  EXPECT_THAT(table.like(Field::person, "", true), IsEmpty());
}

TEST_F(Entities, OfOneIdAreOneNamedLikeTheFirst) {
  const EntityTable table(path_);
  const std::uint32_t entity = table.entity_of(Field::person, 3);
  EXPECT_EQ(entity, table.entity_of(Field::person, 2));
  EXPECT_EQ(table.name(Field::person, entity), "Rosa Otunbayeva");
  EXPECT_THAT(table.keys_of(Field::person, entity), ElementsAre(2U, 3U));
}

TEST_F(Entities, AreFoundByIdNameAliasAndTransliteration) {
  EXPECT_THAT(found(Field::person, "otunbayeva"), ElementsAre("otunbayeva"));
  EXPECT_THAT(found(Field::person, "kurmanbek BAKIEV"), ElementsAre("bakiyev"));
  EXPECT_THAT(found(Field::person, "Курманбек Бакиев"), ElementsAre("bakiyev"));
  EXPECT_THAT(found(Field::person, "R. Isakovna"), ElementsAre("otunbayeva"));
  EXPECT_THAT(found(Field::city, "ош"), ElementsAre("osh"));
  EXPECT_THAT(found(Field::source, " AkiPress "), ElementsAre("akipress"));
}

TEST_F(Entities, AreFoundBySurnameIfByNothingBetter) {
  EXPECT_THAT(found(Field::person, "Bakiev"), ElementsAre("bakiyev", "maxim-bakiev"));
  EXPECT_THAT(found(Field::person, "bakiyev"), ElementsAre("bakiyev"));  // an id comes first
  EXPECT_THAT(found(Field::person, "Sting"), ElementsAre("sting"));
  EXPECT_THAT(found(Field::person, "Kurmanbek"), IsEmpty());
  EXPECT_THAT(found(Field::person, ""), IsEmpty());
  EXPECT_THAT(found(Field::person, "..."), IsEmpty());
}

TEST_F(Entities, TellOtherSpellingsOfAWord) {
  const EntityTable table(path_);
  EXPECT_THAT(table.spellings("Bakiyev"), ElementsAre("bakiev", "бакиев"));
  EXPECT_THAT(table.spellings("бакиев"), ElementsAre("bakiev", "bakiyev"));
  EXPECT_THAT(table.spellings("jalalabad"), ElementsAre("jalal abad"));
  EXPECT_THAT(table.spellings("zzz"), IsEmpty());
  EXPECT_THAT(table.spellings(""), IsEmpty());
}

TEST_F(Entities, RefuseADamagedFile) {
  const std::size_t header = 4 * (2 + 3 * kKeyFieldCount - 1);  // the number of spellings is last
  expect_damage_refused(path_, header, [](const std::string& path) { EntityTable{path}; });
  EXPECT_THROW(EntityTable{path_ + "-missing"}, Error);
}

TEST(EntitiesOfNothing, RefuseADamagedFile) {
  const TempFolder folder;
  const std::string path = folder.path() + "/entities";
  write_entity_table(path, {});
  EXPECT_EQ(EntityTable(path).entity_count(Field::person), 0U);
  expect_damage_refused(path, 4, [](const std::string& p) { EntityTable{p}; });
}

TEST_F(Entities, OfNoDamageLeadNowhereOutside) {
  const std::size_t size = read_file(path_).size();
  std::size_t told = 0;
  const auto inside = [&](std::string_view text) {
    EXPECT_LE(text.size(), size);
    EXPECT_EQ(std::string(text).size(), text.size());  // reads it
  };
  const std::size_t taken = with_bits_flipped(path_, 11, [&] {
    const EntityTable table(path_);
    if (table.damage()) {
      ++told;
      return;
    }
    for (const Field field : kKeyFields) {
      for (std::uint32_t k = 0; k < table.key_count(field); ++k) {
        inside(table.key(field, k));
        if (table.entity_of(field, k) != kNoEntity)
          inside(table.id(field, table.entity_of(field, k)));
      }
      for (std::uint32_t e = 0; e < table.entity_count(field); ++e) {
        inside(table.name(field, e));
        inside(table.why(field, e));
        for (const std::uint32_t k : table.keys_of(field, e)) EXPECT_LT(k, table.key_count(field));
      }
    }
    table.spellings("bakiyev");
    table.find(Field::person, "bakiyev");
  });
  EXPECT_GT(told, 100U);
  EXPECT_LT(told, taken) << "letters may be any";
  EXPECT_FALSE(EntityTable(path_).damage());
}

}  // namespace
}  // namespace alatoo
