// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/places.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "common/name_key.h"
#include "common/text.h"
#include "indexer/enrich/countries.h"
#include "indexer/enrich/entities.h"
#include "indexer/enrich/place_wording.h"
#include "indexer/enrich/stand_in.h"
#include "indexer/enrich/unknown_towns.h"
#include "indexer/enrich/word_list.h"

namespace alatoo {
namespace {

constexpr std::uint32_t kLarge = 100'000;  // a name of such a city needs no support
// So many times smaller than the largest a namesake may be, and where the article speaks much of
// its country.
constexpr std::uint32_t kNamesake = 3;
constexpr std::uint32_t kNamesakeOfMuch = 10;
constexpr int kMuch = 2;
constexpr std::uint32_t kFamous = 500'000;  // a city of such a size outweighs a region of its name

struct CityName {
  std::string key;
  std::string name;  ///< as the text has it
  std::vector<const Place*> candidates;
  Support support = Support::none;
  bool introduced = false;        ///< "the village of X"
  bool doubtful = false;          ///< also a word, a given name or a surname
  bool common = false;            ///< also a word of English, a given name or a surname
  bool region = false;            ///< also a region: New York, Florida
  bool team = false;              ///< "X beat Y"
  bool listed = false;            ///< what stands behind the comma may be next in a list
  bool loud = true;               ///< named only in lines whose capitals tell nothing
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
  void read_mention(const Mention& mention);
  bool means_other(const Mention& mention, const std::vector<const Place*>& cities);
  CityName* city(const Mention& mention, std::vector<const Place*> cities);
  void read_dateline();
  bool counts(const CityName& city, const Place* place) const;
  bool far_off(const Place& place) const;
  void count_cities();
  void count_names(const std::vector<Mention>& mentions);
  bool beside_organisation(const Mention& mention) const;
  bool doubtful(const Mention& mention, const std::vector<const Place*>& cities) const;
  const Place* choose(const CityName& city) const;

