// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/authority_changes.h"

#include <algorithm>
#include <optional>
#include <set>

#include "common/name_key.h"
#include "common/text.h"

namespace alatoo {
namespace {

enum Column : std::uint8_t { kAction, kKind, kSubject, kObject };

Field field_called(const TsvReader& line, std::string_view kind) {
  const std::string name = ascii_lower(kind);
  const FieldInfo* field = find_field(name == "organization" ? "organisation" : name);
  if (!field || !field->has(kKeys) || field->field == Field::language) {
    line.fail("\"" + std::string(kind) +
              "\" is no kind: person, city, country, organisation, source");
  }
  return field->field;
}

/// Rows of the table are of the field, but for those of places.
template <typename Row>
bool fits(const Row&, Field) {
  return true;
}
bool fits(const Place& place, Field field) {
  return place.kind == (field == Field::country ? Place::Kind::country : Place::Kind::city);
}

/// The rows that a name means.
template <typename Table>
std::vector<std::uint32_t> meant(const Table& table, Field field, std::string_view name) {
  std::vector<std::uint32_t> found = table.find(name);
  std::erase_if(found, [&](std::uint32_t row) { return !fits(table.rows()[row], field); });
  return found;
}

template <typename Table>
std::optional<std::uint32_t> row_of(const Table& table, Field field, std::string_view id) {
  const auto row = table.by_id(id);
  return row && fits(table.rows()[*row], field) ? row : std::nullopt;
}

/// A line and what it does: "changes.tsv:3 (merge)".
std::string told(const TsvReader& line, std::string_view action) {
  return line_of(line) + " (" + std::string(action) + ")";
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// A name in small letters alone is how somebody types, not how it is to be shown.
bool is_spelt_out(std::string_view name) { return lower(name) != name; }

}  // namespace

AuthorityChanges::AuthorityChanges(AuthorityTables& tables) : tables_(tables) {
  for (const AuthorityRenaming& renaming : tables.renamings)
    state(renaming.field, renaming.id).name = renaming.name;
}

void AuthorityChanges::read(std::string_view file, std::string_view text) {
  TsvReader line(file, text, {"action", "kind", "subject", "object"});
  for (const std::size_t column : {kAction, kKind, kSubject}) line.require(column);
  while (line.next()) {
    const std::string action = ascii_lower(line[kAction]);
    const auto is = [&](std::string_view name) { return action == name; };
    if (!is("alias") && !is("rename") && !is("merge") && !is("hide"))
      line.fail(quoted(line[kAction]) + " is no action: alias, rename, merge, hide");
    const Field field = field_called(line, line[kKind]);
    if (line[kSubject].empty()) line.fail("the subject must not be empty");
    if (is("hide") != line[kObject].empty()) {
      line.fail(action +
                (is("hide") ? " takes no object" : " needs an object: the object is empty"));
    }
    if (is("alias")) alias(line, field);
    if (is("rename")) rename(line, field);
    if (is("merge")) merge(line, field);
    if (is("hide")) hide(line, field);
  }
}

AuthorityChanges::Subject AuthorityChanges::find(const TsvReader& line, Field field,
                                                 std::string_view name) {
  return tables_.with(field, [&](const auto& table) -> Subject {
    if (row_of(table, field, name)) return {std::string(name), "", true};
    std::vector<std::uint32_t> rows = meant(table, field, name);
    if (rows.size() > 1) {
      std::vector<std::uint32_t> own = rows;
      std::erase_if(own, [&](std::uint32_t row) { return !table.is_name_of(row, name); });
      if (!own.empty()) rows = own;
    }
    std::string id = unknown_id(field, name);
    // "isakov" is how an archive calls one of whom it has no more; "Isakov" is the surname.
    if (rows.empty() && field == Field::person && name != id) {
      rows = namesakes(name);
      if (rows.size() == 1) rows.clear();
    }
    if (rows.size() > 1) {
      std::string ids;
      for (std::size_t i = 0; i < rows.size() && i < 8; ++i)
        ids += (i ? ", " : "") + table.rows()[rows[i]].id;
      if (rows.size() > 8) ids += " and " + std::to_string(rows.size() - 8) + " more";
      line.fail(quoted(name) + " may be " + ids + ": say which by its id");
    }
    if (rows.empty() && field == Field::country) rows = tables_.countries_of(name);
    if (!rows.empty()) return {table.rows()[rows.front()].id, "", true};
    if (id.empty()) line.fail(quoted(name) + " is no name: it has no letter");
    if (row_of(table, field, id)) return {std::move(id), "", true};
    return {std::move(id), is_spelt_out(name) ? std::string(name) : "", false};
  });
}

std::vector<std::uint32_t> AuthorityChanges::namesakes(std::string_view surname) {
  if (surname.find(' ') != std::string_view::npos) return {};
  if (surnames_.empty()) {
    const auto& rows = tables_.people.rows();
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      surnames_[word_key(last_word(rows[i].name))].push_back(i);
  }
  const auto found = surnames_.find(word_key(surname));
  return found == surnames_.end() ? std::vector<std::uint32_t>{} : found->second;
}

AuthorityChanges::Subject AuthorityChanges::subject(const TsvReader& line, Field field) {
  Subject found = find(line, field, line[kSubject]);
  keep(line, field, line[kSubject], found, false);
  return found;
}

AuthorityChanges::Subject AuthorityChanges::heir(const TsvReader& line, Field field) {
  const std::string_view name = line[kObject];
  Subject found = find(line, field, name);
  if (found.row) return found;
  for (const Field other : kKeyFields) {
    if (other == field || other == Field::language) continue;
    const bool has = tables_.with(
        other, [&](const auto& table) { return row_of(table, other, name).has_value(); });
    if (has) {
      line.fail(quoted(name) + " is of the kind " + std::string(info(other).name) + ", not " +
                std::string(info(field).name));
    }
  }
  keep(line, field, name, found, true);
  return found;
}

void AuthorityChanges::keep(const TsvReader& line, Field field, std::string_view name,
                            const Subject& meant, bool heir) {
  std::string id = meant.id;
  for (auto found = states_.find({field, id}); found != states_.end() && found->second.is_name;
       found = states_.find({field, id})) {
    id = found->second.into;
  }
  lines_.push_back({place_of(line), field, std::string(name), std::move(id), meant.row, heir});
}

std::string AuthorityChanges::root(Field field, const std::string& id) {
  std::vector<State*> passed;
  std::string end = id;
  for (auto found = states_.find({field, end});
       found != states_.end() && !found->second.into.empty(); found = states_.find({field, end})) {
    passed.push_back(&found->second);
    end = found->second.into;
  }
  for (State* state : passed) state->into = end;  // a long chain is walked once
  return end;
}

void AuthorityChanges::contradicts(const TsvReader& line, Field field, std::string_view name,
                                   const std::string& id) {
  line.fail(quoted(name) + " is " + id + " by " + state(field, id).why +
            ", which this line contradicts: keep one of the lines");
}

void AuthorityChanges::note(State& of, const TsvReader& line, std::string_view action) {
  of.why += (of.why.empty() ? "" : ", ") + told(line, action);
}

void AuthorityChanges::give_name(const TsvReader& line, Field field, const Subject& to,
                                 std::string_view name, std::string_view action) {
  const std::string own = unknown_id(field, name);
  if (own.empty()) line.fail(quoted(name) + " is no name: it has no letter");
  const std::string id = root(field, to.id);
  tables_.with(field, [&](auto& table) {
    const auto row = row_of(table, field, id);
    bool has = false;
    for (const std::uint32_t other : meant(table, field, name)) {
      const auto& known = table.rows()[other];
      if (root(field, known.id) == id) {
        has = has || known.id == id;
        continue;
      }
      if (row && field == Field::city) continue;  // towns share names
      if (table.is_name_of(other, name)) line.fail(is_of_another(field, name, known.id));
      table.drop_alias(other, name);
    }
    const std::string before = root(field, own);
    if (before != id && before != own) contradicts(line, field, name, before);
    if (row && !has) table.add_alias(*row, std::string(name));
    if (!row && before != id) {
      State& link = state(field, own);
      link.into = id;
      link.is_name = true;
      link.joined = told(line, action);
    }
  });
}

void AuthorityChanges::alias(const TsvReader& line, Field field) {
  const Subject to = subject(line, field);
  give_name(line, field, to, line[kObject], "alias");
  State& of = state(field, root(field, to.id));
  of.aliases.emplace_back(line[kObject]);
  if (!to.typed.empty()) of.aliases.push_back(to.typed);
  note(of, line, "alias");
}

void AuthorityChanges::rename(const TsvReader& line, Field field) {
  const Subject from = subject(line, field);
  give_name(line, field, from, line[kObject], "rename");
  State& of = state(field, root(field, from.id));
  if (!of.name.empty()) of.aliases.push_back(of.name);
  if (!from.typed.empty()) of.aliases.push_back(from.typed);
  of.name = line[kObject];
  note(of, line, "rename");
}

void AuthorityChanges::merge(const TsvReader& line, Field field) {
  const Subject from = subject(line, field);
  const Subject to = heir(line, field);
  const std::string vanishing = root(field, from.id);
  const std::string staying = root(field, to.id);
  if (vanishing == staying) {
    if (from.id == staying && to.id != staying) contradicts(line, field, line[kObject], staying);
    return;
  }
  State& old = state(field, vanishing);
  old.into = staying;
  old.joined = told(line, "merge");
  State& of = state(field, staying);
  if (!from.typed.empty()) old.aliases.push_back(from.typed);
  if (of.name.empty() && !to.row && to.id == staying) of.name = to.typed;
  of.why = of.why.empty() ? std::move(old.why) : of.why + (old.why.empty() ? "" : ", ") + old.why;
  note(of, line, "merge");
}

void AuthorityChanges::hide(const TsvReader& line, Field field) {
  State& of = state(field, root(field, subject(line, field).id));
  of.hidden = true;
  note(of, line, "hide");
}

void AuthorityChanges::close() {
  std::map<Id, std::vector<const std::pair<const Id, State>*>> together;
  for (const auto& state : states_)
    together[{state.first.first, root(state.first.first, state.first.second)}].push_back(&state);
  for (const auto& [key, members] : together) {
    const auto& [field, id] = key;
    const State& of = states_[key];
    EntityChange& change = changes_.emplace_back();
    change.id = id;
    change.name = of.name;
    change.hidden = of.hidden;
    std::set<std::string> names;
    const auto gather = [&](Field kind, const std::string& own, const State& state) {
      tables_.with(kind, [&](const auto& table) {
        const auto row = row_of(table, kind, own);
        if (!row) return;
        const auto& known = table.rows()[*row];
        names.insert(known.name);
        names.insert(known.aliases.begin(), known.aliases.end());
        if (&state != &of) return;
        if (change.name.empty()) change.name = known.name;
        change.why = "authority " + (known.line.empty() ? known.id : known.line);
      });
      names.insert(state.name);
      names.insert(state.aliases.begin(), state.aliases.end());
    };
    for (const auto* member : members) {
      gather(field, member->first.second, member->second);
      if (!member->second.joined.empty())
        change.joined.emplace(member->first.second, member->second.joined);
      change_of_[member->first] = changes_.size() - 1;
    }
    if (!of.why.empty()) change.why += (change.why.empty() ? "" : ", ") + of.why;
    names.erase("");
    names.erase(change.name);
    change.aliases.assign(names.begin(), names.end());
  }
  states_.clear();
}

const EntityChange* AuthorityChanges::find(Field field, std::string_view id) const {
  if (change_of_.empty()) return nullptr;
  const auto found = change_of_.find(Id{field, id});
  return found == change_of_.end() ? nullptr : &changes_[found->second];
}

}  // namespace alatoo
