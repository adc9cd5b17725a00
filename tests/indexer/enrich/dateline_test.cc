// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/enrich/dateline_text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/listed_names.h"
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

/// Read without zones: the wires' own shapes, with what follows them.
TEST(Dateline, ShapesOfManyWires) {
  struct Wire {
    std::string dateline, located, agency, date, writers;
  };
  const std::vector<Wire> wires = {
      {"BERLIN (dpa) - ", "Berlin", "dpa", "", ""},
      {"MOSCOW, Oct. 5 /TASS/. ", "Moscow", "TASS", "10-5", ""},
      {"(CNN) -- ", "", "CNN", "", ""},
      {"(CNN)", "", "CNN", "", ""},
      {"KABUL, Afghanistan — ", "Kabul", "", "", ""},
      {"МИНСК, 13 сентября 2020. ", "Минск", "", "2020-9-13", ""},
      {"МИНСК, 13 сентября 2020 г. ", "Минск", "", "2020-9-13", ""},
      {"БИШКЕК, 7 апр - РИА Новости, Анна Ли. ", "Бишкек", "РИА Новости", "4-7", "Анна Ли"},
      {"МОСКВА, 7 апр — РИА Новости. ", "Москва", "РИА Новости", "4-7", ""},
      {"Бишкек. 24.kg. ", "Бишкек", "24.kg", "", ""},
      {"Бишкек. 24.kg - ", "Бишкек", "24.kg", "", ""},
      {"Бишкек (24.kg) – ", "Бишкек", "24.kg", "", ""},
      {"БИШКЕК (АКИpress) - ", "Бишкек", "АКИpress", "", ""},
      {"Бишкек, 7 апреля /Кабар/. ", "Бишкек", "Кабар", "4-7", ""},
      {"Бишкек, 07.04.10. /Кабар/. ", "Бишкек", "Кабар", "", ""},
      {"МОСКВА, 7 апреля. /ТАСС/. ", "Москва", "ТАСС", "4-7", ""},
      {"МОСКВА, 7 апреля. /Корр. ТАСС Анна Ли/. ", "Москва", "ТАСС", "4-7", "Анна Ли"},
      {"Москва. 7 апреля. ИНТЕРФАКС - ", "Москва", "ИНТЕРФАКС", "4-7", ""},
      {"ASTANA. July 12. KAZINFORM /Anna Koh/ - ", "Astana", "KAZINFORM", "7-12", "Anna Koh"},
      {"WASHINGTON (AP) _ ", "Washington", "AP", "", ""},
      {"OSH – ", "Osh", "", "", ""},
      {"OSH, Kyrgyzstan, June\n14 (AP)\n   -- ", "Osh", "AP", "6-14", ""},
      {"BISHKEK, APRIL 8 (REUTERS) - ", "Bishkek", "REUTERS", "4-8", ""},
      {"BISHKEK, Sept 8\xC2\xA0(Reuters)\xC2\xA0- ", "Bishkek", "Reuters", "9-8", ""},
      {"BEIJING, Thursday, April 8 (Xinhua) -- ", "Beijing", "Xinhua", "4-8", ""},
      {"TEHRAN, Apr. 07 (MNA) –", "Tehran", "MNA", "4-7", ""},
      {"OSH (Kyrgyzstan), April 8 (Reuters) - ", "Osh", "Reuters", "4-8", ""},
      {"BISHKEK (Reuters), 8 April 2010 - ", "Bishkek", "Reuters", "2010-4-8", ""},
      {"April 8 (Reuters) - ", "", "Reuters", "4-8", ""},
      {"AFP - ", "", "AFP", "", ""},
      {"Rome (AsiaNews/Agencies) – ", "Rome", "AsiaNews", "", ""},
      {"TASHKENT, Uzbekistan (LakeDaily.example) -- ", "Tashkent", "LakeDaily.example", "", ""},
      {"LITTLE MARSH (Ann Lee) — ", "Little Marsh", "", "", "Ann Lee"},
      {"(Recasts, adds quotes) BISHKEK, April 8 (Reuters) - ", "Bishkek", "Reuters", "4-8", ""},
      {"By Anna Koh BISHKEK (Reuters) - ", "Bishkek", "Reuters", "", "Anna Koh"},
  };
  for (const Wire& wire : wires) {
    const bool russian = wire.dateline.find("р") != std::string::npos || wire.located == "Бишкек" ||
                         wire.located == "Минск" || wire.located == "Москва";
    const std::string front = russian ? "Экипажи паромов вернулись на работу." : "Ferry crews";
    const std::string paragraph = wire.dateline + front + " went back to work on Sunday. More.";
    const auto found = parse_dateline(paragraph, *shipped_authority());
    ASSERT_TRUE(found) << wire.dateline;
    EXPECT_EQ(found->located, wire.located) << wire.dateline;
    EXPECT_EQ(found->agency, wire.agency) << wire.dateline;
    EXPECT_EQ(joined_names(found->writers), wire.writers) << wire.dateline;
    EXPECT_TRUE(paragraph.substr(found->end).starts_with(front)) << paragraph.substr(found->end);
    std::string date;
    if (found->date) {
      const PartialDate& day = found->date->date;
      date = (day.year ? std::to_string(day.year) + "-" : "") + std::to_string(day.month) + "-" +
             std::to_string(day.day);
    }
    EXPECT_EQ(date, wire.date) << wire.dateline;
  }
}

