// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// Names as bylines and credits list them: "Ann Lee in Oslo and Bo Ek, Daily Courier". A name is a
/// run of two to five capitalised words; what stands behind "in" is a place; a run with a word such
/// as "News" or all in capitals behind a name is an outlet.
///
/// Adds each person (names all in capitals put in mixed case) and, if asked for, each outlet once.
/// `stop_at_other`: the list ends at the first word that neither belongs to a name nor joins two.
void listed_names(std::string_view text, bool stop_at_other, std::vector<std::string>& people,
                  std::vector<std::string>* outlets);

/// The persons alone.
std::vector<std::string> person_names(std::string_view text);

/// True if a word of the name is one that outlets are called by: "The Courier", "Radio Oslo".
bool is_outlet_name(std::string_view name);

/// For a lower-case word: it may stand between names or beside one ("and", "in", "van", "editor").
bool goes_with_names(std::string_view low);
/// For a lower-case word: inside names such as "de", "bin", "uulu".
bool is_name_particle(std::string_view low);
/// For a lower-case word behind "by": no name starts with it ("Friday", "early").
bool starts_no_name(std::string_view low);

/// "BISHKEK" as "Bishkek"; words that are not all in capitals are left alone.
std::string title_case(std::string_view text);

/// "Ann Lee, Bo Ek and Cy Fox".
std::string joined_names(const std::vector<std::string>& names);

/// Appends a name that is not empty and not yet there.
void add_once(std::vector<std::string>& names, std::string name);

}  // namespace alatoo
