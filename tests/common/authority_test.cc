// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/authority.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"

namespace alatoo {
namespace {

using ::testing::HasSubstr;
using Files = std::vector<std::pair<std::string, std::string_view>>;

constexpr std::string_view kPeople =
    "# People.\n"
    "id\tname\tcountries\taliases\n"
    "kurmanbek-bakiyev\tKurmanbek Bakiyev\tKG\tBakiyev|Курманбек Бакиев\n"
    "kanybek-bakiyev\tKanybek Bakiyev\tKG\t\n"
    "patriarch\tPatriarch Kirill\tRU\tKirill of Moscow\n";
constexpr std::string_view kPlaces =
    "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
    "jalalabad-af\tJalalabad\tcity\tAF\t356000\t\t\n"
    "jalal-abad-kg\tJalal-Abad\tcity\tKG\t123000\tDzhalal-Abad\t\n"
    "kyrgyzstan\tKyrgyzstan\tcountry\tKG\t6500000\tKyrgyz Republic\tKyrgyz|Kyrgyzstani\n"
    "united-states\tUnited States\tcountry\tUS\t330000000\tUS|USA|America\tAmerican|Americans\n";
constexpr std::string_view kOrganisations =
    "id\tname\tkind\tcountry\taliases\n"
    "nato\tNorth Atlantic Treaty Organization\tother\t\tNATO\n"
    "faa\tFederal Aviation Administration\tagency\tUS\tFAA\n";
constexpr std::string_view kOutlets =
    "id\tname\tkind\tdomains\taliases\n"
    "reuters\tReuters\tagency\treuters.com\t\n"
    "astana-times\tAstana Times\tnewspaper\tastanatimes.com\t\n";
constexpr std::string_view kGiven = "name\tgender\nMaria\tf\nRobert\tm\nKim\tm\nKim\tf\n";

Authority small() {
  return Authority(Files{{"people.tsv", kPeople},
                         {"places.tsv", kPlaces},
                         {"organisations.tsv", kOrganisations},
                         {"outlets.tsv", kOutlets},
                         {"given_names.tsv", kGiven}});
}

std::string error_of(const Files& files) {
  try {
    Authority authority(files);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Authority, FindsPeopleUnderAnySpellingOfTheKey) {
  const auto authority = small();
  for (const auto* name : {"Kurmanbek Bakiyev", "Kurmanbek Bakiev", "KURMANBEK BAKIYEV",
                           "kurmanbek bakiyev", "Курманбек Бакиев", "Bakiyev"}) {
    const auto found = authority.people(name);
    ASSERT_EQ(found.size(), 1u) << name;
    EXPECT_EQ(found[0]->id, "kurmanbek-bakiyev") << name;
  }
  EXPECT_TRUE(authority.people("Maksim Bakiyev").empty());
  EXPECT_EQ(authority.people("Kanybek Bakiev").at(0)->countries, std::vector<std::string>{"kg"});
}

TEST(Authority, KnowsWhoSharesASurname) {
  const auto authority = small();
  EXPECT_EQ(authority.people_by_surname("Bakiev").size(), 2u);
  EXPECT_TRUE(authority.people_by_surname("Moscow").empty());  // of the alias "Kirill of Moscow"
}

TEST(Authority, ReturnsNamesakesMostPopulousFirst) {
  const auto authority = small();
  const auto found = authority.places("Jalalabad");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0]->country, "af");
  EXPECT_EQ(found[1]->country, "kg");
  EXPECT_EQ(authority.places("Jalal'abad").size(), 2u);
}

TEST(Authority, KeepsShortAcronymsApartFromWords) {  // "let us go"
  const auto authority = small();
  EXPECT_EQ(authority.places("US").size(), 1u);
  EXPECT_EQ(authority.places("U.S.").size(), 1u);
  EXPECT_TRUE(authority.places("us").empty());
  EXPECT_TRUE(authority.places("Us").empty());
}

TEST(Authority, ReadsLongAcronymsWithOneCapital) {  // "Nato", as British papers write
  const auto authority = small();
  EXPECT_EQ(authority.organisations("NATO").size(), 1u);
  EXPECT_EQ(authority.organisations("Nato").size(), 1u);
  EXPECT_TRUE(authority.organisations("nato").empty());
}

TEST(Authority,
     DoesNotTransliterateAcronyms) {  // "FA" is no "FAA", though keys drop doubled letters
  const auto authority = small();
  EXPECT_EQ(authority.organisations("FAA").size(), 1u);
  EXPECT_TRUE(authority.organisations("FA").empty());
}

TEST(Authority, TellsDemonymsCountriesOutletsAndGivenNames) {
  const auto authority = small();
  ASSERT_NE(authority.demonym("Kyrgyz"), nullptr);
  EXPECT_EQ(authority.demonym("Kyrgyz")->country, "kg");
  EXPECT_EQ(authority.demonym("Osh"), nullptr);
  ASSERT_NE(authority.country("KG"), nullptr);
  EXPECT_EQ(authority.country("kg")->name, "Kyrgyzstan");
  EXPECT_EQ(authority.country("xx"), nullptr);
  ASSERT_NE(authority.outlet("reuters.com"), nullptr);
  EXPECT_TRUE(authority.outlet("Reuters")->agency);
  EXPECT_FALSE(authority.outlet("Astana Times")->agency);
  EXPECT_TRUE(authority.is_given_name("MARIA"));
  EXPECT_EQ(authority.gender("Maria"), Gender::female);
  EXPECT_EQ(authority.gender("Kim"), Gender::unknown);
  EXPECT_FALSE(authority.is_given_name("Osh"));
}

TEST(Authority, LaterFilesAddAndChangeRows) {  // --authority adds to the shipped tables
  const Authority authority(Files{{"people.tsv", kPeople},
                                  {"mine/people.tsv",
                                   "id\tname\tcountries\taliases\n"
                                   "kanybek-bakiyev\tKanybek S. Bakiyev\tKG\tBakiyev the Younger\n"
                                   "aida\tAida Salyanova\tKG\t\n"}});
  EXPECT_EQ(authority.people("Aida Salyanova").at(0)->line, "people.tsv:3");
  // What articles store stays; what is shown for it changed.
  for (const auto* name : {"Kanybek Bakiyev", "Kanybek S. Bakiyev", "Bakiyev the Younger"}) {
    ASSERT_EQ(authority.people(name).size(), 1u) << name;
    EXPECT_EQ(authority.people(name)[0]->name, "Kanybek Bakiyev") << name;
  }
  const auto* change = authority.change(Field::person, "kanybek-bakiyev");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->name, "Kanybek S. Bakiyev");
  EXPECT_EQ(change->why, "authority people.tsv:2");
}

