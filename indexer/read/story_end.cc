// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/story_end.h"

#include <algorithm>

#include "indexer/read/credit_line.h"

namespace alatoo {
namespace {

/// A place where the story may be over.
struct Marker {
  std::size_t at;           // first line that would not belong to it
  std::size_t behind;       // first line whose kind is the question
  int needs = 0;            // evidence that what stands behind must show to be the story's
  bool signs = false;       // names who made the story: what stands above it belongs to it
  bool below_list = false;  // no sentence stands between it and a list above
  bool control = false;     // tells of the page, not of the story's end
};

// Measured with story_evidence: behind a list of links the story mostly goes on, behind a credit or
// the head of a list it mostly does not.
constexpr int kBehindLinks = -5;
constexpr int kBehindControl = -8;
// The markup tells which lines below the head are its links: what follows is none of them.
constexpr int kBehindKnownLinks = -12;
constexpr int kBehindHead = -1;
constexpr int kBehindCredit = 0;
constexpr int kRowsOfTeasers = -3;
// Of paragraphs that show nothing of the story, one below the other: seldom its last three.
constexpr int kNothingTold = -9;

class Ending {
 public:
  Ending(const std::vector<PageLine>& lines, std::size_t first, std::string_view text,
         SharedWords& words)
      : lines_(lines), first_(first), text_(text), words_(words) {}

  StoryEnd find();

 private:
  std::string_view of(std::size_t i) const { return lines_[i].block.of(text_); }

  std::size_t find_talk() const;
  void find_markers();
  std::size_t find_foot_menu(std::size_t begin);
  bool heads_box(std::size_t head) const;
  bool teases(std::size_t title) const;
  void find_teaser_rows();
  std::size_t drop_blurbs(std::size_t end) const;
  bool promotes(std::size_t begin, std::size_t end) const;
  int tells(const Marker& marker, std::size_t end, bool signed_below) const;

