// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/places.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "common/name_key.h"
#include "common/text.h"
#include "indexer/enrich/countries.h"
#include "indexer/enrich/entities.h"
#include "indexer/enrich/place_wording.h"

namespace alatoo {
namespace {

constexpr std::uint32_t kLarge = 100'000;   // a name of such a city needs no support
constexpr std::uint32_t kFamous = 500'000;  // a city of such a size outweighs a region of its name

struct CityName {
  std::string key;
  std::string name;  ///< as the text has it
  std::vector<const Place*> candidates;
  Support support = Support::none;
  bool introduced = false;        ///< "the village of X"
  bool doubtful = false;          ///< also a word, a given name or a surname
  bool region = false;            ///< also a region: New York, Florida
  bool team = false;              ///< "X beat Y"
  bool loud = false;              ///< named only in lines whose capitals tell nothing
  const Place* within = nullptr;  ///< "X, Country"
  std::vector<Span> mentions;
};

class PlaceResolution {
 public:
  PlaceResolution(Words& words, const Article& article)
      : words_(words), article_(article), countries_(words, article) {}

  void read(const std::vector<Mention>& mentions);
  std::vector<Entity> countries() const { return countries_.entities(); }
  std::vector<Entity> cities();

 private:
  void read_mention(const Mention& mention, const Mention* next);
  void read_dateline();
  bool counts(const CityName& city, const Place* place) const;
  void count_cities();
  bool doubtful(const Mention& mention, const std::vector<const Place*>& cities) const;
  const Place* choose(const CityName& city) const;
  double weight(const Place& place) const;

  Words& words_;
  const Article& article_;
  Countries countries_;
  std::vector<CityName> cities_;
  std::uint32_t list_end_ = 0;  ///< end of the last supported city mention, for lists
  Support list_support_ = Support::none;
};

/// A name that may as well be something else.
bool PlaceResolution::doubtful(const Mention& mention,
                               const std::vector<const Place*>& cities) const {
  if (mention.last - mention.first > 1) return false;
  const WordInfo& info = *words_[mention.first].info;
  if (info.is(kAmbiguous | kFunction | kNounlike | kOrgTail | kTitle | kRole) ||
      info.in_lower_case == words_.number() || info.in_company == words_.number() ||
      info.lower.size() < 3) {
    return true;
  }
  if (!cities.empty() && cities.front()->population >= kFamous) return false;
  return info.given || !words_.authority().people_by_surname(info.lower).empty();
}

void PlaceResolution::read_mention(const Mention& mention, const Mention* next) {
  const Span span = words_.span(mention.first, mention.last);
  const auto& known = words_.places(mention.first, mention.last);
  if (countries_.named_at(mention.first, mention.last)) return;
  std::vector<const Place*> cities;
  const auto name = words_.name(mention.first, mention.last);
  for (const auto* place : known) {
    if (place->kind == Place::Kind::city) cities.push_back(place);
  }
  const bool introduced = introduced_as_settlement(words_, mention.first, mention.last);
  if (part_of_larger(words_, mention)) return;
  if (cities.empty() && !known.empty() && !introduced) return;  // a region or a sea
  if (stands_for_government(words_, mention) || beside_unknown_name(words_, mention)) return;
  const auto key = name_key(EntityKind::city, name);
  if (key.empty()) return;
  auto city = std::find_if(cities_.begin(), cities_.end(),
                           [&](const CityName& other) { return other.key == key; });
  if (city == cities_.end()) {
    CityName fresh;
    fresh.key = key;
    fresh.name = name;
    fresh.candidates = cities;
    fresh.doubtful = doubtful(mention, cities);
    fresh.region = std::any_of(known.begin(), known.end(), [&](const Place* place) {
      return place->kind != Place::Kind::city && place->kind != Place::Kind::country &&
             name_key(EntityKind::city, place->name) == key;
    });
    fresh.loud = true;
    cities_.push_back(std::move(fresh));
    city = cities_.end() - 1;
  }
  city->loud = city->loud && words_[mention.first].loud;
  if (stands_for_team(words_, mention)) {
    city->team = true;
    return;
  }
  Support found = support(words_, mention);
  if (found == Support::none && follows_in_list(words_, mention, list_end_)) found = list_support_;
  if (next && next->first == mention.last && words_[next->first].gap == Gap::comma) {
    for (const auto* place : words_.places(next->first, next->last)) {
      if (place->kind == Place::Kind::country || place->kind == Place::Kind::region) {
        city->within = place;
        found = Support::named;
      }
    }
  }
  if (found != Support::none) {
    list_end_ = mention.last;
    list_support_ = found == Support::named ? Support::inside : found;
  }
  city->support = std::max(city->support, found);
  city->introduced = city->introduced || introduced;
  city->mentions.push_back(span);
}

void PlaceResolution::read_dateline() {
  if (!article_.located) return;
  const auto key = name_key(EntityKind::city, *article_.located);
  for (auto& city : cities_) {
    if (city.key == key) city.support = Support::named;
  }
}

void PlaceResolution::read(const std::vector<Mention>& mentions) {
  countries_.read(mentions);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].kind != Mention::Kind::place) continue;
    const Mention* next = m + 1 < mentions.size() ? &mentions[m + 1] : nullptr;
    read_mention(mentions[m], next && next->kind == Mention::Kind::place ? next : nullptr);
  }
  read_dateline();
  count_cities();
  countries_.settle();
}