TEST(Authority, RowsWithoutIdMeanTheKnownOneOrMakeOne) {
  const Authority authority(Files{{"people.tsv", kPeople},
                                  {"places.tsv", kPlaces},
                                  {"people-kg.tsv",
                                   "name\taliases\nKurmanbek Bakiev\tBako\n"
                                   "Айгуль Ташиева\t\n"},
                                  {"places_more.tsv",
                                   "name\tcountry\nBarchyn\tKG\n"
                                   "Kyrgyzstan\tkg\n"}});
  const auto bakiyev = authority.people("Bako");
  ASSERT_EQ(bakiyev.size(), 1u);
  EXPECT_EQ(bakiyev[0]->id, "kurmanbek-bakiyev");
  EXPECT_EQ(bakiyev[0]->countries, std::vector<std::string>{"kg"});  // the column is not there
  EXPECT_TRUE(authority.people("Bakiyev").empty());                  // this one is
  EXPECT_EQ(authority.people("Aigul Tashieva").at(0)->id, "aigul-tashieva");
  EXPECT_EQ(authority.places("Barchyn").at(0)->id, "barchin");
  EXPECT_EQ(authority.places("Barchyn").at(0)->kind, Place::Kind::city);
  EXPECT_EQ(authority.country("kg")->population, 6500000u);
}

TEST(Authority, TakesWhatSpreadsheetsWrite) {  // CRLF, quotes, blanks, lines without a value
  const Authority authority(Files{{"people.tsv",
                                   "aliases\tname\tnote\r\n\"Salyanova, Aida\"\t Aida Salyanova "
                                   "\tminister\r\n\t\t\r\nx | y\tSomebody\t\r\n"}});
  EXPECT_EQ(authority.people("Salyanova, Aida").at(0)->name, "Aida Salyanova");
  EXPECT_EQ(authority.people("Somebody").at(0)->aliases, (std::vector<std::string>{"x", "y"}));
}