  Words& words_;
  const Article& article_;
  Countries countries_;
  std::vector<CityName> cities_;
  std::vector<bool> organisation_;  ///< the words of organisations
  Span dateline_;
  bool sport_ = false;
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

/// True if the wording shows that the mention is of no town at all.
bool PlaceResolution::means_other(const Mention& mention, const std::vector<const Place*>& cities) {
  if (dateline_.begin <= words_[mention.first].span.begin &&
      words_[mention.last - 1].span.end <= dateline_.end) {
    return false;
  }
  const bool capital = !cities.empty() && is_capital(*cities.front());
  return stands_for_government(words_, mention, capital) || stands_in_title(words_, mention) ||
         beside_other_name(words_, mention) || beside_organisation(mention);
}

CityName* PlaceResolution::city(const Mention& mention, std::vector<const Place*> cities) {
  auto name = words_.name(mention.first, mention.last);
  auto key = name_key(EntityKind::city, name);
  if (key.empty()) return nullptr;
  for (auto& known : cities_) {
    if (known.key == key) return &known;
  }
  CityName& fresh = cities_.emplace_back();
  for (const auto* place : words_.places(mention.first, mention.last)) {
    const bool other = place->kind != Place::Kind::city && place->kind != Place::Kind::country;
    if (other && name_key(EntityKind::city, place->name) == key) fresh.region = true;
  }
  fresh.key = std::move(key);
  fresh.name = std::move(name);
  fresh.doubtful = doubtful(mention, cities);
  fresh.common = words_.is_common(mention.first) ||
                 (words_.known(mention.first) & (kKnownGiven | kKnownSurname)) != 0;
  fresh.candidates = std::move(cities);
  return &fresh;
}

void PlaceResolution::read_mention(const Mention& mention) {
  if (countries_.named_at(mention.first, mention.last)) return;
  if (part_of_larger(words_, mention)) return;
  const auto& known = words_.places(mention.first, mention.last);
  std::vector<const Place*> cities;
  std::copy_if(known.begin(), known.end(), std::back_inserter(cities),
               [](const Place* place) { return place->kind == Place::Kind::city; });
  const bool introduced = introduced_as_settlement(words_, mention.first, mention.last);
  if (cities.empty() && !known.empty() && !introduced) return;  // a region or a sea
  if (means_other(mention, cities)) return;
  CityName* name = city(mention, std::move(cities));
  if (!name) return;
  name->loud = name->loud && words_[mention.first].loud;
  if (stands_for_team(words_, mention)) {
    name->team = true;
    return;
  }
  Support found = support(words_, mention);
  if (found == Support::none && follows_in_list(words_, mention, list_end_)) found = list_support_;
  if (const auto behind = region_behind(words_, mention.last); behind.place) {
    name->within = behind.place;
    name->listed = behind.listed;
    found = Support::named;
  }
  if (found != Support::none) {
    list_end_ = mention.last;
    list_support_ = found == Support::named ? Support::inside : found;
  }
  if (sport_ && found < Support::inside) found = Support::none;
  name->support = std::max(name->support, found);
  name->introduced = name->introduced || introduced;
  name->mentions.push_back(words_.span(mention.first, mention.last));
}

/// "London Stock Exchange", "Mitsubishi Tokyo", where only a part was seen as the organisation.
bool PlaceResolution::beside_organisation(const Mention& mention) const {
  const auto joined = [&](std::size_t i) {
    return words_[i].gap == Gap::blank && words_.connected(i) && !words_[i - 1].possessive;
  };
  if (mention.last < words_.size() && organisation_[mention.last] && joined(mention.last))
    return true;
  return mention.first > 0 && organisation_[mention.first - 1] && joined(mention.first);
}

/// People and organisations that the authority knows speak for their countries, too.
void PlaceResolution::count_names(const std::vector<Mention>& mentions) {
  organisation_.assign(words_.size(), false);
  for (const auto& mention : mentions) {
    if (mention.kind == Mention::Kind::place) continue;
    const bool person = mention.kind == Mention::Kind::person;
    const auto& known = person ? words_.people(mention.first, mention.last)
                               : words_.organisations(mention.first, mention.last);
    if (known.size() == 1 && known[0]->countries.size() == 1) {
      countries_.add_evidence(known[0]->countries[0]);
    }
    for (std::size_t i = mention.first; !person && i < mention.last; ++i) organisation_[i] = true;
  }
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
  sport_ = is_on_sport(words_);
  count_names(mentions);
  for (const Zone& zone : article_.zones) {
    if (zone.kind == ZoneKind::dateline) dateline_ = zone.span;
  }
  for (const auto& mention : place_mentions(words_, mentions)) read_mention(mention);
  read_dateline();
  count_cities();
  countries_.settle();
}

/// The namesake meant; null if the one in the country that the wording names is not known.
///
/// The largest, if the article speaks of its country. Else the largest in a country of which it
/// speaks, unless that is small beside the largest of all: Athens in an article on America is not
/// the one in Georgia.
const Place* PlaceResolution::choose(const CityName& city) const {
  if (city.candidates.empty()) return nullptr;
  const Place* largest = city.candidates.front();
  if (city.within) {
    for (const auto* place : city.candidates) {
      if (place->country == city.within->country) return place;
    }
    if (!city.listed) return nullptr;
  }
  if (countries_.weight(largest->country) > 0) return largest;
  const Place* best = largest;
  int most = 0;
  for (const auto* place : city.candidates) {
    const int weight = countries_.weight(place->country);
    // Every other article mentions America.
    const bool much = weight >= (place->country == "us" ? 4 * kMuch : kMuch);
    const std::uint32_t times = much ? kNamesakeOfMuch : kNamesake;
    if (weight <= most || place->population * times < largest->population) continue;
    best = place;
    most = weight;
  }
  return best;
}

/// A small town overseas that has its name from one in Britain, or from a part of London, in an
/// article on Britain.
bool PlaceResolution::far_off(const Place& place) const {
  return place.population < kFamous && is_one_of("us ca au nz za", place.country) &&
         countries_.weight(place.country) == 0 && countries_.weight("gb") > 1;
}

/// Whether the article speaks of this city at all.
bool PlaceResolution::counts(const CityName& city, const Place* place) const {
  if (city.mentions.empty()) return city.support == Support::named;
  if (city.support == Support::named) return true;
  if (!place) return city.introduced;
  if (far_off(*place)) return false;
  if (city.region) {
    // Where the city has the region's name only for short, the region is meant.
    const bool own = name_key(EntityKind::city, place->name) == city.key;
    if (place->population < kFamous || !own) return false;
  }
  if (city.loud && (city.doubtful || city.support != Support::inside)) return false;
  if (city.team || sport_) return city.support == Support::inside;
  const bool large = place->population >= kLarge;
  if (city.doubtful) return (large || !city.common) && city.support == Support::inside;
  if (large || city.support == Support::inside) return true;
  // "a driver from Uzgen", where the article speaks of that country.
  return city.support == Support::towards && countries_.weight(place->country) > 0;
}

/// Cities whose name leaves no doubt speak for their country when namesakes are told apart.
void PlaceResolution::count_cities() {
  for (const auto& city : cities_) {
    if (city.doubtful || city.candidates.empty() || city.candidates[0]->population < kLarge)
      continue;
    const bool clear = city.candidates.size() == 1 ||
                       city.candidates[0]->population / 10 > city.candidates[1]->population;
    if (!clear) continue;
    countries_.add_evidence(city.candidates[0]->country);
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
