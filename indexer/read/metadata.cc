// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/metadata.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/dates.h"
#include "common/text.h"

namespace alatoo {
namespace {

void state(std::optional<std::string>& field, std::string_view value) {
  if (field) return;
  std::string line = squeeze(value);
  if (!line.empty()) field = std::move(line);
}

/// Some zones are a day ahead of UTC.
bool begins_in_future(const PartialDate& date) {
  namespace chrono = std::chrono;
  const PartialDate now = today();
  const chrono::year_month_day tomorrow =
      chrono::sys_days(chrono::year(now.year) / now.month / now.day) + chrono::days(1);
  const PartialDate latest{static_cast<int>(tomorrow.year()),
                           static_cast<int>(static_cast<unsigned>(tomorrow.month())),
                           static_cast<int>(static_cast<unsigned>(tomorrow.day()))};
  return date.first_day() > latest;
}

}  // namespace

void state_date(Article& article, std::string_view text) {
  if (article.date.known()) return;
  const auto date = parse_iso_date(trim(text));
  if (!date || !date->known()) return;
  if (begins_in_future(*date)) {
    article.notes.push_back("the date " + date->iso() + " lies in the future; it is not used");
    return;
  }
  article.date = *date;
  article.date_evidence = DateEvidence::metadata;
}

void state_source(Article& article, std::string_view name) { state(article.source, name); }
void state_agency(Article& article, std::string_view name) { state(article.agency, name); }
void state_byline(Article& article, std::string_view text) { state(article.byline, text); }
void state_located(Article& article, std::string_view place) { state(article.located, place); }

void state_language(Article& article, std::string_view tag) {
  if (article.language) return;
  const std::string low = lower(trim(tag));
  const std::string primary = low.substr(0, low.find_first_of("-_"));
  const bool two_letters = primary.size() == 2 &&
                           primary.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == primary.npos;
  if (two_letters) article.language = primary;
}

void state_url(Article& article, std::string_view address) {
  const std::string_view url = trim(address);
  if (url.starts_with("http://") || url.starts_with("https://")) state(article.url, url);
}

void state_uri(Article& article, std::string_view uri) {
  std::string line = squeeze(uri);
  if (article.id_is_uri || line.empty()) return;
  article.id = std::move(line);
  article.id_is_uri = true;
}

void supply(std::vector<SuppliedName>& names, std::string_view name, std::string_view rel) {
  std::string line = squeeze(name);
  if (!line.empty()) names.push_back({std::move(line), lower(squeeze(rel))});
}

}  // namespace alatoo