TEST(Authority, QuotesOfSpreadsheetsAreNoPartOfAName) {
  const Authority authority(
      Files{{"people.tsv",
             "Name\tALIASES\t\n\"Felix \"\"Iron\"\" Kulov\"\t\"\"\"Iron\"\"\"\n"
             "\"Iron\" Tim \"Hat\"\n\"A, B\"\t\t\t\t\n"}});
  EXPECT_EQ(authority.people("Iron").at(0)->name, "Felix \"Iron\" Kulov");
  EXPECT_EQ(authority.people("Iron").at(0)->aliases, std::vector<std::string>{"\"Iron\""});
  EXPECT_EQ(authority.people("Iron Tim Hat").at(0)->name, "\"Iron\" Tim \"Hat\"");
}

TEST(Authority, EmptyFieldsClear) {
  const Authority authority(
      Files{{"people.tsv", kPeople}, {"people.tsv", "id\taliases\nkurmanbek-bakiyev\t\n"}});
  EXPECT_TRUE(authority.people("Bakiyev").empty());
  EXPECT_EQ(authority.people("Kurmanbek Bakiyev").size(), 1u);
  EXPECT_EQ(error_of(Files{{"people.tsv", "id\taliases\nnobody\tNo Body\n"}}),
            "people.tsv:2: the name must not be empty");
}

TEST(Authority, NamesFileAndLineOfMistakes) {
  EXPECT_THAT(error_of(Files{{"people.tsv", "id\tname\tcountries\na\tA\tKG\t\tB\n"}}),
              HasSubstr("people.tsv:2: expected 3 fields"));
  EXPECT_THAT(error_of(Files{{"people.tsv", "# none\naliases\n"}}),
              HasSubstr("people.tsv:2: no column is called \"name\""));
  EXPECT_THAT(error_of(Files{{"people.tsv", "id\tname\talias\na\tA\tB\n"}}),
              HasSubstr("people.tsv:1: there is no column \"alias\""));
  EXPECT_THAT(error_of(Files{{"people.tsv", "name\tname\na\tA\n"}}),
              HasSubstr("people.tsv:1: the column \"name\" is given twice"));
  EXPECT_THAT(error_of(Files{{"people.tsv", ""}}), HasSubstr("people.tsv:1: the table is empty"));
  EXPECT_THAT(
      error_of(Files{{"people.tsv", "id\tname\tcountries\taliases\na\tA\tKG\t\na\tB\tKG\t\n"}}),
      HasSubstr("people.tsv:3: the id \"a\" is given twice"));
  EXPECT_THAT(error_of(Files{{"people.tsv", "id\tname\tcountries\taliases\na\t\tKG\t\n"}}),
              HasSubstr("people.tsv:2: the name must not be empty"));
  EXPECT_THAT(error_of(Files{{"people.tsv", "name\tcountries\nA\tKyrgyzstan\n"}}),
              HasSubstr("people.tsv:2: \"Kyrgyzstan\" is no ISO 3166-1 code"));
  EXPECT_THAT(error_of(Files{{"places.tsv",
                              "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
                              "a\tA\ttown\tKG\t1\t\t\n"}}),
              HasSubstr("places.tsv:2: \"town\" is no kind of place"));
  EXPECT_THAT(error_of(Files{{"places.tsv",
                              "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
                              "a\tA\tcity\tKG\tmany\t\t\n"}}),
              HasSubstr("places.tsv:2: the population \"many\""));
  EXPECT_THAT(
      error_of(Files{{"places.tsv", kPlaces}, {"places.tsv", "name\nJalalabad\n"}}),
      HasSubstr("places.tsv:2: \"Jalalabad\" may be jalalabad-af, jalal-abad-kg: say which"));
  EXPECT_THAT(error_of(Files{{"rivers.tsv", ""}}), HasSubstr("rivers.tsv: the name of a table"));
  EXPECT_THAT(error_of(Files{{"peoples.tsv", ""}}), HasSubstr("peoples.tsv: the name of a table"));
}

/// What is wrong with a table of the user's over those above.
std::string error_under(const std::string& file, const std::string& table) {
  return error_of(Files{{"people.tsv", kPeople},
                        {"places.tsv", kPlaces},
                        {"organisations.tsv", kOrganisations},
                        {"outlets.tsv", kOutlets},
                        {"mine/" + file, table}});
}

