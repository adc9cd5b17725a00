// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "indexer/enrich/tagger.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Finds the names of persons, places and organisations by rules and the authority's tables, in
/// text order, none overlapping another; marks their words as taken. For languages that no tagger
/// was trained on.
///
/// A place is any name that the gazetteer knows or that a settlement word introduces; whether it is
/// a city is decided later. A person may be a bare surname that only the resolution can place.
std::vector<Mention> find_by_rules(Words& words);

/// The same for articles in English, where the tagger says what is a name; rules and tables have
/// the first word where they are certain, and find what is left: names that the tables or the rest
/// of the article know, in lines too whose capitals tell nothing.
std::vector<Mention> find_by_tagger(Words& words, Tagger& tagger);

/// Persons of several words by their evidence.
void find_full_persons(Words& words, std::vector<Mention>& mentions);
/// Persons of one word: behind a title, known, or part of a full name in the article.
void find_single_persons(Words& words, std::vector<Mention>& mentions);
/// Takes a person that the tagger found, without titles.
void take_tagged_person(Words& words, std::vector<Mention>& mentions, std::size_t first,
                        std::size_t last);
/// Names of at least `shortest` words that the gazetteer knows, the longest first; with 1, also
/// names that "village of" introduces, wherever they stand.
void find_places(Words& words, std::vector<Mention>& mentions, std::size_t shortest);
/// In lines whose capitals tell nothing: names that the rest of the article, or the authority,
/// shows to be names.
void find_in_loud_lines(Words& words, std::vector<Mention>& mentions);

/// The part of it that concerns organisations and outlets of more than one word, or with a company
/// suffix: these come first, for they contain the names of persons and places.
void find_long_organisations(Words& words, std::vector<Mention>& mentions);
/// Takes an organisation that the tagger found, unless its words name no body.
void take_tagged_organisation(Words& words, std::vector<Mention>& mentions, std::size_t first,
                              std::size_t last);
/// Organisations that the wording makes certain, so that they come before all others: names spelt
/// out before their acronym, known companies that share a surname, firms called after partners.
/// `names` are those that the tagger found.
void find_certain_organisations(Words& words, std::vector<Mention>& mentions,
                                const std::vector<TaggedName>& names);
/// Of these the companies with a suffix or a ticker, and names that the authority knows.
void find_known_organisations(Words& words, std::vector<Mention>& mentions);
/// Organisations of one word that the authority knows, and acronyms that the article introduces in
/// brackets behind the full name.
void find_short_organisations(Words& words, std::vector<Mention>& mentions);

/// Adds [first, last) unless a word of it is taken already.
void take(Words& words, std::vector<Mention>& mentions, Mention::Kind kind, std::size_t first,
          std::size_t last);

}  // namespace alatoo
