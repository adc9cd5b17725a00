// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/authority.h"

namespace alatoo {

/// The words of a person's name as word keys (common/name_key.h), in order: initials one letter
/// each; nicknames and suffixes such as Jr left out.
using NameKeys = std::vector<std::string_view>;

/// True if two full names may be one person's: one is a shorter form of the other (initials, middle
/// names and patronymics left out, "Bill" for "William", a second surname left out: "Felipe
/// Calderon" of "Felipe Calderon Hinojosa"), or has the surname first. Symmetric; true for equal
/// names; false if one is empty.
bool may_be_one(const NameKeys& a, const NameKeys& b);

/// True if the full name ends with `tail`: "van der Sar" or "Sar", "al-Sisi" or "Sisi", and for
/// `gender` female also "Akayev" of "Bermet Akayeva".
bool ends_with_family(const NameKeys& name, const NameKeys& tail, Gender gender);

/// True if one word of the name that is no initial is `key`.
bool has_word(const NameKeys& name, std::string_view key);

/// True if two family names of at least six letters differ by one letter, as slips of the pen do.
/// Names of the two genders ("akaev", "akaeva") do not.
bool one_letter_off(std::string_view a, std::string_view b);

/// True for surnames that women bear in another form, as either bears them: "akaev", "akaeva".
bool is_slavic(std::string_view family);

/// The gender that a Slavic surname shows; unknown if it shows none.
Gender gender_of_family(std::string_view family);

/// The forms "Akayev", "Akayeva" of a family name that `gender` bears; the name itself if it has
/// one form.
std::string family_of(std::string family, Gender gender);

/// True if the first word of the name is likely its family name: Chinese and Korean ones.
bool is_family_first(const NameKeys& name);

}  // namespace alatoo
