// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sb_stemmer;

namespace alatoo {

/// Turns words of one language into index terms, each distinct word stemmed once. Not thread-safe:
/// one a worker. Snowball (libstemmer) for the languages it has, other words only folded.
class Analyzer {
 public:
  /// `language`: ISO 639-1; one without a stemmer, or "", leaves words unstemmed.
  explicit Analyzer(std::string_view language);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;

  struct Entry {
    std::string stem;         ///< index term without prefix: folded stem, at most 64 bytes
    std::uint32_t count = 0;  ///< for the caller: how often it met the word
  };
  /// `word` as Token::word has it. The reference lives as long as the analyzer.
  Entry& entry(const std::string& word);
  const std::string& stem(const std::string& word) { return entry(word).stem; }

  const std::unordered_map<std::string, Entry>& words() const { return words_; }

 private:
  struct Free {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Free> stemmer_;
  std::unordered_map<std::string, Entry> words_;
};

/// Changes whenever the terms of an unchanged text would: part of the manifest.
std::string analyzer_fingerprint();

}  // namespace alatoo
