// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/members.h"

namespace alatoo {

/// Reads what news exchange wraps text in, UTF-8, whatever it declares:
/// NewsML-G2, a `newsItem` alone or any number in a `newsMessage`, its text as NITF, XHTML, other
/// XML or inline data; NewsML 1, a `NewsItem` with its text in `DataContent`; and Reuters' older
/// `newsitem`. One member an item. Items that are canceled, or whose text lies elsewhere, are
/// refused; packages, concepts and the like are passed over unless there is nothing else. What is
/// not well-formed is mended, with a note. Never throws; O(n).
Members read_newsml(std::string_view xml);

}  // namespace alatoo
