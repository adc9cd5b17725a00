// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/unknown_towns.h"

#include <algorithm>
#include <cstdint>

#include "common/name_cases.h"
#include "indexer/enrich/place_wording.h"
#include "indexer/enrich/russian_names.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongest = 3;

/// "Нуре", where the article names the village of "Нура".
bool declines(const Word& word, const Word& town) {
  const auto forms = nominatives(word.info->lower);
  return std::find(forms.begin(), forms.end(), town.info->lower) != forms.end();
}

class UnknownTowns {
 public:
  UnknownTowns(Words& words, const std::vector<Mention>& mentions) : words_(words) {
    owned_.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) owned_[i] = words[i].taken;
    for (const auto& mention : mentions) {
      const bool place = mention.kind == Mention::Kind::place;
      const bool ours = place && cut_short(mention);
      std::fill(owned_.begin() + mention.first, owned_.begin() + mention.last, !ours);
      if (place && !ours) places_.push_back(mention);
    }
  }

  std::vector<Mention> find();

 private:
  bool cut_short(const Mention& mention);
  bool free(std::size_t i) const;
  std::size_t run_end(std::size_t first) const;
  bool is_town(std::size_t first, std::size_t last);
  void take(std::size_t first, std::size_t last);
  void take_again();

  Words& words_;
  std::vector<Mention> places_;
  std::vector<Mention> towns_;
  std::vector<bool> owned_;
};

/// True of one that may be a part of an unknown name: "the village of Ak", "Terek" in Ak-Terek.
bool UnknownTowns::cut_short(const Mention& mention) {
  const auto joined = [&](std::size_t i) {
    return i > 0 && i < words_.size() && words_[i].joins() && words_[i].capital &&
           words_[i - 1].capital && !words_[i - 1].possessive;
  };
  if (joined(mention.last)) {
    return words_.places(mention.first, mention.last).empty() &&
           introduced_as_settlement(words_, mention.first, mention.last);
  }
  if (!joined(mention.first)) return false;
  const std::size_t head = mention.first - 1;
  return words_.places(head, mention.first).empty() &&
         introduced_as_settlement(words_, head, mention.first);
}

bool UnknownTowns::free(std::size_t i) const {
  const Word& word = words_[i];
  return word.capital && !word.loud && !owned_[i] && !word.info->demonym &&
         !word.is(kFunction | kCalendar | kHonorific);
}

std::size_t UnknownTowns::run_end(std::size_t first) const {
  std::size_t end = first + 1;
  // "в селе Шекер Таласской области"
  const auto of_land = [&](std::size_t i) {
    return has_adjective_ending(words_[i].info->lower) && words_[i].gap == Gap::blank &&
           i + 1 < words_.size() && words_[i + 1].is(kLandTail);
  };
  while (end < words_.size() && free(end) && words_[end].joins() && !words_[end - 1].possessive &&
         !of_land(end)) {
    ++end;
  }
  return end;
}

bool UnknownTowns::is_town(std::size_t first, std::size_t last) {
  if (words_[first].is(kTitle) || words_[last - 1].is(kOrgTail | kCompany | kLandTail))
    return false;
  if (introduced_as_settlement(words_, first, last)) return true;
  if (!words_.before(first, kLocative) || words_[first].gap != Gap::blank) return false;
  return region_behind(words_, last).place != nullptr;
}

void UnknownTowns::take(std::size_t first, std::size_t last) {
  std::fill(owned_.begin() + static_cast<std::ptrdiff_t>(first),
            owned_.begin() + static_cast<std::ptrdiff_t>(last), true);
  towns_.push_back(
      {Mention::Kind::place, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
}

/// The same names where the wording does not introduce them.
void UnknownTowns::take_again() {
  const std::vector<Mention> towns = towns_;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!free(i)) continue;
    for (const auto& town : towns) {
      const std::size_t length = town.last - town.first;
      if (i + length > words_.size()) continue;
      bool same = true;
      for (std::size_t k = 0; k < length && same; ++k) {
        same = free(i + k) && (k == 0 || words_[i + k].joins()) &&
               (words_[i + k].info == words_[town.first + k].info ||
                (k + 1 == length && declines(words_[i + k], words_[town.first + k])));
      }
      if (same) {
        take(i, i + length);
        break;
      }
    }
  }
}

std::vector<Mention> UnknownTowns::find() {
  for (std::size_t i = 0; i < words_.size();) {
    if (!free(i)) {
      ++i;
      continue;
    }
    const std::size_t end = run_end(i);
    if (end - i <= kLongest && is_town(i, end)) take(i, end);
    i = end;
  }
  if (towns_.empty()) return std::move(places_);
  take_again();
  places_.insert(places_.end(), towns_.begin(), towns_.end());
  std::sort(places_.begin(), places_.end(),
            [](const Mention& a, const Mention& b) { return a.first < b.first; });
  return std::move(places_);
}

}  // namespace

std::vector<Mention> place_mentions(Words& words, const std::vector<Mention>& mentions) {
  return UnknownTowns(words, mentions).find();
}

}  // namespace alatoo
