// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/dateline_place.h"

#include <algorithm>
#include <iterator>

#include "common/text.h"
#include "indexer/read/date_words.h"
#include "indexer/read/lines.h"

namespace alatoo {
namespace {

/// "St. Petersburg", "N. Ossetia"
bool is_shortened(std::string_view word) {
  static constexpr std::string_view kWords[] = {"ST", "St", "FT", "Ft", "MT", "Mt", "U", "N", "S"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

std::optional<PlaceText> place_at(std::string_view text) {
  PlaceText place;
  place.upper = true;
  Shape word;
  std::size_t last = 0, name_end = 0, previous = 0;  // bytes of the word before
  int words = 0, parts = 1;
  for (std::size_t at = 0; next_shape(text, at, word);) {
    const auto begin = static_cast<std::size_t>(word.text.data() - text.data());
    if (words == 0 && (begin != 0 || month_of(word.text) || weekday_of(word.text))) {
      return std::nullopt;
    }
    if (words) {
      const std::string_view gap = text.substr(last, begin - last);
      const std::string_view sign = trim(gap);
      const bool spaced = gap.size() > sign.size();
      // "N.J.", "D.C."
      const bool initials = parts > 1 && gap == "." && word.text.size() == 1 && previous == 1;
      const bool same =
          sign.empty() || gap == "/" || gap == "-" || (sign == "." && spaced) || initials;
      const bool region = (sign == "," || sign == ".,") && spaced;
      if (!same && !region) break;
      // "April 7" behind the place is the date.
      if (month_of(word.text) || is_date_word(word.text)) break;
      // "Бишкек. 24.kg": a full stop behind a long word ends the name.
      if (sign == "." && last > 5 && text.substr(0, last).find(' ') == text.npos) {
        break;
      }
      if (region && ++parts > 3) return std::nullopt;
      if (region && parts == 2) name_end = last;
    }
    if (!word.capital || word.number) break;
    if (++words > 6) return std::nullopt;
    if (parts == 1 && !word.upper) place.upper = false;
    last = at;
    previous = word.text.size();
    place.end = at;
    // "Calif.", "D.C.", "St."
    const std::string_view behind = text.substr(at);
    if (behind.starts_with('.') &&
        (behind.size() == 1 || behind[1] == ' ' || behind[1] == ',' || behind[1] == '.') &&
        (parts > 1 || is_shortened(word.text))) {
      ++place.end;
    }
  }
  if (!words) return std::nullopt;
  place.name = text.substr(0, name_end ? name_end : last);
  if (name_end) {
    const auto region = text.substr(name_end, place.end - name_end);
    const auto begin = region.find_first_not_of("., ");
    if (begin != region.npos) {
      place.region = region.substr(begin);
      place.region = trim(place.region.substr(0, place.region.find(',')));
    }
  }
  return place;
}

}  // namespace alatoo
