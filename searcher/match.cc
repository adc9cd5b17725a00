// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match.h"

#include <algorithm>

namespace alatoo {

using Kind = PlanNode::Kind;

Matcher::Matcher(const Archive& archive, std::size_t shard)
    : database_(archive.shard(shard)),
      last_(archive.column(shard).last_docid()),
      postings_(database_),
      everything_(last_) {
  const Xapian::PostingIterator end = database_.postlist_end("");
  for (Xapian::PostingIterator i = database_.postlist_begin(""); i != end; ++i) everything_.add(*i);
}

void Matcher::add_term(DocSet& set, const std::string& term) {
  for (const Posting& posting : postings_.of(term)) set.add(posting.docid);
}

void Matcher::add_window(DocSet& set, Xapian::Query::op op, const PlanNode::Places& places,
                         int window) {
  std::vector<Xapian::Query> parts;
  for (std::vector<std::string> terms : places) {
    std::erase_if(terms, [&](const std::string& term) { return !database_.term_exists(term); });
    if (terms.empty()) return;
    parts.push_back(terms.size() == 1
                        ? Xapian::Query(terms[0])
                        : Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  }
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  enquire.set_query({op, parts.begin(), parts.end(), static_cast<Xapian::termcount>(window)});
  const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
  for (auto i = found.begin(); i != found.end(); ++i) set.add(*i);
}

DocSet Matcher::match(const PlanNode::Places& alternative) {
  DocSet set = nothing();
  if (alternative.size() == 1) {
    for (const std::string& term : alternative[0]) add_term(set, term);
  } else {
    add_window(set, Xapian::Query::OP_PHRASE, alternative, static_cast<int>(alternative.size()));
  }
  return set;
}

DocSet Matcher::match(const PlanNode& node) {
  DocSet set = nothing();
  switch (node.kind) {
    case Kind::terms:
      for (const auto& alternative : node.alternatives) set |= match(alternative);
      break;
    case Kind::phrase:
      set = match(node.positions);
      break;
    case Kind::near:
      add_window(set, Xapian::Query::OP_NEAR, node.positions, node.window);
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
    case Kind::nothing:
      break;
  }
  return set;
}

Matches::Matches(const Archive& archive, const QueryPlan& plan, MatchMode wanted)
    : mode_(plan.match_fixed ? MatchMode::all : wanted) {
  bool some_have_all = false;
  shards_.reserve(archive.shards());
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    Shard& shard = shards_.emplace_back(archive, s);
    Matcher& matcher = shard.matcher;
    for (const PlanNode& node : plan.required) shard.base &= matcher.match(node);
    for (const PlanNode& node : plan.excluded) shard.base -= matcher.match(node);
    for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
      if (plan.filters[f]) shard.filters[f] = matcher.match(*plan.filters[f]);
    }
    if (plan.dates) shard.dates = matcher.match(*plan.dates);
    for (const PlanNode& node : plan.loose) shard.loose.push_back(matcher.match(node));

    shard.words = matcher.everything();
    for (const DocSet& word : shard.loose) shard.words &= word;
    shard.matches = shard.words;
    shard.matches &= shard.base;
    shard.matches = filtered(shard, std::move(shard.matches), std::nullopt);
    some_have_all = some_have_all || shard.matches.any();
  }
  if (mode_ == MatchMode::automatic) mode_ = some_have_all ? MatchMode::all : MatchMode::any;
  if (mode_ == MatchMode::all) return;
  for (Shard& shard : shards_) {
    shard.words = shard.matcher.nothing();
    for (const DocSet& word : shard.loose) shard.words |= word;
    shard.matches = shard.words;
    shard.matches &= shard.base;
    shard.matches = filtered(shard, std::move(shard.matches), std::nullopt);
  }
}

DocSet Matches::filtered(const Shard& shard, DocSet set, std::optional<Field> except) {
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
  const Shard& s = shards_[shard];
  DocSet all = s.base;                   // has every word so far
  DocSet but_one = s.matcher.nothing();  // lacks one of them
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

}  // namespace alatoo
