// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match.h"

#include <algorithm>

namespace alatoo {
namespace {

using Kind = PlanNode::Kind;
using Xapian::Query;

/// Any of some terms as one place of a phrase.
Query any_of(const std::vector<std::string>& terms) {
  return terms.size() == 1 ? Query(terms[0]) : Query(Query::OP_OR, terms.begin(), terms.end());
}

Query window_query(Query::op op, const PlanNode::Places& positions, int window) {
  std::vector<Query> places;
  for (const auto& terms : positions) places.push_back(any_of(terms));
  return {op, places.begin(), places.end(), static_cast<Xapian::termcount>(window)};
}

Query phrase_query(const PlanNode::Places& places) {
  if (places.size() == 1) return any_of(places[0]);
  return window_query(Query::OP_PHRASE, places, static_cast<int>(places.size()));
}

Query join(Query::op op, const std::vector<Query>& queries) {
  return {op, queries.begin(), queries.end()};
}

}  // namespace

Query to_xapian(const PlanNode& node) {
  std::vector<Query> parts;
  switch (node.kind) {
    case Kind::terms:
      for (const auto& alternative : node.alternatives) parts.push_back(phrase_query(alternative));
      return parts.size() == 1 ? parts[0] : join(Query::OP_MAX, parts);
    case Kind::phrase:
      return phrase_query(node.positions);
    case Kind::near:
      return window_query(Query::OP_NEAR, node.positions, node.window);
    case Kind::boolean:
      return {Query::OP_SCALE_WEIGHT, any_of(node.terms), 0.0};
    case Kind::conjunction: {
      // What is excluded weighs nothing and must not stand alone on the left of AND_NOT.
      std::vector<Query> excluded;
      for (const PlanNode& child : node.children) {
        const bool negative = child.kind == Kind::negation;
        (negative ? excluded : parts).push_back(to_xapian(negative ? child.children[0] : child));
      }
      const Query wanted = parts.empty() ? Query::MatchAll : join(Query::OP_AND, parts);
      return excluded.empty() ? wanted
                              : Query(Query::OP_AND_NOT, wanted, join(Query::OP_OR, excluded));
    }
    case Kind::disjunction:
      for (const PlanNode& child : node.children) parts.push_back(to_xapian(child));
      return join(Query::OP_OR, parts);
    case Kind::negation:
      return {Query::OP_AND_NOT, Query::MatchAll, to_xapian(node.children[0])};
    case Kind::everything:
      return Query::MatchAll;
    case Kind::nothing:
      return Query::MatchNothing;
  }
  return Query::MatchNothing;
}

Matcher::Matcher(const Archive& archive, std::size_t shard)
    : database_(archive.shard(shard)),
      last_(archive.column(shard).last_docid()),
      everything_(last_) {
  add_term(everything_, "");
}

void Matcher::add_term(DocSet& set, const std::string& term) const {
  const Xapian::PostingIterator end = database_.postlist_end(term);
  for (Xapian::PostingIterator i = database_.postlist_begin(term); i != end; ++i) set.add(*i);
}

void Matcher::add_query(DocSet& set, const Query& query) const {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
  for (auto i = found.begin(); i != found.end(); ++i) set.add(*i);
}

DocSet Matcher::match(const PlanNode& node) const {
  DocSet set = nothing();
  switch (node.kind) {
    case Kind::terms:
      for (const auto& alternative : node.alternatives) {
        if (alternative.size() > 1) {
          add_query(set, phrase_query(alternative));
          continue;
        }
        for (const std::string& term : alternative[0]) add_term(set, term);
      }
      break;
    case Kind::phrase:
    case Kind::near:
      add_query(set, to_xapian(node));
      break;
    case Kind::boolean:
      for (const std::string& term : node.terms) add_term(set, term);
      break;
    case Kind::conjunction:
      set = everything_;
      for (const PlanNode& child : node.children) set &= match(child);
      break;
    case Kind::disjunction:
      for (const PlanNode& child : node.children) set |= match(child);
      break;
    case Kind::negation:
      set = everything_;
      set -= match(node.children[0]);
      break;
    case Kind::everything:
      set = everything_;
      break;
    case Kind::nothing:
      break;
  }
  return set;
}

Matches::Matches(const Archive& archive, const QueryPlan& plan, MatchMode wanted)
    : mode_(plan.match_fixed ? MatchMode::all : wanted) {
  std::vector<DocSet> all_words;
  bool some_have_all = false;
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    const Matcher matcher(archive, s);
    Shard& shard = shards_.emplace_back(matcher.nothing());
    shard.base = matcher.everything();
    for (const PlanNode& node : plan.required) shard.base &= matcher.match(node);
    for (const PlanNode& node : plan.excluded) shard.base -= matcher.match(node);
    for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
      if (plan.filters[f]) shard.filters[f] = matcher.match(*plan.filters[f]);
    }
    if (plan.dates) shard.dates = matcher.match(*plan.dates);
    for (const PlanNode& node : plan.loose) shard.loose.push_back(matcher.match(node));

