// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Which person each mention of kind person means. Full names that agree are one person; kin who
/// share a surname stay apart; a bare surname goes to the one whom the authority means by it, else
/// to the one named in full most recently before it. A surname alone that nothing explains, not
/// even a title, is dropped.
///
/// `contributors`: names of those who wrote the article; they are none of its persons.
std::vector<Entity> resolve_persons(Words& words, const std::vector<Mention>& mentions,
                                    const std::vector<std::string>& contributors);

/// True if the name [first, last) is introduced as the writer: "CNN's X", "X, reporting from".
bool is_reporter(Words& words, std::size_t first, std::size_t last);

/// How the wording makes a bare first name somebody's kin.
struct Kinship {
  bool found = false;
  int family = -1;  ///< word with the family's name ("Bakiyev's brother"), -1 for "his brother"
  Gender gender = Gender::unknown;  ///< of the kin
};

/// "Bakiyev's brother, Kanybek", "his brother Kanybek", "Kanybek, one of his brothers": for the
/// word of "Kanybek".
Kinship kinship(const Words& words, std::size_t i);

}  // namespace alatoo
