// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/score.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alatoo {
namespace {

using Kind = PlanNode::Kind;

// Chosen on the runs of bench/quality.
constexpr double kK1 = 2.0;
constexpr double kB = 0.75;

}  // namespace

Scorer::Scorer(const Archive& archive, const QueryPlan& plan) : archive_(archive) {
  for (const PlanNode& node : plan.loose) collect(node);
  for (const PlanNode& node : plan.required) collect(node);
  for (const auto& filter : plan.filters) {
    if (filter) collect(*filter);
  }
  if (!leaves_.empty()) entities_.clear();
  const Manifest& manifest = archive.manifest();
  if (manifest.articles > 0) {
    average_length_ = std::max(
        1.0, static_cast<double>(manifest.length) / static_cast<double>(manifest.articles));
  }
}

void Scorer::collect(const PlanNode& node) {
  switch (node.kind) {
    case Kind::terms:
    case Kind::phrase:
    case Kind::near:
      if (node.weighs) leaves_.push_back(&node);
      break;
    case Kind::boolean:
      entities_.insert(node.entities.begin(), node.entities.end());
      break;
    case Kind::conjunction:
    case Kind::disjunction:
      for (const PlanNode& child : node.children) collect(child);
      break;
    default:
      break;
  }
}

double Scorer::idf(const std::string& term) const {
  const auto all = static_cast<double>(archive_.manifest().articles);
  const double having = archive_.all().get_termfreq(term);
  return std::log(1 + (all - having + 0.5) / (having + 0.5));
}

template <typename Give>
void Scorer::weigh(std::size_t shard, Matcher& matcher, const std::string& term,
                   const Give& give) const {
  const FacetColumn& column = archive_.column(shard);
  const double top = idf(term) * (kK1 + 1);
  const double fixed = kK1 * (1 - kB);
  const double by_length = kK1 * kB / average_length_;
  for (const Posting& posting : matcher.postings().of(term)) {
    const double wdf = posting.wdf;
    const double length = column.length(posting.docid);
    give(posting.docid, static_cast<float>(top * wdf / (wdf + fixed + by_length * length)));
  }
}

void Scorer::add_saliences(std::size_t shard, Matcher& matcher, std::vector<float>& sum) const {
  const FacetColumn& column = archive_.column(shard);
  std::vector<std::uint32_t> salience(sum.size());
  for (const std::vector<std::string>& terms : entities_) {
    for (const std::string& term : terms) {
      for (const Posting& posting : matcher.postings().of(term))
        salience[posting.docid] += posting.wdf;
    }
    for (std::uint32_t docid = 1; docid < sum.size(); ++docid) {
      if (salience[docid] == 0) continue;
      const double s = std::exchange(salience[docid], 0U);
      sum[docid] += static_cast<float>(
          s / (s + kK1 * (1 - kB + kB * column.length(docid) / average_length_)));
    }
  }
}

std::vector<float> Scorer::scores(std::size_t shard, Matcher& matcher) const {
  const std::size_t size = std::size_t{archive_.column(shard).last_docid()} + 1;
  std::vector<float> sum(size);
  std::vector<float> best(size);   // of the alternatives of one leaf
  std::vector<float> whole(size);  // of the places of one alternative
  std::vector<float> place(size);  // of the stems of one place
  const auto raise_to = [&](std::vector<float>& scores) {
    return [&scores](std::uint32_t docid, float weight) {
      scores[docid] = std::max(scores[docid], weight);
    };
  };
  const auto add = [](std::vector<float>& to, std::vector<float>& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    std::fill(from.begin(), from.end(), 0.0F);
  };
  for (const PlanNode* leaf : leaves_) {
    if (leaf->kind == Kind::terms) {
      for (const PlanNode::Places& alternative : leaf->alternatives) {
        if (alternative.size() == 1) {
          for (const std::string& term : alternative[0])
            weigh(shard, matcher, term, raise_to(best));
          continue;
        }
        for (const auto& terms : alternative) {
          for (const std::string& term : terms) weigh(shard, matcher, term, raise_to(place));
          add(whole, place);
        }
        matcher.match(alternative).each([&](std::uint32_t docid) {
          best[docid] = std::max(best[docid], whole[docid]);
        });
        std::fill(whole.begin(), whole.end(), 0.0F);
      }
    } else {
      // A phrase weighs what its words weigh, where it stands.
      for (const auto& terms : leaf->positions) {
        for (const std::string& term : terms) weigh(shard, matcher, term, raise_to(place));
        add(whole, place);
      }
      matcher.match(*leaf).each([&](std::uint32_t docid) { best[docid] = whole[docid]; });
      std::fill(whole.begin(), whole.end(), 0.0F);
    }
    add(sum, best);
  }
  add_saliences(shard, matcher, sum);
  return sum;
}

}  // namespace alatoo
