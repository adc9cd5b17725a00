// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads a JSON object (UTF-8) in the profile of schemas/article.schema.json: IPTC ninjs 3.x with
/// the names of 2.x and 1.x, schema.org's NewsArticle, and what scrapers write; json_members.h
/// knows the names. An object that wraps a list of articles (`articles`, `items`, `@graph`, ...)
/// gives one member each, any other object one.
///
/// The text is headline, empty line, body; the headline's zone is marked. A member of an unexpected
/// type is ignored: an article needs nothing but a headline or a body. Of several members that
/// state the same, the first usable one counts, in the order of json_members.h.
///
/// Absent if the bytes are no UTF-8.
std::optional<Members> read_json_article(std::string_view json);

}  // namespace alatoo
