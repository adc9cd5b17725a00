// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query.h"

#include <algorithm>

#include "common/error.h"
#include "common/text.h"
#include "searcher/lexer.h"

namespace alatoo {
namespace {

using Kind = QueryNode::Kind;
using Lexeme = QueryToken::Kind;

/// Recursive descent over the pieces; the limits are counted here.
class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, ParsedQuery& query)
      : tokens_(std::move(tokens)), query_(query) {}

  void parse_list();
  void parse_expression();

 private:
  using Nodes = std::vector<QueryNode>;

  bool done() const { return at_ >= tokens_.size(); }
  bool next_is(Lexeme kind) const { return !done() && tokens_[at_].kind == kind; }
  /// True if an operand may begin here: neither a closing bracket nor an operator between two.
  bool operand_follows(std::size_t at) const;

  std::optional<QueryNode> leaf(const QueryToken& token);
  QueryNode words_of(const QueryToken& token, Field field);
  std::optional<QueryNode> disjunction();
  std::optional<QueryNode> conjunction();
  std::optional<QueryNode> near();
  std::optional<QueryNode> unary();

  std::vector<QueryToken> tokens_;
  ParsedQuery& query_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t words_ = 0;
  std::size_t wildcards_ = 0;
};

QueryNode Parser::words_of(const QueryToken& token, Field field) {
  QueryNode node;
  node.field = field;
  const bool star =
      token.kind == Lexeme::word && token.text.size() > 1 && token.text.ends_with('*');
  for (Token& word : tokenize(token.text)) node.words.push_back(std::move(word.word));
  words_ += node.words.size();
  if (words_ > kQueryLimits.words) {
    throw Error("the query has more than " + std::to_string(kQueryLimits.words) +
                " words; shorten it");
  }
  if (token.kind == Lexeme::quoted && node.words.size() > 1) {
    node.kind = Kind::phrase;
  } else if (node.words.size() > 1) {
    node.kind = Kind::compound;
  }
  if (!star || node.words.size() != 1) return node;
  const std::string prefix = fold(node.words[0]);
  const auto letters =
      std::count_if(prefix.begin(), prefix.end(), [](char c) { return !is_continuation(c); });
  if (static_cast<std::size_t>(letters) < kQueryLimits.prefix_letters) {
    query_.notes.push_back("'" + token.text + "': a wildcard needs at least " +
                           std::to_string(kQueryLimits.prefix_letters) +
                           " letters before the *; searched as the word '" + node.words[0] + "'");
    return node;
  }
  if (++wildcards_ > kQueryLimits.wildcards) {
    throw Error("the query has more than " + std::to_string(kQueryLimits.wildcards) +
                " wildcards; use fewer");
  }
  node.kind = Kind::wildcard;
  node.words[0] = prefix;
  return node;
}

std::optional<QueryNode> Parser::leaf(const QueryToken& token) {
  const FieldInfo* field = token.field.empty() ? nullptr : find_field(token.field);
  if (field && field->has(kKeys)) {
    QueryNode node;
    node.kind = Kind::name;
    node.field = field->field;
    node.value = squeeze(token.text);
    if (++words_ > kQueryLimits.words) {
      throw Error("the query has more than " + std::to_string(kQueryLimits.words) +
                  " words; shorten it");
    }
    return node.value.empty() ? std::nullopt : std::optional(node);
  }
  if (field && field->field == Field::date) {
    const std::optional<DateRange> range = parse_date_range(token.text);
    if (!range) {
      throw Error("date:" + token.text +
                  ": say a year, month or day, or two of them with .. between, as in "
                  "date:2010-04..2010-06");
    }
    QueryNode node;
    node.kind = Kind::dates;
    node.dates = *range;
    if (range->to.known() && range->from > range->to) {
      query_.notes.push_back("date:" + token.text + " ends before it begins");
    }
    return node;
  }
  QueryNode node = words_of(token, field ? field->field : Field::text);
  return node.words.empty() ? std::nullopt : std::optional(node);
}

