// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.h"

#include <algorithm>
#include <chrono>

#include "common/salience.h"
#include "searcher/facets.h"
#include "searcher/match.h"
#include "searcher/passages.h"
#include "searcher/plan.h"
#include "searcher/rank.h"

namespace alatoo {
namespace {

Hit make_hit(const Archive& archive, const Ranked& ranked, const QueryPlan& plan,
             const SearchRequest& request) {
  Article article = archive.article(ranked.document);
  Hit hit;
  hit.score = ranked.score;
  hit.partial = ranked.partial;
  hit.id = article.id;
  hit.path = article.path;
  hit.headline = article.headline;
  hit.title = make_title(article, plan.highlights);
  hit.date = article.date.iso();
  hit.source = source_of(article);
  hit.passages = make_passages(article, plan.highlights, {.passages = request.passages});
  const Salience salience(article);
  for (const EntityKind kind : {EntityKind::person, EntityKind::city}) {
    std::vector<std::string>& names = kind == EntityKind::person ? hit.persons : hit.cities;
    join_by_id(article.of(kind));
    salience.sort(article.of(kind));
    for (const Entity& entity : article.of(kind)) {
      if (std::find(names.begin(), names.end(), entity.name) == names.end())
        names.push_back(entity.name);
    }
  }
  return hit;
}

std::string matching(std::uint64_t articles, const std::string& which) {
  return std::to_string(articles) + " matching article" + (articles == 1 ? " " : "s ") + which +
         (articles == 1 ? " is" : " are") + " left out";
}

/// What --from and --to leave out though it may belong there.
void note_undated(const Archive& archive, const SearchRequest& request, const Matches& matches,
                  Results& results) {
  if (request.dates.open()) return;
  std::uint64_t undated = 0;
  std::uint64_t vague = 0;
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    matches.without_filter(s, Field::year).each([&](std::uint32_t docid) {
      const PartialDate date = PartialDate::unpack(archive.column(s).date(docid));
      undated += !date.known();
      vague += date.known() && !date.day && !request.dates.contains(date) &&
               (!request.dates.from.known() || request.dates.from <= date.last_day()) &&
               (!request.dates.to.known() || date.first_day() <= request.dates.to);
    });
  }
  if (undated && !request.include_undated) {
    results.notes.push_back(matching(undated, "without a date") + "; --undated include takes them");
  }
  if (vague) {
    results.notes.push_back(matching(vague, "dated by month or year only") +
                            ", which may lie in that time");
  }
}

}  // namespace

Results search(const Archive& archive, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const QueryPlan plan = make_plan(archive, request);
  Matches matches(archive, plan, request.match);

  Results results;
  results.query = request.query;
  results.match = matches.mode();
  results.relaxed = request.match == MatchMode::automatic && results.match == MatchMode::any;
  results.total = matches.total();
  results.generation = archive.manifest().generation;
  results.complete = plan.complete;
  results.notes = plan.notes;
  results.suggestion = plan.suggestion;
  note_undated(archive, request, matches, results);

  for (const Ranked& ranked : rank(archive, plan, matches, request)) {
    results.hits.push_back(make_hit(archive, ranked, plan, request));
    results.hits.back().rank = request.offset + results.hits.size();
  }
  for (const FacetRequest& facet : request.facets) {
    results.facets.push_back(count_facet(archive, matches, facet));
  }
  results.took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return results;
}

}  // namespace alatoo
