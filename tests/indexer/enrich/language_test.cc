// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>

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

TEST(Language, SuppliedIsKept) {
  Article article;
  article.text = kEnglish;
  article.language = "fr";
  article.zones = {{ZoneKind::body, {0, static_cast<std::uint32_t>(article.text.size())}}};
  detect_language(article);
  EXPECT_EQ(article.language, "fr");
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
