// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/places.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "common/name_cases.h"
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
constexpr int kDateline = 3;                // what the dateline's country counts
constexpr int kBeside = 2;                  // what a country counts that is named beside the city
constexpr std::uint32_t kNear = 80;         // bytes: how far that may be
constexpr std::uint32_t kFamous = 500'000;  // a city of such a size outweighs a region of its name

/// True for a city in the country, or in one that the country came apart into.
bool lies_in(const Place& city, std::string_view iso) {
  if (city.country == iso) return true;
  if (iso == "su") return is_one_of("ru ua by md am az ge kz kg uz tj tm ee lv lt", city.country);
  if (iso == "yu") return is_one_of("rs hr ba si mk me xk", city.country);
  if (iso == "cs") return is_one_of("cz sk", city.country);
  return iso == "dd" && city.country == "de";
}

struct CityName {
  std::string key;
  std::string name;  ///< as the text has it
  std::vector<const Place*> candidates;
  Support support = Support::none;
  bool dwelt = false;             ///< somebody moved from there, was born there
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
  CityName* declined_city(const std::string& name, const std::string& key);
  CityName* city(const Mention& mention, std::vector<const Place*> cities, const Place* within);
  CityName* known_name(std::string_view key, std::string_view name, const Place* within);
  void read_dateline();
  std::optional<Span> dateline_mention(std::string_view key) const;
  bool beside(const CityName& city, const Place& place) const;
  int speaks(const CityName& city, const Place& place) const;
  bool home_named(const Place& place) const;
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
  std::string_view at_;  ///< the dateline's country; empty: not known
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
  // "в Нарыне" speaks of no Narine.
  const bool inside = mention.first > 0 && words_[mention.first].gap == Gap::blank &&
                      is_one_of("в во", words_[mention.first - 1].info->lower);
  if (inside) return false;
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

/// The unknown town that bears the Cyrillic name in another case; the nominative becomes its own.
CityName* PlaceResolution::declined_city(const std::string& name, const std::string& key) {
  const auto one_of = [](const std::string& form, const std::string& base_key) {
    const auto cut = form.rfind(' ') == form.npos ? 0 : form.rfind(' ') + 1;
    for (const auto& base : nominatives(std::string_view(form).substr(cut))) {
      if (name_key(EntityKind::city, form.substr(0, cut) + base) == base_key) return true;
    }
    return false;
  };
  for (auto& known : cities_) {
    if (!known.candidates.empty()) continue;
    if (one_of(name, known.key)) return &known;
    if (one_of(known.name, key)) {
      known.key = key;
      known.name = name;
      return &known;
    }
  }
  return nullptr;
}

/// The name met before. One that another country is behind ("Jalalabad, Afghanistan") is a name of
/// its own beside one that is spelt otherwise.
CityName* PlaceResolution::known_name(std::string_view key, std::string_view name,
                                      const Place* within) {
  for (auto& known : cities_) {
    if (known.key != key) continue;
    const bool apart = within && known.within ? within->country != known.within->country
                                              : (within || known.within) && known.name != name;
    if (!apart) return &known;
  }
  return nullptr;
}

CityName* PlaceResolution::city(const Mention& mention, std::vector<const Place*> cities,
                                const Place* within) {
  auto name = words_.name(mention.first, mention.last);
  auto key = name_key(EntityKind::city, name);
  if (key.empty()) return nullptr;
  if (CityName* known = known_name(key, name, within)) return known;
  if (cities.empty()) {
    if (auto* known = declined_city(name, key)) return known;
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
  const auto behind = region_behind(words_, mention.last);
  CityName* name = city(mention, std::move(cities), behind.listed ? nullptr : behind.place);
  if (!name) return;
  name->loud = name->loud && words_[mention.first].loud;
  if (stands_for_team(words_, mention)) {
    name->team = true;
    return;
  }
  Support found = support(words_, mention);
  if (found == Support::none && follows_in_list(words_, mention, list_end_)) found = list_support_;
  if (!sport_ && moves_or_dwells(words_, mention)) {
    found = std::max(found, Support::inside);
    name->dwelt = true;
  }
  if (behind.place) {
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
  const Place* within = nullptr;
  if (article_.located_in) {
    for (const auto* place : words_.authority().places(*article_.located_in)) {
      if (place->kind == Place::Kind::city || place->country.empty()) continue;
      within = place;
      break;
    }
  }
  std::vector<const Place*> candidates;
  bool other = false;
  for (const auto* place : words_.authority().places(*article_.located)) {
    if (place->kind == Place::Kind::city) {
      candidates.push_back(place);
    } else {
      other = true;
    }
  }
  CityName* found = nullptr;
  bool marked = false;
  for (auto& city : cities_) {
    if (city.key != key) continue;
    if (!found) found = &city;
    city.support = Support::named;
    // Capitals are no spelling: "OSH".
    if (city.candidates.empty()) city.candidates = candidates;
    if (within && !city.within) city.within = within;
    marked = marked || std::any_of(city.mentions.begin(), city.mentions.end(),
                                   [&](Span mention) { return mention.begin < dateline_.end; });
  }
  if (marked || (!found && (candidates.empty() || (other && !within)))) return;
  const auto mention = dateline_mention(key);
  if (!mention) return;
  if (!found) {
    // What else the name may be, it is a city where it stands in a dateline.
    found = &cities_.emplace_back();
    found->key = key;
    found->name = *article_.located;
    found->candidates = std::move(candidates);
    found->support = Support::named;
    found->within = within;
  }
  found->mentions.push_back(*mention);
}

/// Where the dateline, if the text has one, gives the city of the key.
std::optional<Span> PlaceResolution::dateline_mention(std::string_view key) const {
  constexpr std::size_t kLongest = 3;  // words
  for (std::size_t i = 0; i < words_.size() && words_[i].span.end <= dateline_.end; ++i) {
    if (words_[i].span.begin < dateline_.begin) continue;
    for (std::size_t end = i + 1; end <= words_.size() && end <= i + kLongest; ++end) {
      if (words_[end - 1].span.end > dateline_.end) break;
      // Whose words the input's names, or other names, have is told already.
      if (words_[i].taken || words_[end - 1].taken) continue;
      if (name_key(EntityKind::city, words_.name(i, end)) == key) return words_.span(i, end);
    }
  }
  return std::nullopt;
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
  if (const Place* country = countries_.dateline_country()) at_ = country->country;
}

/// True if the country of the namesake is named in a sentence of the city's, near it.
bool PlaceResolution::beside(const CityName& city, const Place& place) const {
  return std::any_of(city.mentions.begin(), city.mentions.end(), [&](Span mention) {
    return countries_.named_near(place.country, mention, kNear);
  });
}

/// How much the article speaks of the country of one namesake.
int PlaceResolution::speaks(const CityName& city, const Place& place) const {
  return countries_.weight(place.country) + (place.country == at_ ? kDateline : 0) +
         (beside(city, place) ? kBeside : 0);
}

/// True if the article names the state that the tables put behind the city: "Athens, Georgia".
bool PlaceResolution::home_named(const Place& place) const {
  return std::any_of(place.aliases.begin(), place.aliases.end(), [&](const std::string& alias) {
    const auto comma = alias.find(", ");
    return comma != alias.npos &&
           words_.text().find(std::string_view(alias).substr(comma + 2)) != std::string_view::npos;
  });
}

/// The namesake meant; null if the one in the country that the wording names is not known.
///
/// The largest, if the article speaks of its country. Else the largest in a country of which it
/// speaks, unless that is small beside the largest of all: Athens in an article on America is not
/// the one in Georgia.
const Place* PlaceResolution::choose(const CityName& city) const {
  if (city.candidates.empty()) return nullptr;
  const Place* largest = city.candidates.front();
  if (!city.within && largest->name != city.name) {
    // "Jalal-Abad" is not the larger Jalalabad, where the article speaks of both countries.
    for (const auto* place : city.candidates) {
      if (place->name == city.name && speaks(city, *place) > 0) return place;
    }
  }
  if (city.within) {
    for (const auto* place : city.candidates) {
      if (lies_in(*place, city.within->country)) return place;
    }
    // "at talks in Paris, Japan promised": a comma of the sentence's own.
    const bool famous = city.within->kind == Place::Kind::country && largest->population >= kFamous;
    if (!city.listed && !famous) return nullptr;
  }
  const int of_largest = speaks(city, *largest);
  const Place* best = largest;
  int most = of_largest;
  for (const auto* place : city.candidates) {
    if (place->country == largest->country) continue;
    const int weight = speaks(city, *place);
    if (weight <= most) continue;
    const bool at_home = place->country == at_ && home_named(*place);
    // Every other article mentions America.
    const bool america = place->country == "us";
    if (of_largest > 0) {
      // Both are spoken of: the smaller only if the report comes from its country.
      const bool local = place->country == at_ && (!america || at_home);
      if (!local || place->population < kLarge || weight < of_largest + kBeside) continue;
    } else if (at_home && place->population >= kLarge) {
      // its state is named
    } else if (!america && place->population >= kLarge && weight >= kDateline + kBeside &&
               (!is_capital(*largest) || beside(city, *place))) {
      // however much larger the other is
    } else {
      const bool much = weight >= (america ? 4 * kMuch : kMuch);
      const std::uint32_t times = much ? kNamesakeOfMuch : kNamesake;
      if (place->population * times < largest->population) continue;
    }
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
  if (city.doubtful)
    return (large || !city.common || city.dwelt) && city.support == Support::inside;
  if (large || city.support == Support::inside) return true;
  // "a driver from Uzgen", where the article speaks of that country.
  return city.support == Support::towards && countries_.weight(place->country) > 0;
}

/// Cities whose name leaves no doubt speak for their country when namesakes are told apart.
void PlaceResolution::count_cities() {
  for (const auto& city : cities_) {
    if (city.candidates.empty()) continue;
    const bool one = city.candidates.size() == 1 && city.support >= Support::inside;
    if (!one && (city.doubtful || city.candidates[0]->population < kLarge)) continue;
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
    if (!place && city.within && !city.candidates.empty()) {
      // A namesake of a known city: "READING, Pa."
      entity.key = city.key + "@" + city.within->country;
      entity.id = id_from_key(city.key) + "-" + city.within->country;
    }
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
