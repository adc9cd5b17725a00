// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/analyzer.h"

#include <gtest/gtest.h>
#include <libstemmer.h>

#include <map>
#include <string>
#include <utility>

#include "common/text.h"

namespace alatoo {
namespace {

TEST(Analyzer, StemsTheWordsOfItsLanguage) {
  Analyzer english("en");
  EXPECT_EQ(english.stem("protesters"), english.stem("protester"));
  EXPECT_EQ(english.stem("rallies"), english.stem("rally"));
  Analyzer russian("ru");
  EXPECT_EQ(russian.stem("забастовки"), russian.stem("забастовка"));
  EXPECT_EQ(russian.stem("reuters"), "reuters");
}

TEST(Analyzer, HasEveryLanguageOfTheStemmer) {
  const std::map<std::string, std::pair<std::string, std::string>> languages = {
      {"arabic", {"ar", "الكتاب"}},      {"armenian", {"hy", "քաղաքներ"}},
      {"basque", {"eu", "etxeetan"}},    {"catalan", {"ca", "ciutats"}},
      {"danish", {"da", "byerne"}},      {"dutch", {"nl", "lopende"}},
      {"english", {"en", "running"}},    {"finnish", {"fi", "taloissa"}},
      {"french", {"fr", "grèves"}},      {"german", {"de", "häusern"}},
      {"greek", {"el", "πόλεις"}},       {"hindi", {"hi", "लड़कियों"}},
      {"hungarian", {"hu", "házakban"}}, {"indonesian", {"id", "membaca"}},
      {"irish", {"ga", "mná"}},          {"italian", {"it", "scioperi"}},
      {"lithuanian", {"lt", "miestai"}}, {"nepali", {"ne", "केटाहरू"}},
      {"norwegian", {"no", "byene"}},    {"portuguese", {"pt", "cidades"}},
      {"romanian", {"ro", "orașele"}},   {"russian", {"ru", "города"}},
      {"serbian", {"sr", "gradovima"}},  {"spanish", {"es", "ciudades"}},
      {"swedish", {"sv", "städerna"}},   {"tamil", {"ta", "புத்தகங்கள்"}},
      {"turkish", {"tr", "şehirlerde"}}, {"yiddish", {"yi", "ביכער"}},
  };
  for (const char** name = sb_stemmer_list(); *name; ++name) {
    const std::string algorithm = *name;
    if (algorithm == "porter") continue;  // English, as it was
    const auto found = languages.find(algorithm);
    ASSERT_NE(found, languages.end()) << algorithm;
    const auto& [code, word] = found->second;
    sb_stemmer* stemmer = sb_stemmer_new(*name, nullptr);
    const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    EXPECT_EQ(Analyzer(code).stem(word), fold(reinterpret_cast<const char*>(stem))) << algorithm;
    sb_stemmer_delete(stemmer);
    sb_stemmer* by_code = sb_stemmer_new(code.c_str(), nullptr);
    EXPECT_TRUE(by_code) << code;
    sb_stemmer_delete(by_code);
  }
  EXPECT_EQ(Analyzer("nb").stem("byene"), Analyzer("no").stem("byene"));
  EXPECT_EQ(Analyzer("ky").stem("шаарлардын"), "шаарлардын");
}

TEST(Analyzer, FoldsWhatItStems) {
  EXPECT_EQ(Analyzer("").stem("café"), "cafe");
  EXPECT_EQ(Analyzer("ru").stem("ёлки"), Analyzer("ru").stem("елки"));
}

TEST(Analyzer, LeavesWordsOfOtherLanguagesWhole) {
  EXPECT_EQ(Analyzer("").stem("protesters"), "protesters");
  EXPECT_EQ(Analyzer("ky").stem("шаардын"), "шаардын");
  EXPECT_EQ(Analyzer("no such language").stem("protesters"), "protesters");
}

TEST(Analyzer, KeepsTermsShortAndLettersWhole) {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string word(shift, 'x');
    for (int i = 0; i < 1000; ++i) word += "東";
    std::string stem = Analyzer("").stem(word);
    EXPECT_LE(stem.size(), 64U);
    EXPECT_EQ(clean_utf8(stem), 0U);
  }
}

TEST(Analyzer, RemembersHowOftenAWordCame) {
  Analyzer english("en");
  ++english.entry("rally").count;
  ++english.entry("rally").count;
  EXPECT_EQ(english.words().size(), 1U);
  EXPECT_EQ(english.entry("rally").count, 2U);
  EXPECT_EQ(english.entry("road").count, 0U);
}

}  // namespace
}  // namespace alatoo
