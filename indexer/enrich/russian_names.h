// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/authority.h"

namespace alatoo {

/// Grammatical cases, as a set of bits.
enum RussianCase : std::uint32_t {
  kNominative = 1u << 0,
  kGenitive = 1u << 1,
  kDative = 1u << 2,
  kAccusative = 1u << 3,
  kInstrumental = 1u << 4,
  kPrepositional = 1u << 5,
  kAnyCase = (1u << 6) - 1,
};

/// What a name's word may be: its nominative, if it stands in one of `cases`.
struct Declension {
  std::string nominative;  ///< lower case
  std::uint32_t cases = kNominative;
};

/// True if the word, in lower case, is written in Cyrillic.
bool is_cyrillic(std::string_view word);

/// True if the word in lower case is a single letter.
bool is_one_letter(std::string_view word);

/// True for words that end as Russian and Russified surnames alone do, in any case: "бакиева",
/// "жириновскому", "петренко", "саакашвили". Lower case.
bool has_family_ending(std::string_view lower);

/// True for adjectives in -ский, in any case: what a surname ("жириновскому") and the name of a
/// land ("чуйской") may be. Lower case.
bool has_adjective_ending(std::string_view lower);

/// "исаковна", "владимировичу": a father's name, in any case. Lower case.
bool is_fathers_name(std::string_view lower);

/// The readings of a first name, a father's name or a surname of one of the gender: what it is in
/// the nominative and in which cases it then stands. Never empty; lower case.
std::vector<Declension> given_readings(const std::string& lower, Gender gender);
std::vector<Declension> fathers_readings(const std::string& lower, Gender gender);
std::vector<Declension> family_readings(const std::string& lower, Gender gender);

/// The cases in which a noun of title stands ("президентом"), any if that cannot be told.
std::uint32_t cases_of_noun(std::string_view lower, bool in_nominative);

/// The cases that a preposition asks for; 0 if the word is none.
std::uint32_t cases_behind(std::string_view preposition);

}  // namespace alatoo
