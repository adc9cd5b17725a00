// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/read/members.h"
#include "indexer/read/xml_tree.h"

namespace alatoo {

/// The items of NewsML 1 (`NewsML/NewsItem`) and of Reuters' older XML (`newsitem`, of which a
/// corpus for research is made); none if the document holds neither. Never throws; O(n).
Members read_newsml1(const XmlTree& tree);

}  // namespace alatoo
