// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kLead =
    "Ferry crews on Lake Tolmar went back to work on Sunday after the harbour board gave in to "
    "nearly all that they had asked for.\n\nThe board said it would pay them for April 7, 2009.";

Article enriched(Article article) {
  clean_utf8(article.text);
  mark_zones(article);
  find_dateline(article, *shipped_authority());
  return article;
}

Article enriched(const std::string& text) {
  Article article;
  article.text = text;
  return enriched(article);
}

TEST(Date, OpenYearIsTakenFromTheAddress) {
  Article article;
  article.text = "BISHKEK, Dec 31 (AFP) - " + kLead;
  article.url = "https://example.org/2011/01/01/ferries";
  article = enriched(article);
  EXPECT_EQ(article.date.iso(), "2010-12-31");
  EXPECT_EQ(article.date_evidence, DateEvidence::dateline);
}

TEST(Masthead, Forms) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Last Modified: 15 May 2010 15:43 GMT", "2010-05-15"},
      {"Monday, 7 June 2010", "2010-06-07"},
      {"June 7, 2010", "2010-06-07"},
      {"7 June 2010 | 10:20", "2010-06-07"},
      {"2010-06-07", "2010-06-07"},
      {"Published: 2010-06-07T10:20:00Z", "2010-06-07"},
      {"Sat Apr 10, 2010 6:12pm EDT", "2010-04-10"},
      {"7 апреля 2010", "2010-04-07"},
      {"Опубликовано: 7 апреля 2010 г., 10:20", "2010-04-07"},
      {"The Tian Shan Courier, July 2010", "2010-07"},
      {"07.06.2010", "2010-06-07"},
      {"25/06/2010", "2010-06-25"},
      {"07/06/2010", "2010"},  // June or July
      {"By Ann Lee | 7th June 2010", "2010-06-07"},
      {"Published: 7 June 2010 | Updated: 9 June 2010", "2010-06-07"},
      {"31 June 2010", ""},
      {"2 hours ago", ""},
      {"Опубликовано 7 июня 2010 в 14:20", "2010-06-07"},
      {"10:43 | 15.05.2010", "2010-05-15"},
      {"2010 May 15", "2010-05-15"},
      {"Updated 9 June 2010", "2010-06-09"},
      {"Sept. 9, 2010", "2010-09-09"},
      {"Понедельник, 7 июня 2010 г.", "2010-06-07"},
  };
  for (const auto& [line, date] : cases) {
    const Article article = enriched("Ferry crews end their strike\n" + line + "\n\n" + kLead);
    EXPECT_EQ(article.date.iso(), date) << line;
    EXPECT_EQ(article.headline, "Ferry crews end their strike") << line;
    EXPECT_EQ(article.date_evidence, date.empty() ? DateEvidence::none : DateEvidence::masthead);
  }
}

TEST(Masthead, PublicationOutranksTheUpdate) {
  const Article article = enriched(
      "Ferry crews end their strike\nUpdated: 9 June 2010\nPublished: 7 June 2010\n\n" + kLead);
  EXPECT_EQ(article.date.iso(), "2010-06-07");
}

TEST(Masthead, OutranksDatelineAndAddress) {
  Article article;
  article.text = "A strike ends\n7 June 2010\n\nBISHKEK, June 6, 2010 (AFP) - " + kLead;
  article.url = "https://example.org/2010/06/08/ferries";
  EXPECT_EQ(enriched(article).date.iso(), "2010-06-07");
}

TEST(Date, NeverOutOfRunningText) {
  EXPECT_FALSE(enriched("Ferry crews end their strike\n\n" + kLead).date.known());
  EXPECT_FALSE(enriched("On April 7, 2010 the crews stopped. " + kLead).date.known());
}

TEST(Date, OfLinksBelowTheStoryIsNotTaken) {
  EXPECT_FALSE(enriched("A strike ends\n\n" + kLead +
                        "\n\nMore on this story\nIce on the lake\n"
                        "12 March 2005\nA bridge too dear\n10 March 2005")
                   .date.known());
  EXPECT_EQ(enriched(kLead + "\n\nLast updated: 12 March 2005").date.iso(), "2005-03-12");
}

