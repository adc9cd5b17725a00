// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include "bench/micro/samples.h"
#include "searcher/facets.h"
#include "searcher/match.h"
#include "searcher/passages.h"
#include "searcher/plan.h"
#include "searcher/rank.h"
#include "searcher/search.h"
#include "searcher/spelling.h"

namespace alatoo {
namespace {

/// Words of every frequency, so that each query has long posting lists and short ones.
SearchRequest request(MatchMode mode) {
  SearchRequest made;
  made.query = made_up_word(20) + ' ' + made_up_word(300) + ' ' + made_up_word(2000);
  made.match = mode;
  return made;
}

void set_items(benchmark::State& state, std::size_t items) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * items));
}

/// A query resolved against the archive: items are queries.
void plan(benchmark::State& state) {
  const Archive& archive = made_up_archive();
  const SearchRequest any = request(MatchMode::any);
  for (auto _ : state) benchmark::DoNotOptimize(make_plan(archive, any).loose.data());
  set_items(state, 1);
}
BENCHMARK(plan);

/// Posting lists read into sets: items are matches.
void match(benchmark::State& state) {
  const Archive& archive = made_up_archive();
  const QueryPlan any = make_plan(archive, request(MatchMode::any));
  std::uint64_t total = 0;
  for (auto _ : state) total = Matches(archive, any, MatchMode::any).total();
  set_items(state, total);
}
BENCHMARK(match);

/// The ten best of all matches, whose posting lists are already read: items are matches.
void score(benchmark::State& state) {
  const Archive& archive = made_up_archive();
  const SearchRequest wanted = request(MatchMode::any);
  const QueryPlan any = make_plan(archive, wanted);
  Matches matches(archive, any, MatchMode::any);
  for (auto _ : state) benchmark::DoNotOptimize(rank(archive, any, matches, wanted).data());
  set_items(state, matches.total());
}
BENCHMARK(score);

/// Counts of one facet over every article: items are matches.
void facet(benchmark::State& state, Field field) {
  const Archive& archive = made_up_archive();
  const QueryPlan everything = make_plan(archive, {});
  const Matches matches(archive, everything, MatchMode::all);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        count_facet(archive, matches, {.field = field, .top = 10, .like = {}}).distinct);
  set_items(state, matches.total());
}
BENCHMARK_CAPTURE(facet, person, Field::person);
BENCHMARK_CAPTURE(facet, city, Field::city);
BENCHMARK_CAPTURE(facet, month, Field::month);

/// The whole answer, passages and facets included: items are queries.
void answer(benchmark::State& state) {
  const Archive& archive = made_up_archive();
  SearchRequest whole = request(MatchMode::any);
  whole.facets = {{.field = Field::person, .top = 10, .like = {}},
                  {.field = Field::city, .top = 10, .like = {}}};
  for (auto _ : state) benchmark::DoNotOptimize(search(archive, whole).hits.data());
  set_items(state, 1);
}
BENCHMARK(answer);

/// What a reader of the sample archive asks: words, a phrase and a person.
HighlightPlan highlights() {
  HighlightPlan plan;
  Pattern word;
  word.words = {{"govern"}};
  Pattern phrase;
  phrase.kind = Pattern::Kind::phrase;
  phrase.words = {{"interim"}, {"govern"}};
  plan.patterns = {word, phrase};
  plan.entities = {{EntityKind::person, "kurmanbek bakiev"}};
  return plan;
}

void find_spans(benchmark::State& state) {
  const HighlightPlan plan = highlights();
  for (auto _ : state) {
    for (const Article& article : enriched_articles())
      benchmark::DoNotOptimize(find_highlights(article, plan).data());
  }
  set_items(state, enriched_articles().size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          text_bytes(enriched_articles()));
}
BENCHMARK(find_spans);

void passages(benchmark::State& state) {
  const HighlightPlan plan = highlights();
  for (auto _ : state) {
    for (const Article& article : enriched_articles())
      benchmark::DoNotOptimize(make_passages(article, plan, {}).data());
  }
  set_items(state, enriched_articles().size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          text_bytes(enriched_articles()));
}
BENCHMARK(passages);

/// Misspelt words, all absent from the lexicon: items are words.
void spelling(benchmark::State& state) {
  const Lexicon& lexicon = made_up_archive().lexicon();
  std::vector<std::string> misspelt;
  for (std::size_t rank = 1000; misspelt.size() < 20; rank += 37) {
    std::string word = made_up_word(rank);
    word.insert(word.size() / 2, 1, 'q');
    misspelt.push_back(std::move(word));
  }
  for (auto _ : state) {
    for (const std::string& word : misspelt)
      benchmark::DoNotOptimize(nearest_word(lexicon, word).has_value());
  }
  set_items(state, misspelt.size());
}
BENCHMARK(spelling);

}  // namespace
}  // namespace alatoo
