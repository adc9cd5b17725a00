// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/article.h"
#include "indexer/write/vocabulary.h"

namespace alatoo {

/// Positions between zones: more than NEAR can span, so that no phrase runs from one into the next.
inline constexpr Xapian::termpos kZoneGap = 100;

struct IndexedDocument {
  Xapian::Document document;
  std::uint32_t length = 0;  ///< FacetColumn's
};

/// The Xapian document of an article: stems with positions, boolean terms and value slots after
/// fields.def, the article itself as data. The term of an entity's key counts as often as its
/// salience says, those of sources, languages and dates not at all. Counts its words into
/// `vocabulary`. Every term fits Xapian, whatever the article holds.
IndexedDocument make_document(const Article& article, Vocabulary& vocabulary);

/// Counts an article into `vocabulary` as `make_document` does.
void count_article(const Article& article, Vocabulary& vocabulary);

}  // namespace alatoo
