// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include "bench/micro/samples.h"
#include "common/analyzer.h"
#include "common/name_key.h"
#include "common/text.h"

namespace alatoo {
namespace {

void set_bytes(benchmark::State& state, std::int64_t bytes_a_round) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_a_round);
}

void tokenizer(benchmark::State& state) {
  const std::string& text = made_up_text();
  for (auto _ : state) {
    Tokenizer tokens(text);
    for (Token token; tokens.next(token);) benchmark::DoNotOptimize(token.word.data());
  }
  set_bytes(state, static_cast<std::int64_t>(text.size()));
}
BENCHMARK(tokenizer);

/// Words that the cache knows, as nearly all of an archive's are.
void analyzer(benchmark::State& state) {
  const std::vector<Token> tokens = tokenize(made_up_text());
  Analyzer english("en");
  for (auto _ : state) {
    for (const Token& token : tokens) benchmark::DoNotOptimize(english.stem(token.word).data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * tokens.size()));
}
BENCHMARK(analyzer);

/// Words that are met for the first time.
void analyzer_cold(benchmark::State& state) {
  for (auto _ : state) {
    Analyzer english("en");
    for (std::size_t i = 0; i < kMadeUpWords; ++i)
      benchmark::DoNotOptimize(english.stem(made_up_word(i)).data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kMadeUpWords));
}
BENCHMARK(analyzer_cold);

void sentence_spans(benchmark::State& state) {
  const std::string& text = made_up_text();
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  for (auto _ : state) benchmark::DoNotOptimize(sentences(text, all).data());
  set_bytes(state, static_cast<std::int64_t>(text.size()));
}
BENCHMARK(sentence_spans);

void key_of_name(benchmark::State& state) {
  std::vector<std::string> names;
  for (const Article& article : enriched_articles()) {
    for (const Entity& person : article.of(EntityKind::person)) names.push_back(person.name);
  }
  for (auto _ : state) {
    for (const std::string& name : names)
      benchmark::DoNotOptimize(name_key(EntityKind::person, name).data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * names.size()));
}
BENCHMARK(key_of_name);

}  // namespace
}  // namespace alatoo
