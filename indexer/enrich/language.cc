// SPDX-License-Identifier: GPL-3.0-or-later
// The detector's header uses FILE without saying so.
#include <cstdio>
//
#include <cld2/public/compact_lang_det.h>

#include <string>

#include "common/text.h"
#include "indexer/enrich/enricher.h"

namespace alatoo {
namespace {

constexpr std::size_t kSample = 2048;  // bytes: more changes no answer and costs the same again
constexpr int kFewestLetters = 30;     // below, names alone can sway the detector

/// Story text from the front of the article, cut between code points.
std::string sample_of(const Article& article) {
  std::string sample;
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    std::string_view text = zone.span.of(article.text).substr(0, kSample - sample.size());
    while (!text.empty() && zone.span.begin + text.size() < article.text.size() &&
           is_continuation(article.text[zone.span.begin + text.size()])) {
      text.remove_suffix(1);
    }
    sample += text;
    sample += '\n';
    if (sample.size() >= kSample) break;
  }
  return sample;
}

}  // namespace

void detect_language(Article& article) {
  if (article.language) return;
  const std::string sample = sample_of(article);
  int letters = 0;
  for (std::size_t at = 0; at < sample.size() && letters < kFewestLetters;) {
    letters += is_letter(next_code_point(sample, at));
  }
  if (letters < kFewestLetters) return;
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return;
  // "zh-Hant" and its like carry a script; ISO 639-1 is the two letters before it.
  const std::string code = CLD2::LanguageCode(language);
  const std::string base = code.substr(0, code.find('-'));
  if (base.size() == 2) article.language = base == "iw" ? "he" : base;
}

}  // namespace alatoo
