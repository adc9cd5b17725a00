// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/read/source.h"
#include "searcher/archive.h"

namespace alatoo {

/// What the benchmarks run on. Everything is made once a process, on first use, and is the same on
/// every machine: either the sample archive of the repository, or prose from a fixed seed.

/// The pieces of the sample archive as they are read from disk: one text, JSON or JSON line each.
const std::vector<RawItem>& sample_items();
/// The articles of the sample archive, parsed but not yet enriched.
const std::vector<Article>& parsed_articles();
/// The same articles, enriched.
const std::vector<Article>& enriched_articles();
/// Bytes of text in some articles.
std::int64_t text_bytes(const std::vector<Article>& articles);

/// ninjs articles as lines of JSON: made-up prose whose words are as unequally frequent as those of
/// a real archive, each with a headline, a date, a source, people and cities.
std::vector<std::string> made_up_lines(std::size_t count);
/// A megabyte of that prose in paragraphs.
const std::string& made_up_text();
/// The made-up word of that rank, from 0, the most frequent.
const std::string& made_up_word(std::size_t rank);
inline constexpr std::size_t kMadeUpWords = 30000;

/// An index of 5,000 made-up articles in a temporary folder, removed when the process ends.
const Archive& made_up_archive();
inline constexpr std::size_t kMadeUpArticles = 5000;

}  // namespace alatoo
