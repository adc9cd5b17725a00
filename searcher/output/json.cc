// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/json.h"

#include <cmath>

#include "common/inspection.h"
#include "searcher/output/formats.h"

namespace alatoo {
namespace {

constexpr int kSchemaVersion = 1;

Json offsets(const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span span : spans) list.push_back(Json::array({span.begin, span.end}));
  return list;
}

Json object(const Hit& hit) {
  Json passages = Json::array();
  for (const Passage& passage : hit.passages) {
    passages.push_back({{"text", passage.text}, {"highlights", offsets(passage.highlights)}});
  }
  Json out;
  out["rank"] = hit.rank;
  out["score"] = hit.score;
  out["id"] = hit.id;
  out["path"] = hit.path;
  out["headline"] = hit.headline ? Json(*hit.headline) : Json(nullptr);
  out["date"] = hit.date.empty() ? Json(nullptr) : Json(hit.date);
  out["source"] = hit.source.empty() ? Json(nullptr) : Json(hit.source);
  out["partial"] = hit.partial;
  out["passages"] = std::move(passages);
  out["persons"] = hit.persons;
  out["cities"] = hit.cities;
  return out;
}

Json object(const FacetCount& value) {
  return {{"id", value.id}, {"name", value.name}, {"count", value.count}};
}

Json object(const Explanation& entity) {
  Json keys = Json::array();
  for (const auto& [key, why] : entity.keys) keys.push_back({{"key", key}, {"why", why}});
  Json forms = Json::array();
  for (const auto& [form, articles, why] : entity.forms)
    forms.push_back({{"form", form}, {"articles", articles}, {"why", why}});
  return {{"id", entity.id},   {"name", entity.name},     {"articles", entity.articles},
          {"why", entity.why}, {"keys", std::move(keys)}, {"forms", std::move(forms)}};
}

Json values_of(const Facet& facet) {
  Json list = Json::array();
  for (const FacetCount& value : facet.values) list.push_back(object(value));
  return list;
}

/// What the answers of `find` and `facets` begin with.
Json head(const Results& results) {
  Json out;
  out["schema_version"] = kSchemaVersion;
  out["query"] = results.query;
  out["match"] = to_string(results.match);
  out["relaxed"] = results.relaxed;
  out["total"] = results.total;
  out["took_ms"] = std::round(results.took_ms * 1000) / 1000;
  out["generation"] = results.generation;
  out["complete"] = results.complete;
  return out;
}

void put_tail(Json& out, const Results& results) {
  out["notes"] = results.notes;
  out["suggestion"] = results.suggestion ? Json(*results.suggestion) : Json(nullptr);
}

void put_answer(Json& out, const Results& results) {
  Json& hits = out["hits"] = Json::array();
  for (const Hit& hit : results.hits) hits.push_back(object(hit));
  Json& facets = out["facets"] = Json::object();
  for (const Facet& facet : results.facets) facets[facet.field] = values_of(facet);
  put_tail(out, results);
}

/// One object, the whole answer.
class JsonPrinter : public Printer {
 public:
  void results(std::ostream& out, const Results& results) override {
    Json answer = head(results);
    put_answer(answer, results);
    out << dump(answer) << '\n';
  }

  void facet(std::ostream& out, const Results& results) override {
    Json answer = head(results);
    for (const Facet& facet : results.facets) {
      answer["field"] = facet.field;
      answer["distinct"] = facet.distinct;
      answer["values"] = values_of(facet);
    }
    put_tail(answer, results);
    out << dump(answer) << '\n';
  }

  void explanations(std::ostream& out, const std::vector<Explanation>& all) override {
    Json entities = Json::array();
    for (const Explanation& entity : all) entities.push_back(object(entity));
    out << dump({{"schema_version", kSchemaVersion}, {"entities", std::move(entities)}}) << '\n';
  }

  void article(std::ostream& out, const Article& article) override {
    out << dump(inspection(article)) << '\n';
  }
};

/// One hit, or one value, a line.
class JsonLinesPrinter : public JsonPrinter {
 public:
  void results(std::ostream& out, const Results& results) override {
    for (const Hit& hit : results.hits) out << dump(object(hit)) << '\n';
  }

  void facet(std::ostream& out, const Results& results) override {
    for (const Facet& facet : results.facets) {
      for (const FacetCount& value : facet.values) out << dump(object(value)) << '\n';
    }
  }

  void explanations(std::ostream& out, const std::vector<Explanation>& all) override {
    for (const Explanation& entity : all) out << dump(object(entity)) << '\n';
  }
};

}  // namespace

std::unique_ptr<Printer> make_json_printer() { return std::make_unique<JsonPrinter>(); }
std::unique_ptr<Printer> make_json_lines_printer() { return std::make_unique<JsonLinesPrinter>(); }

std::string batch_line(const Results& results, const std::string& query_id) {
  Json answer;
  answer["id"] = query_id;
  answer.update(head(results));
  put_answer(answer, results);
  return dump(answer);
}

}  // namespace alatoo
