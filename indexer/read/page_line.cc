// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/page_line.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

#include "common/text.h"
#include "indexer/read/ascii.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/date_text.h"

namespace alatoo {
namespace {

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

bool is_sign(char32_t c) {
  return is_space(c) || c == U'|' || c == U'-' || c == U':' || c == U',' || c == U';' ||
         c == U'/' || c == U'–' || c == U'—' || c == U'•' || c == U'·';
}

/// " date 2020-10-07 Three claimants, no police": bytes of the stamp in front of the headline, 0 if
/// the line is no such pair.
std::size_t stamp_before_headline(std::string_view text) {
  const std::optional<DateText> found = find_date(text, true);
  if (!found || !found->date.day) return 0;
  Shape word;
  bool labelled = false;
  for (std::size_t at = 0; next_shape(text.substr(0, found->span.begin), at, word);) {
    if (!is_date_word(word.text)) return 0;
    labelled = true;
  }
  std::size_t at = found->span.end;
  const std::size_t time = time_of_day(text.substr(at));
  at += time;
  bool parted = time > 0;
  while (at < text.size()) {
    std::size_t behind = at;
    const char32_t c = next_code_point(text, behind);
    if (!is_sign(c)) break;
    parted |= !is_space(c);
    at = behind;
  }
  // "2010-06-07 ..." needs no more; "June 7, 2010 was a Monday" is a sentence.
  const bool iso = text.substr(found->span.begin, 4).find_first_not_of("0123456789") == text.npos;
  return labelled || iso || parted ? at : 0;
}

/// "(Lake News Agency)", "(AFP)": not "(Applause)".
bool is_bracketed_name(const Block& block, std::string_view text) {
  if (text.starts_with("((") && text.ends_with("))")) return true;  // whom to write to
  if (text.size() > 48 || !(text.front() == '(' || text.front() == '[')) return false;
  if (!(text.ends_with(')') || text.ends_with(']')) || block.capitals < block.words) return false;
  return (block.words > 1 || block.uppers == 1) && parse_bare_name(text).has_value();
}

/// "ORLASK, Feb 4 (Telenor) - Talks ...", "PORT SELWYN -- Fishermen ...".
bool is_datelined(std::string_view text) {
  const std::string_view front = text.substr(0, 64);
  Shape word;
  std::size_t at = 0;
  if (!next_shape(front, at, word) || !word.upper) return false;
  for (const std::string_view dash : {" - ", " -- ", " — ", " – "}) {
    if (front.find(dash) != front.npos) return true;
  }
  return false;
}

/// "HEADLINE: Calm returns to the bazaar", as databases of articles print it: where the headline
/// begins, 0 if the line is none.
std::size_t label_of_headline(std::string_view text) {
  static constexpr std::string_view kLabel = "HEADLINE: ";
  return text.starts_with(kLabel) && text.size() > kLabel.size() ? kLabel.size() : 0;
}

/// "BISHKEK, Feb 17, 2011 (AFP)" alone: capitals, a day and who wrote.
bool is_dateline_alone(const Block& block, std::string_view text) {
  while (text.ends_with('-') || text.ends_with(' ')) text.remove_suffix(1);
  if (block.words > 12 || text.size() > 100 || !text.ends_with(')')) return false;
  Shape word;
  std::size_t at = 0;
  if (!next_shape(text, at, word) || !word.upper || month_of(word.text)) return false;
  const std::size_t open = text.rfind('(');
  const std::optional<DateText> found = find_date(text.substr(0, open), false);
  return found && found->date.day && trim(text.substr(0, open)).size() <= found->span.end + 1;
}

/// "June 16 (Courier) - Here are some facts about the lake:": a wire's dateline opens a paragraph,
/// whatever it ends with.
bool opens_wire(const Block& block, std::string_view text) {
  const std::size_t close = text.substr(0, 72).find(") -");
  if (block.words < 10 || close == text.npos) return false;
  const std::size_t open = text.rfind('(', close);
  if (open == text.npos || !parse_bare_name(text.substr(open, close + 1 - open))) return false;
  const std::optional<DateText> found = find_date(text.substr(0, open), false);
  return found && found->date.day && trim(text.substr(0, open)).size() <= found->span.end + 1;
}

/// "ORLASK, Feb 4 (Telenor) - ...": nothing but a story opens so, however short and unstopped.
bool opens_story(std::string_view text) {
  const std::size_t close = text.substr(0, 64).find(')');
  const std::size_t open = text.substr(0, 64).find('(');
  if (open == text.npos || close == text.npos || close < open || open == 0) return false;
  const std::string_view behind = text.substr(close + 1);
  const bool dash =
      behind.starts_with(" -") || behind.starts_with(" —") || behind.starts_with(" –");
  return dash && is_datelined(text);
}

bool speaks_to_reader(std::string_view low) {
  return is_one_of(low, {"you", "your", "our", "us", "вы", "вас", "вам", "ваш", "наш", "нас"});
}

/// "jd/mk", "bur-jd/mk/xyz": the initials with which agencies sign.
bool is_initials(std::string_view text) {
  constexpr std::size_t kLongest = 24, kLongestPart = 4;
  std::size_t slashes = 0, part = 0;
  for (const char c : text.substr(0, kLongest + 1)) {
    if (c == '/' || c == '-') {
      if (part < 2) return false;
      slashes += c == '/';
      part = 0;
    } else if (c < 'a' || c > 'z' || ++part > kLongestPart) {
      return false;
    }
  }
  return text.size() <= kLongest && slashes > 0 && part >= 2;
}

LineRole role_of(const PageLine& line, std::string_view text) {
  const bool short_enough = line.block.words <= 60 && text.size() <= 400;
  if (line.cue != PageCue::none && line.cue != PageCue::lead) {
    // "By Ann Lee (ann@courier.example)"
    return line.cue == PageCue::alone && short_enough && parse_byline(text) ? LineRole::byline
                                                                            : LineRole::cue;
  }
  if (short_enough && parse_byline(text)) return LineRole::byline;
  if (text.size() <= 600 && parse_credit(text)) return LineRole::credit;
  if (is_bracketed_name(line.block, text) || is_initials(text)) return LineRole::credit;
  if (line.block.words <= 45 && is_caption(text)) return LineRole::caption;
  const bool abbreviated = text.ends_with("m.") || text.ends_with("г.");
  if (line.block.words <= 20 && line.block.numbers && (!line.block.stop || abbreviated) &&
      (is_date_line(text) || is_labelled_date(text))) {
    return LineRole::date;
  }
  return LineRole::plain;
}

LineRole role_of(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::byline:
      return LineRole::byline;
    case ZoneKind::credit:
      return LineRole::credit;
    case ZoneKind::caption:
      return LineRole::caption;
    case ZoneKind::furniture:
      return LineRole::cue;
    case ZoneKind::body:
      return LineRole::plain;
    case ZoneKind::headline:
    case ZoneKind::subheading:
    case ZoneKind::section:
    case ZoneKind::dateline:
      break;
  }
  return LineRole::given;
}

PageLine read_line(std::string_view text, const Block& block) {
  PageLine line;
  line.block = block;
  const std::string_view own = block.of(text);
  const bool may_be_cue = !block.kind || *block.kind == ZoneKind::furniture;
  if (may_be_cue && block.words <= 60 && own.size() <= 400) line.cue = cue_of(own, block);
  if (block.kind) {
    line.kind = *block.kind;
    line.role = role_of(line.kind);
    return line;
  }
  if (is_dateline_alone(block, own)) {
    line.cue = PageCue::none;
    line.role = LineRole::given;
    line.kind = ZoneKind::dateline;
    return line;
  }
  line.role = role_of(line, own);
  line.opens = line.plain() && (opens_wire(block, own) || opens_story(own));
  if (line.opens) {
    line.block.stop = true;
    line.block.pause = false;
  }
  line.asks = line.plain() && block.words <= 14 && block.sentences <= 1 && !block.has_quote &&
              (own.ends_with('?') || own.ends_with('!'));
  if (line.plain() && block.words >= 5) {
    if (const auto at = closing_credit(own)) {
      line.credit_at = block.span.begin + static_cast<std::uint32_t>(*at);
      line.block.stop = true;
    }
  }
  return line;
}

/// The head of a table has the shape of a menu: "Island | Left | Right" above rows of numbers.
void free_table_heads(std::string_view text, std::vector<PageLine>& lines) {
  static constexpr std::string_view kBar = " | ";
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    PageLine& line = lines[i];
    const PageLine& next = lines[i + 1];
    if (line.cue != PageCue::alone || line.block.kind || next.block.numbers == 0) continue;
    if (line.block.of(text).find(kBar) == std::string_view::npos ||
        next.block.of(text).find(kBar) == std::string_view::npos) {
      continue;
    }
    line.cue = PageCue::none;
    line.role = LineRole::plain;
  }
}

}  // namespace

