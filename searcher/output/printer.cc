// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/printer.h"

#include <charconv>

#include "searcher/output/formats.h"

namespace alatoo {
namespace {

template <typename Number>
std::string shortest_form(Number value) {
  char digits[64];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
  return {digits, end};
}

}  // namespace

std::unique_ptr<Printer> make_printer(const PrinterOptions& options) {
  switch (options.format) {
    case OutputFormat::text:
      break;
    case OutputFormat::json:
      return make_json_printer();
    case OutputFormat::jsonl:
      return make_json_lines_printer();
    case OutputFormat::csv:
      return make_csv_printer();
    case OutputFormat::trec:
      return make_trec_printer(options.query_id);
  }
  return make_text_printer(options);
}

std::string shortest(double value) { return shortest_form(value); }
std::string shortest(float value) { return shortest_form(value); }

}  // namespace alatoo
