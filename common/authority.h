// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/fields.h"

namespace alatoo {

/// One line of people.tsv or organisations.tsv.
struct AuthorityName {
  std::string id;
  std::string name;
  std::string kind;                    ///< organisations: party, ministry, agency, ...
  std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2, lower case
  std::vector<std::string> aliases;    ///< full forms, and surnames that denote this one alone
  std::string line;  ///< "people.tsv:3", the line of the user's that gave or changed it; else empty
};

/// One line of places.tsv.
struct Place {
  enum class Kind : std::uint8_t { city, country, region, district, other };
  std::string id;
  std::string name;
  Kind kind = Kind::other;
  std::string country;  ///< ISO 3166-1 alpha-2, lower case
  std::uint32_t population = 0;
  std::vector<std::string> aliases;
  std::vector<std::string> demonyms;
  std::string line;  ///< as AuthorityName's
};

/// One line of outlets.tsv.
struct Outlet {
  std::string id;
  std::string name;
  bool agency = false;
  std::vector<std::string> domains;
  std::vector<std::string> aliases;
  std::string line;  ///< as AuthorityName's
};

enum class Gender : std::uint8_t { unknown, male, female };

/// What the user's own lines make of an entity that a table or a name key gives.
struct EntityChange {
  std::string id;                    ///< of the entity that it is now
  std::string name;                  ///< to be shown; empty: the form that most articles use
  std::vector<std::string> aliases;  ///< other names, those of what was merged with it included
  std::string why;  ///< row and lines, "authority x, changes.tsv:3 (merge), changes.tsv:4 (rename)"
  /// By the id of each entity that is part of it now: the line, "changes.tsv:3 (merge)".
  std::map<std::string, std::string, std::less<>> joined;
  bool hidden = false;
};

/// An entity that a line of changes.tsv names: its subject, or the object of a merge that no table
/// has.
struct ChangeLine {
  std::string line;  ///< "mine/changes.tsv:3", the file as the user named it
  Field field = Field::person;
  std::string name;    ///< as it stands there
  std::string id;      ///< the entity that this is
  bool known = false;  ///< a table has it
  bool heir = false;   ///< it is the object of a merge
};

struct AuthorityTables;
class AuthorityChanges;

/// What is known beforehand of names: people, places, organisations, outlets, given names. Looked
/// up under name keys, so spellings that differ by transliteration only need no alias of their own.
/// Case matters for names in capitals alone: "US" is met by "US" and "U.S.", not by "us" or "Us";
/// from four letters on ("NATO") one leading capital will do.
///
/// Rows say what is recognised in a text and under which name it is stored. What is shown for that
/// is one step further: `change`. So hiding, merging and renaming leave what is stored as it is.
/// Immutable once loaded; safe to share between threads.
class Authority {
 public:
  /// Reads tables from text: `files` pairs a file name such as "people.tsv", "people-kg.tsv" or
  /// "changes.tsv" with its content. Files of one table add up: a row of a later one that names a
  /// known id, or without an id the name of one row, changes that row in the columns that the file
  /// has; a name that differs is what is shown from then on. Changes come last, in the order of
  /// files and lines. Throws Error naming file and line where one cannot be obeyed.
  explicit Authority(const std::vector<std::pair<std::string, std::string_view>>& files);
  ~Authority();

  /// Who or what `name` (any full form or alias) denotes; empty if unknown. Persons and
  /// organisations: at most one is usual. Cities: all namesakes, most populous first.
  std::vector<const AuthorityName*> people(std::string_view name) const;
  std::vector<const AuthorityName*> organisations(std::string_view name) const;
  std::vector<const Place*> places(std::string_view name) const;

  /// People whose canonical name ends with this word, or who have it as an alias.
  std::vector<const AuthorityName*> people_by_surname(std::string_view word) const;

  /// The country that an adjective or demonym means ("Kyrgyz", "Britons"); null if none.
  const Place* demonym(std::string_view word) const;
  /// The country of an ISO code; null if unknown.
  const Place* country(std::string_view iso) const;

  /// An outlet by name, alias or domain; null if unknown.
  const Outlet* outlet(std::string_view name) const;

  /// Rows by id; null if there is none.
  const AuthorityName* person_by_id(std::string_view id) const;
  const AuthorityName* organisation_by_id(std::string_view id) const;
  const Outlet* outlet_by_id(std::string_view id) const;

  bool is_given_name(std::string_view word) const;
  /// Unknown for names that both bear, and for words that are no given name.
  Gender gender(std::string_view given_name) const;

  /// What the user's lines make of the entity `id` of a key field: that of a row, or `id_from_key`
  /// of an unknown name's key. Null: nothing.
  const EntityChange* change(Field field, std::string_view id) const;

  /// Whom the lines that were obeyed name, in their order.
  const std::vector<ChangeLine>& change_lines() const;

  /// XXH3 of all tables in hexadecimal: what the manifest records.
  const std::string& fingerprint() const;

 private:
  std::unique_ptr<const AuthorityTables> tables_;
  std::unique_ptr<const AuthorityChanges> changes_;
  std::string fingerprint_;
};

}  // namespace alatoo
