// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/zones.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/text.h"
#include "indexer/read/author_line.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/overlap.h"
#include "indexer/read/page_cues.h"
#include "indexer/read/page_head.h"
#include "indexer/read/page_line.h"
#include "indexer/read/story_end.h"

namespace alatoo {
namespace {

class Page {
 public:
  Page(Article& article, const std::vector<Zone>& known)
      : article_(article), text_(article.text), lines_(read_page(text_, known)) {}

  void mark() {
    if (lines_.empty()) return;
    find_authors();
    if (std::none_of(lines_.begin(), lines_.end(), [](const auto& l) { return l.paragraph(); })) {
      stop_long_lines();
    }
    find_story();
    page_ = std::any_of(lines_.begin(), lines_.end(), [](const PageLine& line) {
      return line.role == LineRole::cue || line.role == LineRole::date;
    });
    const StoryEnd found = find_story_end(lines_, first_, text_, words_);
    end_ = found.end;
    talk_ = found.talk;
    mark_head(lines_, first_, text_);
    mark_inside();
    mark_tail();
    emit();
  }

 private:
  std::string_view of(const PageLine& line) const { return line.block.of(text_); }
  std::size_t size() const { return lines_.size(); }

  void stop_long_lines();
  void find_authors();
  void find_story();
  void mark_inside();
  void mark_tail();
  void emit();

  bool between_cues(std::size_t i) const;
  bool link_run(std::size_t begin, std::size_t end) const;
  void mark_run(std::size_t begin, std::size_t end);
  void mark_boxes();

  Article& article_;
  const std::string_view text_;
  std::vector<PageLine> lines_;
  bool headline_known_ = false;
  std::size_t first_ = 0;   // first paragraph of the story; size() if there is none
  std::size_t end_ = 0;     // first line behind the story
  bool page_ = false;       // controls or stamps stand around it
  bool unstopped_ = false;  // no line ends with a full stop
  std::size_t talk_ = 0;    // first line of what readers say; size() if there is none
  SharedWords
      words_;  // of the plain lines from the first paragraph on; empty where no question needs it
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
  // Below a byline the story has begun: a stamp is of a page's foot, a caption of its picture.
  const bool named =
      first_ > 0 &&
      std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(first_),
                  [](const PageLine& line) { return line.role == LineRole::byline; });
  for (std::size_t j = first_ + 1; j < std::min(first_ + 5, size()); ++j) {
    const PageLine& line = lines_[j];
    if (line.paragraph()) break;
    const bool stamp =
        line.role == LineRole::byline || line.role == LineRole::date || line.cue == PageCue::stamp;
    if (!stamp && !(headed && line.role == LineRole::caption)) continue;
    if (named && (line.role == LineRole::date || line.role == LineRole::caption)) break;
    if (lines_[first_].block.words > 45) break;
    const auto next =
        std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(j), lines_.end(), is_paragraph);
    if (next == lines_.end()) break;
    first_ = static_cast<std::size_t>(next - lines_.begin());
    break;
  }
}

/// A text without full stops: its long lines are its paragraphs.
void Page::stop_long_lines() {
  std::size_t plain = 0;
  for (PageLine& line : lines_) {
    if (!line.plain()) continue;
    // Lines above the first would be a table.
    if (++plain > 3 && !unstopped_) return;
    if (line.block.words < 14 || line.block.numbers * 4 > line.block.words) continue;
    line.block.stop = true;
    unstopped_ = true;
  }
}

/// Sentences about who wrote the story are no paragraphs of it.
void Page::find_authors() {
  constexpr std::size_t kMost = 16;  // a page with more is a list of pieces
  std::vector<std::string> authors;
  for (const PageLine& line : lines_) {
    if (line.role != LineRole::byline || authors.size() > kMost) continue;
    const auto byline = parse_byline(of(line));
    if (byline) authors.insert(authors.end(), byline->people.begin(), byline->people.end());
  }
  for (PageLine& line : lines_) {
    // Quotation marks may hold the title of a book, not the whole.
    if (line.sentence() && !line.block.kind && line.block.words <= 60 && !line.block.quoted) {
      line.author_note = is_author_note(of(line), authors);
    }
  }
}

// --- Marking --------------------------------------------------------------------------------

/// True if the lines above and below are controls, stamps or heads of lists.
bool Page::between_cues(std::size_t i) const {
  const auto cue = [&](std::size_t j) {
    return lines_[j].role == LineRole::cue || lines_[j].role == LineRole::date;
  };
  return i > 0 && i + 1 < size() && cue(i - 1) && cue(i + 1);
}

