// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/countries.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/enrich/country_wording.h"
#include "indexer/enrich/entities.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestName = 5;
constexpr std::size_t kLead = 40;  // words of the story's beginning
constexpr int kEnoughAdjectives = 2;
constexpr int kZaireEnds = 1997;  // from then on "Congo" alone is mostly the larger one

/// The states that were one, and so are in the news together.
constexpr std::string_view kSovietSuccessors = "ru ua by md am az kz kg uz tj tm";

}  // namespace

void Countries::mark_lead() {
  lead_end_ = 0;
  for (const Zone& zone : article_.zones) {
    if (zone.kind != ZoneKind::body) continue;
    while (lead_end_ < words_.size() && words_[lead_end_].span.begin < zone.span.begin) ++lead_end_;
    break;
  }
  lead_end_ = std::min(words_.size(), lead_end_ + kLead);
}

Countries::Count& Countries::count(const Place& named) {
  // West Germany and Abkhazia have the code of another, under which they are kept.
  const Place* own = words_.authority().country(named.country);
  const Place& country = own ? *own : named;
  for (auto& known : counts_) {
    if (known.place == &country) return known;
  }
  counts_.emplace_back().place = &country;
  return counts_.back();
}

const Countries::Count* Countries::find(std::string_view iso) const {
  for (const auto& known : counts_) {
    if (known.place->country == iso) return &known;
  }
  return nullptr;
}

void Countries::take_name(std::size_t first, std::size_t last, const Place& country) {
  auto& entry = count(country);
  ++entry.named;
  entry.mentions.push_back(words_.span(first, last));
  std::fill(owners_.begin() + static_cast<std::ptrdiff_t>(first),
            owners_.begin() + static_cast<std::ptrdiff_t>(last), Owner::country);
}

/// Reads the longest name at `first`; returns the word behind it, `first` if there is none.
std::size_t Countries::read_name(std::size_t first) {
  std::size_t end = first + 1;
  while (end < words_.size() && end < first + kLongestName && words_[end].joins() &&
         owners_[end] == Owner::none && !words_[end - 1].possessive) {
    ++end;
  }
  for (; end > first; --end) {
    if (!words_[end - 1].capital) continue;
    const auto& known = words_.places(first, end);
    if (known.empty()) continue;
    const Place* country = nullptr;
    const Place* region = nullptr;
    const Place* namesake = nullptr;
    bool city = false;
    for (const auto* place : known) {
      city = city || place->kind == Place::Kind::city;
      if (place->kind == Place::Kind::country && country && place->country != country->country)
        namesake = place;
      if (place->kind == Place::Kind::country && !country) country = place;
      if (place->kind == Place::Kind::region && !region) region = place;
    }
    if (!country) {  // "New Mexico"
      if (region && !city) add_evidence(region->country);
      return end;
    }
    if (!names_country(words_, first, end)) return end;
    if (namesake) {
      either_.push_back({words_.span(first, end), country, namesake});
      std::fill(owners_.begin() + static_cast<std::ptrdiff_t>(first),
                owners_.begin() + static_cast<std::ptrdiff_t>(end), Owner::country);
    } else if (region) {
      shared_.push_back(
          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), country, region});
    } else {
      take_name(first, end, *country);
    }
    return end;
  }
  return first;
}

bool Countries::read_adjective(std::size_t first, std::size_t last) {
  const Place* country = words_.demonym(first, last);
  if (!country) return false;
  auto& entry = count(*country);
  entry.mentions.push_back(words_.span(first, last));
  if (in_passing(words_, first, last)) return true;
  ++entry.adjectives;
  entry.telling = entry.telling || first < lead_end_ || of_the_state(words_, last);
  return true;
}

/// "South American", "Latin American", "S. AMERICAN"
bool Countries::is_continental(std::size_t i) const {
  if (i == 0 || !words_.connected(i) || !words_[i - 1].capital) return false;
  const auto& before = words_[i - 1].info->lower;
  return words_[i - 1].is(kDirection) || before == "latin" || before == "s" || before == "n";
}

void Countries::read(const std::vector<Mention>& mentions) {
  mark_lead();
  owners_.assign(words_.size(), Owner::none);
  for (const auto& mention : mentions) {
    if (mention.kind == Mention::Kind::place) continue;
    for (std::size_t i = mention.first; i < mention.last; ++i) owners_[i] = Owner::other;
  }
  for (std::size_t i = 0; i < words_.size();) {
    if (!words_[i].capital || owners_[i] != Owner::none) {
      ++i;
      continue;
    }
    const bool pair = i + 1 < words_.size() && words_[i + 1].capital && words_[i + 1].joins() &&
                      owners_[i + 1] == Owner::none && !words_[i].possessive;
    if (pair && read_adjective(i, i + 2)) {
      i += 2;
    } else if (const std::size_t end = read_name(i); end > i) {
      i = end;
    } else {
      if (!is_continental(i)) read_adjective(i, i + 1);
      ++i;
    }
  }
}

void Countries::add_evidence(std::string_view iso) {
  if (const Place* country = words_.authority().country(iso)) ++count(*country).evidence;
}

