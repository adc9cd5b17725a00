// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/spelling.h"

#include <algorithm>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::ptrdiff_t kShortest = 3;  // letters

}  // namespace

std::string folded_words(std::string_view surface) {
  std::string words;
  for (const Token& token : tokenize(surface)) {
    if (!words.empty()) words += ' ';
    words += fold(token.word);
  }
  return words;
}

bool worth_joining(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return !is_continuation(c); }) >=
         kShortest;
}

}  // namespace alatoo
