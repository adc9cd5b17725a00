// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

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

struct Case {
  std::string dateline;
  std::string located, agency, date;
};

TEST(Dateline, OfTheWires) {
  const std::vector<Case> cases = {
      {"(Reuters) - ", "", "Reuters", ""},
      {"ASTANA, March 3 (Reuters) - ", "Astana", "Reuters", ""},
      {"BISHKEK (AFP) -- ", "Bishkek", "Agence France-Presse", ""},
      {"OSH, Kyrgyzstan, June 14 (AP) — ", "Osh", "Associated Press", ""},
      {"OSH, Kyrgyzstan (AP) _ ", "Osh", "Associated Press", ""},
      {"BISHKEK, April 8, 2010 (Ferghana Wire) - ", "Bishkek", "Ferghana Wire", "2010-04-08"},
      {"BISHKEK, 8 Apr 2010 (AKIpress) – ", "Bishkek", "AKIpress", "2010-04-08"},
      {"WASHINGTON/PARIS, April 8 (Reuters) - ", "Washington/Paris", "Reuters", ""},
      {"NEW YORK — ", "New York", "", ""},
      {"ST. PETERSBURG, Russia — ", "St. Petersburg", "", ""},
      {"JALAL-ABAD, Kyrgyzstan -- ", "Jalal-Abad", "", ""},
      {"LONDON, 5 May - ", "London", "", ""},
      {"London, 5 May - ", "London", "", ""},
      {"Bishkek, Kyrgyzstan (CNN) -- ", "Bishkek", "CNN", ""},
      {"MOSCOW. April 7 (Interfax) - ", "Moscow", "Interfax", ""},
      {"BISHKEK, April 7 /TASS/. ", "Bishkek", "TASS", ""},
  };
  for (const Case& c : cases) {
    const Article article = enriched(c.dateline + kLead);
    EXPECT_EQ(article.located.value_or(""), c.located) << c.dateline;
    EXPECT_EQ(article.agency.value_or(""), c.agency) << c.dateline;
    EXPECT_EQ(article.date.iso(), c.date) << c.dateline;
    EXPECT_EQ(article.date_evidence, c.date.empty() ? DateEvidence::none : DateEvidence::dateline);
    ASSERT_GE(article.zones.size(), 2u) << c.dateline;
    EXPECT_EQ(article.zones[0].kind, ZoneKind::dateline) << c.dateline;
    EXPECT_EQ(article.zones[0].span.of(article.text), trim(c.dateline)) << c.dateline;
    EXPECT_EQ(article.zones[1].kind, ZoneKind::body);
    EXPECT_TRUE(article.zones[1].span.of(article.text).starts_with("Ferry crews")) << c.dateline;
  }
}

TEST(Dateline, NotEveryDashClosesOne) {
  for (const std::string front :
       {"ANALYSIS - ", "Berlin - ", "Ferries - ", "The lake — ", "(Corrects spelling) ", "NATO - ",
        "In Osh, May 5 - ", "A - ", "GMAC (Australia) ", "(UPDATE) - "}) {
    const Article article = enriched(front + kLead);
    EXPECT_EQ(article.located, std::nullopt) << front;
    EXPECT_EQ(article.agency, std::nullopt) << front;
    EXPECT_NE(article.zones[0].kind, ZoneKind::dateline) << front;
  }
}

TEST(Dateline, OpenYearIsTakenFromTheAddress) {
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
  setenv("SOURCE_DATE_EPOCH", "1276000000", 1);  // 2010-06-08
  EXPECT_FALSE(enriched("A strike ends\n9 June 2010\n\n" + kLead).date.known());
  EXPECT_EQ(enriched("A strike ends\n8 June 2010\n\n" + kLead).date.iso(), "2010-06-08");
  unsetenv("SOURCE_DATE_EPOCH");
}

TEST(Date, OfTheAddress) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"https://example.org/2010/04/07/ferries", "2010-04-07"},
      {"https://example.org/news/2010/apr/07/ferries.html", "2010-04-07"},
      {"https://example.org/ferries-2010-04-07.html", "2010-04-07"},
      {"https://example.org/20100407/ferries", "2010-04-07"},
      {"https://example.org/2010/04/ferries", "2010-04"},
      {"https://example.org/2010/13/ferries", ""},
      {"https://example.org/id/20101307", ""},
      {"https://2010-04-07.example.org/ferries", ""},
      {"https://example.org/ferries?d=2010-04-07", ""},
      {"not an address", ""},
  };
  for (const auto& [url, date] : cases) {
    Article article;
    article.text = kLead;
    article.url = url;
    article = enriched(article);
    EXPECT_EQ(article.date.iso(), date) << url;
    EXPECT_EQ(article.date_evidence, date.empty() ? DateEvidence::none : DateEvidence::url) << url;
  }
}

TEST(Dateline, ZonesStayWholeWhateverTheText) {
  const unsigned seed = 7;
  std::mt19937 random(seed);
  static const std::vector<std::string> pieces = {
      "BISHKEK", "Osh",        ", ",
      " ",       "April 8",    "2010",
      "(AFP)",   "(",          ")",
      "/TASS/",  ".",          " - ",
      "--",      "—",          "\xC2\xA0",
      "Ж",       ":",          "The crews stopped all boats on the lake on Friday. ",
      "\n",      "7 June 2010"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto n = random() % 20; n > 0; --n) text += pieces[random() % pieces.size()];
    const Article article = enriched(text);
    std::size_t at = 0;
    for (const Zone& zone : article.zones) {
      ASSERT_LT(zone.span.begin, zone.span.end) << "seed " << seed << "\n" << text;
      ASSERT_GE(zone.span.begin, at) << text;
      ASSERT_TRUE(trim(std::string_view(article.text).substr(at, zone.span.begin - at)).empty())
          << text;
      at = zone.span.end;
    }
    ASSERT_TRUE(trim(std::string_view(article.text).substr(at)).empty()) << text;
  }
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

}  // namespace
}  // namespace alatoo
