// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/authority.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <span>

#include "common/authority_changes.h"
#include "common/authority_tables.h"
#include "common/error.h"
#include "common/name_key.h"

namespace alatoo {
namespace {

/// Raised whenever the same tables make other entities of the same names: part of the fingerprint.
constexpr std::uint64_t kRulesVersion = 4;

template <typename Row>
std::vector<const Row*> pick(const std::vector<Row>& rows, std::span<const std::uint32_t> indices) {
  std::vector<const Row*> out;
  out.reserve(indices.size());
  for (const auto index : indices) out.push_back(&rows[index]);
  return out;
}

template <typename Row>
const Row* by_id(const AuthorityTable<Row>& table, std::string_view id) {
  const auto row = table.by_id(id);
  return row ? &table.rows()[*row] : nullptr;
}

/// The rows that have the name, first those that have it as their own.
template <typename Row>
std::vector<const Row*> own_first(const AuthorityTable<Row>& table, std::string_view name) {
  std::vector<std::uint32_t> rows = table.find(name);
  if (rows.size() > 1) {
    std::stable_partition(rows.begin(), rows.end(),
                          [&](std::uint32_t row) { return table.is_name_of(row, name); });
  }
  return pick(table.rows(), rows);
}

std::vector<const Place*> by_population(std::vector<const Place*> places) {
  const auto larger = [](const Place* a, const Place* b) { return a->population > b->population; };
  if (places.size() > 1) std::stable_sort(places.begin(), places.end(), larger);
  return places;
}

bool is_changes(std::string_view path) { return is_called(path, "changes"); }

}  // namespace

Authority::Authority(const std::vector<std::pair<std::string, std::string_view>>& files) {
  auto tables = std::make_unique<AuthorityTables>();
  std::uint64_t hash = kRulesVersion;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& [path, text] = files[i];
    if (!is_changes(path) && !tables->read(path, text, i)) {
      throw Error(path + ": the name of a table begins with people, places, organisations, " +
                  "outlets, given_names or changes");
    }
    const auto name = file_name(path);
    hash = XXH3_64bits_withSeed(name.data(), name.size(), hash);
    hash = XXH3_64bits_withSeed(text.data(), text.size(), hash);
  }
  tables->check();
  auto changes = std::make_unique<AuthorityChanges>(*tables);
  for (const auto& [path, text] : files) {
    if (is_changes(path)) changes->read(path, text);
  }
  changes->close();
  tables->index();
  tables_ = std::move(tables);
  changes_ = std::move(changes);
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  fingerprint_ = hex;
}

Authority::~Authority() = default;

std::vector<const AuthorityName*> Authority::people(std::string_view name) const {
  return own_first(tables_->people, name);
}

std::vector<const AuthorityName*> Authority::organisations(std::string_view name) const {
  return own_first(tables_->organisations, name);
}

std::vector<const Place*> Authority::places(std::string_view name) const {
  return by_population(pick(tables_->places.rows(), tables_->places.find(name)));
}

std::vector<const AuthorityName*> Authority::people_by_surname(std::string_view word) const {
  return pick(tables_->people.rows(), tables_->surnames.find(word_key(word), word));
}

const Place* Authority::demonym(std::string_view word) const {
  const auto rows = tables_->demonyms.find(name_key(EntityKind::organisation, word), word);
  return rows.empty() ? nullptr : by_population(pick(tables_->places.rows(), rows)).front();
}

const Place* Authority::country(std::string_view iso) const {
  std::string code(iso);
  for (char& c : code) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto found = tables_->countries.find(code);
  return found == tables_->countries.end() ? nullptr : &tables_->places.rows()[found->second];
}

const Outlet* Authority::outlet(std::string_view name) const {
  const auto rows = own_first(tables_->outlets, name);
  return rows.empty() ? nullptr : rows.front();
}

const AuthorityName* Authority::person_by_id(std::string_view id) const {
  return by_id(tables_->people, id);
}

const AuthorityName* Authority::organisation_by_id(std::string_view id) const {
  return by_id(tables_->organisations, id);
}

const Outlet* Authority::outlet_by_id(std::string_view id) const {
  return by_id(tables_->outlets, id);
}

bool Authority::is_given_name(std::string_view word) const {
  return tables_->given_names.count(word_key(word)) != 0;
}

Gender Authority::gender(std::string_view given_name) const {
  const auto found = tables_->given_names.find(word_key(given_name));
  return found == tables_->given_names.end() ? Gender::unknown : found->second;
}

const EntityChange* Authority::change(Field field, std::string_view id) const {
  return changes_->find(field, id);
}

const std::vector<ChangeLine>& Authority::change_lines() const { return changes_->lines(); }

const std::string& Authority::fingerprint() const { return fingerprint_; }

}  // namespace alatoo
