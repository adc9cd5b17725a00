// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include "bench/micro/samples.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/write/document.h"
#include "indexer/write/shard.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

void set_rates(benchmark::State& state, std::size_t items, std::int64_t bytes) {
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(items));
  state.SetBytesProcessed(rounds * bytes);
}

/// Runs `step` on a fresh copy of every parsed article; the copying is not timed.
template <typename Step>
void enrich_with(benchmark::State& state, const Step& step) {
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Article> articles = parsed_articles();
    state.ResumeTiming();
    for (Article& article : articles) step(article);
  }
  set_rates(state, parsed_articles().size(), text_bytes(parsed_articles()));
}

void enrich(benchmark::State& state) {
  Enricher enricher(shipped_authority(), {});
  enrich_with(state, [&](Article& article) { enricher.enrich(article); });
}
BENCHMARK(enrich);

void enrich_supplied_only(benchmark::State& state) {
  Enricher enricher(shipped_authority(), {.recognize = false});
  enrich_with(state, [&](Article& article) { enricher.enrich(article); });
}
BENCHMARK(enrich_supplied_only);

void document(benchmark::State& state) {
  Vocabulary vocabulary;
  for (auto _ : state) {
    for (const Article& article : enriched_articles())
      benchmark::DoNotOptimize(make_document(article, vocabulary).length);
  }
  set_rates(state, enriched_articles().size(), text_bytes(enriched_articles()));
}
BENCHMARK(document);

/// Documents and their inversion, the commits of full batches included.
void shard_add(benchmark::State& state) {
  const TempFolder folder;
  {
    ShardWriter shard(folder.path());
    for (auto _ : state) {
      for (const Article& article : enriched_articles()) shard.add(article, 0);
    }
  }
  set_rates(state, enriched_articles().size(), text_bytes(enriched_articles()));
}
BENCHMARK(shard_add);

void encode(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : enriched_articles())
      benchmark::DoNotOptimize(encode_article(article).data());
  }
  set_rates(state, enriched_articles().size(), text_bytes(enriched_articles()));
}
BENCHMARK(encode);

void decode(benchmark::State& state) {
  std::vector<std::string> encoded;
  for (const Article& article : enriched_articles()) encoded.push_back(encode_article(article));
  for (auto _ : state) {
    for (const std::string& bytes : encoded)
      benchmark::DoNotOptimize(decode_article(bytes).text.data());
  }
  set_rates(state, enriched_articles().size(), text_bytes(enriched_articles()));
}
BENCHMARK(decode);

}  // namespace
}  // namespace alatoo
