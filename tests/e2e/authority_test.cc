// SPDX-License-Identifier: GPL-3.0-or-later
//
// The user's own tables on an archive that exists: as if it had been built under them.
#include <filesystem>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const std::string kSource = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles";
const std::string kMine = std::string(ALATOO_SOURCE_DIR) + "/tests/e2e/scenarios/authority/mine";

class OwnAuthority : public Sandbox {
 protected:
  void rebuild(const Strings& more = {}) const {
    Strings arguments = {"rebuild", kSource, "--jobs", "1"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = indexer(arguments);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }
  Outcome remap(const std::string& authority, const Strings& more = {}) const {
    Strings arguments = {"entities", "--authority", authority};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return indexer(arguments);
  }
  std::string entities() const { return read_all(generation() + "/entities"); }
};

TEST_F(OwnAuthority, RemappingMakesWhatARebuildMakes) {
  rebuild({"--authority", kMine});
  const std::string built = entities();
  rebuild();
  const std::string shipped = entities();
  EXPECT_NE(built, shipped);
  ASSERT_EQ(remap(kMine).status, 0);
  EXPECT_EQ(entities(), built);
  EXPECT_EQ(indexer({"verify"}).status, 0);
  ASSERT_EQ(remap("none").status, 0);
  EXPECT_EQ(entities(), shipped);
  EXPECT_FALSE(fs::exists(generation() + "/authority"));
  EXPECT_EQ(indexer({"verify"}).status, 0);
}

TEST_F(OwnAuthority, HidingMergingAndRenamingCanBeTakenBack) {  // nothing of it is stored
  rebuild();
  const std::string shipped = entities();
  const std::string changes = write("changes.tsv",
                                    "action\tkind\tsubject\tobject\n"
                                    "hide\tperson\tKurmanbek Bakiyev\n"
                                    "merge\tperson\tMaxim Bakiyev\tJanysh Bakiyev\n"
                                    "rename\tcity\tosh-kg\tOsch\n"
                                    "hide\tcountry\tRussia\n"
                                    "hide\torganisation\tAta Meken\n");
  rebuild({"--authority", changes});
  EXPECT_NE(entities(), shipped);
  ASSERT_EQ(remap("none").status, 0);
  EXPECT_EQ(entities(), shipped);
}

TEST_F(OwnAuthority, RemappingWritesNamesAndNothingElse) {
  rebuild();
  const std::string before = generation();
  ASSERT_EQ(remap(kMine).status, 0);
  for (const auto& entry : fs::recursive_directory_iterator(before)) {
    const std::string name = fs::relative(entry.path(), before);
    if (!entry.is_regular_file() || name == "MANIFEST" || name == "entities") continue;
    EXPECT_TRUE(fs::equivalent(entry.path(), generation() + "/" + name)) << name;
  }
}

TEST_F(OwnAuthority, ADryRunPublishesNothing) {
  rebuild();
  const std::string before = generation();
  const Outcome outcome = remap(kMine, {"--dry-run"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("is called K. S. Bakiyev, 30 articles"));
  EXPECT_THAT(outcome.err, HasSubstr("published nothing"));
  EXPECT_EQ(generation(), before);
}

TEST_F(OwnAuthority, ALineAboutNobodyIsPointedOut) {
  rebuild();
  const std::string changes =
      write("changes.tsv", "action\tkind\tsubject\nhide\tperson\tKurmanbek Bakyev Jr\n");
  EXPECT_THAT(
      remap(changes, {"--dry-run"}).err,
      HasSubstr(changes + ":2: no person 'Kurmanbek Bakyev Jr' in this archive or the tables"));
}

TEST_F(OwnAuthority, TablesInUtf16AreRead) {
  rebuild();
  const std::string table = "action\tkind\tsubject\r\nhide\tcity\tOsh\r\n";
  std::string little = "\xFF\xFE";
  for (const char c : table) (little += c) += '\0';
  EXPECT_THAT(remap(write("changes.tsv", little), {"--dry-run"}).out,
              HasSubstr("Osh (osh-kg): no longer shown"));
  EXPECT_EQ(remap(write("changes.tsv", little), {"--dry-run", "-q"}).out, "");
}

TEST_F(OwnAuthority, AnUpdateKeepsTablesUnderAnyNameTheyMayHave) {
  rebuild();
  const std::string table = "name\taliases\nRoza Otunbayeva\tMadam President\n";
  expect_error(remap(write("people.txt", table)), 2,
               "people.txt: neither a folder nor a .tsv file");
  ASSERT_EQ(remap(write("People of mine.TSV", table)).status, 0);
  ASSERT_EQ(indexer({"remove", "2010/family.txt"}).status, 0);
  EXPECT_EQ(searcher({"find", "--person", "Madam President"}).status, 0);
}

TEST_F(OwnAuthority, ATownOfTheUsersIsTheOneThatTheArchiveMet) {
  const std::string article = write("in/a.txt",
                                    "BISHKEK, April 7, 2010 - A driver from the town of "
                                    "Barchynkul, in Kyrgyzstan, was there.\n");
  ASSERT_EQ(indexer({"rebuild", article}).status, 0);
  const std::string before = searcher({"facets", "city", "--format", "json"}).out;
  EXPECT_THAT(before, HasSubstr("\"name\":\"Barchynkul\""));
  const std::string table = write("places.tsv", "name\taliases\nBarchynkul\tMaidan-Kul\n");
  ASSERT_EQ(remap(table).status, 0);
  EXPECT_EQ(searcher({"find", "--city", "Maidan-Kul"}).status, 0);
  const std::string entity_file = entities();
  ASSERT_EQ(indexer({"rebuild", article, "--authority", table}).status, 0);
  EXPECT_EQ(entities(), entity_file);
}

TEST_F(OwnAuthority, WordsAreSearchedAsBeforeWhateverIsHidden) {
  rebuild();
  const auto found = [&] {
    return searcher({"find", "--format", "trec", "Otunbaeva Dzhalal-Abad"}).out;
  };
  const std::string before = found();
  EXPECT_NE(before, "");
  ASSERT_EQ(remap(write("changes.tsv",
                        "action\tkind\tsubject\nhide\tperson\tRoza Otunbayeva\n"
                        "hide\tcity\tjalal-abad-kg\n"))
                .status,
            0);
  EXPECT_EQ(found(), before);
}

TEST_F(OwnAuthority, WhatIsHiddenIsShownNowhere) {
  rebuild();
  const std::string changes = write("changes.tsv",
                                    "action\tkind\tsubject\tobject\n"
                                    "hide\tperson\tRoza Otunbayeva\n"
                                    "hide\tcity\tBishkek\n");
  ASSERT_EQ(remap(changes).status, 0);
  const std::string id = "2010/2010-04-07-uprising.txt";
  const std::string shown = searcher({"show", id, "--format", "json"}).out;
  const std::string found =
      searcher({"find", "--format", "json", "--facet", "person,city", "interim government"}).out;
  for (const std::string& text : {shown, found}) {
    EXPECT_THAT(text, ::testing::Not(HasSubstr("\"Roza Otunbayeva\"")));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("\"name\":\"Bishkek\"")));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("\"cities\":[\"Bishkek\"")));
  }
  EXPECT_EQ(searcher({"find", "--person", "Otunbaeva"}).status, 1);
  EXPECT_EQ(searcher({"facets", "person", "--why", "roza-otunbayeva"}).status, 1);
  EXPECT_EQ(searcher({"find", "Otunbayeva"}).status, 0);  // her name is a word of the text
  const Outcome inspected = indexer({"inspect", kSource + "/" + id, "--authority", changes});
  EXPECT_THAT(inspected.out, ::testing::Not(HasSubstr("\"Roza Otunbayeva\"")));
}

}  // namespace
}  // namespace alatoo::e2e
