// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/organisation_forms.h"

#include <algorithm>
#include <string_view>

namespace alatoo {
namespace {

using Infos = std::vector<const WordInfo*>;

/// True if `acronym` is spelt by the initials of the words, connectors left out.
bool spells(std::string_view acronym, const Infos& words) {
  if (acronym.size() < 2 || words.size() < 2) return false;
  std::string initials;
  for (const auto* word : words) initials += word->lower[0];
  return acronym == initials;
}

bool is_land(const WordInfo* word) {
  return word->demonym != nullptr ||
         (word->known[0] & (kKnownCountry | kKnownMetropolis | kKnownRegion)) != 0 ||
         word->lower == "us" || word->lower == "uk" || word->lower == "u.s" ||
         word->lower == "u.s.";
}

bool is_tail(const WordInfo* word) { return word->is(kOrgTail | kCompany); }

/// "Interior Ministry" and "Ministry of Internal Affairs": the portfolio, and the office's kind.
Infos::const_iterator find_office(const Infos& words) {
  return std::find_if(words.begin(), words.end(), [](const WordInfo* word) {
    return word->lower == "ministry" || word->lower == "department";
  });
}

std::vector<std::string> portfolio(const Infos& words, Infos::const_iterator office) {
  std::vector<std::string> subjects;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (word == office || is_land(*word)) continue;
    std::string subject = (*word)->lower;
    if (subject == "affairs") continue;
    if (subject == "defense") subject = "defence";
    if (subject == "internal") subject = "interior";
    if (subject == "labor") subject = "labour";
    if (subject == "emergencies") subject = "emergency";
    if (subject == "situations") continue;
    subjects.push_back(std::move(subject));
  }
  std::sort(subjects.begin(), subjects.end());
  return subjects;
}

/// The country that a name tells; null if none.
const Place* land(const Infos& words) {
  for (const auto* word : words) {
    if (word->demonym) return word->demonym;
  }
  return nullptr;
}

bool same_office(const Infos& a, const Infos& b) {
  const auto office_a = find_office(a);
  const auto office_b = find_office(b);
  if (office_a == a.end() || office_b == b.end() || *office_a != *office_b) return false;
  const Place* land_a = land(a);
  const Place* land_b = land(b);
  if (land_a && land_b && land_a != land_b) return false;
  return portfolio(a, office_a) == portfolio(b, office_b);
}

bool written_as_one(const Infos& a, const Infos& b) {
  std::string one;
  std::string other;
  for (const auto* word : a) one += word->key;
  for (const auto* word : b) other += word->key;
  return one == other;
}

}  // namespace

bool is_form_of(const OrganisationForm& part, const OrganisationForm& whole) {
  const Infos& a = part.words;
  const Infos& b = whole.words;
  if (a.empty() || b.empty() || part.outlet || whole.outlet) return false;
  if (part.known && part.known == whole.known) return true;
  if (part.shortened && whole.acronym == a.front()) return true;
  if (part.known && whole.known) return false;
  if (written_as_one(a, b)) return true;
  if (part.shortened && spells(a.front()->lower, b)) return true;
  if (same_office(a, b)) return true;
  if (a.size() >= b.size()) return false;
  // "Kyrgyz Supreme Court", "Supreme Court of Kyrgyzstan"
  const std::size_t more = b.size() - a.size();
  const bool ends = std::equal(a.begin(), a.end(), b.end() - static_cast<std::ptrdiff_t>(a.size()));
  if (ends && (a.size() > 1 || part.known) &&
      std::all_of(b.begin(), b.end() - static_cast<std::ptrdiff_t>(a.size()), is_land)) {
    return true;
  }
  if (!std::equal(a.begin(), a.end(), b.begin())) return false;
  const auto rest = b.begin() + static_cast<std::ptrdiff_t>(a.size());
  if (a.size() > 1 && std::all_of(rest, b.end(), is_land)) return true;
  if (part.generic || part.suffix) return false;
  // A known firm and its namesake: "Ford" and "Ford Group", but not "Ford Credit".
  if (part.known || (whole.known && part.place)) return more == 1 && is_tail(b.back());
  return true;
}

}  // namespace alatoo
