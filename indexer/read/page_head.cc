// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/page_head.h"

#include <algorithm>

#include "common/text.h"
#include "indexer/read/author_line.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/overlap.h"

namespace alatoo {
namespace {

bool has_year(std::string_view text) {
  Shape word;
  for (std::size_t at = 0; next_shape(text, at, word);) {
    if (word.number && word.text.size() == 4 && (word.text[0] == '1' || word.text[0] == '2') &&
        (word.text[1] == '9' || word.text[1] == '0'))
      return true;
  }
  return false;
}

class Head {
 public:
  Head(std::vector<PageLine>& lines, std::size_t first, std::string_view text)
      : lines_(lines), first_(first), text_(text), none_(lines.size()) {}

  void mark() {
    mark_roles();
    headline_ = known_headline();
    const bool known = headline_ != none_;
    if (candidates_.empty() && !known) return;
    // A long run of short lines is a menu where the page shows itself by a stamp or control, else
    // a table or list, of which at most the first line heads it.
    const bool listing = candidates_.size() > 8 && !stamped_;
    if (!known && !(listing && lines_[candidates_.front()].block.words < 3)) {
      headline_ = listing ? candidates_.front() : choose_headline();
      lines_[headline_].kind = ZoneKind::headline;
    }
    if (listing) return;
    if (headline_ != none_) mark_above();
    mark_below();
  }

 private:
  std::string_view of(std::size_t i) const { return lines_[i].block.of(text_); }
  bool candidate(std::size_t i) const {
    return std::binary_search(candidates_.begin(), candidates_.end(), i);
  }
  /// Neither placed by its role nor by a reader.
  bool open_to_choice(std::size_t i) const {
    return lines_[i].plain() && !lines_[i].block.kind && i != headline_;
  }
  bool stamp(std::size_t i) const {
    return lines_[i].role == LineRole::date || lines_[i].role == LineRole::cue;
  }

  void mark_roles();
  std::size_t known_headline() const;
  std::size_t choose_headline() const;
  bool names_headline(std::size_t i) const;
  void mark_above();
  void mark_below();
  bool names_author(std::size_t i) const;

  std::vector<PageLine>& lines_;
  const std::size_t first_;
  const std::string_view text_;
  const std::size_t none_;
  std::vector<std::size_t> candidates_;
  std::size_t headline_ = 0;
  bool stamped_ = false;         // a byline, stamp, control or caption stands in the head
  bool page_ = false;            // a stamp or control does
  std::size_t below_stamp_ = 0;  // lines above the last of them
};

void Head::mark_roles() {
  const std::size_t known = known_headline();
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
        if (!page_ && !has_year(of(i)) && i > known) break;  // of a fixture below its headline
        line.kind = ZoneKind::furniture;
        page_ |= has_year(of(i));
        break;
      case LineRole::cue:
        line.kind = ZoneKind::furniture;
        page_ = true;
        break;
      case LineRole::given:
        break;
      case LineRole::plain: {
        if (line.block.kind) break;
        const Block& block = line.block;
        const bool question = !block.pause && block.words <= 16 && !of(i).ends_with('.');
        if (block.words > block.numbers &&
            (line.open() || question || (!block.stop && block.words <= 25)) && !block.pause &&
            !block.bullet && !block.link_lead) {
          candidates_.push_back(i);
        }
        break;
      }
    }
    if (!line.plain() && !line.block.kind) {
      stamped_ = true;
      below_stamp_ = i;
    }
  }
}

std::size_t Head::known_headline() const {
  for (std::size_t i = 0; i < first_; ++i) {
    if (lines_[i].block.kind == ZoneKind::headline) return i;
  }
  return none_;
}