TEST(Dateline, ThatTheFormatMarksNeedsNoSign) {
  for (const std::string text : {"ASTANA, March 3 (Reuters) -", "ASTANA, March 3 (Reuters)"}) {
    const auto found = parse_dateline(text, *shipped_authority(), true);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->located, "Astana");
    EXPECT_EQ(found->agency, "Reuters");
    EXPECT_EQ(found->date->date, (PartialDate{0, 3, 3}));
  }
  EXPECT_EQ(parse_dateline("Little Marsh", *shipped_authority(), true)->located, "Little Marsh");
  EXPECT_EQ(parse_dateline("March 3, 2010", *shipped_authority(), true)->date->date.iso(),
            "2010-03-03");
  EXPECT_FALSE(parse_dateline("", *shipped_authority(), true));

  Article article;
  article.text = "ASTANA, March 3, 2010 (Reuters) -\n\n" + kLead;
  article.zones = {{ZoneKind::dateline, {0, 33}},
                   {ZoneKind::body, {35, static_cast<std::uint32_t>(article.text.size())}}};
  find_dateline(article, *shipped_authority());
  EXPECT_EQ(article.located, "Astana");
  EXPECT_EQ(article.date.iso(), "2010-03-03");
  EXPECT_EQ(article.zones.size(), 2u);
}

TEST(Dateline, InitialsOfARegion) {
  for (const std::string front :
       {"FORT LEE, N.J., Mar 18 (Reuters) - ", "DOVER, N.H. (Reuters) -- ",
        "WASHINGTON, D.C., March 3 (Reuters) - "}) {
    const auto found = parse_dateline(front + "The company said", *shipped_authority(), false);
    ASSERT_TRUE(found) << front;
    EXPECT_EQ(found->agency, "Reuters") << front;
    EXPECT_EQ(found->end, front.size()) << front;
    EXPECT_EQ(found->located.find_first_of(",."), std::string::npos) << front;
  }
}

TEST(Dateline, WriterIsAContributor) {
  const Article article = enriched("МИНСК, 13 сен 2020 - РИА Новости, Анна Ли. " + kLead);
  EXPECT_EQ(article.agency, "RIA Novosti");
  EXPECT_EQ(article.contributors, (std::vector<std::string>{"Анна Ли"}));
  EXPECT_EQ(article.byline, "Анна Ли");
  EXPECT_EQ(article.date.iso(), "2020-09-13");
}

TEST(Dateline, NotEveryDashClosesOne) {
  for (const std::string front :
       {"ANALYSIS - ", "Berlin - ", "Ferries - ", "The lake — ", "(Corrects spelling) ", "NATO - ",
        "In Osh, May 5 - ", "A - ", "GMAC (Australia) ", "(UPDATE) - ", "Berlin, 9 November 1989. ",
        "Lee (Arsenal) - ", "Osh. The Times ", "April 7. ", "LONDON, PARIS, ROME, OSLO - ",
        "MOSCOW, August 1991. ", "(File) - ", "Lee. Reuters said. "}) {
    const Article article = enriched(front + kLead);
    EXPECT_EQ(article.located, std::nullopt) << front;
    EXPECT_EQ(article.agency, std::nullopt) << front;
    EXPECT_NE(article.zones[0].kind, ZoneKind::dateline) << front;
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

}  // namespace
}  // namespace alatoo
