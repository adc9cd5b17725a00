// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article.h"

#include <algorithm>

#include "common/codec.h"
#include "common/hash.h"
#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::uint64_t kRecordVersion = 2;

void put_optional(std::string& out, const std::optional<std::string>& s) {
  put_number(out, s.has_value());
  if (s) put_string(out, *s);
}

std::optional<std::string> get_optional(Reader& reader) {
  if (!reader.number()) return std::nullopt;
  return std::string(reader.string());
}

/// Spans in text order, as distances: small numbers, one byte mostly.
class SpanWriter {
 public:
  void put(std::string& out, const Span& span) {
    put_number(out, span.begin - last_);
    put_number(out, span.size());
    last_ = span.begin;
  }

 private:
  std::uint32_t last_ = 0;
};

class SpanReader {
 public:
  explicit SpanReader(std::size_t limit) : limit_(limit) {}

  Span get(Reader& reader) {
    const std::uint64_t begin = last_ + reader.number();
    const std::uint64_t end = begin + reader.number();
    if (begin > end || end > limit_) {
      throw Error("the index is damaged: a stored span leaves its text; rebuild it");
    }
    last_ = begin;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

 private:
  std::uint64_t last_ = 0;
  std::size_t limit_;
};

std::optional<Span> title_span(const Article& article) {
  for (const Zone& zone : article.zones) {
    if (article.headline && zone.kind == ZoneKind::headline) return zone.span;
  }
  if (article.headline) return std::nullopt;
  for (const ZoneKind wanted : {ZoneKind::body, ZoneKind::subheading, ZoneKind::caption}) {
    for (const Zone& zone : article.zones) {
      if (zone.kind != wanted) continue;
      const std::vector<Span> found = sentences(article.text, zone.span);
      if (!found.empty()) return found.front();
    }
  }
  return std::nullopt;
}

std::string encode(const Article& article, const std::string& path) {
  std::string out;
  out.reserve(article.text.size() + 512);
  put_number(out, kRecordVersion);
  put_string(out, article.id);
  put_number(out, article.id_is_uri);
  put_string(out, path);
  put_string(out, article.text);
  for (const auto* field : {&article.headline, &article.byline, &article.source, &article.agency,
                            &article.language, &article.located, &article.url}) {
    put_optional(out, *field);
  }
  put_number(out, article.date.packed());
  put_number(out, static_cast<std::uint64_t>(article.date_evidence));
  put_number(out, article.zones.size());
  SpanWriter zones;
  for (const Zone& zone : article.zones) {
    put_number(out, static_cast<std::uint64_t>(zone.kind));
    zones.put(out, zone.span);
  }
  put_number(out, article.contributors.size());
  for (const std::string& name : article.contributors) put_string(out, name);
  for (const auto& entities : article.entities) {
    put_number(out, entities.size());
    for (const Entity& entity : entities) {
      put_string(out, entity.key);
      put_string(out, entity.id);
      put_string(out, entity.name);
      put_number(out, static_cast<std::uint64_t>(entity.by));
      put_number(out, entity.mentions.size());
      SpanWriter mentions;
      for (const Span& mention : entity.mentions) mentions.put(out, mention);
    }
  }
  return out;
}

}  // namespace

std::string_view to_string(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::headline:
      return "headline";
    case ZoneKind::subheading:
      return "subheading";
    case ZoneKind::section:
      return "section";
    case ZoneKind::byline:
      return "byline";
    case ZoneKind::dateline:
      return "dateline";
    case ZoneKind::body:
      return "body";
    case ZoneKind::caption:
      return "caption";
    case ZoneKind::credit:
      return "credit";
    case ZoneKind::furniture:
      return "furniture";
  }
  return "body";
}

std::string_view to_string(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return "person";
    case EntityKind::city:
      return "city";
    case EntityKind::country:
      return "country";
    case EntityKind::organisation:
      return "organisation";
  }
  return "person";
}

std::string_view to_string(DateEvidence evidence) {
  switch (evidence) {
    case DateEvidence::none:
      return "none";
    case DateEvidence::metadata:
      return "metadata";
    case DateEvidence::masthead:
      return "masthead";
    case DateEvidence::dateline:
      return "dateline";
    case DateEvidence::url:
      return "url";
  }
  return "none";
}

std::string_view to_string(NamedBy by) {
  switch (by) {
    case NamedBy::name:
      return "name";
    case NamedBy::demonym:
      return "demonym";
    case NamedBy::dateline:
      return "dateline";
  }
  return "name";
}

std::string source_of(const Article& article) {
  return article.source ? *article.source : article.agency.value_or("");
}

void join_by_id(std::vector<Entity>& entities) {
  std::vector<Entity> joined;
  for (Entity& entity : entities) {
    const auto same = std::find_if(joined.begin(), joined.end(),
                                   [&](const Entity& other) { return other.id == entity.id; });
    if (same == joined.end()) {
      joined.push_back(std::move(entity));
      continue;
    }
    same->mentions.insert(same->mentions.end(), entity.mentions.begin(), entity.mentions.end());
    std::sort(same->mentions.begin(), same->mentions.end());
  }
  entities = std::move(joined);
}

std::string title_of(const Article& article, Span* in_text) {
  const std::optional<Span> span = title_span(article);
  if (in_text) *in_text = span.value_or(Span{});
  if (article.headline) return *article.headline;
  return squeeze(span ? span->of(article.text) : std::string_view(article.text).substr(0, 200));
}

std::uint64_t content_hash(const Article& article) {
  std::string bytes = encode(article, "");
  for (const auto* supplied :
       {&article.supplied_people, &article.supplied_places, &article.supplied_organisations}) {
    put_number(bytes, supplied->size());
    for (const SuppliedName& name : *supplied) {
      put_string(bytes, name.name);
      put_string(bytes, name.rel);
    }
  }
  put_optional(bytes, article.located_in);
  return hash(bytes);
}

std::string encode_article(const Article& article) { return encode(article, article.path); }
Article decode_article(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number() != kRecordVersion) {
    throw Error(
        "the index is damaged or of another version: an article cannot be read; rebuild it");
  }
  Article article;
  article.id = reader.string();
  article.id_is_uri = reader.number() != 0;
  article.path = reader.string();
  article.text = reader.string();
  for (auto* field : {&article.headline, &article.byline, &article.source, &article.agency,
                      &article.language, &article.located, &article.url}) {
    *field = get_optional(reader);
  }
  article.date = PartialDate::unpack(static_cast<std::uint32_t>(reader.number()));
  article.date_evidence = static_cast<DateEvidence>(reader.number());
  SpanReader zones(article.text.size());
  for (std::uint64_t n = reader.number(); n > 0; --n) {
    const auto kind = static_cast<ZoneKind>(reader.number());
    article.zones.push_back({kind, zones.get(reader)});
  }
  for (std::uint64_t n = reader.number(); n > 0; --n) {
    article.contributors.emplace_back(reader.string());
  }
  for (auto& entities : article.entities) {
    for (std::uint64_t n = reader.number(); n > 0; --n) {
      Entity& entity = entities.emplace_back();
      entity.key = reader.string();
      entity.id = reader.string();
      entity.name = reader.string();
      entity.by = static_cast<NamedBy>(reader.number());
      SpanReader mentions(article.text.size());
      for (std::uint64_t m = reader.number(); m > 0; --m)
        entity.mentions.push_back(mentions.get(reader));
    }
  }
  return article;
}

}  // namespace alatoo
