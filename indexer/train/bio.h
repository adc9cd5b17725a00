// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/tag_set.h"

namespace alatoo {

/// A name that an annotator marked: tokens [first, last).
struct BioName {
  NameKind kind = NameKind::other;
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const BioName&, const BioName&) = default;
};

/// An annotated text. Its tokens are put together again as a writer would have set them, a
/// paragraph a sentence, so that the tagger meets what it meets in articles.
struct BioDocument {
  std::string text;
  std::vector<Span> tokens;  ///< where in the text
  std::vector<BioName> names;
  bool marks_other = false;  ///< names of other things than persons, locations, organisations too
};

/// Reads the form of the CoNLL shared tasks: a line `token TAB tag` with tags O, B-PER, I-PER, ...;
/// a blank line between sentences, `-DOCSTART-` before a document. `name`: of the file, for errors.
/// Throws Error naming the line that is none of these.
std::vector<BioDocument> read_bio(std::string_view content, const std::string& name);

/// Documents [from, to) of a file, as shares of their number: 0 to 0.8 are the first four fifths.
std::vector<BioDocument> part_of(std::vector<BioDocument> documents, double from, double to);

/// The text as the body of an English article.
Article article_of(const BioDocument& document);

}  // namespace alatoo
