// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/highlight.h"

namespace alatoo {

std::size_t code_points(std::string_view text);

/// What to show of `sentence`, a span of `text`, in at most `max_length` code points (at least 8),
/// "…" at either end included: all of it, else a stretch about `focus`, a span within the sentence,
/// cut between words where there are any.
Span window(std::string_view text, Span sentence, Span focus, std::size_t max_length);

/// The bytes `shown` of an article with white space squeezed, "…" where it is less than `sentence`;
/// those matches and mentions marked that it holds whole.
Passage excerpt(const Article& article, Span sentence, Span shown,
                const std::vector<Match>& matches);

}  // namespace alatoo