/// Headlines of other stories, one below the other, on a page that shows itself as one elsewhere:
/// no list that the paragraph above announces, no table, no verse.
bool Page::link_run(std::size_t begin, std::size_t end) const {
  constexpr int kFewest = 3, kMeanWords = 3;
  if (!page_ || begin == 0 || of(lines_[begin - 1]).ends_with(':')) return false;
  int links = 0, words = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!lines_[i].open()) continue;
    if (lines_[i].row() || lines_[i].block.has_quote) return false;
    ++links;
    words += lines_[i].block.words;
  }
  return links >= kFewest && words >= kMeanWords * links;
}

/// A run of lines inside the story that are no paragraphs: sub-headings, captions, link lists.
void Page::mark_run(std::size_t begin, std::size_t end) {
  std::size_t cue = end;
  for (std::size_t i = begin; i < end && cue == end; ++i) {
    if (lines_[i].cue == PageCue::list) cue = i;
  }
  const bool links = cue == end && link_run(begin, end);
  // Captions aside, a line alone heads what follows.
  const auto captions = static_cast<std::size_t>(
      std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                    lines_.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const PageLine& line) { return line.role == LineRole::caption; }));
  const bool alone = end - begin - captions == 1;
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
    f.link_run = links;
    f.between_cues = between_cues(i);
    // The last of the run, apart from the list and shorter than a link, heads what follows.
    const bool heads_next = i + 1 == end && i > begin && !f.link_lead && !f.cue_lead &&
                            line.block.words <= 3 && line.block.blanks_before && end < size() &&
                            lines_[end].block.blanks_before && !lines_[i - 1].block.link_lead;
    if (!heads_next && furniture_score(f) > 0) {
      line.kind = ZoneKind::furniture;
    } else if (line.block.words == line.block.numbers && i > 0 &&
               lines_[i - 1].role == LineRole::cue) {
      line.kind = ZoneKind::furniture;  // "1 2 3" below "Next page"
    } else if (f.open && !unstopped_ && line.block.words <= 10 && !line.block.bullet &&
               (alone || heads_next || (i + 1 == cue && i == begin))) {
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
    return !lines_[i].plain() || lines_[i].open() || (listed && lines_[i].asks) ||
           (i > 0 && lines_[i].block.words == lines_[i].block.numbers);
  };
  for (std::size_t i = first_; i < end_;) {
    if (!in_run(i, false)) {
      if (lines_[i].sentence() && between_cues(i)) {
        LineFeatures f = features_of(lines_[i], text_, words_);
        f.between_cues = true;
        if (furniture_score(f) > 0) lines_[i].kind = ZoneKind::furniture;
      }
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
  mark_boxes();
}

/// Short lines close together, apart from the story, one of them a control of the page, are a box
/// of the page: "Letters from the pass / One story each Friday, free. / Email address / Sign me
/// up".
void Page::mark_boxes() {
  for (std::size_t i = first_, next; i < end_; i = next) {
    bool control = false, paragraph = false;
    for (next = i; next < end_ && (next == i || !lines_[next].block.blanks_before); ++next) {
      control |= lines_[next].cue == PageCue::alone;
      paragraph |= lines_[next].paragraph() || lines_[next].role == LineRole::given;
    }
    if (!control || paragraph) continue;
    for (std::size_t j = i; j < next; ++j) lines_[j].kind = ZoneKind::furniture;
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
    if (i >= talk_) {
      line.kind = ZoneKind::furniture;
    } else if (line.role == LineRole::credit) {
      const bool foot = i > 0 && lines_[i - 1].kind == ZoneKind::furniture;
      const auto credit = parse_credit(of(line));
      line.kind = foot && credit && credit->form == CreditLine::Form::copyright
                      ? ZoneKind::furniture
                      : ZoneKind::credit;
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
    const bool last = (&line - lines_.data()) + 1 == static_cast<std::ptrdiff_t>(end_);
    const bool splits =
        line.credit_at && (kind == ZoneKind::body || kind == ZoneKind::caption) &&
        (last || is_picture_credit(text_.substr(line.credit_at, span.end - line.credit_at)));
    if (splits) {
      const std::string_view story = trim(text_.substr(span.begin, line.credit_at - span.begin));
      article_.zones.push_back(
          {kind, {span.begin, span.begin + static_cast<std::uint32_t>(story.size())}});
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
