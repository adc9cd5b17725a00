// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// Finds the names of persons, places and organisations by rules and the authority's tables, in
/// text order, none overlapping another; marks their words as taken. What a trained tagger would do
/// instead: everything behind this function only sees Mentions and Words.
///
/// A place is any name that the gazetteer knows or that a settlement word introduces; whether it is
/// a city is decided later. A person may be a bare surname that only the resolution can place.
std::vector<Mention> find_mentions(Words& words);

/// The part of it that concerns organisations and outlets of more than one word, or with a company
/// suffix: these come first, for they contain the names of persons and places.
void find_long_organisations(Words& words, std::vector<Mention>& mentions);
/// Organisations of one word that the authority knows, and acronyms that the article introduces in
/// brackets behind the full name.
void find_short_organisations(Words& words, std::vector<Mention>& mentions);

/// Adds [first, last) unless a word of it is taken already.
void take(Words& words, std::vector<Mention>& mentions, Mention::Kind kind, std::size_t first,
          std::size_t last);

}  // namespace alatoo
