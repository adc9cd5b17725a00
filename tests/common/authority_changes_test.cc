// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/authority.h"
#include "common/error.h"

namespace alatoo {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kPeople =
    "id\tname\tcountries\taliases\n"
    "kurmanbek-bakiyev\tKurmanbek Bakiyev\tKG\tBakiyev\n"
    "maksim-bakiyev\tMaksim Bakiyev\tKG\tMaxim\n"
    "omurbek-tekebayev\tOmurbek Tekebayev\tKG\tTekebayev\n";
constexpr std::string_view kPlaces =
    "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
    "jalalabad-af\tJalalabad\tcity\tAF\t356000\t\t\n"
    "jalal-abad-kg\tJalal-Abad\tcity\tKG\t123000\t\t\n"
    "osh-kg\tOsh\tcity\tKG\t300000\t\t\n"
    "kyrgyzstan\tKyrgyzstan\tcountry\tKG\t6500000\tKyrgyz Republic\tKyrgyz\n";
constexpr std::string_view kOutlets =
    "id\tname\tkind\tdomains\taliases\n"
    "afp\tAgence France-Presse\tagency\tafp.com\tAFP\n";

/// The tables above with the lines of changes.tsv; a blank, '|' here, separates fields.
Authority changed(std::string lines) {
  std::replace(lines.begin(), lines.end(), '|', '\t');
  const std::string table = "action\tkind\tsubject\tobject\n" + lines;
  return Authority({{"people.tsv", kPeople},
                    {"places.tsv", kPlaces},
                    {"outlets.tsv", kOutlets},
                    {"mine/changes.tsv", table}});
}

std::string error_of(const std::string& lines) {
  try {
    changed(lines);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

EntityChange change(const Authority& authority, Field field, const std::string& id) {
  const EntityChange* found = authority.change(field, id);
  return found ? *found : EntityChange{};
}

TEST(AuthorityChanges, WithoutThemNothingChanges) {
  EXPECT_EQ(changed("").change(Field::person, "kurmanbek-bakiyev"), nullptr);
}

TEST(AuthorityChanges, RenameKeepsTheIdAndTheOldName) {
  const auto authority = changed("rename|person|Kurmanbek Bakiev|K. S. Bakiyev\n");
  const auto made = change(authority, Field::person, "kurmanbek-bakiyev");
  EXPECT_EQ(made.id, "kurmanbek-bakiyev");
  EXPECT_EQ(made.name, "K. S. Bakiyev");
  EXPECT_THAT(made.aliases, Contains("Kurmanbek Bakiyev"));
  EXPECT_EQ(made.why, "authority kurmanbek-bakiyev, changes.tsv:2 (rename)");
  EXPECT_EQ(authority.people("K. S. Bakiyev").at(0)->id, "kurmanbek-bakiyev");
}

TEST(AuthorityChanges, AliasesAreRecognisedAndTakenFromOthers) {
  const auto authority = changed("alias|person|maksim-bakiyev|Bakiyev\n");
  ASSERT_EQ(authority.people("Bakiev").size(), 1u);
  EXPECT_EQ(authority.people("Bakiev")[0]->id, "maksim-bakiyev");
  EXPECT_THAT(change(authority, Field::person, "maksim-bakiyev").aliases, Contains("Bakiyev"));
}

TEST(AuthorityChanges, MergeFollowsChains) {
  const auto authority = changed(
      "merge|person|Maksim Bakiyev|Tekebayev\n"
      "merge|person|omurbek-tekebayev|Kurmanbek Bakiyev\n"
      "rename|person|Maxim|The Family\n");
  for (const auto* id : {"maksim-bakiyev", "omurbek-tekebayev", "kurmanbek-bakiyev"}) {
    const auto made = change(authority, Field::person, id);
    EXPECT_EQ(made.id, "kurmanbek-bakiyev") << id;
    EXPECT_EQ(made.name, "The Family") << id;
    EXPECT_THAT(made.aliases, Contains("Omurbek Tekebayev")) << id;
    EXPECT_THAT(made.aliases, Contains("Maxim")) << id;
    EXPECT_THAT(made.aliases, Not(Contains("The Family"))) << id;
  }
  EXPECT_EQ(change(authority, Field::person, "maksim-bakiyev").why,
            "authority kurmanbek-bakiyev, changes.tsv:2 (merge), changes.tsv:3 (merge), "
            "changes.tsv:4 (rename)");
  const auto joined = change(authority, Field::person, "kurmanbek-bakiyev").joined;
  EXPECT_EQ(joined.at("maksim-bakiyev"), "changes.tsv:2 (merge)");
  EXPECT_EQ(joined.at("omurbek-tekebayev"), "changes.tsv:3 (merge)");
  EXPECT_EQ(joined.count("kurmanbek-bakiyev"), 0U);
  // What is recognised and stored stays apart, so that the lines can be taken back.
  EXPECT_EQ(authority.people("Maksim Bakiyev").at(0)->id, "maksim-bakiyev");
}

TEST(AuthorityChanges, NamesOfNoTableMeanThemselves) {
  const auto authority = changed(
      "merge|person|Melis Eshimkanov|Melis Eshimhanov\n"
      "merge|person|azimbek-beknazarov|Азимбек А. Бекназаров\n"
      "rename|source|Kyrgyz Weekly|The Weekly\n"
      "hide|person|aida-salyanova\n");
  EXPECT_EQ(change(authority, Field::person, "melis-eshimkanov").id, "melis-eshimhanov");
  EXPECT_EQ(change(authority, Field::person, "melis-eshimhanov").name, "Melis Eshimhanov");
  EXPECT_EQ(change(authority, Field::person, "azimbek-beknazarov").id, "azimbek-a-beknazarov");
  EXPECT_EQ(change(authority, Field::source, "kyrgyz-weekly").name, "The Weekly");
  EXPECT_EQ(change(authority, Field::source, "the-weekly").id, "kyrgyz-weekly");
  EXPECT_TRUE(change(authority, Field::person, "aida-salianova").hidden);
  EXPECT_TRUE(authority.people("Melis Eshimhanov").empty());  // recognition is as it was
}

TEST(AuthorityChanges, HideWorksOnWhatWasMergedBefore) {
  const auto authority = changed(
      "hide|city|Osh\nmerge|person|Maxim|kurmanbek-bakiyev\nhide|person|Maxim\n"
      "hide|source|afp.com\nhide|country|kg\n");
  EXPECT_TRUE(change(authority, Field::city, "osh-kg").hidden);
  EXPECT_TRUE(change(authority, Field::person, "kurmanbek-bakiyev").hidden);
  EXPECT_TRUE(change(authority, Field::source, "afp").hidden);
  EXPECT_TRUE(change(authority, Field::country, "kyrgyzstan").hidden);
}

TEST(AuthorityChanges, NamesakesAreToldApartByTheirIds) {
  EXPECT_THAT(error_of("hide|city|Jalalabad\n"),
              HasSubstr("mine/changes.tsv:2: \"Jalalabad\" may be jalalabad-af, jalal-abad-kg"));
  const auto authority = changed("hide|city|jalal-abad-kg\n");
  EXPECT_TRUE(change(authority, Field::city, "jalal-abad-kg").hidden);
  EXPECT_EQ(authority.change(Field::city, "jalalabad-af"), nullptr);
  // Towns may get the name of another one.
  EXPECT_EQ(error_of("alias|city|jalal-abad-kg|Osh\n"), "");
}

TEST(AuthorityChanges, ASurnameOfTwoMeansNeither) {
  const std::string people = "name\nIsmail Isakov\nSapar Isakov\nRoza Otunbayeva\n";
  const auto under = [&](std::string lines) {
    std::replace(lines.begin(), lines.end(), '|', '\t');
    const std::string table = "action\tkind\tsubject\tobject\n" + lines;
    try {
      Authority({{"people.tsv", people}, {"changes.tsv", table}});
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const std::string which =
      "changes.tsv:2: \"Isakov\" may be ismail-isakov, sapar-isakov: say which by its id";
  EXPECT_EQ(under("hide|person|Isakov\n"), which);
  EXPECT_EQ(under("merge|person|Some Body|Isakov\n"), which);
  EXPECT_EQ(under("alias|person|Isakov|The General\n"), which);
  EXPECT_EQ(under("alias|person|Ismail Isakov|Isakov\n"), "");
  EXPECT_EQ(under("hide|person|isakov\n"), "");  // the id of whom an archive calls so
  EXPECT_EQ(under("hide|person|Otunbayeva\n"), "");
}

TEST(AuthorityChanges, NobodyIsMergedIntoAnotherKind) {
  EXPECT_THAT(error_of("merge|person|Some Body|afp\n"),
              HasSubstr("mine/changes.tsv:2: \"afp\" is of the kind source, not person"));
  EXPECT_THAT(error_of("merge|city|Osh|kyrgyzstan\n"),
              HasSubstr("\"kyrgyzstan\" is of the kind country, not city"));
}

TEST(AuthorityChanges, SaysWhichLineCannotBeObeyed) {
  EXPECT_THAT(error_of("remove|person|Maxim|\n"),
              HasSubstr("mine/changes.tsv:2: \"remove\" is no action: alias, rename, merge, hide"));
  EXPECT_THAT(error_of("# a comment\nhide|people|Maxim|\n"),
              HasSubstr("mine/changes.tsv:3: \"people\" is no kind: person, city, country"));
  EXPECT_THAT(error_of("hide|language|ru|\n"), HasSubstr("\"language\" is no kind"));
  EXPECT_THAT(error_of("hide|person||\n"), HasSubstr("the subject must not be empty"));
  EXPECT_THAT(error_of("hide|person|Maxim|Minim\n"), HasSubstr("hide takes no object"));
  EXPECT_THAT(error_of("merge|person|Maxim|\n"), HasSubstr("merge needs an object"));
  EXPECT_THAT(error_of("hide|person\n"), HasSubstr("the subject must not be empty"));
  EXPECT_THAT(error_of("hide|person|Maxim|||by me\n"),
              HasSubstr("mine/changes.tsv:2: expected 4 fields"));
  EXPECT_THAT(error_of("hide|person|?!|\n"), HasSubstr("\"?!\" is no name"));
  EXPECT_THAT(error_of("alias|person|Maxim|Kurmanbek Bakiyev\n"),
              HasSubstr("is the name of another person, kurmanbek-bakiyev: say merge"));
  EXPECT_THAT(error_of("rename|person|Somebody Else|Omurbek Tekebaev\n"),
              HasSubstr("is the name of another person, omurbek-tekebayev: say merge"));
  EXPECT_THAT(error_of("merge|person|Aa Bb|Cc Dd\nmerge|person|Cc Dd|Aa Bb\n"),
              HasSubstr("mine/changes.tsv:3: \"Aa Bb\" is c-d by changes.tsv:2 (merge), which this "
                        "line contradicts: keep one of the lines"));
  EXPECT_THAT(error_of("merge|person|Aa Bb|Cc Dd\nalias|person|Maxim|Aa Bb\n"),
              HasSubstr("mine/changes.tsv:3: \"Aa Bb\" is c-d by changes.tsv:2 (merge), which"));
}

TEST(AuthorityChanges, FilesAreKnownByTheBeginningOfTheirNames) {
  const std::string table = "action\tkind\tsubject\nhide\tperson\tMaxim\n";
  for (const auto* name : {"changes.tsv", "Changes of mine.TSV", "a/changes-2.tsv"}) {
    const Authority authority({{"people.tsv", kPeople}, {name, table}});
    EXPECT_TRUE(change(authority, Field::person, "maksim-bakiyev").hidden) << name;
  }
  EXPECT_THROW(Authority({{"changeset.tsv", table}}), Error);
}

TEST(AuthorityChanges, CaseAndEmptyFieldsAtTheEndDoNotMatter) {
  const auto authority = changed("Hide|Person|Maxim|||\nHIDE|Organization|Some Firm\n");
  EXPECT_TRUE(change(authority, Field::person, "maksim-bakiyev").hidden);
  EXPECT_TRUE(change(authority, Field::organisation, "some-firm").hidden);
}

TEST(AuthorityChanges, LinesThatSayWhatHoldsAlreadyDoNoHarm) {
  EXPECT_EQ(error_of("merge|person|Maxim|maksim-bakiyev\n"
                     "merge|person|Maxim|Kurmanbek Bakiyev\n"
                     "merge|person|Maxim|Kurmanbek Bakiyev\r\n"
                     "\n"
                     "alias|person|kurmanbek-bakiyev|Bakiyev\n"
                     "alias|person|kurmanbek-bakiyev|Bakiyev\n"
                     "rename|person|kurmanbek-bakiyev|Kurmanbek Bakiyev\n"
                     "hide|person|Maxim|\n"
                     "hide|person|Maxim|\n"),
            "");
}

}  // namespace
}  // namespace alatoo
