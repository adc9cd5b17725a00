// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/zones.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/text.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/overlap.h"
#include "indexer/read/page_cues.h"
#include "indexer/read/page_line.h"

namespace alatoo {
namespace {

class Page {
 public:
  Page(Article& article, const std::vector<Zone>& known)
      : article_(article), text_(article.text), lines_(read_page(text_, known)) {}

  void mark() {
    if (lines_.empty()) return;
    find_story();
    find_end();
    mark_head();
    mark_inside();
    mark_tail();
    emit();
  }

 private:
  std::string_view of(const PageLine& line) const { return line.block.of(text_); }
  std::size_t size() const { return lines_.size(); }

  void find_story();
  void find_end();
  void mark_head();
  void mark_inside();
  void mark_tail();
  void emit();

  std::size_t choose_headline(const std::vector<std::size_t>& candidates) const;
  bool tells_story(std::size_t begin, std::size_t end) const;
  bool signs(const PageLine& line) const;
  void mark_run(std::size_t begin, std::size_t end);

  Article& article_;
  const std::string_view text_;
  std::vector<PageLine> lines_;
  bool headline_known_ = false;
  std::size_t first_ = 0;  // first paragraph of the story; size() if there is none
  std::size_t last_ = 0;   // its last paragraph
  std::size_t end_ = 0;    // first line behind the story
  SharedWords words_;      // of all plain lines; empty where no question needs it
};

// --- Where the story starts and ends --------------------------------------------------------

void Page::find_story() {
  const auto is_paragraph = [](const PageLine& line) { return line.paragraph(); };
  const auto headline = std::find_if(lines_.begin(), lines_.end(), [](const PageLine& line) {
    return line.block.kind == ZoneKind::headline;
  });
  headline_known_ = headline != lines_.end();
  const auto below = headline_known_ ? headline : lines_.begin();
  auto found = std::find_if(below, lines_.end(), is_paragraph);
  if (found == lines_.end()) {
    found = std::find_if(lines_.begin(), below, is_paragraph);
    if (found == below) found = lines_.end();
  }
  first_ = static_cast<std::size_t>(found - lines_.begin());
  if (first_ == size()) return;
  // One sentence between the headline and the byline or stamp is the deck.
  bool headed = headline_known_;
  for (std::size_t i = 0; i < first_; ++i) headed |= lines_[i].open();
  for (std::size_t j = first_ + 1; j < std::min(first_ + 5, size()); ++j) {
    const PageLine& line = lines_[j];
    if (line.paragraph()) break;
    const bool stamp =
        line.role == LineRole::byline || line.role == LineRole::date || line.cue == PageCue::stamp;
    if (!stamp && !(headed && line.role == LineRole::caption)) continue;
    if (lines_[first_].block.words > 45) break;
    const auto next =
        std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(j), lines_.end(), is_paragraph);
    if (next == lines_.end()) break;
    first_ = static_cast<std::size_t>(next - lines_.begin());
    break;
  }
  for (std::size_t i = first_; i < size(); ++i) {
    if (lines_[i].paragraph()) last_ = i;
  }
}

bool Page::tells_story(std::size_t begin, std::size_t end) const {
  int sum = 0, words = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!lines_[i].sentence()) continue;
    words += lines_[i].block.words;
    sum += lines_[i].block.words * story_evidence(features_of(lines_[i], text_, words_));
  }
  return words && sum >= kStoryEvidence * words;
}

/// The story ends at a credit or a list's head behind which nothing tells it on, or at a control of
/// the page behind which no sentence stands.
void Page::find_end() {
  end_ = size();
  if (first_ == size()) return;
  struct Marker {
    std::size_t at, behind;
    bool signs = false;  // names who made the story: what stands above it belongs to it
    bool control = false;
  };
  std::vector<Marker> markers;
  for (std::size_t i = first_ + 1; i < size(); ++i) {
    const PageLine& line = lines_[i];
    if (line.credit_at) {
      markers.push_back({i + 1, i + 1});
    } else if (line.role == LineRole::credit) {
      const auto credit = parse_credit(of(line));
      markers.push_back({i, i + 1, !credit || credit->form != CreditLine::Form::copyright});
      words_.ignore(of(line));
    } else if (line.cue == PageCue::list) {
      markers.push_back({i, i + 1});
      words_.ignore(of(line));
    } else if (line.cue == PageCue::alone && i > last_) {
      markers.push_back({i, i + 1, false, true});
    }
  }
  if (markers.empty()) return;
  for (const PageLine& line : lines_) {
    if (line.plain()) words_.add(of(line));
  }
  bool signed_below = false;
  for (auto marker = markers.rbegin(); marker != markers.rend(); ++marker) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(marker->behind);
    const auto end = lines_.begin() + static_cast<std::ptrdiff_t>(end_);
    const bool sentences = std::any_of(begin, end, [](const PageLine& l) { return l.sentence(); });
    const bool known = std::any_of(
        begin, end, [](const PageLine& l) { return l.block.kind && is_story(*l.block.kind); });
    if (known) break;
    if (sentences && (signed_below || marker->control || tells_story(marker->behind, end_))) break;
    end_ = marker->at;
    signed_below = marker->signs;
  }
}

