// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results.h"

namespace alatoo {

std::string_view to_string(MatchMode mode) {
  switch (mode) {
    case MatchMode::automatic:
      return "auto";
    case MatchMode::all:
      return "all";
    case MatchMode::any:
      return "any";
  }
  return "auto";
}

}  // namespace alatoo