void Parser::parse_list() {
  while (!done()) {
    // "NOT" and signs bind to what follows; at the end NOT is a word.
    const Lexeme sign = tokens_[at_].kind;
    const bool is_sign = sign == Lexeme::plus || sign == Lexeme::minus || sign == Lexeme::op_not;
    const bool signed_ = is_sign && at_ + 1 < tokens_.size();
    if (signed_) {
      ++at_;
    } else if (is_sign) {
      tokens_[at_].kind = Lexeme::word;
    }
    bool negative = signed_ && sign != Lexeme::plus;
    while (next_is(Lexeme::op_not) && at_ + 1 < tokens_.size()) {
      negative = !negative;
      ++at_;
    }
    const QueryToken& token = tokens_[at_++];
    std::optional<QueryNode> node = leaf(token);
    if (!node) continue;
    const bool loose = !signed_ && token.field.empty() && node->kind != Kind::phrase;
    if (negative) {
      query_.excluded.push_back(std::move(*node));
    } else {
      (loose ? query_.loose : query_.required).push_back(std::move(*node));
    }
  }
}

bool Parser::operand_follows(std::size_t at) const {
  if (at >= tokens_.size()) return false;
  const Lexeme kind = tokens_[at].kind;
  return kind != Lexeme::close && kind != Lexeme::op_and && kind != Lexeme::op_or &&
         kind != Lexeme::op_near;
}

QueryNode group(Kind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

std::optional<QueryNode> Parser::disjunction() {
  Nodes nodes;
  while (true) {
    if (std::optional<QueryNode> node = conjunction()) nodes.push_back(std::move(*node));
    if (!next_is(Lexeme::op_or)) break;
    ++at_;
  }
  if (nodes.empty()) return std::nullopt;
  return group(Kind::disjunction, std::move(nodes));
}

std::optional<QueryNode> Parser::conjunction() {
  Nodes nodes;
  while (!done() && !next_is(Lexeme::close) && !next_is(Lexeme::op_or)) {
    if (next_is(Lexeme::op_and)) {
      ++at_;
      continue;
    }
    if (std::optional<QueryNode> node = near()) nodes.push_back(std::move(*node));
  }
  if (nodes.empty()) return std::nullopt;
  return group(Kind::conjunction, std::move(nodes));
}

std::optional<QueryNode> Parser::near() {
  std::optional<QueryNode> first = unary();
  Nodes nodes;
  int window = 0;
  while (next_is(Lexeme::op_near)) {
    window = std::max(window, tokens_[at_].number);
    ++at_;
    if (!operand_follows(at_)) continue;
    if (first) nodes.push_back(std::move(*first));
    first = unary();
  }
  if (nodes.empty()) return first;
  if (first) nodes.push_back(std::move(*first));
  const bool words = std::all_of(nodes.begin(), nodes.end(), [&](const QueryNode& n) {
    return (n.kind == Kind::word || n.kind == Kind::wildcard) && n.field == nodes[0].field;
  });
  if (!words) {
    query_.notes.push_back("NEAR stands between words of one field only; taken as AND");
    return group(Kind::conjunction, std::move(nodes));
  }
  QueryNode node = group(Kind::near, std::move(nodes));
  node.window = node.kind == Kind::near ? window : 0;
  return node;
}

std::optional<QueryNode> Parser::unary() {
  bool negative = false;
  while (!done()) {
    const Lexeme kind = tokens_[at_].kind;
    if (kind == Lexeme::op_not || kind == Lexeme::minus) {
      if (!operand_follows(at_ + 1)) {
        tokens_[at_].kind = Lexeme::word;
        break;
      }
      negative = !negative;
    } else if (kind != Lexeme::plus) {
      break;
    }
    ++at_;
  }
  if (done()) return std::nullopt;
  std::optional<QueryNode> node;
  if (next_is(Lexeme::open)) {
    if (++depth_ > kQueryLimits.nesting) {
      throw Error("the query nests brackets more than " + std::to_string(kQueryLimits.nesting) +
                  " deep; simplify it");
    }
    ++at_;
    node = disjunction();
    if (next_is(Lexeme::close)) {
      ++at_;
    } else {
      query_.notes.emplace_back("a bracket is never closed; it was closed at the end");
    }
    --depth_;
  } else {
    node = leaf(tokens_[at_++]);
  }
  if (!negative || !node) return node;
  QueryNode inverse;
  inverse.kind = Kind::negation;
  inverse.children.push_back(std::move(*node));
  return inverse;
}

void Parser::parse_expression() {
  if (std::optional<QueryNode> node = disjunction()) query_.required.push_back(std::move(*node));
}

/// Leaves out closing brackets that close nothing; true if there were any.
bool drop_stray_brackets(std::vector<QueryToken>& tokens) {
  std::size_t open = 0;
  return std::erase_if(tokens, [&](const QueryToken& t) {
           if (t.kind == Lexeme::open) ++open;
           if (t.kind != Lexeme::close || open == 0) return t.kind == Lexeme::close;
           --open;
           return false;
         }) > 0;
}

/// True if the query is an expression: it joins with AND, OR or NEAR, or denies a bracket.
bool has_operators(const std::vector<QueryToken>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Lexeme kind = tokens[i].kind;
    if (kind == Lexeme::op_and || kind == Lexeme::op_or || kind == Lexeme::op_near) return true;
    const bool sign = kind == Lexeme::op_not || kind == Lexeme::minus || kind == Lexeme::plus;
    if (sign && i + 1 < tokens.size() && tokens[i + 1].kind == Lexeme::open) return true;
  }
  return false;
}

