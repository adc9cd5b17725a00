// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/results.h"

namespace alatoo {

enum class OutputFormat : std::uint8_t { text, json, jsonl, csv, trec };

struct PrinterOptions {
  OutputFormat format = OutputFormat::text;
  bool color = false;
  int width = 80;             ///< columns of the terminal; at least 20
  std::string query_id = {};  ///< trec and batch: the run's query id; "1" for a single query
};

/// Turns Results into output. Printers know neither Xapian nor files; they write whole bytes to
/// `out` and fail only where a format has no form for the answer (the caller checks the stream).
class Printer {
 public:
  virtual ~Printer() = default;
  /// The answer of `find`.
  virtual void results(std::ostream& out, const Results& results) = 0;
  /// The answer of `facets FIELD`: results.facets has that one field.
  virtual void facet(std::ostream& out, const Results& results) = 0;
  /// The answer of `facets FIELD --why NAME`.
  virtual void explanations(std::ostream& out, const std::vector<Explanation>& all) = 0;
  /// The answer of `show`: the article with its entities marked.
  virtual void article(std::ostream& out, const Article& article) = 0;
};

/// The printer for a format. What a format has no form for (trec and csv: an article; trec: a
/// facet, an explanation) throws Error when it is printed.
std::unique_ptr<Printer> make_printer(const PrinterOptions& options);

/// One JSON object on one line, as `batch --format jsonl` prints an answer: results plus "id".
std::string batch_line(const Results& results, const std::string& query_id);

}  // namespace alatoo
