// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/mail.h"

namespace alatoo {

bool starts_with_headers(std::string_view) { return false; }
Members read_mail(std::string_view) { return {{{}, "not read yet"}}; }

}  // namespace alatoo
