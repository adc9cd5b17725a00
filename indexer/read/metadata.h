// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// What formats state of an article besides its text, in whatever words. Each function takes the
/// first usable value it is given: what is already known, and what is blank or says so ("null",
/// "N/A"), changes nothing. All text is UTF-8; it is cleaned and its white space squeezed. Never
/// throw.

/// Publication date, with the evidence `metadata`: ISO 8601 (extended or basic, at any precision),
/// RFC 5322 ("Sat, 15 May 2010 15:43:00 GMT"), seconds or milliseconds since 1970, or as people
/// write it. It is the day in the zone that is stated. A day that has begun nowhere on Earth yet,
/// and what is no date, are refused with a note.
void state_date(Article& article, std::string_view text);

/// A name or an address: of "https://www.courier.example/a" the host "courier.example" is stated.
void state_source(Article& article, std::string_view name);
void state_agency(Article& article, std::string_view name);
/// Names as bylines list them, with or without "By"; of "ann@courier.example (Ann Lee)" the name.
/// What names_somebody refuses is left out.
void state_byline(Article& article, std::string_view text);
void state_located(Article& article, std::string_view place);
/// The region or country behind the dateline's place.
void state_located_in(Article& article, std::string_view region);
/// False for what stands in the place of an author and is none: an address ("https://...", "@ann"),
/// an account ("admin", "alee7").
bool names_somebody(std::string_view author);
/// BCP 47 ("en-GB", "en_GB"), ISO 639-2 ("eng", "ger") or a language's name in English or in itself
/// ("Russian", "русский"), as ISO 639-1.
void state_language(Article& article, std::string_view tag);
/// An absolute http(s) address; others are left out.
void state_url(Article& article, std::string_view address);
/// The article's own id for good: `uri` of ninjs, `guid` of a feed or newsItem, `id-string`.
void state_uri(Article& article, std::string_view uri);

void supply(std::vector<SuppliedName>& names, std::string_view name, std::string_view rel = {});

}  // namespace alatoo