    shard.words = matcher.everything();
    for (const DocSet& word : shard.loose) shard.words &= word;
    DocSet having_all = shard.words;
    having_all &= shard.base;
    some_have_all = some_have_all || filtered(shard, std::move(having_all), std::nullopt).any();
  }
  if (mode_ == MatchMode::automatic) mode_ = some_have_all ? MatchMode::all : MatchMode::any;
  for (Shard& shard : shards_) {
    if (mode_ == MatchMode::any) {
      shard.words -= shard.words;
      for (const DocSet& word : shard.loose) shard.words |= word;
    }
    DocSet set = shard.words;
    set &= shard.base;
    shard.matches = filtered(shard, std::move(set), std::nullopt);
  }
}

DocSet Matches::filtered(const Shard& shard, DocSet set, std::optional<Field> except) const {
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    if (shard.filters[f] && except != kKeyFields[f]) set &= *shard.filters[f];
  }
  const bool by_date = except == Field::year || except == Field::month;
  if (shard.dates && !by_date) set &= *shard.dates;
  return set;
}

std::uint64_t Matches::total() const {
  std::uint64_t n = 0;
  for (const Shard& shard : shards_) n += shard.matches.count();
  return n;
}

DocSet Matches::without_filter(std::size_t shard, Field field) const {
  DocSet set = shards_[shard].words;
  set &= shards_[shard].base;
  return filtered(shards_[shard], std::move(set), field);
}

DocSet Matches::partial(std::size_t shard) const {
  // As many words as seen so far, less none or one.
  const Shard& s = shards_[shard];
  DocSet all = s.base;
  DocSet but_one = s.base;
  but_one -= s.base;
  if (s.loose.size() < 3) return but_one;
  for (const DocSet& word : s.loose) {
    DocSet newly = all;
    newly -= word;
    but_one &= word;
    but_one |= newly;
    all &= word;
  }
  return filtered(s, std::move(but_one), std::nullopt);
}

Query ranking_query(const QueryPlan& plan, MatchMode mode, bool partial) {
  std::vector<Query> words;
  for (const PlanNode& node : plan.loose) words.push_back(to_xapian(node));
  std::vector<Query> wanted;
  if (partial) {
    // Exactly one of these holds for a document that lacks exactly one word.
    std::vector<Query> each;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::vector<Query> others = words;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      each.push_back(join(Query::OP_AND, others));
    }
    wanted.emplace_back(Query::OP_AND_NOT, join(Query::OP_OR, each), join(Query::OP_AND, words));
  } else if (!words.empty()) {
    wanted.push_back(join(mode == MatchMode::any ? Query::OP_OR : Query::OP_AND, words));
  }
  for (const PlanNode& node : plan.required) wanted.push_back(to_xapian(node));
  Query query = wanted.empty() ? Query::MatchAll : join(Query::OP_AND, wanted);
  for (const auto& filter : plan.filters) {
    if (filter) query = {Query::OP_FILTER, query, to_xapian(*filter)};
  }
  if (plan.dates) query = {Query::OP_FILTER, query, to_xapian(*plan.dates)};
  for (const PlanNode& node : plan.excluded) query = {Query::OP_AND_NOT, query, to_xapian(node)};
  return query;
}

}  // namespace alatoo
