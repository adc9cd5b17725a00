// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/organisations.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/name_key.h"
#include "indexer/enrich/entities.h"
#include "indexer/enrich/organisation_forms.h"
#include "indexer/enrich/organisation_wording.h"
#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/russian_organisations.h"

namespace alatoo {
namespace {

/// Articles with more forms than that are lists; joining compares all pairs.
constexpr std::size_t kMostJoined = 200;
/// Mentions that show a common word with a capital to be a name ("Target").
constexpr std::size_t kOften = 4;

/// How often an article names a country: itself, its towns, its people and its bodies.
struct Nation {
  std::string iso;
  std::size_t mentions = 0;
};

void count(std::vector<Nation>& nations, const std::string& iso, std::size_t mentions) {
  const auto known = std::find_if(nations.begin(), nations.end(),
                                  [&](const Nation& nation) { return nation.iso == iso; });
  if (known == nations.end()) {
    nations.push_back({iso, mentions});
  } else {
    known->mentions += mentions;
  }
}

/// "Congress" and "Labour" name a body even alone.
bool is_house_or_party(const std::vector<const AuthorityName*>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const AuthorityName* row) {
    return row->kind == "parliament" || row->kind == "party";
  });
}

/// "Labour Party" for "Labour", as the row of another country's shows.
std::string full_name(const std::string& name, const AuthorityName& row) {
  return row.kind == "party" && row.name == name + " Party" ? row.name : name;
}

/// Many countries have such a body: "House of Representatives", but not "House of Commons".
bool is_common_name(const Words& words, std::size_t first, std::size_t last,
                    const AuthorityName& row) {
  if (row.countries.empty() || !is_generic(words, first, last)) return false;
  if (row.kind != "party" && row.kind != "parliament" && row.kind != "ministry" &&
      row.kind != "court") {
    return false;
  }
  for (std::size_t i = first; i < last; ++i) {
    const WordInfo& word = *words[i].info;
    if (word.demonym || word.lower == "commons" || word.lower == "lords") return false;
  }
  return true;
}

class Organisations {
 public:
  Organisations(Words& words, const Article& article);

  void note_nation(const Mention& mention);
  void add(const Mention& mention);
  std::vector<Entity> entities();

 private:
  const AuthorityName* known(std::size_t first, std::size_t end, std::size_t last);
  const AuthorityName* meant(std::size_t first, std::size_t last);
  const Place* land_of(std::size_t first, std::size_t last) const;
  void count_nations();
  std::size_t weight(const AuthorityName& row) const;
  bool of_this_land(const AuthorityName& row, std::size_t mentions) const;
  const Place* home() const;
  bool brings_the_news(const OrganisationForm& form) const;
  void join();

  Words& words_;
  const Article& article_;
  std::vector<std::string> own_;  ///< name keys of the article's publisher and agency
  std::vector<Nation> nations_;   ///< those that the article names, the first named first
  bool counted_ = false;
  bool abroad_ = false;                    ///< it names countries or towns at all
  std::vector<const WordInfo*> acronyms_;  ///< that the article introduces behind a full name
  std::vector<OrganisationForm> forms_;
  std::vector<std::size_t> meant_;  ///< of each form: the form that it stands for
};

Organisations::Organisations(Words& words, const Article& article)
    : words_(words), article_(article) {
  for (const auto* name : {&article.source, &article.agency}) {
    if (*name) own_.push_back(name_key(EntityKind::organisation, **name));
  }
}

/// A country's adjective in front tells whether a row is meant: "New Zealand Labour Party" is not
/// the British one.
bool of_other_country(const Place* land, const AuthorityName& row) {
  return land && !row.countries.empty() && row.kind != "company" &&
         std::find(row.countries.begin(), row.countries.end(), land->country) ==
             row.countries.end();
}

