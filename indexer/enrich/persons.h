// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Which person each mention of kind person means. Full names that may be one (person_name.h) are
/// one person; kin who share a surname stay apart, and one named by kinship alone takes the family
/// name. A bare surname means the one of that name whose title, role or gender the wording
/// gives, else the one named in full most recently before it; only where nobody in the article
/// bears it, whom the authority means by it. One that nothing explains, not even a title, is
/// dropped. Mentions are cut to the name, without titles.
///
/// `contributors`: names of those who wrote the article; they are none of its persons.
std::vector<Entity> resolve_persons(Words& words, const std::vector<Mention>& mentions,
                                    const std::vector<std::string>& contributors);

}  // namespace alatoo
