// SPDX-License-Identifier: GPL-3.0-or-later
// The query language over any bytes: a query is parsed or refused by an Error, and what comes out
// keeps the limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/error.h"
#include "searcher/query.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

struct Counts {
  std::size_t words = 0;
  std::size_t wildcards = 0;
};

void check(const alatoo::QueryNode& node, std::size_t depth, Counts& counts) {
  using Kind = alatoo::QueryNode::Kind;
  require(depth <= 4 * alatoo::kQueryLimits.nesting + 8);
  const bool joins =
      node.kind == Kind::near || node.kind == Kind::conjunction || node.kind == Kind::disjunction;
  const bool leaf = !joins && node.kind != Kind::negation;
  require(leaf ? node.children.empty() : node.children.size() >= (joins ? 2U : 1U));
  if (node.kind == Kind::near)
    require(node.window >= 1 && node.window <= alatoo::kQueryLimits.near);
  if (node.kind == Kind::word || node.kind == Kind::wildcard) require(node.words.size() == 1);
  if (node.kind == Kind::phrase || node.kind == Kind::compound) require(node.words.size() >= 2);
  if (node.kind == Kind::dates) require(!node.dates.open());
  counts.words += node.words.size();
  counts.wildcards += node.kind == Kind::wildcard;
  for (const std::string& word : node.words) require(!word.empty());
  for (const alatoo::QueryNode& child : node.children) check(child, depth + 1, counts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const alatoo::ParsedQuery query =
        alatoo::parse_query({reinterpret_cast<const char*>(data), size});
    Counts counts;
    for (const auto* list : {&query.loose, &query.required, &query.excluded}) {
      for (const alatoo::QueryNode& node : *list) check(node, 0, counts);
    }
    require(counts.words <= alatoo::kQueryLimits.words);
    require(counts.wildcards <= alatoo::kQueryLimits.wildcards);
    if (query.has_operators) require(query.loose.empty() && query.excluded.empty());
  } catch (const alatoo::Error&) {
  }
  return 0;
}
