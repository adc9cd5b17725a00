// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// What stands around a person's name and tells of its bearer.
struct Titles {
  Gender gender = Gender::unknown;     ///< that the honorific shows
  bool honorific = false;              ///< "Mr X", "Lord X"
  bool before_first_name = false;      ///< "Sir X": usual in front of a first name
  bool titled = false;                 ///< "President X", "striker X"
  std::vector<const WordInfo*> roles;  ///< "president", "foreign", "minister"

  bool any() const { return honorific || titled; }
};

/// Where the name of a person stands in a mention, without titles, initials that lead nowhere, and
/// what else a tagger took for a part of it.
struct NameSpan {
  std::size_t first = 0;
  std::size_t last = 0;   ///< `first` if the mention holds no name
  bool doubtful = false;  ///< its only word is a title, too: "Major", "King"
};

/// Cuts the mention [first, last) to the name: "Lt. Gen. John Smith Jr." to "John Smith Jr.",
/// "Foreign Secretary Jack Straw" to "Jack Straw"; "King Fahd" stays, as does what the authority
/// knows. A first name in front that the mention missed is taken in.
NameSpan trim_to_name(Words& words, std::size_t first, std::size_t last);

/// Titles and roles beside the name [first, last): "former president X", "the president, Mr X",
/// "X, the president".
Titles titles_of(const Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