std::vector<PageLine> read_page(std::string_view text, const std::vector<Zone>& known) {
  std::vector<PageLine> lines;
  const std::vector<Block> blocks = split_blocks(text, known);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    // Only the head of a page has stamps. Two in a row are entries of a chronology.
    const bool entry = i < 3 && i + 1 < blocks.size() && blocks[i + 1].numbers &&
                       stamp_before_headline(blocks[i + 1].of(text)) &&
                       !is_date_line(blocks[i + 1].of(text));
    const bool may_be_stamped =
        lines.size() < 3 && !block.kind && block.numbers && block.words <= 60 && !entry;
    if (const std::size_t at = may_be_stamped ? stamp_before_headline(block.of(text)) : 0) {
      const auto middle = block.span.begin + static_cast<std::uint32_t>(at);
      if (middle < block.span.end && !is_date_line(block.of(text))) {
        const Block headline = shape_of(text, {middle, block.span.end});
        if (headline.words >= 3 && !headline.starts_lower) {
          PageLine stamp;
          const auto kept = trim(block.of(text).substr(0, at)).size();
          stamp.block = shape_of(
              text, {block.span.begin, block.span.begin + static_cast<std::uint32_t>(kept)});
          stamp.block.blanks_before = block.blanks_before;
          stamp.role = LineRole::date;
          lines.push_back(stamp);
          lines.push_back(read_line(text, headline));
          continue;
        }
      }
    }
    if (const std::size_t at = block.kind ? 0 : label_of_headline(block.of(text))) {
      PageLine label;
      const auto middle = block.span.begin + static_cast<std::uint32_t>(at);
      label.block = shape_of(text, {block.span.begin, middle - 1});
      label.block.blanks_before = block.blanks_before;
      label.role = LineRole::cue;
      label.cue = PageCue::alone;
      lines.push_back(label);
      Block headline = shape_of(text, {middle, block.span.end});
      headline.kind = ZoneKind::headline;
      lines.push_back(read_line(text, headline));
      continue;
    }
    lines.push_back(read_line(text, block));
  }
  free_table_heads(text, lines);
  return lines;
}

