// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace alatoo {

/// A JSON value to write or to look into; objects keep the order in which they were filled.
using Json = nlohmann::ordered_json;

/// `value` on one line, without a line end, as UTF-8: broken bytes become U+FFFD, other letters
/// than ASCII are not escaped. Never throws.
std::string dump(const Json& value);

/// Reads one whole JSON document. For small files such as manifests: the article readers stream.
/// Throws Error saying what is wrong; the caller knows the file and should name it.
Json parse_json(std::string_view text);

}  // namespace alatoo
