// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lexer.h"

#include <gtest/gtest.h>

namespace alatoo {
namespace {

/// Tokens as text: kind letter, field, text, number.
std::string lexed(std::string_view text) {
  bool unclosed = false;
  std::string shown;
  for (const QueryToken& token : lex_query(text, unclosed)) {
    if (!shown.empty()) shown += ' ';
    shown += "wq()+-AON/"[static_cast<std::size_t>(token.kind)];
    if (!token.field.empty()) shown += token.field + ":";
    shown += '[' + token.text + ']';
    if (token.number) shown += std::to_string(token.number);
  }
  return shown + (unclosed ? " unclosed" : "");
}

TEST(Lexer, CutsWordsQuotesAndBrackets) {
  EXPECT_EQ(lexed("  one  two "), "w[one] w[two]");
  EXPECT_EQ(lexed("a\"b c\"d"), "w[a] q[b c] w[d]");
  EXPECT_EQ(lexed("«b c» “d e” „f“"), "q[b c] q[d e] q[f]");
  EXPECT_EQ(lexed("(a b)"), "([(] w[a] w[b] )[)]");
  EXPECT_EQ(lexed("a\u00A0b"), "w[a] w[b]");
  EXPECT_EQ(lexed(""), "");
}

TEST(Lexer, SeesTheQuoteThatIsNeverClosed) {
  EXPECT_EQ(lexed("\"a b"), "q[a b] unclosed");
  EXPECT_EQ(lexed("a \""), "w[a] q[] unclosed");
  EXPECT_EQ(lexed("\"\""), "q[]");
}

TEST(Lexer, KnowsOperatorsInCapitalsOnly) {
  EXPECT_EQ(lexed("a AND b OR NOT c"), "w[a] A[AND] w[b] O[OR] N[NOT] w[c]");
  EXPECT_EQ(lexed("and Or not nEAR"), "w[and] w[Or] w[not] w[nEAR]");
  EXPECT_EQ(lexed("\"AND\""), "q[AND]");
  EXPECT_EQ(lexed("a NEAR b"), "w[a] /[NEAR]10 w[b]");
  EXPECT_EQ(lexed("NEAR/3 NEAR/0 NEAR/9999"), "/[NEAR/3]3 /[NEAR/0]1 /[NEAR/9999]50");
  EXPECT_EQ(lexed("NEAR/ NEAR/x NEAR/-1 NEAR/99999"),
            "w[NEAR/] w[NEAR/x] w[NEAR/-1] w[NEAR/99999]");
}

TEST(Lexer, TakesSignsBeforeAWordOnly) {
  EXPECT_EQ(lexed("+a -b"), "+[+] w[a] -[-] w[b]");
  EXPECT_EQ(lexed("Jalal-Abad a- - b +"), "w[Jalal-Abad] w[a-] w[-] w[b] w[+]");
  EXPECT_EQ(lexed("--option ++"), "w[--option] w[++]");
  EXPECT_EQ(lexed("-\"a b\""), "-[-] q[a b]");
  EXPECT_EQ(lexed("(-a)"), "([(] -[-] w[a] )[)]");
}

TEST(Lexer, KnowsTheFieldsOfTheIndexOnly) {
  EXPECT_EQ(lexed("city:Osh CITY:Osh"), "wcity:[Osh] wcity:[Osh]");
  EXPECT_EQ(lexed("organization:UN"), "worganisation:[UN]");
  EXPECT_EQ(lexed("person:\"Roza Otunbayeva\""), "qperson:[Roza Otunbayeva]");
  EXPECT_EQ(lexed("-city:Osh"), "-[-] wcity:[Osh]");
  EXPECT_EQ(lexed("http://x 10:30 id:7 month:2010-04 :x"),
            "w[http://x] w[10:30] w[id:7] w[month:2010-04] w[:x]");
}

TEST(Lexer, TakesAFieldWithoutValueForAWord) {
  EXPECT_EQ(lexed("city: Osh"), "w[city] w[Osh]");
  EXPECT_EQ(lexed("city:(Osh)"), "w[city] ([(] w[Osh] )[)]");
  EXPECT_EQ(lexed("a city:"), "w[a] w[city]");
}

}  // namespace
}  // namespace alatoo
