// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace alatoo {

/// What a word tells about the names around it. A word may give several cues.
enum Cue : std::uint32_t {
  kHonorific = 1u << 0,  ///< Mr, Mrs, Dr: a surname follows
  kTitle = 1u << 1,      ///< President, Sen.: stands before a name, capitalised or not
  kRoyal = 1u << 2,      ///< King, Pope: one word is a full name behind it
  kRole = 1u << 3,       ///< aide, analyst, striker: says that the name beside it is a person's
  kSpeech = 1u << 4,     ///< said, told
  kActing = 1u << 5,     ///< agreed, pledged: what a government does when its capital stands for it
  kKin = 1u << 6,        ///< brother, wife
  kFemale = 1u << 7,     ///< of honorifics, kin and royals: a woman
  kMale = 1u << 8,
  kParticle = 1u << 9,    ///< de, van, bin, uulu: lower case inside a person's name
  kSuffix = 1u << 10,     ///< Jr, III: behind a person's name
  kPortfolio = 1u << 11,  ///< State, Defence: behind "Secretary of"
  kCompany = 1u << 12,    ///< Inc, Ltd: ends a company's name, is not part of the short name
  kOrgTail = 1u << 13,    ///< Party, University: ends an organisation's name
  kOrgHead = 1u << 14,    ///< Ministry, Bank: with "of" starts one
  kPress = 1u << 15,      ///< Times, Herald: ends a newspaper's name
  kLandTail = 1u << 16,   ///< Region, Valley, Street: the name before it is no city's
  kLandHead = 1u << 17,   ///< Lake, Mount, and with "of" Gulf, Province: the name behind it is none
  kSettlement = 1u << 18,    ///< city, village, capital: the name beside it is a city's
  kLocative = 1u << 19,      ///< in, from, near
  kCalendar = 1u << 20,      ///< months and weekdays
  kFunction = 1u << 21,      ///< words that are capitalised only because a sentence starts
  kNounlike = 1u << 22,      ///< capitalised common nouns that are no part of a person's name
  kDirection = 1u << 23,     ///< north, southern, central
  kAmbiguous = 1u << 24,     ///< also the name of a town: Reading, Nice
  kAbbreviation = 1u << 25,  ///< a full stop behind it ends no sentence
  kThingTail = 1u << 27,     ///< Cup, Treaty, Day: ends the name of what is neither person nor body
  kTeam = 1u << 28,          ///< behind a city's name: its team is meant
  kSport = 1u << 29,         ///< striker, league, wicket: many of them make an article one on sport
  kReports = 1u << 26,       ///< reporting, correspondent: the name beside it may be the writer's
};

/// The cues of a lower-case word without dots and apostrophes; 0 if it gives none.
std::uint32_t cues_of(std::string_view word);

}  // namespace alatoo
