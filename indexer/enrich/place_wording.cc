// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/place_wording.h"

#include <string_view>

namespace alatoo {

/// "Osh Region", "Chui and Naryn provinces", "Lake Geneva", "the Gulf of Aden", "South America".
bool part_of_larger(const Words& words, const Mention& mention) {
  std::size_t i = mention.last;
  if (i < words.size() && words[i].joins() && words[i].is(kLandTail) && !words[i - 1].possessive) {
    return true;
  }
  for (std::size_t steps = 0; i < words.size() && steps < 12 && words.connected(i); ++steps, ++i) {
    const Word& word = words[i];
    if (word.gap != Gap::blank && word.gap != Gap::comma && word.gap != Gap::hyphen) break;
    if (word.capital || word.info->lower == "and") continue;
    return steps > 0 && word.is(kLandTail) && word.info->lower.ends_with('s') &&
           words[i - 1].capital;
  }
  if (mention.first == 0 || !words.connected(mention.first)) return false;
  const Word& before = words[mention.first - 1];
  if (words[mention.first].gap == Gap::blank && before.capital && before.is(kLandHead)) return true;
  if (before.info->lower == "of" && mention.first > 1 && words[mention.first - 2].is(kLandHead) &&
      !words[mention.first - 2].is(kSettlement)) {
    return true;
  }
  return words[mention.first].gap == Gap::blank && before.capital &&
         (before.is(kDirection) || before.info->lower == "latin") && !before.opens;
}

/// "Commonwealth Edison", "Jupiter Industries": a name of which only a part is known.
bool beside_unknown_name(const Words& words, const Mention& mention) {
  const auto stranger = [&](const Word& word) {
    return word.capital && !word.loud && !word.taken && !word.info->demonym &&
           !word.is(kTitle | kRole | kCalendar | kFunction | kDirection | kSettlement | kHonorific |
                    kLocative);
  };
  const std::size_t next = mention.last;
  if (next < words.size() && words[next].joins() && !words[next - 1].possessive &&
      stranger(words[next])) {
    return true;
  }
  const std::size_t first = mention.first;
  return first > 0 && words[first].joins() && !words[first - 1].possessive &&
         stranger(words[first - 1]);
}

/// "Moscow said", "ties with Washington", "Beijing-backed".
bool stands_for_government(const Words& words, const Mention& mention) {
  if (words.before(mention.first, kLocative)) return false;
  if (words.connected(mention.first) && mention.first > 0) {
    const auto& before = words[mention.first - 1].info->lower;
    if (before == "with" || before == "between" || before == "by" || before == "against")
      return true;
  }
  std::size_t i = mention.last;
  if (i >= words.size() || words[i - 1].possessive) return false;
  if (words[i].gap == Gap::hyphen) {
    const auto& lower = words[i].info->lower;
    return lower != "based" && lower != "born" && lower != "area" && !words[i].capital;
  }
  if (words[i].gap != Gap::blank) return false;
  if (words[i].info->lower.ends_with("ly") && i + 1 < words.size()) ++i;
  // "Moscow was prepared", "London is keen"
  static constexpr std::string_view kWilling =
      " prepared ready willing unwilling determined keen anxious eager reluctant concerned worried "
      "considering seeking trying pressing pushing hoping counting insisting urging planning ";
  const auto& verb = words[i].info->lower;
  if ((verb == "was" || verb == "is" || verb == "has" || verb == "had") && i + 1 < words.size()) {
    const auto& next = words[i + 1].info->lower;
    if (kWilling.find(" " + next + " ") != std::string_view::npos) return true;
  }
  return words[i].is(kActing | kSpeech) && !words[i].capital;
}

/// "X beat Y", "the X striker", "against X".
bool stands_for_team(const Words& words, const Mention& mention) {
  const std::size_t next = mention.last;
  if (next < words.size() && words[next].gap == Gap::blank && !words[next].capital &&
      !words[next - 1].possessive && words[next].is(kTeam)) {
    return true;
  }
  if (!words.connected(mention.first) || words[mention.first].gap != Gap::blank) return false;
  const auto& before = words[mention.first - 1].info->lower;
  return before == "v" || before == "beat" || before == "beating" || before == "facing";
}

Support support(const Words& words, const Mention& mention) {
  if (introduced_as_settlement(words, mention.first, mention.last)) return Support::named;
  if (mention.last < words.size() && words[mention.last].gap == Gap::hyphen &&
      (words[mention.last].info->lower == "based" || words[mention.last].info->lower == "born")) {
    return Support::inside;
  }
  std::size_t i = mention.first;
  if (i == 0 || !words.connected(i)) return Support::none;
  if (words[i].gap != Gap::blank) return Support::none;
  if (i > 1 && words.connected(i - 1) && !words[i - 1].is(kLocative) &&
      (words[i - 1].is(kDirection) || words[i - 1].info->lower == "nearby")) {
    --i;  // "in central X"
  }
  const Word& before = words[i - 1];
  const auto& w = before.info->lower;
  if (w == "in" || w == "near" || w == "outside" || w == "inside" || w == "в" || w == "во") {
    return Support::inside;
  }
  return before.is(kLocative) || w == "of" ? Support::towards : Support::none;
}

bool follows_in_list(const Words& words, const Mention& mention, std::size_t list_end) {
  const std::size_t i = mention.first;
  if (i == 0 || list_end == 0 || !words.connected(i)) return false;
  if (words[i - 1].info->lower == "and" || words[i - 1].info->lower == "or") {
    return i - 1 == list_end;
  }
  return words[i].gap == Gap::comma && i == list_end;
}

bool introduced_as_settlement(const Words& words, std::size_t first, std::size_t last) {
  const auto settlement = [](const Word& word) {
    const auto& w = word.info->lower;
    return word.is(kSettlement) && !word.capital && w != "mayor" && w != "outskirts" && w != "port";
  };
  if (first > 0 && words.connected(first)) {
    const Word& before = words[first - 1];
    // "the village of X"; "the capital of X" speaks of a country.
    if (before.info->lower == "of" && words[first].gap == Gap::blank && first > 1 &&
        settlement(words[first - 2]) && words[first - 2].info->lower != "capital") {
      return true;
    }
    // "the capital X", "the capital, X"
    if (before.info->lower == "capital" && !before.capital &&
        (words[first].gap == Gap::blank || words[first].gap == Gap::comma)) {
      return true;
    }
  }
  if (last >= words.size() || !words.connected(last) || words[last - 1].possessive) return false;
  const Word& next = words[last];
  if (next.gap == Gap::blank) {
    return !next.capital && (next.info->lower == "village" || next.info->lower == "town");
  }
  // "X, a town near ...", "X (his home village)"
  const auto& lead = next.info->lower;
  if (!next.possessive && lead != "a" && lead != "the" && lead != "his" && lead != "her" &&
      lead != "their") {
    return false;
  }
  for (std::size_t i = last + 1; i < words.size() && i < last + 4; ++i) {
    if (words[i].gap != Gap::blank && words[i].gap != Gap::hyphen) return false;
    if (settlement(words[i])) return true;
  }
  return false;
}

}  // namespace alatoo
