// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "searcher/output/printer.h"

namespace alatoo {

// What make_printer chooses from.
std::unique_ptr<Printer> make_text_printer(const PrinterOptions& options);
std::unique_ptr<Printer> make_json_printer();
std::unique_ptr<Printer> make_json_lines_printer();
std::unique_ptr<Printer> make_csv_printer();
std::unique_ptr<Printer> make_trec_printer(const std::string& query_id);

/// The shortest decimal form that reads back as the same number; no locale changes it.
std::string shortest(double value);
std::string shortest(float value);

}  // namespace alatoo
