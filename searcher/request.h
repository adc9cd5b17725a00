// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/dates.h"
#include "common/fields.h"
#include "searcher/results.h"

namespace alatoo {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

struct FacetRequest {
  Field field = Field::person;
  std::size_t top = 10;  ///< values to return; the count of distinct ones is exact all the same
  std::string like;      ///< only values whose name holds this, folded; "" = all
};

/// What is asked of an archive, names still as the user typed them.
struct SearchRequest {
  std::string query;
  /// Values of one field are alternatives, fields bind together.
  std::array<std::vector<std::string>, kKeyFieldCount> filters;
  DateRange dates;
  bool include_undated = false;  ///< with `dates`: take articles without a date too
  MatchMode match = MatchMode::automatic;
  SortOrder sort = SortOrder::relevance;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::size_t passages = 2;
  std::vector<FacetRequest> facets;
};

}  // namespace alatoo
