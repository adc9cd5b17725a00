// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// Marks what Russian shows to be organisations: a noun that heads one with its adjectives and
/// genitives ("Министерство обороны", "Ошский государственный университет"), a name in quotes
/// behind such a noun (партия «Ата-Мекен»). Names in quotes of things that are none
/// (фильм «Бишкек, я люблю тебя») are marked as part of no mention.
void find_russian_organisations(Words& words, std::vector<Mention>& mentions);

/// Marks abbreviations ("УВД") that the tables do not know, other than those of things.
void find_russian_acronyms(Words& words, std::vector<Mention>& mentions);

/// The name [first, last) with its adjectives and head noun in the nominative: "Министерства
/// обороны" is "Министерство обороны". As it stands in other scripts.
std::string nominative_organisation(const Words& words, std::size_t first, std::size_t last);

}  // namespace alatoo
