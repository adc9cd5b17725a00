// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli.h"

namespace alatoo {

// One file a command; `run` takes the arguments behind the command's name and returns the status.
extern const Command kRebuild;
extern const Command kUpdate;
extern const Command kRemove;
extern const Command kVerify;
extern const Command kEntities;
extern const Command kRollback;
extern const Command kStats;
extern const Command kInspect;

}  // namespace alatoo