LineFeatures features_of(const PageLine& line, std::string_view text, const SharedWords& words) {
  LineFeatures f;
  f.cue = line.role == LineRole::cue;
  f.cue_lead = line.cue == PageCue::lead;
  f.link_lead = line.block.link_lead;
  f.open = line.open() || line.asks;
  f.several = line.block.sentences > 1;
  f.length = (line.block.words >= 28) + (line.block.words >= 50);
  const std::string_view own = line.block.of(text);
  f.speech = line.block.has_quote;
  f.author_note = line.author_note;
  f.datelined = is_datelined(own);
  Shape word;
  bool first = true;
  for (std::size_t at = 0; (first || !f.speech) && next_shape(own, at, word); first = false) {
    const std::string low = lower(word.text);
    f.to_reader |= speaks_to_reader(low);
    if (first) f.refers_back = refers_back(low);
    f.speech |= reports_speech(low);
  }
  // Links name what the story names: only of sentences does sharing words tell anything.
  if (f.open) return f;
  const SharedWords::Shared shared = words.shared(own, true);
  f.names_shared = std::min(shared.names, 3);
  f.words_shared = shared.content && shared.common * 3 >= shared.content;
  return f;
}

int story_evidence(const LineFeatures& f) {
  return 1 * f.speech + 2 * f.refers_back + 2 * f.several + 2 * (f.length > 0) +
         1 * f.names_shared + 3 * f.words_shared + 4 * f.datelined - 1 * f.to_reader;
}

int furniture_score(const LineFeatures& f) {
  constexpr int kStoryUnlessShown = 3;
  return 9 * f.cue + 4 * f.cue_lead + 3 * f.link_lead + 1 * f.open + 3 * f.link_run +
         4 * f.under_list + 12 * f.behind_end + 9 * f.author_note + 3 * f.between_cues -
         story_evidence(f) - kStoryUnlessShown;
}

}  // namespace alatoo
