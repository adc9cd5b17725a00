// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/enrich/naming.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// True if more than capitals says that the name is a person's: a first name, a title, a verb, or
/// that one part of it stands alone.
bool has_support(const Words& words, const Naming& naming);

/// True if the words of an unknown full name mean other things: "Inter Milan", "Indiana Grain",
/// "Hong Kong". Believe it of names without support only.
bool may_be_thing(Words& words, const Naming& naming);

/// True if the words beside a surname that nobody in the article bears show it to be a part of some
/// other name: "Palme d'Or", "McGuinness Distillers", "Duff/Phelps", "NORMA BORK".
bool is_part_of_another(const Words& words, const Naming& naming);

}  // namespace alatoo
