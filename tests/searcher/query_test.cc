// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query.h"

#include <gtest/gtest.h>

#include <random>

#include "common/error.h"

namespace alatoo {
namespace {

std::string shown(const std::vector<QueryNode>& nodes, const char* between);

std::string shown(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  std::string words;
  for (const std::string& word : node.words) words += (words.empty() ? "" : " ") + word;
  const std::string field =
      node.field == Field::text ? "" : std::string(info(node.field).name) + ":";
  switch (node.kind) {
    case Kind::word:
      return field + words;
    case Kind::compound:
      return field + "{" + words + "}";
    case Kind::phrase:
      return field + "\"" + words + "\"";
    case Kind::wildcard:
      return field + words + "*";
    case Kind::near:
      return shown(node.children, (" ~" + std::to_string(node.window) + " ").c_str());
    case Kind::name:
      return field + "<" + node.value + ">";
    case Kind::dates:
      return node.dates.from.iso() + ".." + node.dates.to.iso();
    case Kind::conjunction:
      return shown(node.children, " & ");
    case Kind::disjunction:
      return shown(node.children, " | ");
    case Kind::negation:
      return "!" + shown(node.children[0]);
  }
  return "?";
}

std::string shown(const std::vector<QueryNode>& nodes, const char* between) {
  std::string text;
  for (const QueryNode& node : nodes) text += (text.empty() ? "" : between) + shown(node);
  return "(" + text + ")";
}

/// "loose + required - excluded", those that are there.
std::string parsed(std::string_view text) {
  const ParsedQuery query = parse_query(text);
  std::string all;
  for (const QueryNode& node : query.loose) all += " " + shown(node);
  for (const QueryNode& node : query.required) all += " +" + shown(node);
  for (const QueryNode& node : query.excluded) all += " -" + shown(node);
  return all.empty() ? all : all.substr(1);
}

std::string repeated(const std::string& piece, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += piece;
  return text;
}

TEST(Query, WithoutOperatorsIsAList) {
  EXPECT_EQ(parsed("Miners strike"), "miners strike");
  EXPECT_EQ(parsed("road \"gas price\""), "road +\"gas price\"");
  EXPECT_EQ(parsed("\"road\""), "road");
  EXPECT_EQ(parsed("+road -gas NOT price"), "+road -gas -price");
  EXPECT_EQ(parsed("headline:road city:Osh \"U.S.\""), "us +headline:road +city:<Osh>");
  EXPECT_EQ(parsed(""), "");
  EXPECT_EQ(parsed("!!! ... -"), "");
}

TEST(Query, TakesWordsTypedAsOneTogether) {
  EXPECT_EQ(parsed("Jalal-Abad 10:30 a/b"), "{jalal abad} {10 30} {a b}");
  EXPECT_EQ(parsed("-Jalal-Abad"), "-{jalal abad}");
}

TEST(Query, CountsNegations) {
  EXPECT_EQ(parsed("NOT NOT road"), "+road");
  EXPECT_EQ(parsed("a AND NOT NOT b"), "+(a & b)");
  EXPECT_EQ(parsed("road NOT"), "road not");
}

TEST(Query, WithOperatorsIsAnExpression) {
  EXPECT_EQ(parsed("a AND b OR c"), "+((a & b) | c)");
  EXPECT_EQ(parsed("a b OR c d"), "+((a & b) | (c & d))");
  EXPECT_EQ(parsed("a AND (b OR c)"), "+(a & (b | c))");
  EXPECT_EQ(parsed("a AND NOT b"), "+(a & !b)");
  EXPECT_EQ(parsed("a AND -(b OR c)"), "+(a & !(b | c))");
  EXPECT_EQ(parsed("NOT a NEAR b"), "+(!a & b)");
}

TEST(Query, NearJoinsWordsOfOneField) {
  EXPECT_EQ(parsed("a NEAR b"), "+(a ~10 b)");
  EXPECT_EQ(parsed("a NEAR/2 b NEAR/5 mining*"), "+(a ~5 b ~5 mining*)");
  EXPECT_EQ(parsed("a NEAR \"b c\""), "+(a & \"b c\")");
  EXPECT_EQ(parse_query("a NEAR headline:b").notes.size(), 1U);
}

TEST(Query, TakesOperatorsAtItsEndsForWords) {
  EXPECT_EQ(parsed("AND so on"), "and so on");
  EXPECT_EQ(parsed("to be OR"), "to be or");
  EXPECT_EQ(parsed("NEAR"), "near");
}

TEST(Query, MendsBracketsAndQuotes) {
  EXPECT_EQ(parsed("a AND (b"), "+(a & b)");
  EXPECT_EQ(parsed("a) OR b"), "+(a | b)");
  EXPECT_EQ(parsed("a OR b)) c"), "+(a | (b & c))");
  EXPECT_EQ(parsed("\"a b"), "+\"a b\"");
  EXPECT_EQ(parse_query("\"a b").notes.size(), 1U);
  EXPECT_EQ(parsed("a AND ()"), "+a");
  EXPECT_EQ(parsed("the constitution (of 2010)"), "the constitution of 2010");
}

TEST(Query, TakesAShortWildcardForAWord) {
  EXPECT_EQ(parsed("str* st* Бишк* *"), "str* st бишк*");
  EXPECT_EQ(parse_query("st*").notes.size(), 1U);
  EXPECT_EQ(parsed("ёлк*"), "елк*");  // compared folded
}

TEST(Query, ReadsDates) {
  EXPECT_EQ(parsed("date:2010-04"), "+2010-04-01..2010-04-30");
  EXPECT_EQ(parsed("date:2010-04..2011"), "+2010-04-01..2011-12-31");
  EXPECT_EQ(parsed("-date:..2010"), "-..2010-12-31");
  for (const char* wrong : {"date:..", "date:april", "date:2010-13", "date:2010-02-30", "date:1"}) {
    EXPECT_THROW(parse_query(wrong), Error) << wrong;
  }
  EXPECT_EQ(parse_date_range(""), std::nullopt);
  EXPECT_EQ(parse_date_range("2012-02..")->from, (PartialDate{2012, 2, 1}));
}

TEST(Query, IsRefusedBeyondItsLimits) {
  const QueryLimits limits;
  EXPECT_NO_THROW(parse_query(repeated("a ", limits.words)));
  EXPECT_THROW(parse_query(repeated("a ", limits.words + 1)), Error);
  EXPECT_THROW(parse_query(repeated("a-", limits.words + 1)), Error);
  EXPECT_THROW(parse_query(repeated("city:a ", limits.words + 1)), Error);
  EXPECT_THROW(parse_query(std::string(limits.bytes + 1, 'a')), Error);
  EXPECT_NO_THROW(parse_query(repeated("abc* ", limits.wildcards)));
  EXPECT_THROW(parse_query(repeated("abc* ", limits.wildcards + 1)), Error);
  const auto nested = [](std::size_t n) { return repeated("(b OR ", n) + "a" + repeated(")", n); };
  EXPECT_NO_THROW(parse_query(nested(limits.nesting)));
  EXPECT_THROW(parse_query(nested(limits.nesting + 1)), Error);
  EXPECT_NO_THROW(parse_query("a AND " + repeated("NOT ", 2000) + "b"));  // chains do not nest
}

/// What every query keeps, whatever it is made of.
void expect_sound(const QueryNode& node, std::size_t depth) {
  using Kind = QueryNode::Kind;
  EXPECT_LE(depth, 4 * kQueryLimits.nesting + 8);
  for (const std::string& word : node.words) EXPECT_FALSE(word.empty());
  const bool joins =
      node.kind == Kind::near || node.kind == Kind::conjunction || node.kind == Kind::disjunction;
  if (joins) {
    EXPECT_GE(node.children.size(), 2U);
  }
  if (node.kind == Kind::near) {
    EXPECT_GE(node.window, 1);
    EXPECT_LE(node.window, kQueryLimits.near);
  }
  for (const QueryNode& child : node.children) expect_sound(child, depth + 1);
}

TEST(Query, OfAnyPiecesIsSound) {
  static const std::vector<std::string> pieces = {
      "a", "b-c", "\"",   "(", ")",     "AND",   "OR",        "NOT",       "NEAR", "NEAR/3",
      "+", "-",   "abc*", "*", "city:", "date:", "2010..",    "x:",        "ё",    "\xFF",
      "«", "»",   " ",    " ", " ",     " ",     "headline:", "person:\"", ".",    "\xE2\x80"};
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t n = random() % 30; n > 0; --n) text += pieces[random() % pieces.size()];
    try {
      const ParsedQuery query = parse_query(text);
      for (const auto* list : {&query.loose, &query.required, &query.excluded}) {
        for (const QueryNode& node : *list) expect_sound(node, 0);
      }
      EXPECT_TRUE(!query.has_operators || (query.loose.empty() && query.excluded.empty()));
      EXPECT_TRUE(!query.has_operators || query.required.size() <= 1) << text;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("date:"), std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace alatoo
