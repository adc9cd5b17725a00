// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to find the names of a whole archive: seconds of CPU for all articles of the news
// collection, once, with cold caches as in a job. Skipped where the collection is absent.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "bench/micro/samples.h"
#include "common/analyzer.h"
#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/rules.h"
#include "indexer/enrich/shipped.h"
#include "indexer/enrich/tagger.h"
#include "indexer/enrich/words.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

std::string news_file() {
  const char* shared = std::getenv("ALATOO_SHARED");
  const std::string folder = shared ? shared : std::string(ALATOO_SOURCE_DIR) + "/../shared";
  return folder + "/corpora/news.ninjs.jsonl.zst";
}

std::vector<Article> read_news() {
  std::vector<Article> articles;
  if (!std::filesystem::exists(news_file())) return articles;
  Source source({.paths = {news_file()}});
  const auto authority = shipped_authority();
  for (RawItem item; source.next(item, [](const Rejection&) {});) {
    for (Article& article : parse(item).articles) {
      mark_zones(article);
      detect_language(article);
      find_dateline(article, *authority);
      find_credits(article, *authority);
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

/// The news collection as it is when recognition begins; empty if it is absent.
const std::vector<Article>& news() {
  static const std::vector<Article> articles = read_news();
  return articles;
}

/// Runs `work` over all articles, once; it returns how many items that were.
template <typename Work>
void over_news(benchmark::State& state, const Work& work) {
  if (news().empty()) return state.SkipWithError("no news collection; see bench/README.md");
  std::int64_t items = 0;
  for (auto _ : state) items += work(state);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text_bytes(news()));
  state.SetItemsProcessed(items);
}

/// All that recognition does. Items are articles.
void news_recognise(benchmark::State& state) {
  over_news(state, [](benchmark::State& watch) {
    watch.PauseTiming();
    std::vector<Article> fresh = news();
    const auto recogniser = make_recogniser(shipped_authority());
    watch.ResumeTiming();
    for (Article& article : fresh) recogniser->recognise(article);
    return static_cast<std::int64_t>(fresh.size());
  });
}
BENCHMARK(news_recognise)->Unit(benchmark::kSecond)->Iterations(1);

/// Words with what is known of each, in words.
void news_words(benchmark::State& state) {
  over_news(state, [](benchmark::State&) {
    Words words(*shipped_authority());
    std::int64_t count = 0;
    for (const Article& article : news()) {
      words.read(article);
      count += static_cast<std::int64_t>(words.size());
    }
    return count;
  });
}
BENCHMARK(news_words)->Unit(benchmark::kSecond)->Iterations(1);

/// A part of it over the words of each article, Words::read not counted, in words: all of the text,
/// not only those of names.
template <typename Part>
void over_words(benchmark::State& state, const Part& part) {
  over_news(state, [&](benchmark::State& watch) {
    Words words(*shipped_authority());
    Tagger tagger(shipped_tagger());
    std::int64_t count = 0;
    for (const Article& article : news()) {
      watch.PauseTiming();
      words.read(article);
      count += static_cast<std::int64_t>(words.size());
      watch.ResumeTiming();
      benchmark::DoNotOptimize(part(words, tagger).data());
    }
    return count;
  });
}

void news_tagger(benchmark::State& state) {
  over_words(state, [](Words& words, Tagger& tagger) { return tagger.tag(words); });
}
BENCHMARK(news_tagger)->Unit(benchmark::kSecond)->Iterations(1);

/// The tagger and what rules make of its names.
void news_mentions(benchmark::State& state) {
  over_words(state, [](Words& words, Tagger& tagger) { return find_by_tagger(words, tagger); });
}
BENCHMARK(news_mentions)->Unit(benchmark::kSecond)->Iterations(1);

/// Finding mentions by the rules, as in languages that the tagger does not know.
void news_mentions_by_rules(benchmark::State& state) {
  over_words(state, [](Words& words, Tagger&) { return find_by_rules(words); });
}
BENCHMARK(news_mentions_by_rules)->Unit(benchmark::kSecond)->Iterations(1);

/// Something to compare with that indexing cannot do without: tokens and stems, in tokens.
void news_stems(benchmark::State& state) {
  over_news(state, [](benchmark::State&) {
    Analyzer english("en");
    std::int64_t count = 0;
    for (const Article& article : news()) {
      Tokenizer tokens(article.text);
      for (Token token; tokens.next(token); ++count)
        benchmark::DoNotOptimize(english.stem(token.word).data());
    }
    return count;
  });
}
BENCHMARK(news_stems)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
}  // namespace alatoo
