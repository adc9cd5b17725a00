// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <utility>

#include "bench/micro/files.h"
#include "bench/micro/samples.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/encoding.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

std::int64_t rounds(const benchmark::State& state) {
  return static_cast<std::int64_t>(state.iterations());
}

/// parse() alone, in bytes of input: from the bytes of a file to an Article, zones of structured
/// formats included. Items are files.
void read(benchmark::State& state, Format format) {
  const std::vector<RawItem> files = made_up_files(format);
  std::int64_t bytes = 0;
  for (const RawItem& file : files) {
    bytes += static_cast<std::int64_t>(file.bytes.size());
    if (parse(file).articles.size() != 1) return state.SkipWithError("a file gave no article");
  }
  for (auto _ : state) {
    for (const RawItem& file : files) benchmark::DoNotOptimize(parse(file).articles.data());
  }
  state.SetBytesProcessed(rounds(state) * bytes);
  state.SetItemsProcessed(rounds(state) * static_cast<std::int64_t>(files.size()));
}
BENCHMARK_CAPTURE(read, text, Format::text);
BENCHMARK_CAPTURE(read, json, Format::json);
BENCHMARK_CAPTURE(read, json_lines, Format::json_lines);
BENCHMARK_CAPTURE(read, html, Format::html);
BENCHMARK_CAPTURE(read, nitf, Format::nitf);
BENCHMARK_CAPTURE(read, newsml, Format::newsml);
BENCHMARK_CAPTURE(read, feed, Format::feed);
BENCHMARK_CAPTURE(read, mail, Format::mail);

std::string made_up_utf8() { return made_up_text(); }

/// A megabyte made UTF-8, in bytes of input.
void decode_bytes(benchmark::State& state, std::string (*made_up)(), const std::string& declared) {
  const std::string bytes = made_up();
  for (auto _ : state) benchmark::DoNotOptimize(decode(bytes, declared).text.data());
  state.SetBytesProcessed(rounds(state) * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK_CAPTURE(decode_bytes, utf8, made_up_utf8, "");
BENCHMARK_CAPTURE(decode_bytes, utf16, made_up_utf16, "");
BENCHMARK_CAPTURE(decode_bytes, windows_1251_declared, made_up_windows_1251, "windows-1251");
BENCHMARK_CAPTURE(decode_bytes, windows_1251_detected, made_up_windows_1251, "");

/// Zones of pages that only the shapes of their lines tell from the story, in bytes of text.
void zones_of_pages(benchmark::State& state) {
  std::vector<Article> pages;
  for (const RawItem& file : made_up_files(Format::text)) {
    pages.push_back(std::move(parse(file).articles.front()));
  }
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Article> fresh = pages;
    state.ResumeTiming();
    for (Article& page : fresh) mark_zones(page);
  }
  state.SetBytesProcessed(rounds(state) * text_bytes(pages));
  state.SetItemsProcessed(rounds(state) * static_cast<std::int64_t>(pages.size()));
}
BENCHMARK(zones_of_pages);

/// One step of enrichment on the sample archive, whose zones are already marked.
template <typename Step>
void step(benchmark::State& state, const Step& take) {
  std::vector<Article> zoned = parsed_articles();
  for (Article& article : zoned) mark_zones(article);
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Article> fresh = zoned;
    state.ResumeTiming();
    for (Article& article : fresh) take(article);
  }
  state.SetBytesProcessed(rounds(state) * text_bytes(zoned));
  state.SetItemsProcessed(rounds(state) * static_cast<std::int64_t>(zoned.size()));
}

void step_language(benchmark::State& state) { step(state, detect_language); }
BENCHMARK(step_language);

void step_dateline(benchmark::State& state) {
  const auto authority = shipped_authority();
  step(state, [&](Article& article) { find_dateline(article, *authority); });
}
BENCHMARK(step_dateline);

void step_credits(benchmark::State& state) {
  const auto authority = shipped_authority();
  step(state, [&](Article& article) { find_credits(article, *authority); });
}
BENCHMARK(step_credits);

void step_recognise(benchmark::State& state) {
  const auto recogniser = make_recogniser(shipped_authority());
  step(state, [&](Article& article) { recogniser->recognise(article); });
}
BENCHMARK(step_recognise);

}  // namespace
}  // namespace alatoo
