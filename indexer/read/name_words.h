// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alatoo {

/// Words in and around the names that bylines and credits list. All take a word in lower case.

/// One that names of outlets have and names of persons do not: "courier", "news".
bool is_outlet_word(std::string_view low);
/// One that says what somebody does, not who it is: "editor", "political", "photographs", "автор".
bool is_role_word(std::string_view low);
/// One that accounts and desks are called by, never a person: "desk", "admin", "редакция".
bool names_no_one(std::string_view low);
/// One behind "by" that starts no name: "Friday", "early".
bool starts_no_name(std::string_view low);
/// One inside names: "de", "bin", "uulu".
bool is_name_particle(std::string_view low);
/// One that stands between two names: "and", "и".
bool joins_names(std::string_view low);
/// One that a place follows: "in", "из".
bool leads_to_place(std::string_view low);
/// One that may stand between names or beside one: any but the first four.
bool goes_with_names(std::string_view low);

}  // namespace alatoo