  const std::vector<PageLine>& lines_;
  const std::size_t first_;
  const std::string_view text_;
  SharedWords& words_;
  std::size_t talk_ = 0;
  std::vector<Marker> markers_;
  std::vector<int> words_up_to_;  // of the story's part of the page, before each line
};

/// Lines such as "Reply" and "3 hours ago" stand between what readers say.
std::size_t Ending::find_talk() const {
  constexpr std::size_t kReach = 8;
  for (std::size_t i = first_ + 1; i < lines_.size(); ++i) {
    if (lines_[i].cue != PageCue::talk || lines_[i].block.kind) continue;
    std::size_t marks = 0, told = 0;
    for (std::size_t j = i + 1; j < std::min(i + kReach, lines_.size()); ++j) {
      const PageLine& line = lines_[j];
      const bool says = line.plain() && line.block.pause && line.block.words <= 6;
      marks += line.cue == PageCue::reply || line.cue == PageCue::talk ||
               line.role == LineRole::date || says;
      told += line.paragraph();
    }
    if (marks >= 2 && marks > told) return i;
  }
  return lines_.size();
}

/// A run of short lines below a paragraph is the menu at the foot, unless they are a table's or
/// start as lines of verse do. Returns the line behind the run.
std::size_t Ending::find_foot_menu(std::size_t begin) {
  constexpr std::size_t kFewest = 3;
  std::size_t end = begin, rows = 0;
  for (; end < talk_ && (lines_[end].open() || lines_[end].asks); ++end) {
    rows += lines_[end].row();
  }
  if (end >= begin + kFewest && rows == 0) markers_.push_back({begin, begin, kBehindLinks});
  return end;
}

/// True if lines that the markup calls furniture stand right below the head of a list, and
/// paragraphs below them: a box amid the story, not a list of links and teasers by turns.
bool Ending::heads_box(std::size_t head) const {
  constexpr std::size_t kMostLinks = 30;
  const std::size_t most = std::min(head + 1 + kMostLinks, talk_);
  std::size_t i = head + 1;
  while (i < most && lines_[i].block.kind == ZoneKind::furniture) ++i;
  const auto told = [&](std::size_t j) {
    return j < talk_ && lines_[j].sentence() && !lines_[j].block.kind;
  };
  return i > head + 1 && told(i) && told(i + 1);
}

/// True if the sentence below a title is on what the title says.
bool Ending::teases(std::size_t title) const {
  SharedWords words;
  words.add(of(title + 1));
  const SharedWords::Shared shared = words.shared(of(title), false);
  return shared.common >= 2 || (shared.common == 1 && shared.content <= 3);
}

/// Rows of a label or title and one sentence: three, or two whose titles tell what the sentences
/// do.
void Ending::find_teaser_rows() {
  constexpr std::size_t kFewest = 3, kFewestTitled = 2;
  std::size_t rows = 0, start = 0;
  for (std::size_t i = first_ + 3; i + 1 < talk_;) {
    const Block& teaser = lines_[i + 1].block;
    const bool row =
        lines_[i].open() && lines_[i + 1].sentence() && teaser.sentences <= 1 && teaser.words <= 35;
    if (row && rows++ == 0) start = i;
    const bool over = !row || i + 2 >= talk_;
    if (over &&
        (rows >= kFewest || (rows == kFewestTitled && teases(start) && teases(start + 2)))) {
      markers_.push_back({start, start, kRowsOfTeasers});
    }
    if (!row) rows = 0;
    i += row ? 2 : 1;
  }
}

void Ending::find_markers() {
  bool page = false;  // controls or stamps above
  bool box = false;   // in the links of one amid the story
  const auto shows_page = [&](std::size_t i) {
    return lines_[i].role == LineRole::cue || lines_[i].role == LineRole::date;
  };
  for (std::size_t i = 0; i <= first_; ++i) page |= shows_page(i);
  for (std::size_t i = first_ + 1; i < talk_; ++i) {
    const PageLine& line = lines_[i];
    page |= line.role == LineRole::cue;
    box &= line.block.kind == ZoneKind::furniture;
    if (line.credit_at) {
      markers_.push_back({i + 1, i + 1, kBehindCredit});
    } else if (line.role == LineRole::credit) {
      const auto credit = parse_credit(of(i));
      const bool signs = !credit || credit->form != CreditLine::Form::copyright;
      markers_.push_back({i, i + 1, kBehindCredit, signs});
      words_.ignore(of(i));
    } else if (line.cue == PageCue::list) {
      const bool at_once = i + 1 < talk_ && lines_[i + 1].sentence();
      box = !at_once && heads_box(i);
      // "Read more" as a link that unfolds the story.
      const bool link = at_once && line.block.kind == ZoneKind::furniture && i + 2 < talk_ &&
                        lines_[i + 2].sentence();
      const int needs = box       ? kBehindKnownLinks
                        : link    ? kBehindControl
                        : at_once ? kBehindHead
                                  : kBehindLinks;
      markers_.push_back({i, i + 1, needs});
      words_.ignore(of(i));
    } else if (line.author_note) {
      markers_.push_back({i, i + 1, kBehindCredit});
    } else if (line.role == LineRole::cue) {
      const int needs = box ? kBehindKnownLinks : kBehindLinks;
      markers_.push_back({i, i + 1, needs, false, false, true});
    } else if (page && line.open() && lines_[i - 1].sentence() && i > first_ + 2) {
      i = find_foot_menu(i) - 1;
    }
  }
  find_teaser_rows();
  std::stable_sort(markers_.begin(), markers_.end(),
                   [](const Marker& a, const Marker& b) { return a.behind < b.behind; });
  bool below_list = false;
  std::size_t at = first_;
  for (Marker& marker : markers_) {
    for (; at < marker.at; ++at) below_list &= !lines_[at].sentence();
    marker.below_list = below_list;
    below_list |= marker.at < talk_ && lines_[marker.at].cue == PageCue::list;
  }
}

/// A part of the page between two controls: all its sentences speak to the reader, or more short
/// lines than sentences stand there.
bool Ending::promotes(std::size_t begin, std::size_t end) const {
  std::size_t sentences = 0, others = 0;
  bool speaks = true;
  for (std::size_t i = begin; i < end; ++i) {
    const PageLine& line = lines_[i];
    if (!line.sentence() || line.asks) {
      ++others;
      continue;
    }
    ++sentences;
    const LineFeatures f = features_of(line, text_, words_);
    speaks &= f.to_reader && story_evidence(f) < kEvenEvidence;
  }
  return speaks || others >= 2 * sentences;
}

/// How much the lines from the marker to `end` speak for going on with the story; below zero they
/// speak against it.
int Ending::tells(const Marker& marker, std::size_t end, bool signed_below) const {
  constexpr int kCertain = 1000;
  int evidence = 0;
  bool sentences = false;
  for (std::size_t i = marker.behind; i < end; ++i) {
    if (lines_[i].block.kind && is_story(*lines_[i].block.kind)) return kCertain;
    if (!lines_[i].plain() || !lines_[i].block.stop || lines_[i].asks) continue;
    sentences = true;
    evidence += story_evidence(features_of(lines_[i], text_, words_)) - kEvenEvidence;
  }
  if (!sentences) {
    const std::size_t lines = end - std::min(end, marker.behind);
    if (marker.at == marker.behind || (marker.signs && lines < 2)) return 0;
    return -static_cast<int>(std::min<std::size_t>(lines, 2));
  }
  if (signed_below) return kCertain;
  // Promotion is seldom longer than the story, and mostly much shorter.
  const int behind = words_up_to_[end] - words_up_to_[marker.behind];
  int needs = marker.needs;
  const int before = words_up_to_[marker.at];
  if (behind > before) needs *= 3;
  if (marker.control && !marker.below_list && !promotes(marker.behind, end))
    needs = std::min(needs, kBehindControl);
  if (behind * 4 < before) needs = needs * 5 / 8;
  const int told = evidence - needs;
  return told < 0 ? told : told + 1;
}

/// Promotion right below the story, without any head: sentences that have nothing to do with it.
std::size_t Ending::drop_blurbs(std::size_t end) const {
  constexpr std::size_t kFewestLeft = 3;
  std::size_t begin = end;
  for (int told = 0; begin > first_ + kFewestLeft;) {
    const PageLine& line = lines_[begin - 1];
    if (!line.sentence() || line.block.kind || line.block.sentences > 1) break;
    const int evidence = story_evidence(features_of(line, text_, words_));
    if (evidence > 1) break;
    --begin;
    told += evidence - kEvenEvidence;
    if (told <= kNothingTold) end = begin;
  }
  return end;
}

StoryEnd Ending::find() {
  talk_ = find_talk();
  find_markers();
  if (markers_.empty()) return {talk_, talk_};
  words_up_to_.assign(first_ + 1, 0);
  for (std::size_t i = first_; i < talk_; ++i) {
    // Not the titles of teasers, which share words with nothing but their teasers.
    if (lines_[i].sentence()) words_.add(of(i));
    words_up_to_.push_back(words_up_to_.back() + lines_[i].block.words);
  }
  // Of all ends the one behind which the least tells on the story.
  std::size_t end = talk_, part_end = talk_;
  int told = 0, least = 0;
  bool signed_below = false;
  for (auto marker = markers_.rbegin(); marker != markers_.rend(); ++marker) {
    told += tells(*marker, part_end, signed_below);
    if (told <= least) {
      least = told;
      end = marker->at;
    }
    part_end = std::min(part_end, marker->at);
    signed_below = marker->signs;
  }
  return {drop_blurbs(end), talk_};
}

}  // namespace

StoryEnd find_story_end(const std::vector<PageLine>& lines, std::size_t first,
                        std::string_view text, SharedWords& words) {
  if (first >= lines.size()) return {lines.size(), lines.size()};
  return Ending(lines, first, text, words).find();
}

}  // namespace alatoo
