// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/dates.h"

namespace alatoo {

/// The date that a metadata field holds, in any of the forms state_date accepts; in UTC for seconds
/// since 1970, else as written. Absent for what is none.
std::optional<PartialDate> read_stated_date(std::string_view text);

}  // namespace alatoo