TEST(Date, StatedByTheInputIsKept) {
  Article article;
  article.text = "A strike ends\n7 June 2010\n\n" + kLead;
  article.date = {2010, 5, 0};
  article.date_evidence = DateEvidence::metadata;
  article = enriched(article);
  EXPECT_EQ(article.date.iso(), "2010-05");
  EXPECT_EQ(article.date_evidence, DateEvidence::metadata);
}

TEST(Date, DayThatHasNotComeIsRefused) {
  setenv("SOURCE_DATE_EPOCH", "1276000000", 1);  // 2010-06-08; in Auckland it is the 9th
  const Article article = enriched("A strike ends\n10 June 2010\n\n" + kLead);
  EXPECT_FALSE(article.date.known());
  EXPECT_THAT(article.notes, ElementsAre("the date 2010-06-10 lies in the future; it is not used"));
  EXPECT_EQ(enriched("A strike ends\n9 June 2010\n\n" + kLead).date.iso(), "2010-06-09");
  // What is left is used.
  EXPECT_EQ(enriched("A strike ends\n7 June 2011\n\nOSH, June 7, 2010 (AFP) - " + kLead).date.iso(),
            "2010-06-07");
  unsetenv("SOURCE_DATE_EPOCH");
}

TEST(Date, WrongWeekdayIsRefused) {
  const Article article = enriched("A strike ends\nTuesday, 7 June 2010\n\n" + kLead);
  EXPECT_FALSE(article.date.known());
  EXPECT_THAT(article.notes, ElementsAre("the date 2010-06-07 is no Tuesday; it is not used"));
  EXPECT_THAT(enriched("A strike ends\nMonday, 7 June 2010\n\n" + kLead).notes, IsEmpty());
}

Article dated(const std::string& metadata, const std::string& text, const std::string& url = "") {
  Article article;
  article.text = text;
  if (!url.empty()) article.url = url;
  if (const auto date = parse_iso_date(metadata)) {
    article.date = *date;
    article.date_evidence = DateEvidence::metadata;
  }
  return enriched(std::move(article));
}

TEST(Date, WeakerEvidenceThatContradictsIsRefused) {
  const Article wire = dated("2010-06-20", "A strike ends\n\nOSH, June 6, 2010 (AFP) - " + kLead);
  EXPECT_EQ(wire.date.iso(), "2010-06-20");
  EXPECT_THAT(wire.notes, ElementsAre("the dateline's date 2010-06-06 contradicts the metadata's "
                                      "2010-06-20, which is used"));
  const Article page =
      dated("", "A strike ends\n7 June 2010\n\n" + kLead, "https://example.org/2014/11/22/a");
  EXPECT_EQ(page.date.iso(), "2010-06-07");
  EXPECT_THAT(page.notes, ElementsAre("the address's date 2014-11-22 contradicts the masthead's "
                                      "2010-06-07, which is used"));
  // A day or two between wire and page is as it should be.
  EXPECT_THAT(dated("2010-06-08", "OSH, June 6, 2010 (AFP) - " + kLead).notes, IsEmpty());
  EXPECT_THAT(dated("2010-06-08", "OSH, June 6 (AFP) - " + kLead).notes, IsEmpty());
}

TEST(Date, WeakerEvidenceAddsWhatIsLeftOpen) {
  const std::string wire = "OSH, June 6 (AFP) - " + kLead;
  for (const std::string stated : {"2010", "2010-06"}) {
    const Article article = dated(stated, wire);
    EXPECT_EQ(article.date.iso(), "2010-06-06") << stated;
    EXPECT_EQ(article.date_evidence, DateEvidence::dateline);
  }
  EXPECT_EQ(dated("2010-05", wire).date.iso(), "2010-05");
  EXPECT_EQ(dated("2010", "A strike ends\n7 June 2010\n\n" + kLead).date_evidence,
            DateEvidence::masthead);
  EXPECT_EQ(dated("", wire, "https://example.org/2010/06/a").date.iso(), "2010-06-06");
  EXPECT_FALSE(dated("", wire).date.known());
}

