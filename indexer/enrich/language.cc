// SPDX-License-Identifier: GPL-3.0-or-later
// The detector's header uses FILE without saying so.
#include <cstdio>
//
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <string>
#include <unordered_set>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/enricher.h"

namespace alatoo {
namespace {

constexpr std::size_t kSample = 2048;  // bytes: more changes no answer and costs the same again
constexpr std::size_t kCheck = 600;    // bytes: enough to see that a stated language is another
constexpr int kFewestLetters = 30;     // below, names alone can sway the detector
constexpr int kFewestToObject = 100;   // letters: what the input states is not overruled lightly
constexpr int kWordsToSmallWord = 12;  // Russian has one such in five or so
constexpr int kPercentToObject = 80;   // of the text in one other language

/// Story text from the front of the article, cut between code points.
std::string sample_of(const Article& article, std::size_t size) {
  std::string sample;
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    std::string_view text = zone.span.of(article.text).substr(0, size - sample.size());
    while (!text.empty() && zone.span.begin + text.size() < article.text.size() &&
           is_continuation(article.text[zone.span.begin + text.size()])) {
      text.remove_suffix(1);
    }
    sample += text;
    sample += '\n';
    if (sample.size() >= size) break;
  }
  return sample;
}

bool has_letters(const std::string& sample, int fewest) {
  int letters = 0;
  for (std::size_t at = 0; at < sample.size() && letters < fewest;) {
    letters += is_letter(next_code_point(sample, at));
  }
  return letters >= fewest;
}

struct Detected {
  std::string language;  // ISO 639-1; empty if it cannot be told
  int percent = 0;       // of the sample
};

/// True for a text without letters that Russian lacks and with the small words that it cannot do
/// without. Kyrgyz names in it mislead the detector, which goes by groups of letters.
bool reads_russian(const std::string& sample) {
  static const std::unordered_set<std::string_view> kSmallWords = {
      "и", "в", "на", "с", "со", "по", "не", "что", "из", "за", "от", "о", "об", "к", "до", "у"};
  constexpr std::string_view kLetters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
  int words = 0, small = 0;
  Tokenizer tokenizer(sample);
  for (Token token; tokenizer.next(token);) {
    ++words;
    small += static_cast<int>(kSmallWords.count(token.word));
    for (std::size_t at = 0; at < token.word.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(token.word, at);
      const bool cyrillic = c >= 0x400 && c < 0x530;
      if (cyrillic && kLetters.find(token.word.substr(begin, at - begin)) == kLetters.npos) {
        return false;
      }
    }
  }
  return small > 0 && small * kWordsToSmallWord >= words;
}

/// The language that most of the sample is in. The detector's own answer is the most of what is not
/// English, as befits pages with English menus; a story has none.
Detected detect(const std::string& sample) {
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0, valid = 0;
  bool reliable = false;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &no_hints, 0,
      languages, percents, scores, /*resultchunkvector=*/nullptr, &bytes, &reliable, &valid);
  const bool told = reliable && languages[0] != CLD2::UNKNOWN_LANGUAGE;
  // Languages with letters of their own are told apart without help.
  const bool turkic = languages[0] == CLD2::KYRGYZ || languages[0] == CLD2::KAZAKH ||
                      languages[0] == CLD2::UZBEK || languages[0] == CLD2::TAJIK ||
                      languages[0] == CLD2::TATAR || languages[0] == CLD2::MONGOLIAN;
  if ((!told || turkic) && sample.find_first_of("\xD0\xD1") != sample.npos &&
      reads_russian(sample)) {
    return {"ru", 100};
  }
  if (!told) return {};
  // "zh-Hant" and its like carry a script; ISO 639-1 is the two letters before it.
  const std::string code = CLD2::LanguageCode(languages[0]);
  const std::string base = code.substr(0, code.find('-'));
  if (base.size() != 2) return {};
  return {base == "iw" ? "he" : base == "jw" ? "jv" : base, percents[0]};
}

/// Languages that no detector tells apart for certain stand as one.
std::string_view group_of(std::string_view language) {
  static constexpr std::string_view kGroups[] = {"no nb nn da", "sr hr bs sh", "id ms", "tt ba"};
  for (const std::string_view group : kGroups) {
    const std::size_t at = group.find(language);
    if (at != group.npos && at % 3 == 0) return group;
  }
  return language;
}

/// A stated language that plainly is not the text's gives way, with a note.
void check_stated(Article& article) {
  const std::string sample = sample_of(article, kCheck);
  if (!has_letters(sample, kFewestToObject)) return;
  const Detected found = detect(sample);
  if (found.language.empty() || found.percent < kPercentToObject ||
      group_of(found.language) == group_of(*article.language)) {
    return;
  }
  article.notes.push_back("the language " + *article.language + " is stated, but the text is " +
                          found.language + ", which is used");
  article.language = found.language;
}

}  // namespace

void detect_language(Article& article) {
  if (article.language) return check_stated(article);
  const std::string sample = sample_of(article, kSample);
  if (!has_letters(sample, kFewestLetters)) return;
  if (Detected found = detect(sample); !found.language.empty()) {
    article.language = std::move(found.language);
  }
}

}  // namespace alatoo
