// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/kinship.h"
#include "indexer/enrich/person_name.h"
#include "indexer/enrich/titles.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// One mention of a person, read: the name and what the wording beside it tells of its bearer.
struct Naming {
  std::size_t first = 0;  ///< words of the name, [first, last)
  std::size_t last = 0;
  std::vector<std::string> made;       ///< keys that stand in no word
  std::vector<std::string> otherwise;  ///< keys of a Cyrillic surname in the nominative, guesses
  NameKeys keys;                       ///< given names first; the title of a king or lord left out
  std::string_view nickname;           ///< key of "Bill" in 'William "Bill" Gates'
  std::string_view suffix;             ///< key of "Jr", "II"
  std::string name;                    ///< as it stands, given names first, without the nickname
  Gender gender = Gender::unknown;
  Titles titles;
  Kinship kin;
  bool bare = false;      ///< a surname or a first name alone, not a full name
  bool doubtful = false;  ///< its one word is a title, too
  bool royal = false;     ///< "King Fahd": one name that no other person's first name is
  bool loud = false;      ///< stands where capitals tell nothing
};

/// The persons' mentions of an article, in text order: cut to names, titles alone left out, names
/// that a nickname in quotes cuts in two joined.
std::vector<Naming> read_namings(Words& words, const std::vector<Mention>& mentions);

}  // namespace alatoo
