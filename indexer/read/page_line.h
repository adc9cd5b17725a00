// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/read/lines.h"
#include "indexer/read/overlap.h"
#include "indexer/read/page_cues.h"

namespace alatoo {

/// What a line is by its own wording, wherever it stands on the page.
enum class LineRole : std::uint8_t {
  plain,
  byline,
  credit,
  caption,
  date,
  cue,    ///< furniture
  given,  ///< a headline, sub-heading, section label or dateline that a reader marked
};

/// A line or paragraph of a page on its way to a zone.
struct PageLine {
  Block block;
  LineRole role = LineRole::plain;
  PageCue cue = PageCue::none;
  std::uint32_t credit_at = 0;  ///< offset of a credit that closes the paragraph; 0: there is none
  bool asks = false;            ///< "Who are they?": a short question, as link lists have them
  bool author_note = false;     ///< "Ann Lee is a reporter based in Osh."
  bool opens = false;           ///< starts with a dateline that names an agency, as stories do
  ZoneKind kind = ZoneKind::body;

  bool plain() const { return role == LineRole::plain; }
  /// A sentence or more: what stories are made of.
  bool sentence() const { return plain() && block.stop && block.words >= 5; }
  bool paragraph() const {
    return sentence() && (block.words >= 14 || block.span.size() >= 80 || opens);
  }
  /// As lines of tables, verse and lists in a story look, and links seldom.
  bool row() const {
    return block.numbers > 1 || block.numbers * 2 > block.words || block.starts_lower ||
           block.bullet;
  }
  /// A few words that end like no sentence.
  bool open() const {
    return plain() && !block.stop && !block.pause && block.words > block.numbers &&
           block.words <= 14 && block.span.size() <= 160;
  }
};

/// The lines of a text with their roles; those that a reader marked (`known`) have the role and the
/// kind of their zone. A date in front of the headline, in one line with it, becomes a line of its
/// own.
std::vector<PageLine> read_page(std::string_view text, const std::vector<Zone>& known);

/// What speaks for furniture or for the story in one line. Everything false is a line of which
/// nothing is known.
struct LineFeatures {
  bool cue = false;           ///< its wording is a page's
  bool cue_lead = false;      ///< "Profile: ...", "Read more: ..."
  bool link_lead = false;     ///< starts as the items of link lists do
  bool open = false;          ///< few words, no full stop, or a short question
  bool link_run = false;      ///< one of three lines or more as link lists have them
  bool under_list = false;    ///< in the run of short lines that a list's head opens
  bool behind_end = false;    ///< below a credit or list head that ends the story
  bool between_cues = false;  ///< the lines above and below are the page's
  bool datelined = false;     ///< starts with a place in capitals and a dash
  bool to_reader = false;     ///< "your", "our": the page speaks
  bool author_note = false;   ///< tells who wrote the story
  bool speech = false;        ///< quotation marks, "said"
  bool refers_back = false;   ///< starts with "He", "But", "They"
  bool several = false;       ///< more than one sentence
  int length = 0;             ///< 1 from 28 words, 2 from 50
  int names_shared = 0;       ///< with other lines, at most 3
  bool words_shared = false;  ///< a third of its content words
};

/// The features that line and words tell; what stands around it is left to the caller:
/// `under_list`, `behind_end`, `between_cues`.
LineFeatures features_of(const PageLine& line, std::string_view text, const SharedWords& words);

/// How much a line shows that it belongs to the story, 0 if nothing does. The weights are rounded
/// logarithms of how much more often a feature was met in the last paragraphs of news stories than
/// in opening sentences of other stories put behind them.
int story_evidence(const LineFeatures& features);
/// Of a line of which as much is to be expected in the story as in promotion.
inline constexpr int kEvenEvidence = 3;

/// Above zero the line is furniture, else story.
int furniture_score(const LineFeatures& features);

}  // namespace alatoo