bool Countries::is_region(const Shared& shared) const {
  if (shared.first > 0 && words_[shared.first].gap == Gap::comma &&
      words_[shared.first - 1].capital) {
    // "Atlanta, Georgia"
    bool inside = false;
    bool abroad = false;
    for (const auto* place : words_.places(shared.first - 1, shared.first)) {
      inside = inside || place->country == shared.region->country;
      abroad = abroad || place->country == shared.country->country;
    }
    if (inside != abroad) return inside;
  }
  if (weight(shared.region->country) == 0) return false;
  if (const auto* own = find(shared.country->country); own && weight(own->place->country) > 0)
    return false;
  if (kSovietSuccessors.find(shared.country->country) == std::string_view::npos &&
      shared.country->country != "ge") {
    return true;
  }
  return std::none_of(counts_.begin(), counts_.end(), [](const Count& known) {
    return kSovietSuccessors.find(known.place->country) != std::string_view::npos;
  });
}

/// Settles names that two states share ("Congo"): the one for which the rest of the article speaks
/// is meant; where it says nothing the larger, unless that had another name at the time.
void Countries::settle_namesakes() {
  const auto speaks = [&](const Place& place) {
    const auto* known = find(place.country);
    return known ? known->named + known->evidence : 0;
  };
  for (const auto& either : either_) {
    const int more = speaks(*either.first) - speaks(*either.second);
    const bool old = article_.date.year > 0 && article_.date.year < kZaireEnds;
    const bool first = more != 0 ? more > 0 : !old;
    auto& meant = count(first ? *either.first : *either.second);
    ++meant.named;
    meant.mentions.push_back(either.span);
    if (first) continue;
    // The adjective, which they share, was counted for the larger.
    for (auto& other : counts_) {
      if (other.place->country != either.first->country || other.named + other.evidence > 0)
        continue;
      auto& own = count(*either.second);
      own.adjectives += std::exchange(other.adjectives, 0);
      own.telling = own.telling || std::exchange(other.telling, false);
      own.mentions.insert(own.mentions.end(), other.mentions.begin(), other.mentions.end());
      other.mentions.clear();
      break;
    }
  }
  either_.clear();
}

bool Countries::named_near(std::string_view iso, Span span, std::uint32_t reach) const {
  const auto* known = find(iso);
  return known && std::any_of(known->mentions.begin(), known->mentions.end(), [&](Span named) {
           const auto begin = std::min(named.end, span.end);
           const auto end = std::max(named.begin, span.begin);
           if (end > begin + reach) return false;
           const auto between = words_.text().substr(begin, end > begin ? end - begin : 0);
           return between.find(". ") == between.npos && between.find(".\n") == between.npos;
         });
}

void Countries::settle() {
  settle_namesakes();
  for (const auto& shared : shared_) {
    if (is_region(shared)) {
      add_evidence(shared.region->country);
    } else {
      take_name(shared.first, shared.last, *shared.country);
    }
  }
  shared_.clear();
  if (const Place* country = dateline_country()) count(*country).dateline = true;
}

/// Where the dateline stands: the country of the region that it gives, else of the largest place of
/// its name in a country of the article.
const Place* Countries::dateline_country() const {
  if (!article_.located) return nullptr;
  const Authority& authority = words_.authority();
  if (article_.located_in) {
    for (const auto* place : authority.places(*article_.located_in)) {
      const bool lies = place->kind == Place::Kind::country || place->kind == Place::Kind::region;
      if (lies) return authority.country(place->country);
    }
  }
  const Place* best = nullptr;
  for (const auto* place : authority.places(*article_.located)) {
    if (place->country.empty()) continue;
    if (!best || (weight(place->country) > 0 && weight(best->country) == 0)) best = place;
  }
  if (!best) return nullptr;
  const auto* soviet = find("su");
  const bool then = soviet && soviet->named + soviet->adjectives > 0 &&
                    kSovietSuccessors.find(best->country) != std::string_view::npos &&
                    !met(best->country);
  return authority.country(then ? "su" : std::string_view(best->country));
}

int Countries::weight(std::string_view iso) const {
  const auto* known = find(iso);
  return known ? known->named * 2 + known->adjectives + known->evidence : 0;
}

bool Countries::met(std::string_view iso) const {
  const auto* known = find(iso);
  return known && known->named + known->adjectives > 0;
}

bool Countries::named_at(std::size_t first, std::size_t last) const {
  return std::find(owners_.begin() + static_cast<std::ptrdiff_t>(first),
                   owners_.begin() + static_cast<std::ptrdiff_t>(last),
                   Owner::country) != owners_.begin() + static_cast<std::ptrdiff_t>(last);
}

std::vector<Entity> Countries::entities() const {
  std::vector<Entity> entities;
  for (const auto& known : counts_) {
    const bool adjectives = known.telling || known.adjectives >= kEnoughAdjectives;
    if (known.named == 0 && !adjectives && !known.dateline) continue;
    Entity entity{known.place->country, known.place->id, known.place->name, known.mentions,
                  NamedBy::name};
    if (known.named == 0) entity.by = adjectives ? NamedBy::demonym : NamedBy::dateline;
    entities.push_back(std::move(entity));
  }
  tidy(entities);
  return entities;
}

}  // namespace alatoo
