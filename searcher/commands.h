// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/cli.h"

namespace alatoo {

// One file a command; `run` takes the arguments behind the command's name and returns the status:
// 0 with hits, 1 without, 2 (by an Error) when something is wrong.
extern const Command kFind;
extern const Command kFacets;
extern const Command kShow;
extern const Command kBatch;

}  // namespace alatoo
