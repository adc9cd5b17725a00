// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace alatoo {
namespace {

/// Scores differ in their last bits with the order of summation, which depends on the shards: what
/// agrees to nine digits is a tie.
std::int64_t quantised(double score) { return std::llround(score * 1e8); }

/// Newest first, then by id; undated ones last.
bool newer(const Archive& archive, DocumentRef a, DocumentRef b) {
  const std::uint32_t date_a = archive.date(a);
  const std::uint32_t date_b = archive.date(b);
  if (date_a != date_b) return date_a > date_b;
  return archive.id(a) < archive.id(b);
}

bool older(const Archive& archive, DocumentRef a, DocumentRef b) {
  // An unknown date, 0, becomes the largest number: last in both orders.
  const std::uint32_t date_a = archive.date(a) - 1;
  const std::uint32_t date_b = archive.date(b) - 1;
  if (date_a != date_b) return date_a < date_b;
  return archive.id(a) < archive.id(b);
}

Xapian::Enquire enquire(const Archive& archive, const Xapian::Query& query) {
  Xapian::Enquire result(archive.all());
  result.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1000, 0.6, 0));
  result.set_docid_order(Xapian::Enquire::DONT_CARE);
  result.set_query(query);
  return result;
}

/// The first `wanted` documents by score, ties resolved. Xapian breaks ties by docid, so all that
/// tie with the last one are fetched before any is dropped.
std::vector<Ranked> best(const Archive& archive, const Xapian::Query& query, std::size_t wanted,
                         bool partial) {
  const Xapian::doccount all = archive.all().get_doccount();
  Xapian::Enquire ask = enquire(archive, query);
  std::vector<Ranked> found;
  for (std::size_t fetch = wanted + 10; !found.size() || found.size() < all; fetch *= 4) {
    const auto most = static_cast<Xapian::doccount>(std::min<std::size_t>(fetch, all));
    const Xapian::MSet set = ask.get_mset(0, most);
    found.clear();
    for (auto i = set.begin(); i != set.end(); ++i)
      found.push_back({archive.locate(*i), i.get_weight(), partial});
    if (found.size() < most || most == all) break;
    if (quantised(found.back().score) != quantised(found[wanted - 1].score)) break;
  }
  std::sort(found.begin(), found.end(), [&](const Ranked& a, const Ranked& b) {
    const auto score_a = quantised(a.score);
    const auto score_b = quantised(b.score);
    return score_a != score_b ? score_a > score_b : newer(archive, a.document, b.document);
  });
  if (found.size() > wanted) found.resize(wanted);
  return found;
}

/// The first `wanted` matches in an order that needs no score.
template <typename Before>
std::vector<Ranked> ordered(const Archive& archive, const Matches& matches, std::size_t wanted,
                            const Before& before) {
  std::vector<Ranked> found;
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    matches.of(s).each([&](std::uint32_t docid) {
      found.push_back({{static_cast<std::uint32_t>(s), docid}, 0, false});
    });
  }
  const auto middle = found.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, found.size()));
  std::partial_sort(found.begin(), middle, found.end(), [&](const Ranked& a, const Ranked& b) {
    return before(archive, a.document, b.document);
  });
  found.erase(middle, found.end());
  return found;
}

bool has_disjunction(const PlanNode& node) {
  return node.kind == PlanNode::Kind::disjunction ||
         (node.kind == PlanNode::Kind::conjunction &&
          std::any_of(node.children.begin(), node.children.end(), has_disjunction));
}

/// True if the plan has to be weighed leaf by leaf. Xapian 1.4 may credit a document with an
/// operand of OR that it lacks where AND or a filter stands above the OR and positions or AND below
/// it (OrPostList::check takes a failed check for a match one docid on), and which documents these
/// are depends on the shards.
bool weighs_by_leaves(const QueryPlan& plan) {
  return std::any_of(plan.required.begin(), plan.required.end(), has_disjunction);
}

void add_leaves(const PlanNode& node, std::vector<Xapian::Query>& leaves) {
  switch (node.kind) {
    case PlanNode::Kind::terms:
    case PlanNode::Kind::phrase:
    case PlanNode::Kind::near:
      leaves.push_back(to_xapian(node));
      break;
    case PlanNode::Kind::conjunction:
    case PlanNode::Kind::disjunction:
      for (const PlanNode& child : node.children) add_leaves(child, leaves);
      break;
    default:  // weighs nothing
      break;
  }
}

/// Weighs documents that have been chosen already: by the query, or by those of its leaves that
/// they have.
void weigh(const Archive& archive, const QueryPlan& plan, MatchMode mode,
           std::vector<Ranked>& hits) {
  if (hits.empty()) return;
  std::map<DocumentRef, Ranked*> by_document;
  for (Ranked& hit : hits) by_document[hit.document] = &hit;
  Xapian::Query query;
  Xapian::doccount most = archive.all().get_doccount();
  if (weighs_by_leaves(plan)) {
    std::vector<Xapian::Query> leaves;
    for (const PlanNode& node : plan.required) add_leaves(node, leaves);
    query = Xapian::Query(Xapian::Query::OP_OR, leaves.begin(), leaves.end());
  } else {
    std::vector<std::string> ids;
    for (const Ranked& hit : hits) ids.push_back(term(Field::id, archive.id(hit.document)));
    const Xapian::Query those(Xapian::Query::OP_OR, ids.begin(), ids.end());
    query = Xapian::Query(Xapian::Query::OP_FILTER, ranking_query(plan, mode), those);
    most = static_cast<Xapian::doccount>(hits.size());
  }
  const Xapian::MSet set = enquire(archive, query).get_mset(0, most);
  for (auto i = set.begin(); i != set.end(); ++i) {
    const auto found = by_document.find(archive.locate(*i));
    if (found != by_document.end()) found->second->score = i.get_weight();
  }
}

bool weighs(const QueryPlan& plan) { return !plan.loose.empty() || !plan.required.empty(); }

}  // namespace

std::vector<Ranked> rank(const Archive& archive, const QueryPlan& plan, const Matches& matches,
                         const SearchRequest& request) {
  const std::uint64_t total = matches.total();
  const std::size_t end = request.offset + request.limit;
  if (request.limit == 0) return {};
  std::vector<Ranked> hits;
  if (total > request.offset) {
    if (request.sort != SortOrder::relevance || !weighs(plan)) {
      hits = ordered(archive, matches, end, request.sort == SortOrder::oldest ? older : newer);
    } else if (!weighs_by_leaves(plan)) {
      hits = best(archive, ranking_query(plan, matches.mode()), end, false);
    } else {
      hits = ordered(archive, matches, total, newer);
      weigh(archive, plan, matches.mode(), hits);
      std::stable_sort(hits.begin(), hits.end(), [](const Ranked& a, const Ranked& b) {
        return quantised(a.score) > quantised(b.score);
      });
      hits.resize(std::min(end, hits.size()));
    }
    hits.erase(hits.begin(),
               hits.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, hits.size())));
    if (request.sort != SortOrder::relevance && weighs(plan))
      weigh(archive, plan, matches.mode(), hits);
  }
  const bool may_fill = matches.mode() == MatchMode::all && request.offset == 0 &&
                        request.sort == SortOrder::relevance && plan.loose.size() >= 3;
  if (may_fill && hits.size() < request.limit) {
    const std::vector<Ranked> more =
        best(archive, ranking_query(plan, MatchMode::all, true), request.limit - hits.size(), true);
    hits.insert(hits.end(), more.begin(), more.end());
  }
  return hits;
}

}  // namespace alatoo
