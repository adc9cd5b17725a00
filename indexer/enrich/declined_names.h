// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// A Russian full name in the nominative.
struct NominativeName {
  std::vector<std::string> words;  ///< lower case, one for each word of the mention
  Gender gender = Gender::unknown;
  bool family_first = false;  ///< "Отунбаева Роза Исаковна"
};

/// Brings the Russian names of an article to the nominative. First name, father's name and surname
/// must stand in one case; of several readings that agree the one is taken for which the tables of
/// given names, other forms of the name in the article, and the wording before and behind speak.
class NominativeNames {
 public:
  /// `words` must outlive the use of this object.
  explicit NominativeNames(const Words& words) : words_(words) {}

  /// The name [first, last) of two words at least. Its words are empty for those of other scripts,
  /// and where no reading agrees.
  NominativeName full(std::size_t first, std::size_t last);

  /// The surname `i` that stands alone behind a title or role.
  std::string titled_family(std::size_t i);

 private:
  int seen(const std::string& word);
  int context(std::size_t first, std::size_t last, std::uint32_t cases, Gender gender) const;

  const Words& words_;
  bool counted_ = false;
  std::unordered_map<std::string_view, int> seen_;  ///< capitalised Cyrillic words
};

/// Word keys of what a Cyrillic surname that stands alone may be in the nominative, the word itself
/// not among them.
std::vector<std::string> nominative_keys(const Words& words, std::size_t i);

}  // namespace alatoo