TEST(Authority, NobodyGetsTheNameOfAnother) {
  const std::string taken = " is the name of another person, kurmanbek-bakiyev: say merge";
  EXPECT_THAT(error_under("people.tsv", "id\tname\nkanybek-bakiyev\tKurmanbek Bakiev\n"),
              HasSubstr("mine/people.tsv:2: \"Kurmanbek Bakiev\"" + taken));
  EXPECT_THAT(error_under("people.tsv", "id\tname\nnew\tKurmanbek Bakiyev\n"), HasSubstr(taken));
  EXPECT_THAT(error_under("people.tsv", "name\taliases\nSome Body\tX|Kurmanbek Bakiyev\n"),
              HasSubstr(taken));
  EXPECT_THAT(error_under("people.tsv", "id\tname\na\tSome Body\nb\tSome Body\n"),
              HasSubstr("mine/people.tsv:2: \"Some Body\" is the name of another person, b"));
  EXPECT_THAT(
      error_under("organisations.tsv", "id\tname\nfaa\tNorth Atlantic Treaty Organization\n"),
      HasSubstr("is the name of another organisation, nato"));
  EXPECT_THAT(error_under("outlets.tsv", "id\tname\nnew\tReuters\n"),
              HasSubstr("is the name of another source, reuters"));
  // Names that change hands, surnames that two share, what the row has already, and towns.
  EXPECT_EQ(error_under("people.tsv",
                        "id\tname\nkanybek-bakiyev\tKurmanbek Bakiyev\n"
                        "kurmanbek-bakiyev\tKanybek Bakiyev\n"),
            "");
  EXPECT_EQ(error_under("people.tsv", "name\taliases\nKanybek Bakiyev\tBakiyev\n"), "");
  EXPECT_EQ(error_under("people.tsv", std::string(kPeople)), "");
  EXPECT_EQ(error_under("places.tsv", "id\tname\njalal-abad-kg\tJalalabad\n"), "");
}

TEST(Authority, ANameMeansFirstWhoHasItAsHisOwn) {  // though two swapped what is shown
  const Authority authority(Files{{"people.tsv", kPeople},
                                  {"people.tsv",
                                   "id\tname\nkanybek-bakiyev\tKurmanbek Bakiyev\n"
                                   "kurmanbek-bakiyev\tKanybek Bakiyev\n"}});
  EXPECT_EQ(authority.people("Kurmanbek Bakiyev").at(0)->id, "kurmanbek-bakiyev");
  EXPECT_EQ(authority.people("Kanybek Bakiyev").at(0)->id, "kanybek-bakiyev");
}

TEST(Authority, ValuesAreThoseOfTheirKind) {
  EXPECT_THAT(error_under("people.tsv", "id\tname\nSome Body\tSome Body\n"),
              HasSubstr("mine/people.tsv:2: \"Some Body\" is no id: use small letters"));
  EXPECT_EQ(error_under("people.tsv", "id\tname\nдядя-2\tДядя\n"), "");
  EXPECT_THAT(error_under("people.tsv", "name\tcountries\nSome Body\tKG|QQ\n"),
              HasSubstr("mine/people.tsv:2: \"qq\" is the ISO 3166-1 code of no known country"));
  EXPECT_THAT(error_under("places.tsv", "name\tcountry\nSome Town\tQQ\n"),
              HasSubstr("is the ISO 3166-1 code of no known country"));
  EXPECT_THAT(error_under("organisations.tsv", "name\tkind\nSome Firm\tfirm\n"),
              HasSubstr("\"firm\" is no kind of organisation: party, ministry, agency, company"));
  EXPECT_THAT(error_under("outlets.tsv", "name\tkind\nSome Paper\tpaper\n"),
              HasSubstr("\"paper\" is no kind of outlet: agency, newspaper"));
  EXPECT_THAT(error_under("outlets.tsv", "name\tdomains\nSome Paper\tpaper.example/news\n"),
              HasSubstr("\"paper.example/news\" is no domain"));
  const Authority authority(
      Files{{"outlets.tsv", kOutlets},
            {"outlets.tsv", "name\tkind\tdomains\nSome Wire\tAgency\thttps://wire.example/\n"}});
  ASSERT_NE(authority.outlet("wire.example"), nullptr);
  EXPECT_TRUE(authority.outlet("wire.example")->agency);
}

TEST(Authority, FingerprintChangesWithTheTables) {
  const Authority one(Files{{"people.tsv", kPeople}});
  const Authority same(Files{{"people.tsv", kPeople}});
  const Authority other(Files{{"people.tsv", "id\tname\tcountries\taliases\n"}});
  EXPECT_EQ(one.fingerprint(), same.fingerprint());
  EXPECT_NE(one.fingerprint(), other.fingerprint());
  EXPECT_EQ(one.fingerprint().size(), 16u);
}

}  // namespace
}  // namespace alatoo
