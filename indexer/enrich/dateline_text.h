// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/authority.h"
#include "indexer/read/date_text.h"

namespace alatoo {

/// What a wire writes in front of its first sentence.
struct DatelineText {
  std::string located;               ///< in mixed case, without region or country; may be empty
  std::string located_in;            ///< "Pa.", "Kyrgyzstan"; may be empty
  std::string agency;                ///< as written; may be empty
  std::vector<std::string> writers;  ///< "МИНСК, 13 сен - РИА Новости, Анна Ли."
  std::optional<DateText> date;  ///< the year 0 where it is left open
  std::size_t end = 0;           ///< bytes of the paragraph that it takes, blanks behind too
};

/// Reads the dateline at the front of a paragraph: "ASTANA, March 3 (Reuters) -", "KABUL,
/// Afghanistan —", "(CNN) --", "BERLIN (dpa) -", "MOSCOW, Oct. 5 /TASS/.", "МИНСК, 13 сентября
/// 2020.", "Бишкек. 24.kg.", hard-wrapped or all in capitals. `marked`: the format says that all of
/// `paragraph` is one, so no sign need close it. Absent if there is none.
std::optional<DatelineText> parse_dateline(std::string_view paragraph, const Authority& authority,
                                           bool marked = false);

}  // namespace alatoo
