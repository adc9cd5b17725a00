// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/authority.h"

namespace alatoo {

/// The tables of schemas/authority as (file name, content), out of the binary itself.
const std::vector<std::pair<std::string, std::string_view>>& shipped_tables();

/// The authority made of them. Loaded on first use, once per process.
std::shared_ptr<const Authority> shipped_authority();

}  // namespace alatoo