double PlaceResolution::weight(const Place& place) const {
  const double weight = std::log10(place.population + 1000.0);
  const int own = countries_.weight(place.country);
  if (own == 0) return weight;
  return weight + (own == countries_.greatest_weight() ? 0.7 : 0.4);
}

/// The namesake meant; null if the one in the country that the wording names is not known.
const Place* PlaceResolution::choose(const CityName& city) const {
  const auto inside = [&](const Place* place) { return city.within->country == place->country; };
  // "Tokyo, Hong Kong and ...": a list, where the first is large and elsewhere.
  const bool list = city.within && !city.candidates.empty() &&
                    city.candidates.front()->population >= kFamous &&
                    std::none_of(city.candidates.begin(), city.candidates.end(), inside);
  const Place* best = nullptr;
  double most = 0;
  for (const auto* place : city.candidates) {
    if (city.within && !list && !inside(place)) continue;
    const double w = weight(*place);
    if (!best || w > most) {
      best = place;
      most = w;
    }
  }
  return best;
}

/// Whether the article speaks of this city at all.
bool PlaceResolution::counts(const CityName& city, const Place* place) const {
  if (city.mentions.empty()) return city.support == Support::named;
  if (city.support == Support::named) return true;
  if (!place) return city.introduced;
  if (city.region) {
    // Where the city has the region's name only for short, the region is meant.
    const bool own = name_key(EntityKind::city, place->name) == city.key;
    if (place->population < kFamous || !own) return false;
  }
  if (city.loud && (city.doubtful || city.support != Support::inside)) return false;
  if (city.team) return city.support == Support::inside;
  const bool large = place->population >= kLarge;
  if (city.doubtful) return large && city.support == Support::inside;
  if (large || city.support == Support::inside) return true;
  // "a driver from Uzgen", where the article speaks of that country.
  return city.support == Support::towards && countries_.met(place->country);
}

/// Cities whose name leaves no doubt speak for their country when namesakes are told apart.
void PlaceResolution::count_cities() {
  for (const auto& city : cities_) {
    if (city.doubtful || city.candidates.empty() || city.candidates[0]->population < kLarge)
      continue;
    const bool clear = city.candidates.size() == 1 ||
                       city.candidates[0]->population / 10 > city.candidates[1]->population;
    if (!clear) continue;
    countries_.add_evidence(*city.candidates[0]);
  }
}

std::vector<Entity> PlaceResolution::cities() {
  std::vector<Entity> entities;
  for (auto& city : cities_) {
    const Place* place = choose(city);
    if (!counts(city, place)) continue;
    Entity entity;
    entity.key = place ? city_key(*place) : city.key;
    entity.id = place ? place->id : id_from_key(city.key);
    entity.name = place ? place->name : city.name;
    entity.mentions = std::move(city.mentions);
    entities.push_back(std::move(entity));
  }
  tidy(entities);
  return entities;
}

}  // namespace

void resolve_places(Words& words, const std::vector<Mention>& mentions, Article& article) {
  PlaceResolution resolution(words, article);
  resolution.read(mentions);
  article.of(EntityKind::country) = resolution.countries();
  article.of(EntityKind::city) = resolution.cities();
}

}  // namespace alatoo
