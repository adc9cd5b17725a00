// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/authority_tables.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/authority_values.h"
#include "common/error.h"
#include "common/name_key.h"
#include "common/text.h"

namespace alatoo {
namespace {

/// The first columns of every table of rows.
enum Column : std::uint8_t { kId, kName };

EntityKind kind_of(Field field) {
  return field == Field::person                            ? EntityKind::person
         : field == Field::city || field == Field::country ? EntityKind::city
                                                           : EntityKind::organisation;
}

std::uint64_t hash_of(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

template <typename Row>
const std::vector<std::string>& further_names(const Row&) {
  static const std::vector<std::string> none;
  return none;
}
const std::vector<std::string>& further_names(const Outlet& outlet) { return outlet.domains; }

}  // namespace

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

bool is_called(std::string_view path, std::string_view table) {
  const std::string name = ascii_lower(file_name(path));
  if (!name.starts_with(table)) return false;
  const char next = name.size() > table.size() ? name[table.size()] : '.';
  return next < 'a' || next > 'z';
}

std::string_view last_word(std::string_view name) {
  const auto blank = name.find_last_of(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

std::string line_of(const TsvReader& row) {
  return std::string(file_name(row.file())) + ":" + std::to_string(row.line());
}

std::string place_of(const TsvReader& row) {
  return std::string(row.file()) + ":" + std::to_string(row.line());
}

std::string is_of_another(Field field, std::string_view name, std::string_view id) {
  return "\"" + std::string(name) + "\" is the name of another " + std::string(info(field).name) +
         ", " + std::string(id) + ": say merge if they are one";
}

std::string unknown_id(Field field, std::string_view name) {
  if (field == Field::source) return slug(source_key(name));
  const EntityKind kind = kind_of(field);
  // An id as `searcher facets` prints it: its hyphens stand for blanks.
  std::string spelt(name);
  if (kind != EntityKind::city && spelt.find(' ') == std::string::npos && lower(spelt) == spelt)
    std::replace(spelt.begin(), spelt.end(), '-', ' ');
  return id_from_key(name_key(kind, spelt));
}

template <typename Row>
std::optional<std::uint32_t> AuthorityTable<Row>::by_id(std::string_view id) const {
  const auto found = by_id_.find(hash_of(id));
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

template <typename Row>
std::vector<std::uint32_t> AuthorityTable<Row>::find(std::string_view name) const {
  return by_name_.find(name_key(kind_of(field_), name), name);
}

template <typename Row>
bool AuthorityTable<Row>::is_name_of(std::uint32_t row, std::string_view name) const {
  const EntityKind kind = kind_of(field_);
  return name_key(kind, rows_[row].name) == name_key(kind, name);
}

template <typename Row>
template <typename Same>
Row& AuthorityTable<Row>::open(const TsvReader& line, std::size_t file, std::string_view id,
                               std::string_view name, const Same& same) {
  std::string own(id);
  if (!id.empty()) {
    check_id(line, id);
  } else {
    if (name.empty()) line.fail("the name must not be empty");
    std::vector<std::uint32_t> meant = find(name);
    std::erase_if(meant, [&](std::uint32_t i) { return !is_name_of(i, name) || !same(rows_[i]); });
    if (meant.size() > 1) {
      std::string ids;
      for (const auto i : meant) ids += (ids.empty() ? "" : ", ") + rows_[i].id;
      line.fail("\"" + std::string(name) + "\" may be " + ids + ": say which in a column \"id\"");
    }
    own = meant.empty() ? unknown_id(field_, name) : rows_[meant.front()].id;
    if (own.empty()) line.fail("\"" + std::string(name) + "\" has no letter to make an id from");
    if (const auto other = by_id(own); meant.empty() && other && files_[*other] != file) {
      line.fail("\"" + std::string(name) + "\" needs another id than that of " +
                rows_[*other].name + " (" + own + "): give one in a column \"id\"");
    }
  }
  const auto fresh = static_cast<std::uint32_t>(rows_.size());
  const auto [known, is_new] = by_id_.try_emplace(hash_of(own), fresh);
  const std::uint32_t row = known->second;
  if (is_new) {
    if (name.empty()) line.fail("the name must not be empty");
    rows_.emplace_back().id = std::move(own);
    rows_.back().name = name;
    files_.push_back(file);
  } else if (files_[row] == file) {
    line.fail("the id \"" + own + "\" is given twice");
  }
  files_[row] = file;
  if (row < indexed_) stale_.push_back(row);
  if (!first_file_) first_file_ = file;
  if (file != *first_file_) rows_[row].line = line_of(line);
  return rows_[row];
}

template <typename Row>
void AuthorityTable<Row>::index_row(std::uint32_t row) {
  const EntityKind kind = kind_of(field_);
  by_name_.add(name_key(kind, rows_[row].name), row, rows_[row].name);
  for (const auto& alias : rows_[row].aliases) by_name_.add(name_key(kind, alias), row, alias);
  for (const auto& name : further_names(rows_[row])) by_name_.add(name_key(kind, name), row, "");
}

template <typename Row>
void AuthorityTable<Row>::index() {
  std::sort(stale_.begin(), stale_.end());
  if (!stale_.empty()) by_name_.drop(stale_);
  for (const std::uint32_t row : stale_) index_row(row);
  stale_.clear();
  for (; indexed_ < rows_.size(); ++indexed_) index_row(static_cast<std::uint32_t>(indexed_));
  by_name_.close();
}

template <typename Row>
void AuthorityTable<Row>::reserve(std::size_t rows) {
  rows_.reserve(rows_.size() + rows);
  by_id_.reserve(rows_.size() + rows);
}

template <typename Row>
void AuthorityTable<Row>::add_alias(std::uint32_t row, const std::string& alias) {
  rows_[row].aliases.push_back(alias);
  by_name_.insert(name_key(kind_of(field_), alias), row, alias);
}

template <typename Row>
void AuthorityTable<Row>::drop_alias(std::uint32_t row, std::string_view alias) {
  const EntityKind kind = kind_of(field_);
  const std::string key = name_key(kind, alias);
  std::erase_if(rows_[row].aliases,
                [&](const std::string& own) { return name_key(kind, own) == key; });
  by_name_.drop({row});
  index_row(row);
  by_name_.close();
}

template class AuthorityTable<AuthorityName>;
template class AuthorityTable<Place>;
template class AuthorityTable<Outlet>;

template <typename Row>
void AuthorityTables::take_names(Field field, const TsvReader& line, Row& row) {
  const auto name = line[kName];
  const auto give = [&](std::string_view given) {
    with(field, [&](const auto& table) {
      const auto at = table.by_id(row.id);
      const auto before = table.find(given);
      if (at && std::find(before.begin(), before.end(), *at) == before.end())
        given_.push_back({field, *at, std::string(given), place_of(line)});
    });
  };
  if (!row.line.empty() && field != Field::city && field != Field::country) {
    give(name);
    for (const auto& alias : row.aliases) give(alias);
  }
  if (name.empty() || name == row.name) return;
  renamings.push_back({field, row.id, std::string(name), row.line});
  row.aliases.emplace_back(name);
}

void AuthorityTables::read_people(TsvReader& row, std::size_t file) {
  if (!row.has(kId)) row.require(kName);
  while (row.next()) {
    AuthorityName& person =
        people.open(row, file, row[kId], row[kName], [](const auto&) { return true; });
    if (row.has(2)) person.countries = codes(row, row[2], file);
    if (row.has(3)) person.aliases = values(row[3]);
    take_names(Field::person, row, person);
  }
  people.index();
}

void AuthorityTables::read_organisations(TsvReader& row, std::size_t file) {
  if (!row.has(kId)) row.require(kName);
  while (row.next()) {
    AuthorityName& organisation =
        organisations.open(row, file, row[kId], row[kName], [](const auto&) { return true; });
    if (row.has(2)) organisation.kind = organisation_kind(row, row[2]);
    if (row.has(3)) organisation.countries = codes(row, row[3], file);
    if (row.has(4)) organisation.aliases = values(row[4]);
    take_names(Field::organisation, row, organisation);
  }
  organisations.index();
}

void AuthorityTables::read_places(TsvReader& row, std::size_t file) {
  if (!row.has(kId)) row.require(kName);
  while (row.next()) {
    const Place::Kind kind = place_kind(row, row[2]);
    const auto given = codes(row, row[3], file);
    if (given.size() > 1) row.fail("a place is in one country");
    const std::string country = given.empty() ? "" : given.front();
    const std::size_t known = places.rows().size();
    Place& place = places.open(row, file, row[kId], row[kName], [&](const Place& other) {
      const bool alike =
          row.has(2) ? other.kind == kind
                     : other.kind == Place::Kind::city || other.kind == Place::Kind::country;
      return alike && (country.empty() || other.country == country);
    });
    if (row.has(2) || places.rows().size() > known) place.kind = kind;
    if (row.has(3)) place.country = country;
    if (place.kind == Place::Kind::country && place.country.empty())
      row.fail("a country needs its code of two letters in the column \"country\"");
    if (row.has(4)) place.population = population(row, row[4]);
    if (row.has(5)) place.aliases = values(row[5]);
    if (row.has(6)) place.demonyms = values(row[6]);
    take_names(place.kind == Place::Kind::country ? Field::country : Field::city, row, place);
  }
  places.index();
}

void AuthorityTables::read_outlets(TsvReader& row, std::size_t file) {
  if (!row.has(kId)) row.require(kName);
  while (row.next()) {
    Outlet& outlet =
        outlets.open(row, file, row[kId], row[kName], [](const auto&) { return true; });
    if (row.has(2)) outlet.agency = outlet_kind(row, row[2]) == "agency";
    if (row.has(3)) {
      outlet.domains = values(row[3]);
      for (auto& domain : outlet.domains) {
        // A shipped table may know better than the rule.
        if (!outlets.is_first(file) && outlets.find(domain).empty())
          domain = bare_domain(row, domain);
      }
    }
    if (row.has(4)) outlet.aliases = values(row[4]);
    take_names(Field::source, row, outlet);
  }
  outlets.index();
}

void AuthorityTables::read_given_names(TsvReader& row) {
  row.require(0);
  while (row.next()) {
    if (row[0].empty()) row.fail("the name must not be empty");
    const Gender borne_by = gender(row, row[1]);
    const auto [known, fresh] = given_names.try_emplace(word_key(row[0]), borne_by);
    if (!fresh && known->second != borne_by) known->second = Gender::unknown;
  }
}

std::vector<std::string> AuthorityTables::codes(const TsvReader& row, std::string_view field,
                                                std::size_t file) {
  auto found = iso_codes(row, field);
  for (const auto& code : found) codes_.try_emplace(code, FirstUse{place_of(row), file});
  return found;
}

void AuthorityTables::check() const {
  std::set<std::string_view> known;
  for (const Place& place : places.rows()) {
    if (place.kind == Place::Kind::country) known.insert(place.country);
  }
  for (const auto& [code, use] : codes_) {
    const bool shipped =
        people.is_first(use.file) || organisations.is_first(use.file) || places.is_first(use.file);
    if (!shipped && !known.count(code))
      throw Error(use.where + ": \"" + code + "\" is the ISO 3166-1 code of no known country");
  }
  std::map<std::pair<Field, std::string_view>, std::string_view> renamed;
  for (const auto& [field, id, name, line] : renamings) renamed[{field, id}] = name;
  for (const Given& given : given_) {
    with(given.field, [&](const auto& table) {
      const std::string key = name_key(kind_of(given.field), given.name);
      const auto rows = table.find(given.name);
      if (std::find(rows.begin(), rows.end(), given.row) == rows.end()) return;  // taken back since
      for (const std::uint32_t other : rows) {
        const std::string& id = table.rows()[other].id;
        const auto shown = renamed.find({given.field, id});
        const std::string_view own =
            shown == renamed.end() ? std::string_view(table.rows()[other].name) : shown->second;
        if (other != given.row && name_key(kind_of(given.field), own) == key)
          throw Error(given.where + ": " + is_of_another(given.field, given.name, id));
      }
    });
  }
}

bool AuthorityTables::read(const std::string& path, std::string_view text, std::size_t file) {
  const auto is = [&](std::string_view table) { return is_called(path, table); };
  if (is("people")) {
    TsvReader row(path, text, {"id", "name", "countries", "aliases"});
    read_people(row, file);
  } else if (is("organisations") || is("organizations")) {
    TsvReader row(path, text, {"id", "name", "kind", "country", "aliases"});
    read_organisations(row, file);
  } else if (is("places")) {
    places.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    TsvReader row(path, text,
                  {"id", "name", "kind", "country", "population", "aliases", "demonyms"});
    read_places(row, file);
  } else if (is("outlets")) {
    TsvReader row(path, text, {"id", "name", "kind", "domains", "aliases"});
    read_outlets(row, file);
  } else if (is("given_names")) {
    TsvReader row(path, text, {"name", "gender"});
    read_given_names(row);
  } else {
    return false;
  }
  return true;
}

std::vector<std::uint32_t> AuthorityTables::countries_of(std::string_view code) const {
  std::vector<std::uint32_t> found;
  const auto& rows = places.rows();
  for (std::uint32_t i = 0; i < rows.size() && code.size() == 2; ++i) {
    if (rows[i].kind == Place::Kind::country && rows[i].country == ascii_lower(code))
      found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rows[a].population > rows[b].population;
  });
  return found;
}

void AuthorityTables::index() {
  for (std::uint32_t i = 0; i < people.rows().size(); ++i) {
    const auto& person = people.rows()[i];
    surnames.add(word_key(last_word(person.name)), i, last_word(person.name));
    for (const auto& alias : person.aliases) {
      // Of longer aliases ("Kirill of Moscow") the last word need not be a surname.
      if (alias.find(' ') == std::string::npos) surnames.add(word_key(alias), i, alias);
    }
  }
  surnames.close();
  const auto& rows = places.rows();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const auto& word : rows[i].demonyms)
      demonyms.add(name_key(EntityKind::organisation, word), i, word);
    if (rows[i].kind != Place::Kind::country) continue;
    const auto [known, fresh] = countries.try_emplace(rows[i].country, i);
    if (!fresh && rows[known->second].population < rows[i].population) known->second = i;
  }
  demonyms.close();
}

}  // namespace alatoo
