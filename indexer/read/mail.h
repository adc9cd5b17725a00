// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// True if a text begins with mail-like headers (`Title: ...`, `Date: ...`) and an empty line.
bool starts_with_headers(std::string_view text);

/// Reads such a text (UTF-8): the headers as metadata, what follows as the article's text.
Members read_mail(std::string_view text);

}  // namespace alatoo
