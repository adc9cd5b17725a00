// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/authority.h"
#include "indexer/enrich/dictionary.h"
#include "indexer/enrich/tagger.h"

namespace alatoo {

/// The tables of schemas/authority as (file name, content), out of the binary itself.
const std::vector<std::pair<std::string, std::string_view>>& shipped_tables();

/// The authority made of them. Loaded on first use, once per process.
std::shared_ptr<const Authority> shipped_authority();

/// The trained tagger of schemas/models and the common English words, out of the binary too.
const TagModel& shipped_tagger();
const WordList& english_words();

}  // namespace alatoo
