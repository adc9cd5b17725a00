// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/authority.h"
#include "indexer/pipeline.h"
#include "tests/temp_folder.h"

namespace alatoo {

/// Writes the lines as one JSON Lines file beside the index `db`, and returns a job that reads it
/// in batches so small that several workers have a part. Only entities that the input supplies.
JobOptions job_of(const std::string& db, const std::vector<std::string>& lines, std::size_t jobs,
                  const std::shared_ptr<const Authority>& authority);

/// Builds the index `db` from the lines. With several jobs it is built until every worker had a
/// part.
void build(const std::string& db, const std::vector<std::string>& lines, std::size_t jobs,
           const std::shared_ptr<const Authority>& authority);

/// The articles of the lines as the indexer understands them; of one id the last.
std::vector<Article> read_articles(const std::vector<std::string>& lines,
                                   const std::shared_ptr<const Authority>& authority);

}  // namespace alatoo
