// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/authority.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <numeric>
#include <span>
#include <unordered_map>

#include "common/error.h"
#include "common/key_index.h"
#include "common/name_key.h"
#include "common/text.h"
#include "common/tsv.h"

namespace alatoo {
namespace {

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string> values(std::string_view field) {
  std::vector<std::string> out;
  for (const auto part : split(field, '|')) {
    if (!part.empty()) out.emplace_back(part);
  }
  return out;
}

std::vector<std::string> iso_codes(const TsvReader& row, std::string_view field) {
  auto codes = values(field);
  for (auto& code : codes) {
    code = ascii_lower(code);
    if (code.size() != 2) row.fail("\"" + code + "\" is no ISO 3166-1 code of two letters");
  }
  return codes;
}

std::string_view last_word(std::string_view name) {
  const auto blank = name.find_last_of(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

/// Rows of one table. A later file may replace a row of an earlier one by naming its id again; the
/// same id twice in one file is a mistake.
template <typename Row>
class Table {
 public:
  void add(const TsvReader& reader, std::size_t file, Row row) {
    if (row.id.empty() || row.name.empty()) reader.fail("id and name must not be empty");
    const auto [known, fresh] =
        by_id_.try_emplace(XXH3_64bits(row.id.data(), row.id.size()), Origin{rows_.size(), file});
    if (fresh) {
      rows_.push_back(std::move(row));
    } else if (known->second.file == file) {
      reader.fail("the id \"" + row.id + "\" is given twice");
    } else {
      known->second.file = file;
      rows_[known->second.row] = std::move(row);
    }
  }

  void reserve(std::size_t rows) {
    rows_.reserve(rows);
    by_id_.reserve(rows);
  }
  std::vector<Row>& rows() { return rows_; }
  const std::vector<Row>& rows() const { return rows_; }
  void close() { by_id_ = {}; }

 private:
  struct Origin {
    std::size_t row;
    std::size_t file;
  };
  std::vector<Row> rows_;
  std::unordered_map<std::uint64_t, Origin> by_id_;
};

template <typename Row>
std::vector<const Row*> pick(const std::vector<Row>& rows, std::span<const std::uint32_t> indices) {
  std::vector<const Row*> out;
  out.reserve(indices.size());
  for (const auto index : indices) out.push_back(&rows[index]);
  return out;
}

Place::Kind place_kind(const TsvReader& row, std::string_view kind) {
  if (kind == "city") return Place::Kind::city;
  if (kind == "country") return Place::Kind::country;
  if (kind == "region") return Place::Kind::region;
  if (kind == "district") return Place::Kind::district;
  if (kind == "other") return Place::Kind::other;
  row.fail("\"" + std::string(kind) +
           "\" is no kind of place: city, country, region, district, other");
}

std::uint32_t population(const TsvReader& row, std::string_view field) {
  std::uint32_t number = 0;
  const auto result = std::from_chars(field.data(), field.data() + field.size(), number);
  if (!field.empty() && (result.ec != std::errc{} || result.ptr != field.data() + field.size())) {
    row.fail("the population \"" + std::string(field) + "\" is no whole number");
  }
  return number;
}

}  // namespace

struct Authority::Tables {
  Table<AuthorityName> people;
  Table<AuthorityName> organisations;
  Table<Place> places;
  Table<Outlet> outlets;
  std::unordered_map<std::string, Gender> given_names;
  KeyIndex people_by_name, people_by_surname, organisations_by_name, places_by_name, demonyms,
      outlets_by_name;
  std::unordered_map<std::string, std::uint32_t> countries;
  std::string fingerprint;

  void read_people(TsvReader row, std::size_t file);
  void read_organisations(TsvReader row, std::size_t file);
  void read_places(TsvReader row, std::size_t file);
  void read_outlets(TsvReader row, std::size_t file);
  void read_given_names(TsvReader row);
  void index();
};

void Authority::Tables::read_people(TsvReader row, std::size_t file) {
  while (row.next()) {
    people.add(row, file,
               {.id = std::string(row[0]),
                .name = std::string(row[1]),
                .kind = {},
                .countries = iso_codes(row, row[2]),
                .aliases = values(row[3])});
  }
}

void Authority::Tables::read_organisations(TsvReader row, std::size_t file) {
  while (row.next()) {
    organisations.add(row, file,
                      {.id = std::string(row[0]),
                       .name = std::string(row[1]),
                       .kind = std::string(row[2]),
                       .countries = iso_codes(row, row[3]),
                       .aliases = values(row[4])});
  }
}

void Authority::Tables::read_places(TsvReader row, std::size_t file) {
  while (row.next()) {
    places.add(row, file,
               {.id = std::string(row[0]),
                .name = std::string(row[1]),
                .kind = place_kind(row, row[2]),
                .country = ascii_lower(row[3]),
                .population = population(row, row[4]),
                .aliases = values(row[5]),
                .demonyms = values(row[6])});
  }
}

void Authority::Tables::read_outlets(TsvReader row, std::size_t file) {
  while (row.next()) {
    outlets.add(row, file,
                {.id = std::string(row[0]),
                 .name = std::string(row[1]),
                 .agency = row[2] == "agency",
                 .domains = values(row[3]),
                 .aliases = values(row[4])});
  }
}

void Authority::Tables::read_given_names(TsvReader row) {
  while (row.next()) {
    if (row[0].empty()) row.fail("the name must not be empty");
    const auto gender = row[1] == "m" || row[1] == "male"     ? Gender::male
                        : row[1] == "f" || row[1] == "female" ? Gender::female
                                                              : Gender::unknown;
    const auto [known, fresh] = given_names.try_emplace(word_key(row[0]), gender);
    if (!fresh && known->second != gender) known->second = Gender::unknown;
  }
}

void Authority::Tables::index() {
  const auto names_of = [](KeyIndex& index, EntityKind kind, const auto& rows) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      index.add(name_key(kind, rows[i].name), i, rows[i].name);
      for (const auto& alias : rows[i].aliases) index.add(name_key(kind, alias), i, alias);
    }
    index.close();
  };
  names_of(people_by_name, EntityKind::person, people.rows());
  names_of(organisations_by_name, EntityKind::organisation, organisations.rows());

