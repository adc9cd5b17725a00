// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sstream>
#include <string>

#include "searcher/output/printer.h"

namespace alatoo {

/// An answer with two hits, the second partial and without headline, date and source.
inline Results sample_results() {
  Results results;
  results.query = "rally shots osh";
  results.match = MatchMode::all;
  results.total = 1;
  results.took_ms = 1.25;
  results.generation = 42;
  Hit first;
  first.rank = 1;
  first.score = 7.125;
  first.id = "unrest/flees.txt";
  first.path = "news/unrest/flees.txt";
  first.headline = "Leader flees Osh rally";
  first.title = {"Leader flees Osh rally", {{17, 22}}, {{13, 16}}};
  first.date = "2010-04-15";
  first.source = "Reuters";
  first.passages = {{"Shots were fired in Osh.", {{0, 5}}, {{20, 23}}}};
  first.persons = {"Kurmanbek Bakiyev", "Roza Otunbayeva"};
  first.cities = {"Osh"};
  Hit second;
  second.rank = 2;
  second.score = 9;
  second.partial = true;
  second.id = "b";
  second.path = "b";
  second.title = {"A rally.", {{2, 7}}, {}};
  results.hits = {first, second};
  return results;
}

/// The same request answered with one facet.
inline Results sample_facet() {
  Results results = sample_results();
  results.hits.clear();
  results.facets = {{"city", {{"osh-kg", "Osh", 8}, {"bishkek", "Bishkek", 3}}, 5}};
  return results;
}

inline std::string printed(const PrinterOptions& options,
                           void (Printer::*print)(std::ostream&, const Results&),
                           const Results& results) {
  std::ostringstream out;
  (make_printer(options).get()->*print)(out, results);
  return out.str();
}

/// Two entities as --why tells of them.
inline std::vector<Explanation> sample_explanations() {
  return {
      {"roza-otunbayeva",
       "Roza Otunbayeva",
       "authority roza-otunbayeva, changes.tsv:3 (merge)",
       12,
       {{"r isakovna", "changes.tsv:3 (merge)"}, {"roza otunbaeva", "authority roza-otunbayeva"}},
       {{"Roza Otunbayeva", 12, "authority roza-otunbayeva, name key 'roza otunbaeva'"},
        {"Отунбаева", 1, "in the article: surname of Roza Otunbayeva"}}},
      {"sting", "Sting", "", 1, {{"sting", ""}}, {{"Sting", 1, "name key 'sting'"}}}};
}

inline std::string printed(const PrinterOptions& options, const std::vector<Explanation>& all) {
  std::ostringstream out;
  make_printer(options)->explanations(out, all);
  return out.str();
}

inline std::string printed(const PrinterOptions& options, const Article& article) {
  std::ostringstream out;
  make_printer(options)->article(out, article);
  return out.str();
}

}  // namespace alatoo