std::size_t Head::choose_headline() const {
  if (candidates_.size() == 1) return candidates_.front();
  SharedWords story;
  for (std::size_t i = first_; i < std::min(first_ + 6, lines_.size()); ++i) {
    if (lines_[i].paragraph()) story.add(of(i));
  }
  std::size_t best = none_, at = 0;
  int best_score = 0;
  bool seen = false, first_seen = false, named = false;
  std::size_t first_at = none_;
  for (const std::size_t i : candidates_) {
    for (; at < i; ++at) {
      named |= seen && (lines_[at].role == LineRole::byline ||
                        lines_[at].role == LineRole::caption || lines_[at].cue == PageCue::summary);
    }
    const PageLine& line = lines_[i];
    HeadlineFeatures f;
    f.shared = std::min(story.shared(of(i), false).common, 3);
    f.words = line.block.words;
    f.label = is_section_label(of(i));
    f.lead = line.cue == PageCue::lead;
    f.numbers = line.block.numbers >= 2;
    f.under_name = named;
    f.under_first = first_seen && i == first_at + 1;
    const auto name = [&](std::size_t j) {
      return j < first_ && (lines_[j].role == LineRole::byline ||
                            lines_[j].role == LineRole::date || lines_[j].cue == PageCue::stamp);
    };
    f.above_name = name(i + 1) || (i + 1 < first_ && lines_[i + 1].plain() && name(i + 2));
    f.first = !first_seen && !named && line.block.words >= 4 && !f.lead;
    if (f.first) {
      first_seen = true;
      first_at = i;
    }
    seen |= line.block.words >= 3 && !f.label;
    const int score = headline_score(f);
    if (names_headline(i)) continue;
    if (best == none_ || score > best_score) {
      best = i;
      best_score = score;
    }
  }
  // What stands directly below a line on the same story is its sub-heading.
  while (best > 0 && candidate(best - 1)) {
    const Block& above = lines_[best - 1].block;
    if (above.words < 4 || above.words > 16 || lines_[best - 1].cue == PageCue::lead ||
        story.shared(of(best - 1), false).common == 0) {
      break;
    }
    --best;
  }
  return best;
}

/// "The Courier - Calm returns to the bazaar" above "Calm returns to the bazaar": the title of the
/// window, as prints of pages have it.
bool Head::names_headline(std::size_t i) const {
  const std::string_view title = of(i);
  return std::any_of(candidates_.begin(), candidates_.end(), [&](std::size_t j) {
    const std::string_view own = of(j);
    if (j <= i || j > i + 8 || lines_[j].block.words < 3 || title.size() < own.size() + 4) {
      return false;
    }
    const auto parts = [](std::string_view sign) {
      return sign == "-" || sign == "|" || sign == "–" || sign == "—" || sign == ":" || sign == "»";
    };
    if (title.ends_with(own)) {
      const std::string_view before = trim(title.substr(0, title.size() - own.size()));
      return parts(before.substr(before.find_last_of(' ') + 1)) || before.ends_with(':');
    }
    if (!title.starts_with(own)) return false;
    const std::string_view behind = trim(title.substr(own.size()));
    return parts(behind.substr(0, behind.find(' ')));
  });
}

/// Menus, mottos and the label of the section.
void Head::mark_above() {
  std::size_t above = 0, last = none_;
  for (const std::size_t i : candidates_) {
    if (i >= headline_) break;
    ++above;
    last = i;
  }
  bool page_above = false;
  for (std::size_t i = 0; i < headline_; ++i) page_above |= stamp(i);
  for (std::size_t i = 0; i < headline_; ++i) {
    if (!open_to_choice(i)) continue;
    PageLine& line = lines_[i];
    const bool menu = above > 2 || (page_above && above > 1);
    const bool label = candidate(i) && (line.block.words <= 5 || is_section_label(of(i)));
    const bool apart = i == 0 || line.block.blanks_before > 0 || !lines_[i - 1].plain() ||
                       !candidate(i - 1) || is_outlet_name(of(i - 1)) ||
                       (above <= 2 && is_section_label(of(i)));
    if (candidate(i) && is_outlet_name(of(i)) && !is_section_label(of(i))) {
      line.kind = ZoneKind::furniture;  // the masthead
    } else if (label && i == last && (!menu || apart) && line.block.numbers == 0) {
      line.kind = ZoneKind::section;
    } else if (menu || page_above) {
      line.kind = ZoneKind::furniture;
    } else if (candidate(i)) {
      line.kind = label ? ZoneKind::section : ZoneKind::subheading;
    } else if (line.block.link_lead && !line.block.stop) {
      line.kind = ZoneKind::furniture;
    }
  }
}

