// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/authority.h"
#include "common/tsv.h"

namespace alatoo {

// The values in the fields of the tables. All fail with the line of `row` where one is no such
// value; case does not matter but in ids and names.

/// The values of a field that are joined by '|', none empty.
std::vector<std::string> values(std::string_view field);
/// An id is made of small letters of any script, digits and hyphens.
void check_id(const TsvReader& row, std::string_view id);
/// ISO 3166-1 alpha-2, in lower case; whether there is such a country is not looked at.
std::vector<std::string> iso_codes(const TsvReader& row, std::string_view field);
/// Of nothing a city.
Place::Kind place_kind(const TsvReader& row, std::string_view field);
std::string organisation_kind(const TsvReader& row, std::string_view field);
std::string outlet_kind(const TsvReader& row, std::string_view field);
std::uint32_t population(const TsvReader& row, std::string_view field);
Gender gender(const TsvReader& row, std::string_view field);
/// "news.example" of that, and of "https://news.example/".
std::string bare_domain(const TsvReader& row, std::string_view domain);

}  // namespace alatoo
