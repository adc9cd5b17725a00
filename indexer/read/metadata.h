// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// What formats state of an article besides its text, in whatever words. Each function takes the
/// first usable value it is given: what is already known, and what is blank, changes nothing. All
/// text is UTF-8; white space is squeezed. Never throw.

/// Publication date, with the evidence `metadata`: ISO 8601 (extended or basic, at any precision),
/// RFC 5322 ("Sat, 15 May 2010 15:43:00 GMT"), seconds or milliseconds since 1970, or as people
/// write it. It is the day in the zone that is stated. A day that has begun nowhere on Earth yet is
/// refused with a note.
void state_date(Article& article, std::string_view text);

void state_source(Article& article, std::string_view name);
void state_agency(Article& article, std::string_view name);
/// Names as bylines list them, with or without "By". An address ("https://...", "@ann") is none.
void state_byline(Article& article, std::string_view text);
void state_located(Article& article, std::string_view place);
/// BCP 47 ("en-GB", "en_GB") or ISO 639-2 ("eng"): the primary subtag as ISO 639-1.
void state_language(Article& article, std::string_view tag);
/// An absolute http(s) address; others are left out.
void state_url(Article& article, std::string_view address);
/// The article's own id for good: `uri` of ninjs, `guid` of a feed or newsItem, `id-string`.
void state_uri(Article& article, std::string_view uri);

void supply(std::vector<SuppliedName>& names, std::string_view name, std::string_view rel = {});

}  // namespace alatoo
