// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/cli.h"
#include "searcher/output/printer.h"
#include "searcher/request.h"

namespace alatoo {

// Options only parse: nothing here opens an archive.

/// --db, --verified.
void add_db_option(Options& options);
std::string db_option(const Options& options);

/// --person, --city, ... --from, --to, --undated: one a key field of fields.def.
void add_filter_options(Options& options);
/// --match: joined by every command that takes a query.
void add_match_option(Options& options);
/// --sort, -n, --offset, --passages, --facet. `limit` is the default of -n.
void add_hit_options(Options& options, std::size_t limit);
/// --format, --color. `format` is the default; help says that the command prints `formats`.
void add_output_options(Options& options, const char* format, const char* formats);

/// The request that the options of those groups make; the query is every positional argument,
/// joined by blanks. Throws Error naming the option that is wrong.
SearchRequest search_request(const Options& options, const std::vector<std::string>& query);
PrinterOptions printer_options(const Options& options);

}  // namespace alatoo
