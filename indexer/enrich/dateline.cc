// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/text.h"
#include "indexer/enrich/dateline_text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/outlet_name.h"
#include "indexer/enrich/publication_date.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

/// The dateline that the reader marked, or the one at the front of the story, which becomes a zone.
std::optional<DatelineText> read_dateline(Article& article, const Authority& authority) {
  const auto zone = std::find_if(article.zones.begin(), article.zones.end(), [](const Zone& z) {
    return z.kind == ZoneKind::body || z.kind == ZoneKind::dateline;
  });
  if (zone == article.zones.end()) return std::nullopt;
  const std::string_view text = zone->span.of(article.text);
  const bool marked = zone->kind == ZoneKind::dateline;
  auto found = parse_dateline(text, authority, marked);
  if (!found || marked) return found;
  const auto own = static_cast<std::uint32_t>(trim(text.substr(0, found->end)).size());
  const Zone dateline{ZoneKind::dateline, {zone->span.begin, zone->span.begin + own}};
  zone->span.begin += static_cast<std::uint32_t>(found->end);
  article.zones.insert(zone, dateline);
  return found;
}

}  // namespace

void find_dateline(Article& article, const Authority& authority) {
  const auto dateline = read_dateline(article, authority);
  if (dateline) {
    if (!article.located && !dateline->located.empty()) {
      article.located = dateline->located;
      if (!article.located_in && !dateline->located_in.empty())
        article.located_in = dateline->located_in;
    }
    if (!article.agency && !dateline->agency.empty()) {
      article.agency = outlet_name(dateline->agency, authority).name;
    }
    for (const std::string& name : dateline->writers) add_once(article.contributors, name);
    if (!article.byline && !dateline->writers.empty()) {
      article.byline = joined_names(dateline->writers);
    }
  }
  settle_date(article, dateline ? dateline->date : std::nullopt, authority);
}

}  // namespace alatoo