TEST(Date, OpenYearIsTheNearest) {
  EXPECT_EQ(dated("2011-01-02", "OSH, Dec 31 (AFP) - " + kLead).notes.size(), 0u);
  EXPECT_EQ(dated("", "OSH, Dec 31 (AFP) - " + kLead, "https://example.org/2011/01/a").date.iso(),
            "2010-12-31");
  EXPECT_EQ(dated("", "OSH, Jan 1 (AFP) - " + kLead, "https://example.org/2010/12/31/a").date.iso(),
            "2011-01-01");
  EXPECT_FALSE(dated("2010", "OSH, Feb 29 (AFP) - " + kLead).date.day);
}

TEST(Date, YearOfTheWiresOwnNotice) {
  const std::string wire = "OSH, June 6 (AP) - " + kLead;
  EXPECT_EQ(
      dated("", wire + "\n\nCopyright 2010 The Associated Press. All rights reserved.").date.iso(),
      "2010-06-06");
  // The page's notice bears the year in which it was fetched.
  EXPECT_FALSE(dated("", wire + "\n\n© 2014 The Lake Courier").date.known());
}

TEST(Masthead, StampOutranksThePageHead) {
  EXPECT_EQ(enriched("Saturday, 22 November 2014\nFerry crews end their strike\n"
                     "Last Modified: 15 May 2010 15:43 GMT\n\n" +
                     kLead)
                .date.iso(),
            "2010-05-15");
}

TEST(Date, OfTheAddress) {
  Article article;
  article.text = kLead;
  article.url = "https://example.org/2010/04/07/ferries";
  article = enriched(article);
  EXPECT_EQ(article.date.iso(), "2010-04-07");
  EXPECT_EQ(article.date_evidence, DateEvidence::url);
}

TEST(Date, OfTheSeeds) {
  const std::filesystem::path folder = std::filesystem::path(ALATOO_SOURCE_DIR) / "../shared/seeds";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path());
    const Article article = enriched(std::string{std::istreambuf_iterator<char>(file), {}});
    const std::string name = entry.path().filename().string().substr(0, 3);
    EXPECT_EQ(article.date.iso(), name == "003"   ? "2010-05-15"
                                  : name == "004" ? "2020-10-10"
                                                  : "")
        << name;
  }
}

TEST(Masthead, PagesOfPaperAndZones) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Friday, July 2, 2010; A17", "2010-07-02"},
      {"Tuesday, June 9, 1998          Page 3", "1998-06-09"},
      {"Published 4 February 2016; corrected 6 February 2016", "2016-02-04"},
      {"April 8, 2010 -- Updated 1412 GMT (2212 HKT)", "2010-04-08"},
  };
  for (const auto& [line, date] : cases) {
    const Article article = enriched("Ferry crews end their strike\n" + line + "\n\n" + kLead);
    EXPECT_EQ(article.date.iso(), date) << line;
    EXPECT_EQ(article.headline, "Ferry crews end their strike") << line;
  }
}

TEST(Date, EntriesOfAChronologyDateNothing) {
  const Article article = enriched(
      "TIMELINE-The harbour since the strike\nJune 16 (Reuters) - Here is a timeline of events in "
      "the harbour since the first strike:\nAug. 31, 1991 - The board declares that the harbour is "
      "closed.\nDec. 24, 2000 - The first ferry leaves with a new board.\nMarch 24, 2005 - Crowds "
      "storm the harbour office in Bishkek.");
  EXPECT_FALSE(article.date.known());
  EXPECT_EQ(article.agency, "Reuters");
}

TEST(Date, OfADatelineOnALineOfItsOwn) {
  const Article article =
      enriched("Ferry crews end their strike\n\nBISHKEK, Feb 17, 2011 (AFP)\n\n" + kLead);
  EXPECT_EQ(article.date.iso(), "2011-02-17");
  EXPECT_EQ(article.date_evidence, DateEvidence::dateline);
  EXPECT_EQ(article.located, "Bishkek");
  EXPECT_EQ(article.agency, "Agence France-Presse");
}

}  // namespace
}  // namespace alatoo
