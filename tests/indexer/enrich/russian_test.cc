// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/enricher.h"
#include "indexer/enrich/russian_names.h"
#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::string_view kPeople =
    "id\tname\tcountries\taliases\n"
    "kurmanbek-bakiyev\tKurmanbek Bakiyev\tKG\tBakiyev|Курманбек Бакиев\n"
    "roza-otunbayeva\tRoza Otunbayeva\tKG\tOtunbayeva\n";
constexpr std::string_view kPlaces =
    "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
    "kyrgyzstan\tKyrgyzstan\tcountry\tKG\t6500000\tКиргизия|Кыргызстан\tKyrgyz\n"
    "russia\tRussia\tcountry\tRU\t144000000\tРоссия\tRussian\n"
    "belarus\tBelarus\tcountry\tBY\t9000000\tБелоруссия\t\n"
    "saudi-arabia\tSaudi Arabia\tcountry\tSA\t35000000\tСаудовская Аравия\t\n"
    "osh-kg\tOsh\tcity\tKG\t322000\tОш\t\n"
    "osh-region-kg\tOsh Region\tregion\tKG\t0\tОшская область\t\n"
    "bishkek-kg\tBishkek\tcity\tKG\t1000000\tБишкек\t\n"
    "jalal-abad-kg\tJalal-Abad\tcity\tKG\t123000\tДжалал-Абад\t\n"
    "uzgen-kg\tUzgen\tcity\tKG\t50000\tУзген\t\n"
    "kyzyl-ru\tKyzyl\tcity\tRU\t117000\tКызыл\t\n"
    "moscow-ru\tMoscow\tcity\tRU\t12000000\tМосква\t\n"
    "dubai-ae\tDubai\tcity\tAE\t3000000\tДубай\t\n"
    "duba-sa\tDuba\tcity\tSA\t20000\tДуба\t\n"
    "nizhny-novgorod-ru\tNizhny Novgorod\tcity\tRU\t1200000\tНижний Новгород\t\n";
constexpr std::string_view kOrganisations =
    "id\tname\tkind\tcountry\taliases\n"
    "ata-meken\tAta-Meken\tparty\tKG\tАта-Мекен\n"
    "united-russia\tUnited Russia\tparty\tRU\tЕдиная Россия\n"
    "mia-kg\tMinistry of Internal Affairs of Kyrgyzstan\tministry\tKG\tМВД Кыргызстана\n";
constexpr std::string_view kGiven =
    "name\tgender\nРоза\tf\nКурманбек\tm\nАнна\tf\nСергей\tm\nИгорь\tm\nАйнура\tf\nЕлена\tf\n"
    "Мария\tf\nАлександра\tf\nАлександр\tm\nИсак\tm\n";

Article read(const std::string& text) {
  static const auto authority =
      std::make_shared<const Authority>(std::vector<std::pair<std::string, std::string_view>>{
          {"people.tsv", kPeople},
          {"places.tsv", kPlaces},
          {"organisations.tsv", kOrganisations},
          {"outlets.tsv", "id\tname\tkind\tdomains\taliases\n"},
          {"given_names.tsv", kGiven}});
  Article article = article_of(text);
  article.language = "ru";
  make_recogniser(authority)->recognise(article);
  return article;
}

std::vector<std::string> persons(const std::string& text) {
  return names(read(text), EntityKind::person);
}
std::vector<std::string> cities(const std::string& text) {
  return names(read(text), EntityKind::city);
}
std::vector<std::string> countries(const std::string& text) {
  return names(read(text), EntityKind::country);
}
std::vector<std::string> organisations(const std::string& text) {
  return names(read(text), EntityKind::organisation);
}