/// Operators at the ends have nothing to join and are words: "AND so on", "to be OR".
void demote_dangling(std::vector<QueryToken>& tokens) {
  const auto joins = [](const QueryToken& t) {
    return t.kind == Lexeme::op_and || t.kind == Lexeme::op_or || t.kind == Lexeme::op_near;
  };
  for (std::size_t i = 0; i < tokens.size() && joins(tokens[i]); ++i) tokens[i].kind = Lexeme::word;
  for (std::size_t i = tokens.size(); i-- > 0 && joins(tokens[i]);) tokens[i].kind = Lexeme::word;
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  if (text.size() > kQueryLimits.bytes) {
    throw Error("the query has " + std::to_string(text.size()) + " bytes; at most " +
                std::to_string(kQueryLimits.bytes) + " are taken");
  }
  std::string clean(text);
  clean_utf8(clean);
  ParsedQuery query;
  bool unclosed = false;
  std::vector<QueryToken> tokens = lex_query(clean, unclosed);
  if (unclosed) query.notes.emplace_back("a quote is never closed; it was closed at the end");
  const bool stray = drop_stray_brackets(tokens);
  demote_dangling(tokens);
  query.has_operators = has_operators(tokens);
  if (stray && query.has_operators)
    query.notes.emplace_back("a closing bracket has no opening one; it was left out");
  if (!query.has_operators) {
    // Brackets with nothing to group are punctuation, as in "the constitution (of 2010)".
    std::erase_if(tokens, [](const QueryToken& t) {
      return t.kind == Lexeme::open || t.kind == Lexeme::close;
    });
  }
  Parser parser(std::move(tokens), query);
  query.has_operators ? parser.parse_expression() : parser.parse_list();
  return query;
}

std::optional<DateRange> parse_date_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = dots == std::string_view::npos ? first : text.substr(dots + 2);
  DateRange range;
  if (first.empty() && last.empty()) return std::nullopt;
  if (!first.empty()) {
    const std::optional<PartialDate> date = parse_iso_date(first);
    if (!date) return std::nullopt;
    range.from = date->first_day();
  }
  if (!last.empty()) {
    const std::optional<PartialDate> date = parse_iso_date(last);
    if (!date) return std::nullopt;
    range.to = date->last_day();
  }
  return range;
}

}  // namespace alatoo
