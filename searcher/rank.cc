// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank.h"

#include <algorithm>

#include "searcher/score.h"

namespace alatoo {
namespace {

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

/// The scores of a request, shard by shard, each shard's computed when it is first needed.
class Scores {
 public:
  Scores(const Archive& archive, const QueryPlan& plan, Matches& matches)
      : scorer_(archive, plan), matches_(matches), shards_(archive.shards()) {}

  float of(DocumentRef document) {
    std::vector<float>& shard = shards_[document.shard];
    if (!scorer_.weighs()) return 0;
    if (shard.empty()) shard = scorer_.scores(document.shard, matches_.matcher(document.shard));
    return shard[document.docid];
  }

 private:
  Scorer scorer_;
  Matches& matches_;
  std::vector<std::vector<float>> shards_;
};

bool comes_first(const Archive& archive, SortOrder sort, const Ranked& a, const Ranked& b) {
  if (sort == SortOrder::relevance && a.score != b.score) return a.score > b.score;
  return sort == SortOrder::oldest ? older(archive, a.document, b.document)
                                   : newer(archive, a.document, b.document);
}

/// The first `wanted` of some documents, in order.
std::vector<Ranked> first(const Archive& archive, SortOrder sort, std::vector<Ranked> found,
                          std::size_t wanted) {
  const auto before = [&](const Ranked& a, const Ranked& b) {
    return comes_first(archive, sort, a, b);
  };
  if (found.size() > wanted) {
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(wanted),
                     found.end(), before);
    found.resize(wanted);
  }
  std::sort(found.begin(), found.end(), before);
  return found;
}

}  // namespace

std::vector<Ranked> rank(const Archive& archive, const QueryPlan& plan, Matches& matches,
                         const SearchRequest& request) {
  if (request.limit == 0) return {};
  Scores scores(archive, plan, matches);
  const bool by_score = request.sort == SortOrder::relevance;
  const auto gather = [&](std::size_t shard, const DocSet& set, bool partial,
                          std::vector<Ranked>& found) {
    set.each([&](std::uint32_t docid) {
      const DocumentRef document{static_cast<std::uint32_t>(shard), docid};
      found.push_back({document, by_score ? scores.of(document) : 0, partial});
    });
  };

  std::vector<Ranked> hits;
  for (std::size_t s = 0; s < archive.shards(); ++s) gather(s, matches.of(s), false, hits);
  hits = first(archive, request.sort, std::move(hits), request.offset + request.limit);
  hits.erase(hits.begin(),
             hits.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, hits.size())));
  if (!by_score) {
    for (Ranked& hit : hits) hit.score = scores.of(hit.document);
  }

  const bool fills = matches.mode() == MatchMode::all && request.offset == 0 && by_score;
  if (fills && hits.size() < request.limit) {
    std::vector<Ranked> more;
    for (std::size_t s = 0; s < archive.shards(); ++s) gather(s, matches.partial(s), true, more);
    more = first(archive, request.sort, std::move(more), request.limit - hits.size());
    hits.insert(hits.end(), more.begin(), more.end());
  }
  return hits;
}

}  // namespace alatoo