// --- Marking --------------------------------------------------------------------------------

std::size_t Page::choose_headline(const std::vector<std::size_t>& candidates) const {
  if (candidates.size() == 1) return candidates.front();
  SharedWords lead;
  for (std::size_t i = first_; i < std::min(first_ + 6, size()); ++i) {
    if (lines_[i].paragraph()) lead.add(of(lines_[i]));
  }
  std::size_t best = size();
  int best_score = 0;
  for (const std::size_t i : candidates) {
    const PageLine& line = lines_[i];
    const bool first = i == candidates.front() && line.block.words >= 4;
    const int score = 2 * std::min(lead.shared(of(line), false).common, 4) + 3 * first +
                      2 * (line.block.words >= 4) + 1 * (line.block.words >= 6) -
                      3 * (line.block.numbers >= 2) - 4 * is_section_label(of(line));
    if (best == size() || score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

void Page::mark_head() {
  if (first_ == size()) {
    // Nothing is long enough to be sure of: a short line above sentences heads them.
    if (!headline_known_ && size() > 1 && lines_[0].open() && lines_[0].block.words > 1 &&
        lines_[1].sentence()) {
      lines_[0].kind = ZoneKind::headline;
    }
    return;
  }
  std::vector<std::size_t> candidates;
  bool stamped = false;
  std::size_t below_stamp = 0;  // lines above a byline, stamp or caption of the head
  for (std::size_t i = 0; i < first_; ++i) {
    PageLine& line = lines_[i];
    switch (line.role) {
      case LineRole::byline:
        line.kind = ZoneKind::byline;
        break;
      case LineRole::credit:
        line.kind = ZoneKind::credit;
        break;
      case LineRole::caption:
        line.kind = ZoneKind::caption;
        break;
      case LineRole::date:
      case LineRole::cue:
        line.kind = ZoneKind::furniture;
        break;
      case LineRole::given:
        break;
      case LineRole::plain: {
        if (line.block.kind) break;
        const bool question =
            !line.block.pause && line.block.words <= 16 && !of(line).ends_with('.');
        if ((line.open() || question || (!line.block.stop && line.block.words <= 25)) &&
            !line.block.pause && !line.block.bullet && !line.block.link_lead) {
          candidates.push_back(i);
        }
        break;
      }
    }
    if (!line.plain() && !line.block.kind) {
      stamped = true;
      below_stamp = i;
    }
  }
  if (candidates.empty()) return;
  // A long run of short lines is a menu where the page shows itself by a stamp or control, else a
  // table or list, of which at most the first line heads it.
  const bool menu = candidates.size() > 5 && stamped;
  const bool listing = candidates.size() > 8 && !menu;
  std::size_t headline = size();
  if (!headline_known_ && !(listing && lines_[candidates.front()].block.words < 3)) {
    headline = listing ? candidates.front() : choose_headline(candidates);
    lines_[headline].kind = ZoneKind::headline;
  }
  if (listing) return;
  for (std::size_t i = 0; i < first_; ++i) {
    PageLine& line = lines_[i];
    if (!line.plain() || i == headline) continue;
    const bool candidate = std::binary_search(candidates.begin(), candidates.end(), i);
    const std::string_view text = of(line);
    if (line.block.link_lead && !line.block.stop) {
      line.kind = ZoneKind::furniture;
    } else if (headline != size() && i < headline && candidate) {
      const bool label = line.block.words <= 5 || is_section_label(text);
      line.kind = !label ? ZoneKind::subheading : menu ? ZoneKind::furniture : ZoneKind::section;
    } else if (i > 0 && lines_[i - 1].kind == ZoneKind::byline && line.open() &&
               line.block.words <= 6 && is_outlet_name(text)) {
      line.kind = ZoneKind::byline;  // "By Ann Lee", "BBC News, Oslo"
    } else if (candidate && line.block.words <= 4 && headline != size() && signs(line)) {
      line.kind = ZoneKind::credit;
    } else if (candidate || (stamped && i < below_stamp)) {
      line.kind = ZoneKind::subheading;
    }
  }
}

/// A name that can only be an outlet's: "Daily Courier", or "AFP" in a text that is not all
/// capitals.
bool Page::signs(const PageLine& line) const {
  const std::string_view text = of(line);
  if (!line.plain() || !parse_bare_name(text)) return false;
  const Block& lead = lines_[first_].block;
  return is_outlet_name(text) ||
         (line.block.words == 1 && line.block.uppers == 1 && lead.uppers * 2 < lead.words);
}

/// A run of lines inside the story that are no paragraphs: sub-headings, captions, link lists.
void Page::mark_run(std::size_t begin, std::size_t end) {
  std::size_t cue = end;
  for (std::size_t i = begin; i < end && cue == end; ++i) {
    if (lines_[i].cue == PageCue::list) cue = i;
  }
  for (std::size_t i = begin; i < end; ++i) {
    PageLine& line = lines_[i];
    switch (line.role) {
      case LineRole::cue:
        line.kind = ZoneKind::furniture;
        continue;
      case LineRole::caption:
        line.kind = ZoneKind::caption;
        continue;
      case LineRole::credit:
        line.kind = ZoneKind::credit;
        continue;
      case LineRole::given:
        continue;
      case LineRole::byline:
      case LineRole::date:
      case LineRole::plain:
        break;
    }
    LineFeatures f = features_of(line, text_, words_);
    f.under_list = i > cue;
    // The last of the run, apart from the list and shorter than a link, heads what follows.
    const bool heads_next = i + 1 == end && i > begin && !f.link_lead && !f.cue_lead &&
                            line.block.words <= 3 && line.block.blanks_before && end < size() &&
                            lines_[end].block.blanks_before && !lines_[i - 1].block.link_lead;
    if (!heads_next && furniture_score(f) > 0) {
      line.kind = ZoneKind::furniture;
    } else if (f.open && line.block.words <= 10 && !line.block.bullet &&
               (end - begin == 1 || heads_next || (i + 1 == cue && i == begin))) {
      line.kind = ZoneKind::subheading;
    }
  }
}

void Page::mark_inside() {
  if (first_ == size()) {
    for (PageLine& line : lines_) {
      if (line.role == LineRole::cue) line.kind = ZoneKind::furniture;
    }
    return;
  }
  const auto in_run = [&](std::size_t i, bool listed) {
    return !lines_[i].plain() || lines_[i].open() || (listed && lines_[i].asks);
  };
  for (std::size_t i = first_; i < end_;) {
    if (!in_run(i, false)) {
      ++i;
      continue;
    }
    std::size_t run = i;
    for (bool listed = false; run < end_ && in_run(run, listed); ++run) {
      listed |= lines_[run].cue == PageCue::list;
    }
    mark_run(i, run);
    i = run;
  }
}

void Page::mark_tail() {
  // A name alone under the last paragraph signs it.
  if (end_ > 1) {
    PageLine& line = lines_[end_ - 1];
    const PageLine& above = lines_[end_ - 2];
    const bool under_story = above.sentence() || above.role == LineRole::credit;
    const bool outlet = above.plain() && is_outlet_name(of(line));  // under a table
    if (line.plain() && parse_bare_name(of(line)) && (under_story || outlet)) {
      line.kind = ZoneKind::credit;
    }
  }
  for (std::size_t i = end_; i < size(); ++i) {
    PageLine& line = lines_[i];
    if (line.role == LineRole::credit) {
      line.kind = ZoneKind::credit;
    } else if (line.role == LineRole::byline) {
      line.kind = ZoneKind::byline;
    } else if (line.plain() && i > 0 && lines_[i - 1].kind == ZoneKind::credit &&
               parse_bare_name(of(line)) &&
               (i == end_ + 1 && (is_outlet_name(of(line)) || i + 1 == size()))) {
      line.kind = ZoneKind::credit;
    } else if (!line.plain()) {
      line.kind = ZoneKind::furniture;
    } else {
      LineFeatures f = features_of(line, text_, words_);
      f.behind_end = true;
      if (furniture_score(f) > 0) line.kind = ZoneKind::furniture;
    }
  }
}

void Page::emit() {
  for (const PageLine& line : lines_) {
    const Span span = line.block.span;
    const ZoneKind kind = line.block.kind.value_or(line.kind);
    if (line.credit_at && line.kind == ZoneKind::body &&
        (&line - lines_.data()) + 1 == static_cast<std::ptrdiff_t>(end_)) {
      const std::string_view story = trim(text_.substr(span.begin, line.credit_at - span.begin));
      article_.zones.push_back(
          {line.kind, {span.begin, span.begin + static_cast<std::uint32_t>(story.size())}});
      article_.zones.push_back({ZoneKind::credit, {line.credit_at, span.end}});
      continue;
    }
    article_.zones.push_back({kind, span});
    const std::string_view text = span.of(text_);
    if (kind == ZoneKind::headline && !article_.headline) article_.headline = squeeze(text);
    if (kind == ZoneKind::byline && !article_.byline) {
      if (const auto byline = parse_byline(text)) {
        std::string names;
        for (std::size_t i = 0; i < byline->people.size(); ++i) {
          if (i) names += i + 1 == byline->people.size() ? " and " : ", ";
          names += byline->people[i];
        }
        if (!names.empty()) article_.byline = names;
      }
    }
  }
}

}  // namespace

void mark_zones(Article& article) {
  std::vector<Zone> known;
  known.swap(article.zones);
  Page(article, known).mark();
}

}  // namespace alatoo