  for (std::uint32_t i = 0; i < people.rows().size(); ++i) {
    const auto& person = people.rows()[i];
    people_by_surname.add(word_key(last_word(person.name)), i, last_word(person.name));
    for (const auto& alias : person.aliases) {
      // Of longer aliases ("Kirill of Moscow") the last word need not be a surname.
      if (alias.find(' ') == std::string::npos) people_by_surname.add(word_key(alias), i, alias);
    }
  }
  people_by_surname.close();

  // Rows in order of population: the index returns rows ascending, hence the largest first.
  auto& rows = places.rows();
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rows[a].population > rows[b].population;
  });
  std::vector<Place> sorted;
  sorted.reserve(rows.size());
  for (const auto i : order) sorted.push_back(std::move(rows[i]));
  rows = std::move(sorted);
  names_of(places_by_name, EntityKind::city, places.rows());
  for (std::uint32_t i = 0; i < places.rows().size(); ++i) {
    const auto& place = places.rows()[i];
    if (place.kind == Place::Kind::country) countries.try_emplace(place.country, i);
    for (const auto& word : place.demonyms) {
      demonyms.add(name_key(EntityKind::organisation, word), i, word);
    }
  }
  demonyms.close();

  for (std::uint32_t i = 0; i < outlets.rows().size(); ++i) {
    for (const auto& domain : outlets.rows()[i].domains) {
      outlets_by_name.add(name_key(EntityKind::organisation, domain), i, "");
    }
  }
  names_of(outlets_by_name, EntityKind::organisation, outlets.rows());
  people.close();
  organisations.close();
  places.close();
  outlets.close();
}

Authority::Authority(const std::vector<std::pair<std::string, std::string_view>>& files)
    : tables_(std::make_unique<Tables>()) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& [path, text] = files[i];
    const auto name = std::string_view(path).substr(path.find_last_of('/') + 1);
    if (name == "people.tsv") {
      tables_->read_people({path, text, {"id", "name", "countries", "aliases"}}, i);
    } else if (name == "organisations.tsv") {
      tables_->read_organisations({path, text, {"id", "name", "kind", "country", "aliases"}}, i);
    } else if (name == "places.tsv") {
      tables_->places.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n') +
                                                       tables_->places.rows().size()));
      tables_->read_places(
          {path, text, {"id", "name", "kind", "country", "population", "aliases", "demonyms"}}, i);
    } else if (name == "outlets.tsv") {
      tables_->read_outlets({path, text, {"id", "name", "kind", "domains", "aliases"}}, i);
    } else if (name == "given_names.tsv") {
      tables_->read_given_names({path, text, {"name", "gender"}});
    } else {
      throw Error(path + ": not a table of the authority: people.tsv, places.tsv, " +
                  "organisations.tsv, outlets.tsv, given_names.tsv");
    }
    hash = XXH3_64bits_withSeed(name.data(), name.size(), hash);
    hash = XXH3_64bits_withSeed(text.data(), text.size(), hash);
  }
  tables_->index();
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  tables_->fingerprint = hex;
}

Authority::~Authority() = default;

std::vector<const AuthorityName*> Authority::people(std::string_view name) const {
  return pick(tables_->people.rows(),
              tables_->people_by_name.find(name_key(EntityKind::person, name), name));
}

std::vector<const AuthorityName*> Authority::organisations(std::string_view name) const {
  return pick(tables_->organisations.rows(),
              tables_->organisations_by_name.find(name_key(EntityKind::organisation, name), name));
}

std::vector<const Place*> Authority::places(std::string_view name) const {
  return pick(tables_->places.rows(),
              tables_->places_by_name.find(name_key(EntityKind::city, name), name));
}

std::vector<const AuthorityName*> Authority::people_by_surname(std::string_view word) const {
  return pick(tables_->people.rows(), tables_->people_by_surname.find(word_key(word), word));
}

const Place* Authority::demonym(std::string_view word) const {
  const auto rows = tables_->demonyms.find(name_key(EntityKind::organisation, word), word);
  return rows.empty() ? nullptr : &tables_->places.rows()[rows.front()];
}

const Place* Authority::country(std::string_view iso) const {
  const auto found = tables_->countries.find(ascii_lower(iso));
  return found == tables_->countries.end() ? nullptr : &tables_->places.rows()[found->second];
}

const Outlet* Authority::outlet(std::string_view name) const {
  const auto rows = tables_->outlets_by_name.find(name_key(EntityKind::organisation, name), name);
  return rows.empty() ? nullptr : &tables_->outlets.rows()[rows.front()];
}

bool Authority::is_given_name(std::string_view word) const {
  return tables_->given_names.count(word_key(word)) != 0;
}

Gender Authority::gender(std::string_view given_name) const {
  const auto found = tables_->given_names.find(word_key(given_name));
  return found == tables_->given_names.end() ? Gender::unknown : found->second;
}

const std::string& Authority::fingerprint() const { return tables_->fingerprint; }

}  // namespace alatoo
