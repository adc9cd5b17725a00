// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/authority.h"
#include "common/key_index.h"
#include "common/tsv.h"

namespace alatoo {

/// "people.tsv:3": a line as it is shown with what it did; folders left out.
std::string line_of(const TsvReader& row);
/// "mine/people.tsv:3": as errors name it.
std::string place_of(const TsvReader& row);
std::string_view file_name(std::string_view path);
/// True if the file holds a part of the table by its name: "people.tsv", "People-kg.tsv".
bool is_called(std::string_view path, std::string_view table);

/// Of a person's name the surname, in the usual order.
std::string_view last_word(std::string_view name);

/// What is said of a name that is already that of the entity `id`.
std::string is_of_another(Field field, std::string_view name, std::string_view id);

/// The id under which an unknown name of a key field is known.
std::string unknown_id(Field field, std::string_view name);

/// Rows of one table, by id and by name. `Row` is AuthorityName, Place or Outlet.
template <typename Row>
class AuthorityTable {
 public:
  /// `field`: a field whose names are of the kind that the table has.
  explicit AuthorityTable(Field field) : field_(field) {}

  const std::vector<Row>& rows() const { return rows_; }
  std::optional<std::uint32_t> by_id(std::string_view id) const;
  /// Rows that have the name, ascending.
  std::vector<std::uint32_t> find(std::string_view name) const;
  /// True if it is the name of the row itself, in any spelling.
  bool is_name_of(std::uint32_t row, std::string_view name) const;

  /// The row that a line of file number `file` speaks of: that of its `id`, else the one which
  /// `same` accepts among those called `name`, else a new one. Throws Error if another line of the
  /// file did already, or if more than one is meant.
  template <typename Same>
  Row& open(const TsvReader& line, std::size_t file, std::string_view id, std::string_view name,
            const Same& same);
  /// To be called after lines were read: find() knows them from then on.
  void index();

  /// True of the file that the table began with: the others lay over it.
  bool is_first(std::size_t file) const { return file == first_file_; }

  void reserve(std::size_t rows);

  void add_alias(std::uint32_t row, const std::string& alias);
  /// Takes an alias away from a row, in any spelling.
  void drop_alias(std::uint32_t row, std::string_view alias);

 private:
  void index_row(std::uint32_t row);

  Field field_;
  std::vector<Row> rows_;
  std::vector<std::size_t> files_;  ///< the last file that spoke of the row
  std::optional<std::size_t> first_file_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_id_;
  KeyIndex by_name_;
  std::size_t indexed_ = 0;
  std::vector<std::uint32_t> stale_;  ///< rows that changed since
};

/// A line that gives a row another name than it is stored under.
struct AuthorityRenaming {
  Field field;
  std::string id;
  std::string name;
  std::string line;
};

/// The tables as read, and what is looked up in them.
struct AuthorityTables {
  AuthorityTable<AuthorityName> people{Field::person};
  AuthorityTable<AuthorityName> organisations{Field::organisation};
  AuthorityTable<Place> places{Field::city};
  AuthorityTable<Outlet> outlets{Field::source};
  std::unordered_map<std::string, Gender> given_names;
  KeyIndex surnames, demonyms;
  std::unordered_map<std::string, std::uint32_t> countries;
  std::vector<AuthorityRenaming> renamings;

  /// Reads a table into `people`, ... by the name of the file; false if it has none of their names.
  /// `file` counts the files.
  bool read(const std::string& path, std::string_view text, std::size_t file);
  /// To be called when all tables are read. Throws Error naming the line that has the code of no
  /// country, or gives somebody the name of another.
  void check() const;
  /// Countries with the ISO code, of any case, most populous first.
  std::vector<std::uint32_t> countries_of(std::string_view code) const;
  /// To be called last: surnames, demonyms and countries.
  void index();

  /// Calls `visit` with the table of a key field.
  template <typename Visit>
  auto with(Field field, const Visit& visit) {
    return with(*this, field, visit);
  }
  template <typename Visit>
  auto with(Field field, const Visit& visit) const {
    return with(*this, field, visit);
  }

 private:
  template <typename Tables, typename Visit>
  static auto with(Tables& tables, Field field, const Visit& visit) {
    switch (field) {
      case Field::person:
        return visit(tables.people);
      case Field::organisation:
        return visit(tables.organisations);
      case Field::source:
        return visit(tables.outlets);
      default:
        return visit(tables.places);
    }
  }

  void read_people(TsvReader& row, std::size_t file);
  void read_organisations(TsvReader& row, std::size_t file);
  void read_places(TsvReader& row, std::size_t file);
  void read_outlets(TsvReader& row, std::size_t file);
  void read_given_names(TsvReader& row);
  template <typename Row>
  /// The names of a line: another one than the row has is what is to be shown.
  void take_names(Field field, const TsvReader& line, Row& row);
  std::vector<std::string> codes(const TsvReader& row, std::string_view field, std::size_t file);

  /// A name or alias that a line of the user's gave to a row.
  struct Given {
    Field field;
    std::uint32_t row;
    std::string name;
    std::string where;
  };
  std::vector<Given> given_;
  struct FirstUse {
    std::string where;
    std::size_t file;
  };
  std::map<std::string, FirstUse> codes_;  ///< of countries
};

}  // namespace alatoo