/// A person's name without "By", told by what stands beside it.
bool Head::names_author(std::size_t i) const {
  if (!is_person_line(of(i))) return false;
  const auto beside = [&](std::size_t j) {
    return (page_ && stamp(j)) || (lines_[j].plain() && j != headline_ && is_job_line(of(j)));
  };
  return (i + 1 < first_ && beside(i + 1)) || (i > 0 && stamp(i - 1) && page_);
}

void Head::mark_below() {
  enum class Under { nothing, summary, list } under = Under::nothing;
  for (std::size_t i = headline_ == none_ ? 0 : headline_ + 1; i < first_; ++i) {
    PageLine& line = lines_[i];
    if (!open_to_choice(i)) {
      if (line.cue == PageCue::summary) {
        under = Under::summary;
      } else {
        under = line.cue == PageCue::list ? Under::list : Under::nothing;
      }
      continue;
    }
    const std::string_view own = of(i);
    const Block& block = line.block;
    const bool below_byline = i > 0 && lines_[i - 1].kind == ZoneKind::byline;
    const bool below_page =
        i > 0 && lines_[i - 1].kind == ZoneKind::furniture && lines_[i - 1].cue != PageCue::summary;
    if ((block.link_lead && !block.stop) || (line.cue == PageCue::lead && headline_ != none_)) {
      line.kind = ZoneKind::furniture;
    } else if (under == Under::summary && (line.open() || block.bullet)) {
      line.kind = ZoneKind::subheading;
    } else if (under == Under::list && line.open()) {
      line.kind = ZoneKind::furniture;
    } else if (below_byline && line.open() && block.words <= 7 &&
               (is_job_line(own) || (block.words <= 6 && is_outlet_name(own)))) {
      line.kind = ZoneKind::byline;  // "By Ann Lee", "Moscow correspondent", "BBC News, Oslo"
    } else if (line.open() && names_author(i)) {
      line.kind = ZoneKind::byline;
    } else if (page_ && block.words <= 10 && block.numbers * 2 >= block.words) {
      line.kind = ZoneKind::furniture;  // counts, prices, the weather
    } else if (candidate(i) && block.words <= 4 && headline_ != none_ &&
               (stamped_ || !lines_[headline_].block.kind) &&
               signs(line, lines_[first_].block, text_)) {
      line.kind = ZoneKind::credit;
    } else if (candidate(i) && page_ && is_section_label(own)) {
      line.kind = ZoneKind::section;
    } else if (page_ && (own.size() <= 3 || (candidate(i) && block.words <= 2 && below_page))) {
      line.kind = ZoneKind::furniture;
    } else if (candidate(i) || (stamped_ && i < below_stamp_)) {
      line.kind = ZoneKind::subheading;
    }
  }
}

}  // namespace

int headline_score(const HeadlineFeatures& f) {
  return 2 * f.shared + 3 * f.first + 1 * (f.words >= 3) + 1 * (f.words >= 4) + 1 * (f.words >= 6) +
         2 * f.above_name - 4 * (f.words > 16) - 4 * f.label - 3 * f.lead - 3 * f.numbers -
         5 * f.under_name - 3 * f.under_first;
}

void mark_head(std::vector<PageLine>& lines, std::size_t first, std::string_view text) {
  if (first < lines.size()) {
    Head(lines, first, text).mark();
    return;
  }
  // Nothing is long enough to be sure of: a short line above sentences heads them.
  const bool known = std::any_of(lines.begin(), lines.end(), [](const PageLine& line) {
    return line.block.kind == ZoneKind::headline;
  });
  if (!known && lines.size() > 1 && lines[0].open() && lines[0].block.words > 1 &&
      lines[1].sentence()) {
    lines[0].kind = ZoneKind::headline;
  }
}

bool signs(const PageLine& line, const Block& lead, std::string_view text) {
  const std::string_view own = line.block.of(text);
  if (!line.plain() || !parse_bare_name(own)) return false;
  return is_outlet_name(own) ||
         (line.block.words == 1 && line.block.uppers == 1 && lead.uppers * 2 < lead.words);
}

}  // namespace alatoo
