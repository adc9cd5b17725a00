// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/zones.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/text.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/cues.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"
#include "indexer/read/overlap.h"

namespace alatoo {
namespace {

/// What a line is by its own wording, wherever it stands.
enum class Role : std::uint8_t { plain, byline, credit, caption, date, cue };

struct Line {
  Block block;
  Role role = Role::plain;
  Cue cue = Cue::none;
  std::uint32_t credit_at = 0;  ///< where a credit closes the paragraph; 0: nowhere
  ZoneKind kind = ZoneKind::body;

  std::uint32_t bytes() const { return block.span.size(); }
  bool plain() const { return role == Role::plain; }
  /// A sentence or more: what stories are made of.
  bool sentence() const { return plain() && block.stop && block.words >= 5; }
  bool paragraph() const { return sentence() && (block.words >= 14 || bytes() >= 80); }
  /// A few words that end like no sentence.
  bool open_line() const {
    return plain() && !block.stop && !block.pause && block.words > block.numbers &&
           block.words <= 14 && bytes() <= 160;
  }
};

// --- Furniture or story: a sum of weights ---------------------------------------------------

/// What speaks for furniture (positive) or for the story (negative). The sum decides; a line of
/// which nothing is known is story.
struct Features {
  bool cue = false;           // its wording is a page's
  bool cue_lead = false;      // "Profile: ...", "Read more: ..."
  bool link_lead = false;     // starts as the items of link lists do
  bool open = false;          // few words, no full stop
  bool under_list = false;    // in the run of short lines that a list's head opens
  bool behind_end = false;    // below a credit or list head that ends the story
  bool speech = false;        // quotation marks, "said"
  bool refers_back = false;   // starts with "He", "But", "They"
  bool several = false;       // more than one sentence
  bool wordy = false;         // 28 words or more
  int names_shared = 0;       // with the rest of the story, at most 3
  bool words_shared = false;  // a third of its content words
};

constexpr int kThreshold = 3;

int story_evidence(const Features& f) {
  return 1 * f.speech + 1 * f.refers_back + 1 * f.several + 1 * f.wordy + 2 * f.names_shared +
         1 * f.words_shared;
}

int furniture_score(const Features& f) {
  return 9 * f.cue + 4 * f.cue_lead + 3 * f.link_lead + 1 * f.open + 4 * f.under_list +
         9 * f.behind_end - story_evidence(f);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool reports_speech(std::string_view low) {
  return is_one_of(
      low, {"said",    "says",     "told",    "added",    "saying",  "quoted",   "according",
            "сказал",  "сказала",  "заявил",  "заявила",  "сообщил", "сообщила", "сообщили",
            "отметил", "отметила", "добавил", "добавила", "деди",    "айтты",    "билдирди"});
}

bool refers_back(std::string_view low) {
  return is_one_of(low, {"he",  "she", "they",    "it",        "his", "her", "their", "its",
                         "but", "and", "however", "meanwhile", "mr",  "mrs", "ms",    "он",
                         "она", "они", "но",      "его",       "ее",  "её",  "ал"});
}

class Page {
 public:
  Page(Article& article, Span within, bool headline_known)
      : article_(article), text_(article.text), headline_known_(headline_known) {
    for (const Block& block : split_blocks(text_, within, headline_known)) read(block);
  }

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
  std::string_view of(const Line& line) const { return line.block.of(text_); }
  std::size_t size() const { return lines_.size(); }

  void read(const Block& block);
  bool take_date_prefix(const Block& block);
  void find_story();
  void find_end();
  void mark_head();
  void mark_inside();
  void mark_tail();
  void emit();

  std::size_t choose_headline(const std::vector<std::size_t>& candidates) const;
  Features features(std::size_t i) const;
  bool tells_story(std::size_t begin, std::size_t end) const;
  void mark_run(std::size_t begin, std::size_t end);

  Article& article_;
  const std::string_view text_;
  const bool headline_known_;
  std::vector<Line> lines_;
  std::size_t first_ = 0;  // first paragraph of the story; size() if there is none
  std::size_t last_ = 0;   // its last paragraph
  std::size_t end_ = 0;    // first line behind the story
  SharedWords words_;      // of all plain lines; empty where no question needs it
};

// --- Lines on their own ---------------------------------------------------------------------

/// " date 2020-10-07 Three claimants, no police": a stamp and the headline in one line.
bool Page::take_date_prefix(const Block& block) {
  if (lines_.size() > 2 || block.words > 60) return false;
  const std::string_view text = block.of(text_);
  const std::optional<DateText> found = find_date(text, true);
  if (!found || !found->date.day) return false;
  Shape word;
  int label = 0;
  for (std::size_t at = 0; next_shape(text.substr(0, found->span.begin), at, word); ++label) {
    if (!word.number && !is_date_word(word.text)) return false;
  }
  // A time of day belongs to the stamp.
  std::size_t at = found->span.end, end = at;
  while (next_shape(text, at, word) && (word.number || is_date_word(word.text)) &&
         end - found->span.end < 24) {
    end = at;
  }
  std::string_view rest = trim(text.substr(end));
  bool parted = false;
  while (!rest.empty() && !is_letter([&] {
    std::size_t i = 0;
    return next_code_point(rest, i);
  }()) && std::string_view("|-:,;/–—•·").find(rest.front()) != std::string_view::npos) {
    rest = trim(rest.substr(1 + (static_cast<signed char>(rest.front()) < 0 ? 2u : 0u)));
    parted = true;
  }
  const bool iso = text.substr(found->span.begin, 4).find_first_not_of("0123456789") == text.npos;
  if (!(label || iso || parted)) return false;
  const auto rest_at = block.span.begin + static_cast<std::uint32_t>(rest.data() - text.data());
  Block headline = shape_of(text_, {rest_at, block.span.end});
  if (rest.empty() || headline.words < 3 || headline.starts_lower || is_date_line(text))
    return false;
  const std::string_view stamp = trim(text_.substr(block.span.begin, rest_at - block.span.begin));
  Line line;
  line.block = shape_of(
      text_, {block.span.begin, block.span.begin + static_cast<std::uint32_t>(stamp.size())});
  line.role = Role::date;
  lines_.push_back(line);
  line.block = headline;
  line.role = Role::plain;
  lines_.push_back(line);
  return true;
}

void Page::read(const Block& block) {
  if (take_date_prefix(block)) return;
  Line line;
  line.block = block;
  const std::string_view text = of(line);
  const bool could_be_short = block.words <= 60 && text.size() <= 400;
  if (could_be_short) line.cue = cue_of(text, block);
  if (line.cue == Cue::stamp || line.cue == Cue::alone || line.cue == Cue::list) {
    line.role = Role::cue;
  } else if (could_be_short && parse_byline(text)) {
    line.role = Role::byline;
  } else if (text.size() <= 600 && parse_credit(text)) {
    line.role = Role::credit;
  } else if (block.words <= 45 && is_caption(text)) {
    line.role = Role::caption;
  } else if (block.words <= 20 && !block.stop && is_date_line(text)) {
    line.role = Role::date;
  } else if (line.paragraph() || (block.words >= 14)) {
    if (const auto at = closing_credit(text)) {
      line.credit_at = block.span.begin + static_cast<std::uint32_t>(*at);
      line.block.stop = true;
    }
  }
  lines_.push_back(line);
}

// --- Where the story starts and ends --------------------------------------------------------

void Page::find_story() {
  const auto is_paragraph = [](const Line& line) { return line.paragraph(); };
  const auto found = std::find_if(lines_.begin(), lines_.end(), is_paragraph);
  first_ = static_cast<std::size_t>(found - lines_.begin());
  if (first_ == size()) return;
  // One sentence between the headline and the byline or stamp is the deck.
  bool headed = headline_known_;
  for (std::size_t i = 0; i < first_; ++i) headed |= lines_[i].open_line();
  for (std::size_t j = first_ + 1; j < std::min(first_ + 5, size()); ++j) {
    const Line& line = lines_[j];
    if (line.paragraph()) break;
    const bool stamp =
        line.role == Role::byline || line.role == Role::date || line.cue == Cue::stamp;
    if (!stamp && !(headed && line.role == Role::caption)) continue;
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

Features Page::features(std::size_t i) const {
  const Line& line = lines_[i];
  Features f;
  f.cue = line.role == Role::cue;
  f.cue_lead = line.cue == Cue::lead;
  f.link_lead = line.block.link_lead;
  f.open = line.open_line();
  f.several = line.block.sentences > 1;
  f.wordy = line.block.words >= 28;
  f.speech = line.block.has_quote;
  const std::string_view text = of(line);
  Shape word;
  int n = 0;
  for (std::size_t at = 0; next_shape(text, at, word); ++n) {
    if (f.speech && n > 0) break;
    const std::string low = lower(word.text);
    if (n == 0) f.refers_back = refers_back(low);
    f.speech |= reports_speech(low);
  }
  const SharedWords::Shared shared = words_.shared(text, true);
  f.names_shared = std::min(shared.names, 3);
  f.words_shared = shared.content && shared.common * 3 >= shared.content;
  return f;
}

bool Page::tells_story(std::size_t begin, std::size_t end) const {
  int sum = 0, sentences = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!lines_[i].sentence()) continue;
    ++sentences;
    sum += story_evidence(features(i));
  }
  return sentences && sum >= 2 * sentences;
}

/// The story ends at a credit or a list's head behind which nothing tells it on.
void Page::find_end() {
  end_ = size();
  if (first_ == size()) return;
  struct Marker {
    std::size_t at, behind;
  };
  std::vector<Marker> markers;
  for (std::size_t i = first_ + 1; i < size(); ++i) {
    const Line& line = lines_[i];
    if (line.credit_at) {
      markers.push_back({i + 1, i + 1});
    } else if (line.role == Role::credit || line.cue == Cue::list) {
      markers.push_back({i, i + 1});
      words_.ignore(of(line));
    }
  }
  if (markers.empty()) return;
  for (const Line& line : lines_) {
    if (line.plain()) words_.add(of(line));
  }
  std::size_t end = size();
  for (auto marker = markers.rbegin(); marker != markers.rend(); ++marker) {
    if (tells_story(marker->behind, end_)) break;
    end = end_ = marker->at;
  }
  end_ = end;
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
    const Line& line = lines_[i];
    const int score = 2 * std::min(lead.shared(of(line), false).common, 4) +
                      2 * (line.block.words >= 4) + 1 * (line.block.words >= 6) -
                      3 * is_section_label(of(line));
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
    if (!headline_known_ && size() > 1 && lines_[0].open_line() && lines_[0].block.words > 1 &&
        lines_[1].sentence()) {
      lines_[0].kind = ZoneKind::headline;
    }
    return;
  }
  std::vector<std::size_t> candidates;
  bool stamped = false;
  std::size_t below_stamp = 0;  // lines above a byline, stamp or caption of the head
  for (std::size_t i = 0; i < first_; ++i) {
    Line& line = lines_[i];
    switch (line.role) {
      case Role::byline:
        line.kind = ZoneKind::byline;
        break;
      case Role::credit:
        line.kind = ZoneKind::credit;
        break;
      case Role::caption:
        line.kind = ZoneKind::caption;
        break;
      case Role::date:
      case Role::cue:
        line.kind = ZoneKind::furniture;
        break;
      case Role::plain: {
        const bool question =
            !line.block.pause && line.block.words <= 16 && !of(line).ends_with('.');
        if ((line.open_line() || question || (!line.block.stop && line.block.words <= 25)) &&
            !line.block.pause && !line.block.bullet && !line.block.link_lead) {
          candidates.push_back(i);
        }
        break;
      }
    }
    if (!line.plain()) {
      stamped = true;
      below_stamp = i;
    }
  }
  if (candidates.empty()) return;
  // A long run of short lines is a table or a list, of which no line is known to head it.
  const bool listing = candidates.size() > 8;
  std::size_t headline = size();
  if (!headline_known_ && !(listing && lines_[candidates.front()].block.words < 3)) {
    headline = listing ? candidates.front() : choose_headline(candidates);
    lines_[headline].kind = ZoneKind::headline;
  }
  if (listing) return;
  for (std::size_t i = 0; i < first_; ++i) {
    Line& line = lines_[i];
    if (!line.plain() || i == headline) continue;
    const bool candidate = std::find(candidates.begin(), candidates.end(), i) != candidates.end();
    if (headline != size() && i < headline && candidate) {
      const bool menu = headline >= 4 && line.block.words <= 3;
      line.kind = menu && i + 1 < headline ? ZoneKind::furniture
                  : line.block.words <= 5  ? ZoneKind::section
                                           : ZoneKind::subheading;
    } else if (candidate || (stamped && i < below_stamp)) {
      line.kind = ZoneKind::subheading;
    }
    if (line.block.link_lead && !line.block.stop) line.kind = ZoneKind::furniture;
  }
}

/// A run of lines inside the story that are no paragraphs: sub-headings, captions, link lists.
void Page::mark_run(std::size_t begin, std::size_t end) {
  std::size_t cue = end;
  for (std::size_t i = begin; i < end && cue == end; ++i) {
    if (lines_[i].cue == Cue::list) cue = i;
  }
  for (std::size_t i = begin; i < end; ++i) {
    Line& line = lines_[i];
    switch (line.role) {
      case Role::cue:
        line.kind = ZoneKind::furniture;
        continue;
      case Role::caption:
        line.kind = ZoneKind::caption;
        continue;
      case Role::credit:
        line.kind = ZoneKind::credit;
        continue;
      case Role::byline:
      case Role::date:
      case Role::plain:
        break;
    }
    Features f = features(i);
    f.under_list = i > cue;
    // The last of the run, apart from the list and shorter than a link, heads what follows.
    const bool heads_next = i + 1 == end && i > begin && !f.link_lead && !f.cue_lead &&
                            line.block.words <= 3 && line.block.blanks_before && end < size() &&
                            lines_[end].block.blanks_before && !lines_[i - 1].block.link_lead;
    if (f.open && !heads_next && furniture_score(f) > kThreshold) {
      line.kind = ZoneKind::furniture;
    } else if (f.open && line.block.words <= 10 && !line.block.bullet &&
               (end - begin == 1 || heads_next || (i + 1 == cue && i == begin))) {
      line.kind = ZoneKind::subheading;
    }
  }
}

void Page::mark_inside() {
  if (first_ == size()) {
    for (Line& line : lines_) {
      if (line.role == Role::cue) line.kind = ZoneKind::furniture;
    }
    return;
  }
  for (std::size_t i = first_; i < end_;) {
    if (lines_[i].sentence() || (lines_[i].plain() && !lines_[i].open_line())) {
      ++i;
      continue;
    }
    std::size_t run = i;
    while (run < end_ && !(lines_[run].plain() && !lines_[run].open_line())) ++run;
    mark_run(i, run);
    i = run;
  }
}

void Page::mark_tail() {
  // A name alone under the last paragraph signs it.
  if (end_ > 1) {
    Line& line = lines_[end_ - 1];
    const Line& above = lines_[end_ - 2];
    const bool under_story = above.sentence() || above.role == Role::credit;
    if ((line.plain() && parse_bare_name(of(line))) && (under_story || is_outlet_name(of(line)))) {
      line.kind = ZoneKind::credit;
    }
  }
  for (std::size_t i = end_; i < size(); ++i) {
    Line& line = lines_[i];
    if (line.role == Role::credit) {
      line.kind = ZoneKind::credit;
    } else if (line.role == Role::byline) {
      line.kind = ZoneKind::byline;
    } else if (line.plain() && i > 0 && lines_[i - 1].kind == ZoneKind::credit &&
               parse_bare_name(of(line)) &&
               (i == end_ + 1 && (is_outlet_name(of(line)) || i + 1 == size()))) {
      line.kind = ZoneKind::credit;
    } else if (!line.plain()) {
      line.kind = ZoneKind::furniture;
    } else {
      Features f = features(i);
      f.behind_end = true;
      if (furniture_score(f) > kThreshold) line.kind = ZoneKind::furniture;
    }
  }
}

void Page::emit() {
  for (const Line& line : lines_) {
    Span span = line.block.span;
    if (line.credit_at && line.kind == ZoneKind::body &&
        (&line - lines_.data()) + 1 == static_cast<std::ptrdiff_t>(end_)) {
      const std::string_view story = trim(text_.substr(span.begin, line.credit_at - span.begin));
      article_.zones.push_back(
          {line.kind, {span.begin, span.begin + static_cast<std::uint32_t>(story.size())}});
      article_.zones.push_back({ZoneKind::credit, {line.credit_at, span.end}});
      continue;
    }
    article_.zones.push_back({line.kind, span});
    const std::string_view text = span.of(text_);
    if (line.kind == ZoneKind::headline && !article_.headline) article_.headline = squeeze(text);
    if (line.kind == ZoneKind::byline && !article_.byline) {
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
  std::vector<Zone> kept;
  kept.swap(article.zones);
  std::uint32_t begin = 0;
  bool headline_known = false;
  const auto size = static_cast<std::uint32_t>(article.text.size());
  for (const Zone& zone : kept) {
    if (zone.span.begin > begin) Page(article, {begin, zone.span.begin}, headline_known).mark();
    article.zones.push_back(zone);
    headline_known |= zone.kind == ZoneKind::headline;
    begin = zone.span.end;
  }
  if (begin < size) Page(article, {begin, size}, headline_known).mark();
}

}  // namespace alatoo
