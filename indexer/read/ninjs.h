// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// Reads one article from a JSON object in the profile of schemas/article.schema.json: IPTC ninjs
/// 3.x with the names of 2.x and 1.x. Returns why it is unusable, or nothing.
///
/// Sets `id` and `id_is_uri` only if the object has a `uri`, never `path`. The text is headline,
/// empty line, body; the headline's zone is marked. A member of an unexpected type is ignored: an
/// article needs nothing but a headline or a body. Bytes that are no UTF-8 are replaced and added
/// to `broken_bytes`.
///
/// The publication date is the first usable one of `published`, `date`, `firstCreated`,
/// `contentCreated`, `versionCreated`, as the day in the zone that the member states. A day that
/// has begun nowhere on Earth yet is not usable.
std::optional<std::string> read_ninjs(std::string_view json, Article& article,
                                      std::size_t& broken_bytes);

}  // namespace alatoo
