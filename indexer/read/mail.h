// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// True if a text begins with mail-like headers (`Title: ...`, `Date: ...`): at least two lines of
/// the form `Key: value` and nothing else up to an empty line (or the end), at least one of which
/// states what an article has. So "OSH: The port ..." and "By: Ann Lee" over a story are no
/// headers.
bool starts_with_headers(std::string_view text);

/// Reads such a text (UTF-8): the headers as metadata, what follows as the article's text. Lines
/// that begin with a blank go on with the one before; unknown keys are passed over; RFC 2047
/// encoded words, quoted-printable and base64 are resolved. A message of several parts is refused.
Members read_mail(std::string_view text);

}  // namespace alatoo
