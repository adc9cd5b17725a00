// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alatoo {

/// Bytes that mail carries as ASCII. What is malformed is taken as it stands or left out.
std::string from_quoted_printable(std::string_view text);
std::string from_base64(std::string_view text);

/// A header's value with its RFC 2047 encoded words (`=?koi8-r?B?...?=`) as UTF-8. Those that stand
/// side by side are joined.
std::string with_words_decoded(std::string_view value);

}  // namespace alatoo
