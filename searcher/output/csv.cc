// SPDX-License-Identifier: GPL-3.0-or-later
#include <initializer_list>
#include <string_view>

#include "common/error.h"
#include "searcher/output/formats.h"

namespace alatoo {
namespace {

/// One record after RFC 4180.
void write_record(std::ostream& out, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) out << ',';
    first = false;
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      out << field;
      continue;
    }
    out << '"';
    for (const char c : field) {
      if (c == '"') out << '"';
      out << c;
    }
    out << '"';
  }
  out << "\r\n";
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += "; ";
    out += name;
  }
  return out;
}

class CsvPrinter : public Printer {
 public:
  void results(std::ostream& out, const Results& results) override {
    write_record(
        out, {"rank", "score", "id", "path", "date", "source", "headline", "persons", "cities"});
    for (const Hit& hit : results.hits) {
      write_record(
          out, {std::to_string(hit.rank), shortest(hit.score), hit.id, hit.path, hit.date,
                hit.source, hit.headline.value_or(""), joined(hit.persons), joined(hit.cities)});
    }
  }

  void facet(std::ostream& out, const Results& results) override {
    write_record(out, {"id", "name", "count"});
    for (const Facet& facet : results.facets) {
      for (const FacetCount& value : facet.values) {
        write_record(out, {value.id, value.name, std::to_string(value.count)});
      }
    }
  }

  void explanations(std::ostream& out, const std::vector<Explanation>& all) override {
    write_record(out, {"id", "name", "form", "articles", "why"});
    for (const Explanation& entity : all) {
      for (const auto& [form, articles, why] : entity.forms)
        write_record(out, {entity.id, entity.name, form, std::to_string(articles), why});
    }
  }

  void article(std::ostream&, const Article&) override {
    throw Error("--format csv has no form for an article; use text, json or jsonl");
  }
};

}  // namespace

std::unique_ptr<Printer> make_csv_printer() { return std::make_unique<CsvPrinter>(); }

}  // namespace alatoo
