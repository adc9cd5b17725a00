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
    find_end();
    mark_head(lines_, first_, text_);
    mark_inside();
    mark_tail();
    emit();
  }

 private:
  std::string_view of(const PageLine& line) const { return line.block.of(text_); }
  std::size_t size() const { return lines_.size(); }

  /// A marker: a line behind which the story may be over.
  struct Marker {
    std::size_t at, behind;
    bool signs = false;    // names who made the story: what stands above it belongs to it
    bool control = false;  // tells of the page, not of the story's end
  };

  void stop_long_lines();
  void find_authors();
  void find_story();
  void find_end();
  void mark_inside();
  void mark_tail();
  void emit();

  std::vector<Marker> find_markers();
  std::size_t find_talk() const;
  bool tells_story(std::size_t begin, std::size_t end) const;
  bool promotes(std::size_t begin, std::size_t end) const;
  bool between_cues(std::size_t i) const;
  void mark_run(std::size_t begin, std::size_t end);

  Article& article_;
  const std::string_view text_;
  std::vector<PageLine> lines_;
  bool headline_known_ = false;
  std::size_t first_ = 0;   // first paragraph of the story; size() if there is none
  std::size_t last_ = 0;    // its last paragraph
  std::size_t end_ = 0;     // first line behind the story
  bool unstopped_ = false;  // no line ends with a full stop
  std::size_t talk_ = 0;    // first line of what readers say; size() if there is none
  SharedWords words_;       // of all plain lines; empty where no question needs it
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

/// A text without full stops: its long lines are its paragraphs.
void Page::stop_long_lines() {
  for (PageLine& line : lines_) {
    if (!line.plain() || line.block.words < 14 || line.block.numbers * 4 > line.block.words)
      continue;
    line.block.stop = true;
    unstopped_ = true;
  }
}

/// Sentences about who wrote the story are no paragraphs of it.
void Page::find_authors() {
  std::vector<std::string> authors;
  for (const PageLine& line : lines_) {
    if (line.role != LineRole::byline) continue;
    const auto byline = parse_byline(of(line));
    if (byline) authors.insert(authors.end(), byline->people.begin(), byline->people.end());
  }
  for (PageLine& line : lines_) {
    if (line.sentence() && !line.block.kind && line.block.words <= 60 && !line.block.has_quote) {
      line.author_note = is_author_note(of(line), authors);
    }
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

/// Lines such as "Reply" and "3 hours ago" stand between what readers say.
std::size_t Page::find_talk() const {
  constexpr std::size_t kReach = 8;
  for (std::size_t i = first_ + 1; i < size(); ++i) {
    if (lines_[i].cue != PageCue::talk || lines_[i].block.kind) continue;
    std::size_t marks = 0, told = 0;
    for (std::size_t j = i + 1; j < std::min(i + kReach, size()); ++j) {
      const PageLine& line = lines_[j];
      const bool says = line.plain() && line.block.pause && line.block.words <= 6;
      marks += line.cue == PageCue::reply || line.cue == PageCue::talk ||
               line.role == LineRole::date || says;
      told += line.paragraph();
    }
    if (marks >= 2 && marks > told) return i;
  }
  return size();
}

std::vector<Page::Marker> Page::find_markers() {
  std::vector<Marker> markers;
  std::size_t shown = 0;  // controls and stamps so far
  for (std::size_t i = 0; i <= first_; ++i) {
    shown += lines_[i].role == LineRole::cue || lines_[i].role == LineRole::date;
  }
  for (std::size_t i = first_ + 1; i < talk_; ++i) {
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
    } else if (line.author_note) {
      markers.push_back({i, i + 1});
    } else if (line.role == LineRole::cue) {
      markers.push_back({i, i + 1, false, true});
    } else if (shown && line.open() && lines_[i - 1].sentence() && i > first_ + 2) {
      // A run of short lines below a paragraph of a page: its menu at the foot, unless they are
      // a table's or start as lines of verse do.
      std::size_t end = i;
      int numbers = 0, lowers = 0;
      for (; end < talk_ && (lines_[end].open() || lines_[end].asks); ++end) {
        numbers += lines_[end].block.numbers > 0;
        lowers += lines_[end].block.starts_lower || lines_[end].block.bullet;
      }
      if (end >= i + 3 && numbers == 0 && lowers == 0) markers.push_back({i, i});
      i = end - 1;
    }
    shown += line.role == LineRole::cue;
  }
  // Rows of a label and one sentence on something else: promotion.
  std::size_t rows = 0, start = talk_;
  for (std::size_t i = first_ + 3; i + 1 < talk_;) {
    const bool row = lines_[i].open() && lines_[i].block.words <= 4 && lines_[i + 1].sentence() &&
                     lines_[i + 1].block.sentences == 1 && lines_[i + 1].block.words <= 30;
    if (row && rows++ == 0) start = i;
    if (rows > 2 && (!row || i + 2 >= talk_)) markers.push_back({start, start});
    if (!row) rows = 0;
    i += row ? 2 : 1;
  }
  std::sort(markers.begin(), markers.end(),
            [](const Marker& a, const Marker& b) { return a.behind < b.behind; });
  return markers;
}

/// A part of the page between two controls: the page speaks, or more short lines than sentences
/// stand there.
bool Page::promotes(std::size_t begin, std::size_t end) const {
  std::size_t sentences = 0, others = 0;
  bool speaks = true;
  for (std::size_t i = begin; i < end; ++i) {
    const PageLine& line = lines_[i];
    if (!line.sentence()) {
      ++others;
      continue;
    }
    ++sentences;
    const LineFeatures f = features_of(line, text_, words_);
    speaks &= f.to_reader && story_evidence(f) < kStoryEvidence;
  }
  return sentences == 0 || ((speaks || others >= 2 * sentences) && !tells_story(begin, end));
}

/// The story ends at a credit, a list's head or a control behind which nothing tells it on.
void Page::find_end() {
  end_ = talk_ = size();
  if (first_ == size()) return;
  talk_ = find_talk();
  end_ = talk_;
  const std::vector<Marker> markers = find_markers();
  if (markers.empty()) return;
  for (std::size_t i = 0; i < talk_; ++i) {
    if (lines_[i].plain()) words_.add(of(lines_[i]));
  }
  bool signed_below = false;
  for (auto marker = markers.rbegin(); marker != markers.rend(); ++marker) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(marker->behind);
    const auto end = lines_.begin() + static_cast<std::ptrdiff_t>(end_);
    const bool sentences = std::any_of(begin, end, [](const PageLine& l) { return l.sentence(); });
    const bool known = std::any_of(
        begin, end, [](const PageLine& l) { return l.block.kind && is_story(*l.block.kind); });
    if (known) break;
    if (sentences && (signed_below || (marker->control ? !promotes(marker->behind, end_)
                                                       : tells_story(marker->behind, end_)))) {
      break;
    }
    end_ = marker->at;
    signed_below = marker->signs;
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
      const bool foot = i > end_ && lines_[i - 1].kind == ZoneKind::furniture;
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
