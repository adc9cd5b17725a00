// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/analyzer.h"

#include <libstemmer.h>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kMaxTermBytes = 64;

/// Bumped whenever tokenizer, folding, stemming, zone selection or name keys give other terms.
constexpr std::string_view kAnalyzerVersion = "3";

}  // namespace

void Analyzer::Free::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Analyzer::Analyzer(std::string_view language) {
  // Both written forms of Norwegian share a stemmer, which answers to the older code alone.
  const std::string code(language == "nb" || language == "nn" ? "no" : language);
  if (!code.empty()) stemmer_.reset(sb_stemmer_new(code.c_str(), "UTF_8"));
}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;

Analyzer::Entry& Analyzer::entry(const std::string& word) {
  const auto [found, is_new] = words_.try_emplace(word);
  Entry& entry = found->second;
  if (!is_new) return entry;
  std::string_view stem = word;
  if (stemmer_) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* out = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
    if (out && size > 0) stem = {reinterpret_cast<const char*>(out), size};
  }
  entry.stem = fold(stem);
  if (entry.stem.empty()) entry.stem = fold(word);
  if (entry.stem.size() > kMaxTermBytes) {
    std::size_t end = kMaxTermBytes;
    while (is_continuation(entry.stem[end])) --end;
    entry.stem.resize(end);
  }
  return entry;
}

std::string analyzer_fingerprint() {
  return "alatoo-" + std::string(kAnalyzerVersion) + " snowball";
}

}  // namespace alatoo
