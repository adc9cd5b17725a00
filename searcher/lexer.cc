// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lexer.h"

#include <algorithm>

#include "common/fields.h"
#include "common/text.h"
#include "searcher/query.h"

namespace alatoo {
namespace {

bool is_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB ||
         c == 0xFF02;
}

/// The field that a word names before a colon, "" if it names none.
std::string field_before_colon(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) return "";
  std::string name = lower(word.substr(0, colon));
  if (name == "organization") name = "organisation";
  const FieldInfo* field = find_field(name);
  const bool usable = field && (field->has(kKeys) || field->field == Field::headline ||
                                field->field == Field::date);
  return usable ? name : "";
}

QueryToken operator_or_word(std::string_view word) {
  using Kind = QueryToken::Kind;
  if (word == "AND") return {Kind::op_and, "", "AND"};
  if (word == "OR") return {Kind::op_or, "", "OR"};
  if (word == "NOT") return {Kind::op_not, "", "NOT"};
  if (word == "NEAR") return {Kind::op_near, "", "NEAR", kDefaultNear};
  if (word.starts_with("NEAR/") && word.size() > 5 && word.size() < 10 &&
      std::all_of(word.begin() + 5, word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    const int n = std::stoi(std::string(word.substr(5)));
    return {Kind::op_near, "", std::string(word), std::clamp(n, 1, kQueryLimits.near)};
  }
  return {Kind::word, "", std::string(word)};
}

}  // namespace

std::vector<QueryToken> lex_query(std::string_view text, bool& unclosed) {
  using Kind = QueryToken::Kind;
  std::vector<QueryToken> tokens;
  std::string field;  // read, and waiting for its value
  unclosed = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    if (is_space(c)) {
      if (!field.empty())
        tokens.push_back({Kind::word, "", field});  // "city: Osh": a word, as written
      field.clear();
      continue;
    }
    if (is_quote(c)) {
      std::size_t end = i;
      std::size_t after = i;
      while (after < text.size()) {
        end = after;
        if (is_quote(next_code_point(text, after))) break;
        end = after;
      }
      unclosed = end == after;
      tokens.push_back({Kind::quoted, field, std::string(text.substr(i, end - i))});
      field.clear();
      i = after;
      continue;
    }
    if (c == '(' || c == ')') {
      if (!field.empty()) tokens.push_back({Kind::word, "", field});
      field.clear();
      tokens.push_back(
          {c == '(' ? Kind::open : Kind::close, "", text.substr(begin, 1) == "(" ? "(" : ")"});
      continue;
    }
    const bool starts =
        field.empty() && (begin == 0 || static_cast<unsigned char>(text[begin - 1]) <= ' ' ||
                          text[begin - 1] == '(');
    if ((c == '+' || c == '-') && starts && i < text.size() && text[i] != ' ' &&
        text[i] != static_cast<char>(c)) {
      tokens.push_back(
          {c == '+' ? Kind::plus : Kind::minus, "", std::string(1, static_cast<char>(c))});
      continue;
    }
    // A word runs to white space, a bracket or a quote.
    std::size_t end = i;
    while (end < text.size()) {
      std::size_t after = end;
      const char32_t more = next_code_point(text, after);
      if (is_space(more) || is_quote(more) || more == '(' || more == ')') break;
      end = after;
    }
    i = end;
    std::string_view word = text.substr(begin, end - begin);
    if (field.empty()) {
      field = field_before_colon(word);
      if (!field.empty()) {
        word.remove_prefix(word.find(':') + 1);
        if (word.empty()) continue;  // the value follows: a quote, or nothing
      }
    }
    if (field.empty()) {
      tokens.push_back(operator_or_word(word));
    } else {
      tokens.push_back({Kind::word, field, std::string(word)});
      field.clear();
    }
  }
  if (!field.empty()) tokens.push_back({Kind::word, "", field});
  return tokens;
}

}  // namespace alatoo
