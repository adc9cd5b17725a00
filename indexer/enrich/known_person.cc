// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/known_person.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/name_key.h"
#include "common/tsv.h"

namespace alatoo {
namespace {

bool conflict(Gender a, Gender b) { return a != Gender::unknown && b != Gender::unknown && a != b; }

Gender gender_of(const Authority& authority, const AuthorityName& row) {
  return authority.gender(split(row.name, ' ').front());
}

}  // namespace

bool bears_suffix(const AuthorityName& row, std::string_view suffix) {
  const auto ends = [&](const std::string& name) {
    return word_key(name.substr(name.rfind(' ') + 1)) == suffix;
  };
  return ends(row.name) || std::any_of(row.aliases.begin(), row.aliases.end(), ends);
}

bool is_high_office(const WordInfo& role) {
  return role.is(kRoyal) || (role.is(kTitle) && role.is(kRole)) || role.lower == "pope";
}

const AuthorityName* known_person(Words& words, const Naming& naming) {
  const auto& authority = words.authority();
  const auto fits = [&](const AuthorityName* row) {
    return !conflict(gender_of(authority, *row), naming.titles.gender) &&
           (naming.suffix.empty() || bears_suffix(*row, naming.suffix));
  };
  const auto first_that_fits = [&](const auto& rows) -> const AuthorityName* {
    const auto found = std::find_if(rows.begin(), rows.end(), fits);
    return found == rows.end() ? nullptr : *found;
  };
  // A name put together is not in the text: with a relative's surname, without the nickname.
  if (naming.keys.size() > 1 && naming.last - naming.first != naming.keys.size()) {
    if (const auto* row = first_that_fits(authority.people(naming.name))) return row;
  }
  if (const auto* row = first_that_fits(words.people(naming.first, naming.last))) return row;
  if (naming.bare) {
    // "President Carter", of all Carters.
    const auto& roles = naming.titles.roles;
    if (!naming.titles.titled || !std::any_of(roles.begin(), roles.end(), [](const auto* role) {
          return is_high_office(*role);
        })) {
      return nullptr;
    }
    const auto rows = authority.people_by_surname(std::string(naming.keys.back()));
    return rows.size() == 1 && fits(rows.front()) ? rows.front() : nullptr;
  }
  // "Roza Isakovna Otunbayeva", "V. Putin", "Otunbayeva Roza": forms that are no alias, of one
  // whom the surname alone would denote, too.
  const auto family = std::string(naming.keys.back());
  const auto denoted = authority.people(family);
  const AuthorityName* only = nullptr;
  for (const auto* row : authority.people_by_surname(family)) {
    NameKeys keys;
    const std::string key = name_key(EntityKind::person, row->name);
    for (const auto part : split(key, ' ')) keys.push_back(part);
    const bool denotes = std::find(denoted.begin(), denoted.end(), row) != denoted.end();
    const bool turned = naming.keys.size() == keys.size() && naming.keys.back() == keys.back() &&
                        naming.keys.front() == keys.front();
    const bool longer = naming.keys.size() == 3 && is_patronymic(naming.keys[1]);
    if (!(denotes || turned || longer) || !may_be_one(keys, naming.keys) || !fits(row)) continue;
    if (only) return nullptr;
    only = row;
  }
  return only;
}

}  // namespace alatoo
