// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// A piece of a query before its grammar is read.
struct QueryToken {
  enum class Kind : std::uint8_t {
    word,
    quoted,
    open,
    close,
    plus,
    minus,
    op_and,
    op_or,
    op_not,
    op_near
  };
  Kind kind = Kind::word;
  std::string field;  ///< "city" of city:Osh; empty without
  std::string text;   ///< of a word or the inside of quotes
  int number = 0;     ///< of NEAR/n
};

/// Cuts a query. `unclosed` is set if the last quote is never closed. Fields are recognised only if
/// they are fields of the index; "http://x" and "10:30" are words.
std::vector<QueryToken> lex_query(std::string_view text, bool& unclosed);

}  // namespace alatoo
