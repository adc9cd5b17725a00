// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/dictionary.h"

#include <gtest/gtest.h>
#include <xxhash.h>

#include "common/error.h"
#include "indexer/enrich/shipped.h"

namespace alatoo {
namespace {

bool has(const WordList& list, const std::string& word) {
  return list.has(XXH3_64bits(word.data(), word.size()));
}

TEST(WordList, HasEveryWordItWasMadeOfAndFewOthers) {
  std::vector<std::string> words;
  for (int i = 0; i < 5000; ++i) words.push_back("word" + std::to_string(i));
  const std::string bytes = WordList::encode(words);
  const WordList list(bytes);
  for (const auto& word : words) ASSERT_TRUE(has(list, word)) << word;
  int wrong = 0;
  for (int i = 0; i < 20'000; ++i) wrong += has(list, "other" + std::to_string(i));
  EXPECT_LT(wrong, 100);
}

TEST(WordList, RefusesOtherBytes) {
  EXPECT_THROW(WordList(""), Error);
  EXPECT_THROW(WordList("alatoo words 01\n"), Error);
  EXPECT_THROW(WordList("something else altogether"), Error);
}

TEST(WordList, TheShippedOneKnowsWordsAndNotNames) {
  for (const char* word : {"passengers", "the", "government", "colour", "color"}) {
    EXPECT_TRUE(has(english_words(), word)) << word;
  }
  for (const char* name : {"otunbayeva", "bishkek", "blair", "zambia"}) {
    EXPECT_FALSE(has(english_words(), name)) << name;
  }
}

}  // namespace
}  // namespace alatoo
