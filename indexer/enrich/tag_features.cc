// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/tag_features.h"

#include <algorithm>

namespace alatoo {
namespace {

constexpr std::size_t kLongestKnown = 5;    // words of a name that is looked up
constexpr std::size_t kLongestLink = 3;     // small words between capitalised ones of one name
constexpr std::size_t kLongestLookUp = 12;  // of longer runs only single words are looked up

bool capital(const Word& word) { return word.capital && !word.loud; }

bool crosses(Gap gap) { return gap == Gap::blank || gap == Gap::hyphen || gap == Gap::ampersand; }

bool links(const Word& word) {
  static constexpr std::array<std::string_view, 10> small = {"of", "for", "and", "the", "in",
                                                             "on", "to",  "at",  "a",   "with"};
  if (word.is(kParticle)) return true;
  if (std::find(small.begin(), small.end(), word.info->lower) != small.end()) return true;
  return !word.info->lower.empty() && word.info->lower[0] >= '0' && word.info->lower[0] <= '9';
}

bool numeric(const Word& word) {
  return !word.info->lower.empty() && word.info->lower[0] >= '0' && word.info->lower[0] <= '9';
}

}  // namespace

void TagContext::read(Words& words) {
  spots_.assign(words.size(), Spot());
  take_notes(words);
  find_runs(words);
}

void TagContext::take_notes(Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (!capital(word)) continue;
    WordInfo& info = *word.info;
    if (info.noted != words.number()) {
      info.noted = words.number();
      info.notes = info.in_lower_case == words.number() ? kNoteSmall : 0u;
    }
    if (word.possessive) info.notes |= kNotePossessive;
    if (i > 0 && words.connected(i)) {
      const Word& before = words[i - 1];
      const bool beside = word.gap == Gap::blank;
      if (!word.opens && !before.capital) info.notes |= kNoteInside;
      if (beside && before.is(kTitle | kHonorific)) info.notes |= kNoteBehindTitle;
      if (beside && before.is(kLocative) && !before.capital) info.notes |= kNoteBehindPlace;
      if (beside && before.capital && before.info->given) info.notes |= kNoteBehindGiven;
      if (before.is(kSpeech) && !before.capital) info.notes |= kNoteBesideSpeech;
      if (beside && before.info->lower == "the") info.notes |= kNoteBehindThe;
      if (beside && before.capital && before.span.size() == 1) info.notes |= kNoteInitial;
    }
    if (i + 1 < words.size() && words.connected(i + 1)) {
      const Word& behind = words[i + 1];
      if (behind.is(kSpeech) && !behind.capital) info.notes |= kNoteBesideSpeech;
      if (behind.gap == Gap::blank && behind.is(kCompany | kOrgTail)) info.notes |= kNoteCompany;
      if (behind.gap == Gap::blank && behind.is(kLandTail)) info.notes |= kNoteLandTail;
    }
  }
}

void TagContext::find_runs(Words& words) {
  for (std::size_t i = 0; i < words.size();) {
    if (!capital(words[i])) {
      ++i;
      continue;
    }
    std::size_t last = i + 1;
    while (last < words.size() && capital(words[last]) && crosses(words[last].gap) &&
           !words[last - 1].possessive) {
      ++last;
    }
    for (std::size_t k = i; k < last; ++k) {
      spots_[k].candidate = true;
      spots_[k].apart = k == i ? !crosses(words[k].gap) : false;
      spots_[k].first = static_cast<std::uint32_t>(i);
      spots_[k].last = static_cast<std::uint32_t>(last);
    }
    if (last - i > 1) {
      words[last - 1].info->notes |= kNoteTail;
      words[i].info->notes |= kNoteHead;
    }
    look_up(words, i, last);
    // Small words that lead on to another capital, and a number behind the last.
    std::size_t next = last;
    while (next < words.size() && next < last + kLongestLink && !words[next].capital &&
           crosses(words[next].gap) && links(words[next])) {
      ++next;
    }
    const bool joined =
        next > last && next < words.size() && capital(words[next]) && crosses(words[next].gap);
    const bool number = last < words.size() && !words[last].capital && crosses(words[last].gap) &&
                        numeric(words[last]);
    const std::size_t reach = joined ? next : number ? last + 1 : last;
    for (std::size_t k = last; k < reach; ++k) {
      spots_[k].candidate = true;
      spots_[k].apart = false;
      spots_[k].first = static_cast<std::uint32_t>(k);
      spots_[k].last = static_cast<std::uint32_t>(k + 1);
    }
    i = reach;
  }
}

void TagContext::look_up(Words& words, std::size_t first, std::size_t last) {
  if (last - first < 2 || last - first > kLongestLookUp) return;
  for (std::size_t i = first; i + 1 < last; ++i) {
    const std::size_t reach = std::min(last, i + kLongestKnown);
    for (std::size_t end = reach; end > i + 1; --end) {
      std::uint8_t found = 0;
      if (!words.people(i, end).empty()) found |= 1;
      if (!words.organisations(i, end).empty()) found |= 2;
      if (words.is_outlet(i, end)) found |= 2;
      if (!words.places(i, end).empty()) found |= 4;
      if (found == 0) continue;
      for (std::size_t k = i; k < end; ++k) spots_[k].tables |= found;
      break;
    }
  }
}

}  // namespace alatoo
