// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/identity.h"

#include <gmock/gmock.h>

#include "indexer/write/entity_changes.h"
#include "indexer/write/entity_content.h"

namespace alatoo {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kPeople =
    "id\tname\tcountries\taliases\n"
    "kurmanbek-bakiyev\tKurmanbek Bakiyev\tKG\tBakiyev\n"
    "felix-kulov\tFelix Kulov\tKG\t\n";
constexpr std::string_view kPlaces =
    "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
    "osh-kg\tOsh\tcity\tKG\t300000\t\t\n"
    "kyrgyzstan\tKyrgyzstan\tcountry\tKG\t6500000\t\t\n";

/// The tables above under lines of changes.tsv and a table of the user's people.
Authority authority(const std::string& changes = "", const std::string& people = "") {
  const std::string lines = "action\tkind\tsubject\tobject\n" + changes;
  const std::string rows = "name\taliases\n" + people;
  return Authority({{"people.tsv", kPeople},
                    {"places.tsv", kPlaces},
                    {"people-mine.tsv", rows},
                    {"places-mine.tsv", "name\tcountry\nTeyit\tKG\n"},
                    {"mine/changes.tsv", lines}});
}

const CountedKey kBakiyev{"kurmanbek bakiev", {{"Kurmanbek Bakiyev", 9}}};
const CountedKey kKulov{"felix kulov", {{"Felix Kulov", 5}}};
const CountedKey kAida{"aida salianova", {{"Aida Salyanova", 2}, {"Aida Salianova", 3}}};
const CountedKey kAidaToo{"aida j salianova", {{"Aida J. Salyanova", 4}}};

TEST(Identity, IsTheKeysUntilATableOrALineSaysMore) {
  EXPECT_EQ(identify(Field::person, kAida, authority()).id, "aida-salianova");
  EXPECT_EQ(identify(Field::person, kAida, authority()).name, "");
  EXPECT_EQ(identify(Field::person, kAida, authority()).why, "");
  EXPECT_EQ(identify(Field::person, kBakiyev, authority()).why, "authority kurmanbek-bakiyev");
  const auto known = identify(Field::person, kAida, authority("", "Aida Salyanova\tSalyanova\n"));
  EXPECT_EQ(known.id, "aida-salianova");
  EXPECT_EQ(known.name, "Aida Salyanova");
  EXPECT_EQ(known.why, "authority people-mine.tsv:2");
  EXPECT_THAT(known.aliases, ElementsAre("Salyanova"));
}

TEST(Identity, ARowWithTheIdThatAKeyMakesIsAboutIt) {
  const CountedKey sean{"sean obrien", {{"Sean O'Brien", 3}}};
  const Authority mine(
      {{"people.tsv", kPeople},
       {"people-mine.tsv", "id\tname\taliases\nsean-obrien\tShaun Briain\tThe Reporter\n"},
       {"changes.tsv",
        "action\tkind\tsubject\tobject\n"
        "alias\tperson\tSean O'Brien\tThe Man\n"}});
  const auto made = identify(Field::person, sean, mine);
  EXPECT_EQ(made.id, "sean-obrien");
  EXPECT_EQ(made.name, "Shaun Briain");
  EXPECT_THAT(made.aliases, ElementsAre("The Man", "The Reporter"));
  EXPECT_EQ(made.why, "authority people-mine.tsv:2, changes.tsv:2 (alias)");
}

TEST(Identity, AliasesOfTheUserReachKeysThatWereStoredWithoutThem) {
  const auto made =
      identify(Field::person, kAida, authority("alias\tperson\tFelix Kulov\tAida Salyanova\n"));
  EXPECT_EQ(made.id, "felix-kulov");
}

TEST(Identity, CitiesOfTheUserReachKeysThatNamedNone) {
  EXPECT_EQ(identify(Field::city, {"teiit", {{"Teyit", 1}}}, authority()).why,
            "authority places-mine.tsv:2");
  // Of a shipped one the article's recognition said that it is not meant.
  EXPECT_EQ(identify(Field::city, {"osh", {{"Osh", 1}}}, authority()).why, "");
  EXPECT_EQ(identify(Field::city, {"osh@kg", {{"Osh", 1}}}, authority()).id, "osh-kg");
}

/// The entities of people that the content makes of the four keys above.
std::vector<std::string> people(const Authority& under) {
  Names names;
  names.keys[key_index(Field::person)] = {kBakiyev, kKulov, kAida, kAidaToo};
  const EntityTableContent content = entity_content(names, under);
  std::vector<std::string> list;
  for (const KeyInfo& key : content.keys[key_index(Field::person)])
    list.push_back(key.id.empty() ? "-" : key.name + " (" + key.id + ")");
  return list;
}

TEST(Identity, MergedKeysAreOneEntityUnderTheNameOfTheOneThatStays) {
  EXPECT_THAT(people(authority("merge\tperson\tAida J. Salyanova\taida-salianova\n")),
              ElementsAre("Kurmanbek Bakiyev (kurmanbek-bakiyev)", "Felix Kulov (felix-kulov)",
                          "Aida Salianova (aida-salianova)", "Aida Salianova (aida-salianova)"));
  EXPECT_THAT(people(authority("merge\tperson\tAida J. Salyanova\tAida Salyanova\n")),
              Contains("Aida Salyanova (aida-salianova)").Times(2));
  EXPECT_THAT(people(authority("merge\tperson\tKulov\tkurmanbek-bakiyev\n"
                               "merge\tperson\tfelix-kulov\tKurmanbek Bakiev\n")),
              Contains("Kurmanbek Bakiyev (kurmanbek-bakiyev)").Times(2));
}

TEST(Identity, HiddenKeysMeanNoEntityButWordsAreSpeltAsBefore) {
  const auto under = authority(
      "hide\tperson\tAida Salyanova\nhide\tperson\tKulov\n"
      "hide\tperson\tFelix Kulov\nhide\tcity\tOsh\n");
  EXPECT_THAT(people(under), ElementsAre("Kurmanbek Bakiyev (kurmanbek-bakiyev)", "-", "-",
                                         "Aida J. Salyanova (aida-j-salianova)"));
  Names names;
  names.keys[key_index(Field::person)] = {kBakiyev, kKulov, kAida, kAidaToo};
  names.spellings = {
      {{"kulov", "kulov"}, 5}, {{"salianova", "salyanova"}, 2}, {{"bakiev", "bakiyev"}, 9}};
  names.keys[key_index(Field::city)] = {{"osh@kg", {{"Osh", 4}}}};
  EXPECT_EQ(entity_content(names, under).spellings, entity_content(names, authority()).spellings);
}

TEST(Identity, AnArticleIsShownAsAnArchiveWouldShowIt) {
  Article article;
  article.source = "Reuters";
  article.of(EntityKind::person) = {
      {"aida salianova", "aida-salianova", "Aida Salyanova", {{40, 44}}},
      {"kurmanbek bakiev", "kurmanbek-bakiyev", "Kurmanbek Bakiyev", {{10, 20}}},
      {"felix kulov", "felix-kulov", "Felix Kulov", {{0, 5}}}};
  show_as_identified(article, authority("merge\tperson\tfelix-kulov\tAida Salyanova\n"
                                        "hide\tperson\tBakiyev\n"
                                        "rename\tsource\tReuters\tReuters News\n"));
  ASSERT_EQ(article.of(EntityKind::person).size(), 1U);
  EXPECT_EQ(article.of(EntityKind::person)[0].name, "Aida Salyanova");
  EXPECT_THAT(article.of(EntityKind::person)[0].mentions, ElementsAre(Span{0, 5}, Span{40, 44}));
  EXPECT_EQ(article.source, "Reuters News");
}

TEST(Identity, LinesAboutNobodyAreIdle) {
  Names names;
  names.keys[key_index(Field::person)] = {kBakiyev, kAida, {"felix kulov", {}}};
  const auto idle = idle_lines(names, authority("hide\tperson\tBakiyev\n"
                                                "hide\tperson\tFelix Kulov\n"
                                                "merge\tperson\tAida Salyanova\tNo Body\n"
                                                "hide\tperson\tNo Body\n"
                                                "hide\tcity\tOsh\n"
                                                "merge\tperson\tNo One\tBakiyev\n"
                                                "rename\tperson\tAida Salyanova\tAida S.\n"
                                                "hide\tperson\tAida S.\n"));
  std::vector<std::string> lines;
  for (const ChangeLine& line : idle)
    lines.push_back(line.line + " " + line.name + (line.known ? ", known" : ""));
  EXPECT_THAT(lines,
              ElementsAre("mine/changes.tsv:3 Felix Kulov, known", "mine/changes.tsv:4 No Body",
                          "mine/changes.tsv:6 Osh, known", "mine/changes.tsv:7 No One"));
}

}  // namespace
}  // namespace alatoo
