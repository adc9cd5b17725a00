// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/authority.h"
#include "tests/temp_folder.h"

namespace alatoo {

/// Writes the lines as one JSON Lines file and builds the index `db` from it; only entities that
/// the input supplies. With several jobs it is built until every worker had a part.
void build(const std::string& db, const std::vector<std::string>& lines, std::size_t jobs,
           const std::shared_ptr<const Authority>& authority);

/// The articles of the lines as the indexer understands them; of one id the last.
std::vector<Article> read_articles(const std::vector<std::string>& lines,
                                   const std::shared_ptr<const Authority>& authority);

}  // namespace alatoo
