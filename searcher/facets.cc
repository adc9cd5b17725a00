// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facets.h"

#include <algorithm>

#include "common/entity_counts.h"
#include "common/romanise.h"
#include "common/text.h"

namespace alatoo {
namespace {

/// Most frequent first; equal ones by name (dates: latest first), then by id.
bool comes_first(const FacetCount& a, const FacetCount& b, bool dates) {
  if (a.count != b.count) return a.count > b.count;
  if (dates) return a.id > b.id;
  return a.name != b.name ? a.name < b.name : a.id < b.id;
}

std::vector<std::uint32_t> count_entities(const Archive& archive, const Matches& matches,
                                          Field field) {
  EntityCounts counts(archive.entities(), field);
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    const FacetColumn& column = archive.column(s);
    matches.without_filter(s, field).each([&](std::uint32_t docid) { counts.add(column, docid); });
  }
  return counts.counts();
}

/// Years count as themselves, months as year * 12 + month - 1; a date without the part counts not.
std::vector<std::uint32_t> count_dates(const Archive& archive, const Matches& matches,
                                       Field field) {
  std::vector<std::uint32_t> counts(std::size_t{3000} * 12);
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    const FacetColumn& column = archive.column(s);
    matches.without_filter(s, field).each([&](std::uint32_t docid) {
      const std::uint32_t year = column.date(docid) / 10000;
      const std::uint32_t month = column.date(docid) / 100 % 100;
      if (field == Field::year && year) ++counts[year];
      if (field == Field::month && month) ++counts[year * 12 + month - 1];
    });
  }
  return counts;
}

}  // namespace

Facet count_facet(const Archive& archive, const Matches& matches, const FacetRequest& request) {
  const Field field = request.field;
  const bool dates = info(field).has(kDate);
  const std::vector<std::uint32_t> counts =
      dates ? count_dates(archive, matches, field) : count_entities(archive, matches, field);

  Facet facet;
  facet.field = info(field).name;
  const std::string like = fold(request.like);
  // Shown names are compared as they are written; other and old names, and a text in another
  // script, as names are looked up.
  std::vector<std::uint32_t> also_named;
  if (!dates && !like.empty()) {
    also_named = archive.entities().like(field, lookup_key(field, request.like),
                                         romanise(request.like) != request.like);
  }
  // Names are looked up for those that may be shown only: count first.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> values;  // (count, value)
  for (std::uint32_t value = 0; value < counts.size(); ++value) {
    if (counts[value] > 0) values.emplace_back(counts[value], value);
  }
  const auto describe = [&](std::uint32_t count, std::uint32_t value) {
    FacetCount shown;
    shown.count = count;
    if (dates) {
      shown.id = field == Field::year ? PartialDate{static_cast<int>(value), 0, 0}.iso()
                                      : PartialDate{static_cast<int>(value / 12),
                                                    static_cast<int>(value % 12) + 1, 0}
                                            .iso();
      shown.name = shown.id;
    } else {
      shown.id = archive.entities().id(field, value);
      shown.name = archive.entities().name(field, value);
    }
    return shown;
  };
  if (like.empty()) {
    facet.distinct = values.size();
    if (values.size() > request.top) {
      // All that tie with the last shown stay in: their names decide.
      const auto last =
          values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(request.top, 1)) - 1;
      std::nth_element(values.begin(), last, values.end(), std::greater<>());
      const std::uint32_t least = last->first;
      std::erase_if(values, [&](const auto& v) { return v.first < least; });
    }
  }
  for (const auto& [count, value] : values) {
    FacetCount shown = describe(count, value);
    if (like.empty() || fold(shown.name).find(like) != std::string::npos ||
        std::binary_search(also_named.begin(), also_named.end(), value))
      facet.values.push_back(std::move(shown));
  }
  if (!like.empty()) facet.distinct = facet.values.size();
  std::sort(facet.values.begin(), facet.values.end(),
            [&](const FacetCount& a, const FacetCount& b) { return comes_first(a, b, dates); });
  if (facet.values.size() > request.top) facet.values.resize(request.top);
  return facet;
}

}  // namespace alatoo
