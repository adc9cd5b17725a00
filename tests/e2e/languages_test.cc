// SPDX-License-Identifier: GPL-3.0-or-later
//
// One story in six languages: each spelling of its names finds all of them, in either script and in
// any case of Russian.
#include <algorithm>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Languages : public Sandbox {
 protected:
  void SetUp() override {
    write("archive/en.txt",
          "Otunbayeva visits Osh\n\nThe interim leader Roza Otunbayeva went to Osh on Friday and "
          "spoke of the state of the union of all parties. Kurmanbek Bakiyev had left for Belarus. "
          "His supporters met in Jalal-Abad, and Vladimir Ilich Petrov read a statement.\n");
    write("archive/en2.txt",
          "The roads of the lake\n\nFerry crews on the lake stopped their work. The union said "
          "that the state in which the boats are was bad. Jalal’abad's market was open.\n");
    write("archive/ru.txt",
          "Отунбаева приехала в Ош\n\nГлава временного правительства Роза Отунбаева приехала в "
          "пятницу в Ош. Сторонники Курманбека Бакиева собрались в Джалал-Абаде. Ёлку на площади "
          "убрали. Владимир Ильич Петров объявил о забастовке экипажей.\n");
    write("archive/ky.txt",
          "Отунбаева Ошко барды\n\nУбактылуу өкмөттүн башчысы Роза Отунбаева жума күнү Ошко барды. "
          "Жогорку Кеңеш чечим кабыл алды, депутаттар Жалал-Абадда жолугушту. Курманбек Бакиевдин "
          "тарапкерлери да келди.\n");
    write("archive/fr.txt",
          "La présidente par intérim à Och\n\nLa présidente par intérim Roza Otounbaïeva s'est "
          "rendue "
          "vendredi à Och, où elle a rencontré les habitants. Les partisans de Kurmanbek Bakiev se "
          "sont réunis dans une autre ville du pays.\n");
    write("archive/de.txt",
          "Reise in den Süden\n\nDie Präsidentin reiste am Freitag in den Süden des Landes. Die "
          "Straßen der Stadt Osh waren voll, sagten die Bewohner. Die Häuser standen offen.\n");
    write("archive/tr.txt",
          "Oş'ta gün\n\nGeçici hükümetin lideri Roza Otunbayeva cuma günü Oş kentine gitti. Şehrin "
          "sokakları doluydu ve evlerin kapıları açıktı, dedi sakinler.\n");
    ASSERT_EQ(indexer({"rebuild", "archive"}).status, 0);
  }

  Strings found(const std::string& query) const {
    Strings sorted = ids({query});
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }
};

TEST_F(Languages, AreTold) {
  for (const std::string language : {"ru", "ky", "fr", "de", "tr"}) {
    EXPECT_THAT(ids({"--language", language}), ElementsAre(language + ".txt"));
  }
}

TEST_F(Languages, NamesFindEachOtherAcrossScripts) {
  for (const std::string query :
       {"Otunbayeva", "Otunbaeva", "Отунбаева", "Отунбаеву", "Отунбаевой", "person:Отунбаевой"}) {
    EXPECT_THAT(found(query), ElementsAre("en.txt", "fr.txt", "ky.txt", "ru.txt", "tr.txt"))
        << query;
  }
  for (const std::string query : {"Bakiyev", "Bakiev", "Бакиев", "Бакиева", "Бакиевым"}) {
    EXPECT_THAT(found(query), ElementsAre("en.txt", "fr.txt", "ky.txt", "ru.txt")) << query;
  }
  for (const std::string query : {"Jalal-Abad", "Джалал-Абад", "Жалал-Абад", "Жалалабад"}) {
    EXPECT_THAT(found(query), ElementsAre("en.txt", "en2.txt", "ky.txt", "ru.txt")) << query;
  }
  for (const std::string query : {"Osh", "Ош", "Оше"}) {
    EXPECT_THAT(found(query), ElementsAre("de.txt", "en.txt", "ky.txt", "ru.txt")) << query;
  }
}

TEST_F(Languages, WordsAreFoundInAnyForm) {
  EXPECT_THAT(found("забастовка"), ElementsAre("ru.txt"));
  EXPECT_THAT(found("экипажам"), ElementsAre("ru.txt"));
  EXPECT_THAT(found("Straße"), ElementsAre("de.txt"));
  EXPECT_THAT(found("Haus"), ElementsAre("de.txt"));
  EXPECT_THAT(found("habitant"), ElementsAre("fr.txt"));
  EXPECT_THAT(found("crew"), ElementsAre("en2.txt"));
  EXPECT_THAT(found("evler"), ElementsAre("tr.txt"));
}

TEST_F(Languages, LettersFold) {
  for (const std::string query : {"елка", "ёлка", "обявил", "обьявил"}) {
    EXPECT_THAT(found(query), ElementsAre("ru.txt")) << query;
  }
  for (const std::string query : {"Кеңеш", "Кенеш", "өкмөттүн", "окмоттун"}) {
    EXPECT_THAT(found(query), ElementsAre("ky.txt")) << query;
  }
  EXPECT_THAT(found("кеңештер"), ElementsAre());  // Kyrgyz is not stemmed
}

TEST_F(Languages, StopWordsCountInPhrases) {
  EXPECT_THAT(found("\"the state of the union\""), ElementsAre("en.txt"));
  EXPECT_THAT(found("\"state the union\""), ElementsAre());
  EXPECT_THAT(found("\"state in which the\""), ElementsAre("en2.txt"));
  EXPECT_THAT(found("\"в Ош\""), ElementsAre("ru.txt"));
}

class Notes : public Sandbox {};

TEST_F(Notes, AreCountedAndToldToWhoAsks) {
  write(
      "archive/a.txt",
      "Ferry crews end their strike\nTuesday, 7 June 2010\n\nFerry crews on the lake went back to "
      "work on Sunday after nine days of strike, the harbour board said in a statement.\n");
  const Outcome plain = indexer({"rebuild", "archive"});
  EXPECT_EQ(plain.status, 0);
  EXPECT_THAT(plain.err, HasSubstr(", 1 note (see --verbose) ("));
  EXPECT_EQ(plain.err.find("Tuesday"), std::string::npos);
  const Outcome verbose = indexer({"rebuild", "--verbose", "--report", "report.json", "archive"});
  EXPECT_THAT(verbose.err,
              HasSubstr("archive/a.txt: the date 2010-06-07 is no Tuesday; it is not used\n"));
  EXPECT_THAT(read_all(path("report.json")), HasSubstr("\"notes\": 1"));
}

}  // namespace
}  // namespace alatoo::e2e
