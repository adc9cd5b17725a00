// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/authority.h"
#include "indexer/enrich/naming.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Whom the authority means by a name: under this form; of full names also under one that is no
/// alias ("V. Putin", "Otunbayeva Roza") where it fits one person alone; of surnames behind the
/// title of a high office the only bearer. Null: nobody, or one whom the honorific excludes.
const AuthorityName* known_person(Words& words, const Naming& naming);

/// True if a name of the row ends with the suffix, a word key: "jr". Else the son is another.
bool bears_suffix(const AuthorityName& row, std::string_view suffix);

/// True for titles that single out one of a name whom everybody knows: "President Carter".
bool is_high_office(const WordInfo& role);

}  // namespace alatoo
