// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates.h"
#include "common/fields.h"

namespace alatoo {

/// Bounds on what one query may ask: beyond them a query is refused or, for expansions, cut and
/// said so. They keep the dearest query a machine can be sent below a second or two.
struct QueryLimits {
  std::size_t bytes = 8192;
  std::size_t words = 512;
  std::size_t wildcards = 16;
  std::size_t prefix_letters = 3;  ///< before the `*`
  std::size_t expansions = 100;    ///< words of one wildcard, most frequent first
  std::size_t nesting = 32;
  int near = 50;  ///< NEAR/n: largest n
  int span = 99;  ///< places that one NEAR may span, below the gap between zones
};
inline constexpr QueryLimits kQueryLimits;
inline constexpr int kDefaultNear = 10;

/// A query as it was typed, still without any archive.
struct QueryNode {
  enum class Kind : std::uint8_t {
    word,      ///< words[0]
    compound,  ///< words typed as one: "Jalal-Abad", "10:30"
    phrase,    ///< words in quotes
    wildcard,  ///< words[0] is what stands before the `*`
    near,      ///< children within `window` words of each other
    name,      ///< `value` in key field `field`
    dates,     ///< published in `dates`
    conjunction,
    disjunction,
    negation,  ///< children[0] must not match
  };
  Kind kind = Kind::word;
  Field field = Field::text;       ///< text or headline for words; a key field for names
  std::vector<std::string> words;  ///< as Token::word has them
  std::string value;
  DateRange dates;
  int window = 0;
  std::vector<QueryNode> children;
};

/// Without operators a query is a list: loose words, and what binds whatever the match mode is.
/// With AND, OR, NEAR or brackets it is an expression, which is all of `required`.
struct ParsedQuery {
  std::vector<QueryNode> loose;     ///< words, wildcards, one quoted word; no field, no sign
  std::vector<QueryNode> required;  ///< phrases, `+`, `field:`, or the expression
  std::vector<QueryNode> excluded;  ///< `-` and NOT
  bool has_operators = false;
  std::vector<std::string> notes;  ///< what was taken otherwise than written

  bool empty() const { return loose.empty() && required.empty() && excluded.empty(); }
};

/// Reads the query language: words; "a phrase"; AND OR NOT ( ) + -; NEAR/n; prefix*;
/// person: city: country: organisation: source: language: headline: and date:2010-04..2010-06.
/// Operators are upper case; NOT binds closest, then NEAR, AND (also unwritten), OR. What cannot be
/// an operator where it stands is a word. Throws Error beyond kQueryLimits.
ParsedQuery parse_query(std::string_view text);

/// Reads "2010-04", "2010-04..2010-06", "2010..", "..2010-06-30" as days; absent if it is none.
std::optional<DateRange> parse_date_range(std::string_view text);

}  // namespace alatoo