TEST(RussianPersons, AreOneInEveryCaseAndScript) {
  EXPECT_THAT(persons("В Оше Роза Отунбаева выступила. С Розой Отунбаевой говорили. О ней, "
                      "Отунбаевой, писали. Отунбаеву ждут."),
              ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(persons("Вчера с Курманбеком Бакиевым беседовали. Бакиева видели в Минске."),
              ElementsAre("Kurmanbek Bakiyev"));
}

TEST(RussianPersons, UnknownOnesStandInTheNominative) {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"Вчера они говорили с Анной Петровой.", "Анна Петрова"},
      {"Вчера они говорили с Сергеем Петровым.", "Сергей Петров"},
      {"Вчера они звонили Игорю Шевчуку.", "Игорь Шевчук"},
      {"Дом принадлежит Сергею Черных.", "Сергей Черных"},
      {"Указ о назначении Марии Ковальской подписан.", "Мария Ковальская"},
      {"Письмо получено от Сергея Жилинского.", "Сергей Жилинский"},
      {"Письмо получено от Елены Тимошенко.", "Елена Тимошенко"},
      {"Об этом просили депутата Токтобека Сарыкова.", "Токтобек Сарыков"},
      {"Вчера писали Айнуре Маратовне Темирбековой.", "Айнура Маратовна Темирбекова"},
      {"Это сделано для Александра Петрова.", "Александр Петров"},
      {"Сегодня приехала Александра Петрова.", "Александра Петрова"}};
  for (const auto& [text, name] : texts) EXPECT_THAT(persons(text), ElementsAre(name)) << text;
}

TEST(RussianPersons, AnotherFormInTheArticleTells) {
  EXPECT_THAT(persons("Арестован Болот Дүйшеев. Вчера суд выслушал Болота Дүйшеева."),
              ElementsAre("Болот Дүйшеев"));
  EXPECT_THAT(persons("Выступила Нурида Тургунова. Все слушали Нуриду Тургунову и хлопали "
                      "Тургуновой."),
              ElementsAre("Нурида Тургунова"));
}

TEST(RussianPersons, WhatOpensASentenceIsItsSubject) {
  EXPECT_THAT(persons("Ак-Бата Сыдыкова рассказала о погоде в горах."),
              ElementsAre("Ак-Бата Сыдыкова"));
}

TEST(RussianPersons, FamilyNameFirstAndInitials) {
  EXPECT_THAT(persons("Орденом награждена Отунбаева Роза Исаковна."),
              ElementsAre("Roza Otunbayeva"));
  EXPECT_THAT(persons("Указ подписал К. Бакиев. Ранее К.С. Бакиев отказался."),
              ElementsAre("Kurmanbek Bakiyev"));
}

TEST(RussianPersons, GenitivesInFrontAreNoPart) {
  EXPECT_THAT(persons("Выступил президент Киргизии Курманбек Бакиев."),
              ElementsAre("Kurmanbek Bakiyev"));
  EXPECT_THAT(countries("Выступил президент Киргизии Курманбек Бакиев."),
              ElementsAre("Kyrgyzstan"));
  EXPECT_THAT(persons("Задержан Таалайбек Сарыков. Это адвокат Сарыкова Елена Тентимишева."),
              UnorderedElementsAre("Таалайбек Сарыков", "Елена Тентимишева"));
  EXPECT_THAT(persons("Выступил мэр Оша Мелис Мырзакматов."), ElementsAre("Мелис Мырзакматов"));
  EXPECT_THAT(cities("Выступил мэр Оша Мелис Мырзакматов."), ElementsAre("Osh"));
}

TEST(RussianPersons, AreNoStreetsMonthsOrSentenceStarts) {
  EXPECT_THAT(persons("Улица Ахунбаева перекрыта. На проспекте Чингиза Айтматова пробка."),
              IsEmpty());
  EXPECT_THAT(persons("В Марте Сарыков не был. Май закончился. Ошский рынок закрыт."), IsEmpty());
  EXPECT_THAT(persons("Вчера уехал Сергей Петров. Дом Петрова сгорел. Указом Петрова он снят."),
              ElementsAre("Сергей Петров"));
  EXPECT_THAT(persons("Он снял фильм «Анна Каренина» и уехал."), IsEmpty());
}

