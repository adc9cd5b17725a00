// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "common/article.h"
#include "common/authority.h"
#include "indexer/read/date_text.h"

namespace alatoo {

/// Decides when an article was published, by the strongest evidence: what the input states, the
/// page's masthead or stamp, the dateline, the address. Weaker evidence adds what a stronger one
/// leaves open (the day of a month that is known, the day of a dateline whose year is known).
///
/// Refused, each with a note: a day that has not come, a day with the wrong weekday, and a weaker
/// date that contradicts the stronger by more than a few days. A day without a year is no date.
void settle_date(Article& article, const std::optional<DateText>& dateline,
                 const Authority& authority);

}  // namespace alatoo
