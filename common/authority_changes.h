// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/authority_tables.h"

namespace alatoo {

/// What the user's lines make of entities: the names that rows of the user's tables gave to known
/// ones, and the lines of changes.tsv: alias, rename, merge, hide. An entity is meant by its id,
/// else by a name in any spelling; a name that no table has means the entity that the recogniser
/// makes of it.
class AuthorityChanges {
 public:
  /// Obeys the tables' renamings.
  explicit AuthorityChanges(AuthorityTables& tables);

  /// Obeys the lines of one file in their order. Aliases are added to `tables`. Throws Error naming
  /// file and line where one cannot be obeyed.
  void read(std::string_view file, std::string_view text);
  /// To be called last: settles what each id is.
  void close();

  /// See Authority::change.
  const EntityChange* find(Field field, std::string_view id) const;
  const std::vector<ChangeLine>& lines() const { return lines_; }

 private:
  using Id = std::pair<Field, std::string>;
  /// An entity that a line names.
  struct Subject {
    std::string id;
    std::string typed;  ///< the name as it stands in the line; empty if it is an id
    bool row = false;   ///< a table has it
  };
  /// What lines said of an id so far.
  struct State {
    std::string into;      ///< the id it was merged into; empty: it stands for itself
    bool is_name = false;  ///< that of a name that a line gave to `into`
    std::string joined;    ///< the line that says `into`
    std::string name;
    std::vector<std::string> aliases;
    std::string why;
    bool hidden = false;
  };

  Subject find(const TsvReader& line, Field field, std::string_view name);
  /// People of the tables with the surname.
  std::vector<std::uint32_t> namesakes(std::string_view surname);
  /// The entity that the line is about; keeps it among the lines.
  Subject subject(const TsvReader& line, Field field);
  /// The entity that another is merged into; keeps it too if no table has it.
  Subject heir(const TsvReader& line, Field field);
  void keep(const TsvReader& line, Field field, std::string_view name, const Subject& meant,
            bool heir);
  /// What it was merged into, in the end.
  std::string root(Field field, const std::string& id);
  State& state(Field field, const std::string& id) { return states_[{field, id}]; }
  /// Fails because `name` was made part of `id` before.
  [[noreturn]] void contradicts(const TsvReader& line, Field field, std::string_view name,
                                const std::string& id);
  void note(State& of, const TsvReader& line, std::string_view action);
  /// Makes `name` mean `id`, for later lines and for what the recogniser makes of it.
  void give_name(const TsvReader& line, Field field, const Subject& to, std::string_view name,
                 std::string_view action);

  void alias(const TsvReader& line, Field field);
  void rename(const TsvReader& line, Field field);
  void merge(const TsvReader& line, Field field);
  void hide(const TsvReader& line, Field field);

  AuthorityTables& tables_;
  std::map<Id, State> states_;
  std::vector<EntityChange> changes_;
  std::map<Id, std::size_t> change_of_;
  std::vector<ChangeLine> lines_;
  std::map<std::string, std::vector<std::uint32_t>> surnames_;
};

}  // namespace alatoo