void Organisations::count_nations() {
  if (std::exchange(counted_, true)) return;
  const Authority& authority = words_.authority();
  for (const auto& entity : article_.of(EntityKind::country)) {
    for (const Place* place : authority.places(entity.name)) {
      if (place->kind != Place::Kind::country) continue;
      count(nations_, place->country, std::max<std::size_t>(entity.mentions.size(), 1));
      break;
    }
  }
  for (const auto& entity : article_.of(EntityKind::city)) {
    const std::size_t at = entity.key.rfind('@');
    if (at != std::string::npos) count(nations_, entity.key.substr(at + 1), entity.mentions.size());
  }
  abroad_ = !article_.of(EntityKind::country).empty() || !article_.of(EntityKind::city).empty();
  for (const auto& entity : article_.of(EntityKind::person)) {
    for (const AuthorityName* row : authority.people(entity.name)) {
      if (row->id == entity.id && row->countries.size() == 1) {
        count(nations_, row->countries[0], entity.mentions.size());
      }
    }
  }
}

/// How often the article names a country of the row.
std::size_t Organisations::weight(const AuthorityName& row) const {
  std::size_t mentions = 0;
  for (const Nation& nation : nations_) {
    const bool own =
        std::find(row.countries.begin(), row.countries.end(), nation.iso) != row.countries.end();
    if (own) mentions += nation.mentions;
  }
  return mentions;
}

/// The country that the article names most; null if it names none.
const Place* Organisations::home() const {
  const auto most =
      std::max_element(nations_.begin(), nations_.end(),
                       [](const Nation& a, const Nation& b) { return a.mentions < b.mentions; });
  return most == nations_.end() ? nullptr : words_.authority().country(most->iso);
}

/// False if the article is on other countries and names that of the row in passing at most.
bool Organisations::of_this_land(const AuthorityName& row, std::size_t mentions) const {
  constexpr std::size_t kPassing = 2, kMore = 5;
  if (row.countries.empty() || !abroad_) return true;
  if (mentions == 0) return false;
  return mentions > kPassing ||
         std::none_of(nations_.begin(), nations_.end(),
                      [&](const Nation& nation) { return nation.mentions >= kMore * mentions; });
}

/// "Sweden's", "the Swedish", "of Sweden": the country that stands beside a name.
const Place* Organisations::land_of(std::size_t first, std::size_t last) const {
  const auto country = [&](std::size_t i) {
    const Place* found = nullptr;
    for (const Place* place : words_.places(i, i + 1)) {
      if (place->kind == Place::Kind::country) found = place;
    }
    return found;
  };
  const Place* land = nullptr;
  if (first > 0 && words_.connected(first) && words_[first].gap == Gap::blank) {
    land = words_[first - 1].info->demonym;
    if (!land && first > 1 && words_[first - 1].joins()) land = words_.demonym(first - 2, first);
    if (!land && words_[first - 1].possessive) land = country(first - 1);
  }
  if (!land && last + 1 < words_.size() && words_[last].info->lower == "of" &&
      words_[last].gap == Gap::blank) {
    const std::size_t at = last + 1 + (words_[last + 1].info->lower == "the" ? 1 : 0);
    if (at < words_.size() && words_[at].capital && words_.connected(at)) land = country(at);
  }
  return land;
}

/// Which row the words mean. Several countries have a treasury and a supreme court: those in an
/// article that names other countries alone are none of ours.
const AuthorityName* Organisations::meant(std::size_t first, std::size_t last) {
  const auto& rows = words_.organisations(first, last);
  if (rows.empty()) return nullptr;
  const Place* land = land_of(first, last);
  if (rows.size() > 1 || (!land && is_common_name(words_, first, last, *rows.front()))) {
    count_nations();
  } else {
    return of_other_country(land, *rows.front()) ? nullptr : rows.front();
  }
  const AuthorityName* best = nullptr;
  std::size_t most = 0;
  for (const AuthorityName* row : rows) {
    if (of_other_country(land, *row)) continue;
    const std::size_t here = land ? 1 : weight(*row);
    if (!best || here > most) {
      best = row;
      most = here;
    }
  }
  if (!best || land) return best;
  // The tables have the bodies of these: what is none of theirs is not meant as one.
  const Place* here = home();
  const bool covered = here && (here->country == "us" || here->country == "gb");
  if (covered && rows.size() == 1) return best;
  const bool initials = last == first + 1 && words_[first].capitals;
  if (initials && most == 0 && rows.size() > 1 && best->kind == "party") {
    // "the BNP": of a land without a row none of them; else that of the papers.
    if (abroad_ && !covered) return nullptr;
    const auto papers = std::find_if(rows.begin(), rows.end(), [](const AuthorityName* row) {
      return !row->countries.empty() &&
             (row->countries.front() == "gb" || row->countries.front() == "us");
    });
    if (papers != rows.end()) return *papers;
  }
  if (is_common_name(words_, first, last, *best)) {
    if (!of_this_land(*best, most)) return nullptr;
    if (most == 0 && rows.size() > 1) return nullptr;
  }
  return best;
}

