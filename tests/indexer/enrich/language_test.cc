// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/enrich/enricher.h"

namespace alatoo {
namespace {

std::optional<std::string> language_of(std::string text, ZoneKind kind = ZoneKind::body) {
  Article article;
  article.text = std::move(text);
  article.zones = {{kind, {0, static_cast<std::uint32_t>(article.text.size())}}};
  detect_language(article);
  return article.language;
}

const char* const kEnglish =
    "The ferry crews went back to work on Sunday after nine days of strike.";

TEST(Language, OfTheArchivesHome) {
  EXPECT_EQ(language_of(kEnglish), "en");
  EXPECT_EQ(
      language_of("Экипажи паромов вернулись на работу в воскресенье, сообщили власти порта."),
      "ru");
  EXPECT_EQ(language_of("Паромдун экипаждары жекшемби күнү кайрадан жумушка чыгышты, деп билдирди "
                        "өкмөт өкүлү Бишкекте өткөн жыйында."),
            "ky");
}

TEST(Language, TooShortToTell) {
  EXPECT_EQ(language_of("Ferry strike ends"), std::nullopt);
  EXPECT_EQ(language_of(""), std::nullopt);
  EXPECT_EQ(language_of("1,082.50 976.50 40.2 33.3 43.8 1,039.50 726,000 669,000"), std::nullopt);
}

TEST(Language, OfCentralAsia) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"ky", "Президент шаардын тургундары менен жолугушуп, алардын суроолоруна жооп берди."},
      {"kk", "Қазақстан президенті бүгін Астанада жаңа үкімет мүшелерімен кездесті."},
      {"uz", "Ўзбекистон ҳукумати бугун Тошкентда янги қарор қабул қилди, деб хабар берди."},
      {"uz", "O'zbekiston hukumati bugun Toshkentda yangi qaror qabul qildi, deb xabar berdi."},
      {"tg",
       "Ҳукумати Тоҷикистон имрӯз дар Душанбе қарори нав қабул кард, гуфт намояндаи вазорат."},
      {"tk",
       "Türkmenistanyň prezidenti şu gün Aşgabatda hökümetiň agzalary bilen duşuşyk geçirdi."},
      {"mn", "Усан онгоцны багийнхан есөн өдрийн ажил хаялтын дараа ням гарагт ажилдаа оржээ."},
      {"tr", "Feribot mürettebatı dokuz günlük grevin ardından pazar günü işe geri döndü."},
      {"az", "Bərə heyəti doqquz günlük tətildən sonra bazar günü işə qayıtdı."},
  };
  for (const auto& [language, text] : cases) EXPECT_EQ(language_of(text), language) << text;
}

TEST(Language, MostOfTheTextDecides) {
  const std::string english = std::string(kEnglish) + " The harbour board paid them for all of it.";
  EXPECT_EQ(
      language_of(english + " Die Besatzungen der Fähren haben wieder angefangen. " + english),
      "en");
}

Article stated(const std::string& language, const std::string& text) {
  Article article;
  article.text = text;
  article.language = language;
  article.zones = {{ZoneKind::body, {0, static_cast<std::uint32_t>(article.text.size())}}};
  detect_language(article);
  return article;
}

TEST(Language, StatedIsKept) {
  EXPECT_EQ(stated("fr", kEnglish).language, "fr");  // too short to object
  const std::string twice = std::string(kEnglish) + " " + kEnglish;
  EXPECT_EQ(stated("en", twice).language, "en");
  EXPECT_TRUE(stated("en", twice).notes.empty());
}

TEST(Language, StatedGivesWayToWhatTheTextPlainlyIs) {
  const Article russian = stated(
      "en",
      "Экипажи паромов вернулись на работу в воскресенье, сообщили власти порта. Совет заявил, что "
      "заплатит экипажам за дни забастовки, но не назвал суммы.");
  EXPECT_EQ(russian.language, "ru");
  EXPECT_EQ(
      russian.notes,
      (std::vector<std::string>{"the language en is stated, but the text is ru, which is used"}));
  EXPECT_EQ(stated("ru",
                   "Президент шаардын тургундары менен жолугушуп, алардын суроолоруна жооп берди. "
                   "Жолугушууда мыйзам долбоорлору жана жаңы мектептер тууралуу сөз болду.")
                .language,
            "ky");
  // Neighbours that cannot be told apart for certain are left as stated.
  EXPECT_EQ(stated("hr",
                   "Posade trajekata vratile su se na posao u nedelju posle devet dana štrajka, "
                   "rekla je uprava luke. Uprava će platiti posadama za dane štrajka.")
                .language,
            "hr");
}

TEST(Language, FurnitureDoesNotCount) {
  EXPECT_EQ(language_of(kEnglish, ZoneKind::furniture), std::nullopt);
}

TEST(Language, LongTextIsCutBetweenCodePoints) {
  for (int shift = 0; shift < 3; ++shift) {
    std::string text(static_cast<std::size_t>(shift), 'a');
    for (int i = 0; i < 400; ++i) text += "Экипажи паромов вернулись на работу. ";
    EXPECT_EQ(language_of(text), "ru");
  }
}

}  // namespace
}  // namespace alatoo
