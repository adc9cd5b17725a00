// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/inspection.h"

namespace alatoo {
namespace {

Json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json offsets(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json entities(const std::vector<Entity>& found) {
  Json list = Json::array();
  for (const Entity& entity : found) {
    Json mentions = Json::array();
    for (const Span mention : entity.mentions) mentions.push_back(offsets(mention));
    Json& one = list.emplace_back();
    one["id"] = entity.id;
    one["name"] = entity.name;
    if (entity.by != NamedBy::name) one["by"] = to_string(entity.by);
    one["mentions"] = std::move(mentions);
  }
  return list;
}

}  // namespace

Json inspection(const Article& article) {
  Json out;
  out["path"] = article.path;
  out["id"] = article.id;
  out["text"] = article.text;
  out["headline"] = or_null(article.headline);
  out["byline"] = or_null(article.byline);
  out["source"] = or_null(article.source);
  out["agency"] = or_null(article.agency);
  out["language"] = or_null(article.language);
  out["date"] = article.date.known() ? Json(article.date.iso()) : Json(nullptr);
  out["date_precision"] = article.date.precision();
  out["date_evidence"] = to_string(article.date_evidence);
  out["located"] = or_null(article.located);
  out["url"] = or_null(article.url);

  Json& zones = out["zones"] = Json::array();
  for (const Zone& zone : article.zones) {
    zones.push_back(
        {{"kind", to_string(zone.kind)}, {"begin", zone.span.begin}, {"end", zone.span.end}});
  }
  out["persons"] = entities(article.of(EntityKind::person));
  out["cities"] = entities(article.of(EntityKind::city));
  out["countries"] = entities(article.of(EntityKind::country));
  out["organisations"] = entities(article.of(EntityKind::organisation));

  Json& contributors = out["contributors"] = Json::array();
  for (const std::string& name : article.contributors) contributors.push_back({{"name", name}});
  out["notes"] = article.notes;
  return out;
}

}  // namespace alatoo