const AuthorityName* Organisations::known(std::size_t first, std::size_t end, std::size_t last) {
  for (const std::size_t stop : {last, end}) {
    if (!words_.organisations(first, stop).empty()) return meant(first, stop);
  }
  // "US Labor Department", "Kyrgyz Interior Ministry"
  if (words_[first].info->demonym && end > first + 1) {
    const AuthorityName* row = meant(first + 1, end);
    if (row && row->kind != "company") return row;
  }
  return nullptr;
}

/// Parties, and bodies whose name is theirs alone, speak for their countries.
void Organisations::note_nation(const Mention& mention) {
  const auto& rows = words_.organisations(mention.first, mention.last);
  if (rows.size() != 1 || rows.front()->kind == "company" || rows.front()->countries.size() != 1) {
    return;
  }
  // Many countries have a Labour Party; "Labour" and "Republicans" are those of the papers.
  const AuthorityName& row = *rows.front();
  const bool plain = row.kind == "party" && mention.last == mention.first + 1 &&
                     !words_[mention.first].capitals &&
                     (row.countries.front() == "gb" || row.countries.front() == "us");
  const bool own = !is_generic(words_, mention.first, mention.last) &&
                   !is_common_name(words_, mention.first, mention.last, row);
  if (plain || own) count(nations_, row.countries.front(), 1);
}

void Organisations::add(const Mention& mention) {
  const std::size_t first = mention.first;
  const std::size_t last = mention.last;
  std::size_t end = last;
  const bool cyrillic = is_cyrillic(words_[first].info->lower);
  while (!cyrillic && end > first + 1 &&
         (words_[end - 1].is(kCompany) || !words_[end - 1].capital) &&
         words_[end - 1].info->lower.find_first_of("0123456789") == std::string::npos) {
    --end;
  }
  const AuthorityName* row = known(first, end, last);
  const Outlet* outlet = nullptr;
  const bool introduced = last == first + 1 && std::find(acronyms_.begin(), acronyms_.end(),
                                                         words_[first].info) != acronyms_.end();
  if (!row && !introduced && words_.is_outlet(first, last)) {
    outlet = words_.authority().outlet(words_.span(first, last).of(words_.text()));
  }
  if (!row && !outlet && !introduced && names_no_body(words_, first, last)) return;
  std::string name = row      ? row->name
                     : outlet ? outlet->name
                              : nominative_organisation(words_, first, end);
  // "Sweden's Social Democrats" are not those whom the name alone means.
  const bool namesake = !row && !outlet && !introduced && !words_.organisations(first, end).empty();
  const Place* land = namesake ? land_of(first, end) : nullptr;
  if (namesake && !land && is_house_or_party(words_.organisations(first, end))) land = home();
  if (namesake) name = full_name(name, *words_.organisations(first, end).front());
  if (land) name += " (" + land->name + ")";
  std::string key = name_key(EntityKind::organisation, name);
  if (key.empty()) return;
  OrganisationForm form;
  for (std::size_t i = first; i < end; ++i) {
    if (words_[i].capital || cyrillic) form.words.push_back(words_[i].info);
  }
  auto same = std::find_if(forms_.begin(), forms_.end(), [&](const OrganisationForm& other) {
    return other.key == key && (row != nullptr || other.words == form.words);
  });
  if (same == forms_.end()) {
    form.key = std::move(key);
    form.name = std::move(name);
    form.known = row;
    form.outlet = outlet;
    form.generic = is_generic(words_, first, end);
    form.place = !words_.places(first, end).empty();
    form.common = !outlet && end == first + 1 && !words_[first].capitals &&
                  words_.is_common(first) && words_.seen_lower(first);
    form.national = land && end == first + 1 && is_house_or_party(words_.organisations(first, end));
    form.shortened = end == first + 1 && words_[first].capitals;
    forms_.push_back(std::move(form));
    same = forms_.end() - 1;
  } else if (form.words.size() > same->words.size()) {
    same->words = std::move(form.words);
  }
  same->suffix = same->suffix || (end < last && words_[end].is(kCompany));
  same->acts = same->acts || !outlet || !worded_as_source(words_, first, last);
  same->mentions.push_back(words_.span(first, last));
  if (last > first + 1 && last < words_.size() && words_[last].bracketed && words_[last].capitals) {
    same->acronym = words_[last].info;
    if (!outlet) acronyms_.push_back(words_[last].info);
  }
}

