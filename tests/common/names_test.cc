// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/names.h"

#include <gmock/gmock.h>

#include <random>

#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

/// Things that the file holds: each takes bytes of it.
std::size_t size_of(const Names& names) {
  std::size_t things = names.spellings.size();
  for (const auto& keys : names.keys) {
    for (const CountedKey& key : keys) things += 1 + key.forms.size() + key.key.size();
  }
  return things;
}

class NamesFile : public testing::Test {
 protected:
  NamesFile() {
    names_.keys[key_index(Field::person)] = {
        {"rosa otunbaeva", {{"Roza Otunbayeva", 3}, {"Роза Отунбаева", 1ULL << 40}}},
        {"nobody any more", {}},
        {"anna miner", {{"Anna Miner", 1}}}};
    names_.keys[key_index(Field::language)] = {{"ky", {{"ky", 200}}}};
    names_.spellings = {{{"bakiev", "bakiyev"}, 2}, {{"bakiev", "бакиев"}, 300}, {{"b", ""}, 1}};
    write_names(path_, names_);
  }

  const TempFolder folder_;
  const std::string path_ = folder_ / "names";
  Names names_;
};

TEST_F(NamesFile, KeepsWhatWasWritten) {
  const Names read = read_names(path_);
  const auto& people = read.keys[key_index(Field::person)];
  ASSERT_EQ(people.size(), 3U);  // in the order of their ordinals, which no sorting disturbs
  EXPECT_EQ(people[0].key, "rosa otunbaeva");
  EXPECT_THAT(people[0].forms,
              ElementsAre(Pair("Roza Otunbayeva", 3U), Pair("Роза Отунбаева", 1ULL << 40)));
  EXPECT_EQ(people[1].key, "nobody any more");
  EXPECT_THAT(people[1].forms, IsEmpty());
  EXPECT_EQ(people[2].key, "anna miner");
  EXPECT_THAT(read.keys[key_index(Field::city)], IsEmpty());
  EXPECT_EQ(read.keys[key_index(Field::language)].at(0).forms.at("ky"), 200U);
  EXPECT_EQ(read.spellings, names_.spellings);
}

TEST_F(NamesFile, MayBeEmpty) {
  write_names(path_, {});
  EXPECT_EQ(size_of(read_names(path_)), 0U);
}

TEST_F(NamesFile, IsRefusedWhenCutOrWithAnotherHead) {
  expect_damage_refused(path_, 4, [](const std::string& path) { read_names(path); });
  EXPECT_THROW(read_names(path_ + "-missing"), Error);
}

TEST_F(NamesFile, SaysWhichFileIsDamaged) {
  const std::string whole = read_file(path_);
  overwrite(path_, whole.substr(0, whole.size() - 1));
  try {
    read_names(path_);
    FAIL() << "read";
  } catch (const Error& problem) {
    EXPECT_THAT(problem.what(), testing::StartsWith(path_ + ": "));
  }
}

// A checksum guards the file; without it a flipped bit may pass, but never grow what is read.
TEST_F(NamesFile, NeverGrowsFromDamage) {
  const std::string whole = read_file(path_);
  std::mt19937 random(1);
  for (int i = 0; i < 5000; ++i) {
    std::string damaged = whole;
    for (std::size_t flips = 1 + random() % 4; flips > 0; --flips) {
      const std::size_t bit = random() % (whole.size() * 8);
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
    }
    overwrite(path_, damaged);
    try {
      EXPECT_LE(size_of(read_names(path_)), whole.size());
    } catch (const Error&) {
      continue;  // the usual case
    }
  }
}

TEST(CountedKeys, AreUsuallyCalledByTheFormOfMostArticles) {
  EXPECT_EQ((CountedKey{"osh", {{"OSH", 2}, {"Osh", 5}, {"Ош", 3}}}.usual()), "Osh");
  EXPECT_EQ((CountedKey{"osh", {{"OSH", 5}, {"Osh", 5}, {"Ош", 3}}}.usual()), "OSH");
  EXPECT_EQ((CountedKey{"osh", {{"Ош", 1}}}.usual()), "Ош");
  EXPECT_EQ((CountedKey{"k", {{"IVAN GRIGORYEV", 1}, {"Ivan Grigoriev", 1}}}.usual()),
            "Ivan Grigoriev");
  EXPECT_EQ((CountedKey{"k", {{"IVAN GRIGORYEV", 2}, {"Ivan Grigoriev", 1}}}.usual()),
            "IVAN GRIGORYEV");
  EXPECT_EQ((CountedKey{"k", {{"IVAN GRIGORYEV", 1}, {"Иван Григорьев", 1}}}.usual()),
            "Иван Григорьев");
}

}  // namespace
}  // namespace alatoo
