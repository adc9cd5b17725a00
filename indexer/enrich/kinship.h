// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "indexer/enrich/words.h"

namespace alatoo {

/// How the wording makes the bearer of a name somebody's kin.
struct Kinship {
  enum class Whose {
    nobody,
    pronoun,  ///< "his brother X"
    name,     ///< "Bakiyev's brother X", "X, brother of Bakiyev"
    role,     ///< "the president's brother X"
  };
  Whose whose = Whose::nobody;
  std::size_t word = 0;  ///< the pronoun; the last (ahead: first) word of the name; the role
  bool ahead = false;    ///< the name of the other stands behind: "X, brother of Bakiyev"
  Gender gender = Gender::unknown;  ///< of the kin
  bool plural = false;              ///< "brothers"
  bool one_family = false;  ///< such kin usually bear one family name: no in-laws, no cousins

  bool found() const { return whose != Whose::nobody; }
};

/// "Bakiyev's brother, Kanybek", "his brother Kanybek", "Kanybek, one of his brothers", "Kanybek,
/// brother of Bakiyev", "Kanybek and Aida Bakiyev": for the words [first, last) of "Kanybek".
Kinship kinship(const Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