TEST(RussianPlaces, StandInEveryCase) {
  EXPECT_THAT(cities("Он жил в Бишкеке, под Джалал-Абадом, в Узгене и Оше, потом в Нижнем "
                     "Новгороде."),
              UnorderedElementsAre("Bishkek", "Jalal-Abad", "Uzgen", "Osh", "Nizhny Novgorod"));
  EXPECT_THAT(cities("Самолет сел в Дубае. Потом он улетел."), ElementsAre("Dubai"));
  EXPECT_THAT(countries("Послы Саудовской Аравии и Белоруссии приехали."),
              UnorderedElementsAre("Saudi Arabia", "Belarus"));
}

TEST(RussianPlaces, VillagesByTheirNoun) {
  EXPECT_THAT(cities("Он живет в селе Тейит. До этого жил в Кызыл-Булаке, то есть в селе "
                     "Кызыл-Булак Чуйской области."),
              UnorderedElementsAre("Тейит", "Кызыл-Булак"));
  EXPECT_THAT(cities("Под Нурой трясло. Разрушено село Нура. В Нуру едут спасатели."),
              ElementsAre("Нура"));
}

TEST(RussianPlaces, RegionsAndGovernmentsAreNoCities) {
  EXPECT_THAT(cities("Ошская область получит деньги. В Ошской области холодно."), IsEmpty());
  EXPECT_THAT(cities("Москва настаивает на своем. Переговоры с Москвой идут."), IsEmpty());
  EXPECT_THAT(cities("Суд Бишкека отложил дело."), ElementsAre("Bishkek"));
}

TEST(RussianOrganisations, HeadsQuotesAndDeclinedNames) {
  EXPECT_THAT(organisations("Об этом сообщили в Министерстве обороны вчера."),
              ElementsAre("Министерство обороны"));
  EXPECT_THAT(organisations("Студенты Ошского государственного университета уехали."),
              ElementsAre("Ошский государственный университет"));
  EXPECT_THAT(organisations("Лидер партии «Ата-Мекен» ушел. Глава «Единой России» остался."),
              UnorderedElementsAre("Ata-Meken", "United Russia"));
  EXPECT_THAT(organisations("МВД Кыргызстана проверит компанию «Кумар-Строй»."),
              UnorderedElementsAre("Ministry of Internal Affairs of Kyrgyzstan", "Кумар-Строй"));
}

TEST(RussianNames, FamilyEndingsInEveryCase) {
  for (const char* name : {"бакиев", "бакиевым", "отунбаевой", "жириновского", "петренко",
                           "саакашвили", "шевчуку", "черных", "бакиевдин"}) {
    EXPECT_TRUE(has_family_ending(name)) << name;
  }
  for (const char* word : {"стол", "бишкек", "bakiev", "ов", ""}) {
    EXPECT_FALSE(has_family_ending(word)) << word;
  }
}

TEST(RussianNames, ReadingsGoByGender) {
  const auto forms = [](const std::vector<Declension>& readings) {
    std::vector<std::string> out;
    for (const auto& reading : readings) out.push_back(reading.nominative);
    return out;
  };
  EXPECT_THAT(forms(family_readings("бакиева", Gender::male)), ElementsAre("бакиев"));
  EXPECT_THAT(forms(family_readings("бакиева", Gender::female)), ElementsAre("бакиева"));
  EXPECT_THAT(forms(family_readings("бакиевым", Gender::female)), IsEmpty());
  EXPECT_THAT(forms(fathers_readings("исаковны", Gender::female)), ElementsAre("исаковна"));
  EXPECT_THAT(forms(fathers_readings("исаковны", Gender::male)), IsEmpty());
}

}  // namespace
}  // namespace alatoo::test