/// Who publishes or wrote the article, and outlets that only bring the news.
bool Organisations::brings_the_news(const OrganisationForm& form) const {
  if (form.outlet && (form.outlet->agency || !form.acts)) return true;
  if (form.known && form.known->kind != "media") return false;
  return std::any_of(own_.begin(), own_.end(), [&](const std::string& own) {
    return own == form.key || own.starts_with(form.key + ' ');
  });
}

/// Longer names first, so that what stands for a short form is the fullest name.
void Organisations::join() {
  meant_.resize(forms_.size());
  for (std::size_t i = 0; i < forms_.size(); ++i) meant_[i] = i;
  if (forms_.size() > kMostJoined) return;
  std::vector<std::size_t> order = meant_;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return forms_[a].words.size() > forms_[b].words.size();
  });
  for (std::size_t s = 1; s < order.size(); ++s) {
    const OrganisationForm& part = forms_[order[s]];
    const OrganisationForm* best = nullptr;
    for (std::size_t w = 0; w < s; ++w) {
      const OrganisationForm& whole = forms_[order[w]];
      if (!is_form_of(part, whole)) continue;
      // Of several the one that the article names first.
      if (best && best->mentions.front() < whole.mentions.front()) continue;
      best = &whole;
      meant_[order[s]] = meant_[order[w]];
    }
  }
}

std::vector<Entity> Organisations::entities() {
  join();
  std::vector<Entity> entities(forms_.size());
  std::vector<const AuthorityName*> rows(forms_.size(), nullptr);
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    OrganisationForm& form = forms_[i];
    Entity& entity = entities[meant_[i]];
    // The name of the fullest form, unless the authority knows one of them.
    if (meant_[i] == i && !rows[i]) {
      entity.key = form.key;
      entity.name = form.name;
    }
    if (form.known && !rows[meant_[i]]) {
      rows[meant_[i]] = form.known;
      entity.key = form.key;
      entity.name = form.name;
    }
    entity.mentions.insert(entity.mentions.end(), form.mentions.begin(), form.mentions.end());
  }
  std::vector<Entity> kept;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (meant_[i] != i) continue;
    const OrganisationForm& form = forms_[i];
    if (brings_the_news(form)) continue;
    if (!rows[i] && form.generic && form.words.size() == 1 && !form.national) continue;
    const bool alone = entities[i].mentions.size() == form.mentions.size();
    if (!rows[i] && form.common && alone && form.mentions.size() < kOften) continue;
    entities[i].id = rows[i] ? rows[i]->id : id_from_key(entities[i].key);
    kept.push_back(std::move(entities[i]));
  }
  tidy(kept);
  return kept;
}

}  // namespace

std::vector<Entity> resolve_organisations(Words& words, const std::vector<Mention>& mentions,
                                          const Article& article) {
  Organisations organisations(words, article);
  for (const auto& mention : mentions) {
    if (mention.kind == Mention::Kind::organisation) organisations.note_nation(mention);
  }
  for (const auto& mention : mentions) {
    if (mention.kind == Mention::Kind::organisation) organisations.add(mention);
  }
  return organisations.entities();
}

}  // namespace alatoo
