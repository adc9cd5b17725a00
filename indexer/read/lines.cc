// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/lines.h"

#include <algorithm>

#include "common/text.h"
#include "indexer/read/date_text.h"

namespace alatoo {
namespace {

constexpr std::uint32_t kWidestWrap = 100;  // characters; programs wrap at 60 to 80
constexpr std::uint32_t kNarrowestWrap = 40;

bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U'\0';
}

bool double_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»';
}
bool closes(char32_t c) { return double_quote(c) || is_apostrophe(c) || c == U')' || c == U']'; }
bool full_stop(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'؟' || c == U'।';
}

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size();
  do --at;
  while (at > 0 && is_continuation(text[at]));
  return next_code_point(text, at);
}

void drop_last(std::string_view& text) {
  while (!text.empty() && is_continuation(text.back())) text.remove_suffix(1);
  if (!text.empty()) text.remove_suffix(1);
}

struct Line {
  Span span;
  int blanks_before = 0;
  int indent = 0;
  std::uint32_t width = 0;       // characters, indentation aside
  std::uint32_t first_word = 0;  // bytes
  bool starts_lower = false;
  bool stop = false;
  std::optional<ZoneKind> kind;  // what a reader said it is
};

bool ends_sentence(std::string_view text) {
  while (!text.empty() && closes(last_code_point(text))) drop_last(text);
  return !text.empty() && full_stop(last_code_point(text));
}

/// Adds the lines of `within`; `blanks` counts the empty ones up to the next line of the page.
void split_lines(std::string_view text, Span within, int& blanks, std::vector<Line>& lines) {
  std::size_t at = within.begin;
  while (at < within.end) {
    const std::size_t stop = std::min<std::size_t>(text.find('\n', at), within.end);
    const std::string_view whole = text.substr(at, stop - at);
    const std::string_view kept = trim(whole);
    if (kept.empty()) {
      ++blanks;
    } else {
      Line line;
      line.span.begin = static_cast<std::uint32_t>(kept.data() - text.data());
      line.span.end = line.span.begin + static_cast<std::uint32_t>(kept.size());
      line.blanks_before = blanks;
      blanks = 0;
      for (std::size_t i = at; i < line.span.begin; ++line.indent) next_code_point(text, i);
      line.width = static_cast<std::uint32_t>(
          std::count_if(kept.begin(), kept.end(), [](char c) { return !is_continuation(c); }));
      line.first_word = static_cast<std::uint32_t>(std::min(kept.find(' '), kept.size()));
      const char32_t first = peek(kept, 0);
      line.starts_lower = is_letter(first) && !is_upper(first);
      line.stop = ends_sentence(kept);
      lines.push_back(line);
    }
    at = stop + 1;
  }
}

/// All lines of the text; what a reader marked is one line each.
std::vector<Line> lines_of(std::string_view text, const std::vector<Zone>& known) {
  std::vector<Line> lines;
  int blanks = 0;
  std::uint32_t at = 0;
  for (const Zone& zone : known) {
    if (zone.span.begin < at || zone.span.size() == 0) continue;
    split_lines(text, {at, zone.span.begin}, blanks, lines);
    Line line;
    line.span = zone.span;
    line.blanks_before = blanks;
    line.kind = zone.kind;
    lines.push_back(line);
    blanks = 0;
    at = zone.span.end;
    if (at < text.size() && text[at] == '\n') ++at;
  }
  split_lines(text, {at, static_cast<std::uint32_t>(text.size())}, blanks, lines);
  return lines;
}

/// How a text was wrapped, if it was.
struct Wrap {
  std::uint32_t width = 0;  // 0: each line is a paragraph
  bool indented = false;    // paragraphs start with white space, not behind an empty line
};

Wrap find_wrap(const std::vector<Line>& lines) {
  std::uint32_t widest = 0;
  std::size_t own = 0, narrow = 0, flush = 0, indented = 0, apart = 0;
  for (const Line& line : lines) {
    if (line.kind) continue;
    ++own;
    ++(line.indent >= 2 ? indented : flush);
    apart += line.blanks_before > 0;
    if (line.width > kWidestWrap) continue;
    ++narrow;
    widest = std::max(widest, line.width);
  }
  if (narrow * 5 < own * 4 || widest < kNarrowestWrap) return {};
  // Sentences go on in lower case behind full lines; verse does so behind short ones.
  std::size_t pairs = 0, full = 0, early = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line &line = lines[i], &next = lines[i + 1];
    if (line.kind || next.kind || next.blanks_before || line.width > kWidestWrap) continue;
    ++pairs;
    if (!next.starts_lower || line.stop) continue;
    ++(line.width + 1 + next.first_word + widest / 3 > widest ? full : early);
  }
  if (full + early == 0 || early > full + 1 || (full + early) * 6 < pairs) return {};
  return {widest, flush > 0 && indented > 0 && apart <= indented + 3};
}

bool continues(const Line& line, const Line& next, const Wrap& wrap, bool story_line) {
  if (!wrap.width || next.blanks_before || line.kind || next.kind || line.width > kWidestWrap)
    return false;
  if (next.starts_lower && next.indent <= line.indent) return true;
  if (wrap.indented ? next.indent > 0 : next.indent > line.indent) return false;
  if (wrap.indented && story_line) return line.width * 5 > wrap.width * 2;
  // A program breaks a line where the next word would not have fitted.
  return line.width + 1 + next.first_word + wrap.width / 8 > wrap.width;
}

/// An address, or a date at the head of a page: no paragraph goes on behind one or ends in one.
bool stands_alone(std::string_view line, bool in_head) {
  const bool address = line.find("://") != line.npos && line.find(' ') == line.npos;
  return address || (in_head && line.find_first_of("0123456789") != line.npos &&
                     find_date(line, true) && is_date_line(line));
}

}  // namespace

bool next_shape(std::string_view text, std::size_t& at, Shape& word) {
  std::size_t begin = at;
  while (begin < text.size()) {
    const char c = text[begin];
    if (ascii_letter(c) || ascii_digit(c)) break;
    if (static_cast<signed char>(c) < 0) {
      const char32_t wide = peek(text, begin);
      if (is_letter(wide) || is_digit(wide)) break;
    }
    ++begin;
    while (begin < text.size() && is_continuation(text[begin])) ++begin;
  }
  if (begin >= text.size()) {
    at = text.size();
    return false;
  }
  word = {};
  std::size_t end = begin, letters = 0, uppers = 0;
  while (end < text.size()) {
    const char c = text[end];
    if (c >= 'a' && c <= 'z') {
      // Most of all: the rest of a word in lower case.
      do ++end, ++letters;
      while (end < text.size() && text[end] >= 'a' && text[end] <= 'z');
      continue;
    }
    if (ascii_letter(c)) {
      ++letters;
      ++uppers;
      ++end;
    } else if (ascii_digit(c)) {
      word.number |= end == begin;
      ++end;
    } else if (c == ' ' || c == '\n' || c == '.' || c == ',') {
      break;
    } else {
      std::size_t behind = end;
      const char32_t wide = next_code_point(text, behind);
      if (is_letter(wide)) {
        ++letters;
        uppers += is_upper(wide);
      } else if (!is_digit(wide) &&
                 !((is_apostrophe(wide) || is_hyphen(wide)) && is_letter(peek(text, behind)))) {
        break;
      }
      end = behind;
    }
    if (letters == 1) word.capital = uppers == 1 && !word.number;
  }
  word.upper = letters >= 2 && letters == uppers;
  word.text = text.substr(begin, end - begin);
  at = end;
  return true;
}

Block shape_of(std::string_view text, Span span) {
  Block block;
  block.span = span;
  const std::string_view own = span.of(text);
  Shape word;
  for (std::size_t at = 0, last = 0; next_shape(own, at, word);) {
    if (block.words && word.capital && last > 0) {
      // A stop between two words, the second with a capital.
      const std::string_view gap =
          own.substr(last, static_cast<std::size_t>(word.text.data() - own.data()) - last);
      block.sentences += gap.size() > 1 && gap.find_first_of(".!?") != gap.npos;
    }
    ++block.words;
    block.capitals += word.capital;
    block.uppers += word.upper;
    block.numbers += word.number;
    last = at;
  }
  const char32_t first = peek(own, 0);
  block.starts_lower = is_letter(first) && !is_upper(first);
  block.link_lead = first == U'»' || first == U'›' || first == U'►' || first == U'→' ||
                    first == U'▶' || first == U'>';
  block.bullet = first == U'•' || first == U'*' || first == U'·' || first == U'●' ||
                 first == U'▪' || first == U'–' || first == U'—' || first == U'-';
  block.has_quote = own.find('"') != own.npos || own.find("“") != own.npos ||
                    own.find("«") != own.npos || own.find("„") != own.npos;
  const char32_t last = last_code_point(own);
  block.quoted =
      (double_quote(first) || is_apostrophe(first)) && (double_quote(last) || is_apostrophe(last));
  block.stop = ends_sentence(own);
  block.sentences += block.stop;
  block.pause =
      last == U',' || last == U':' || last == U';' || last == U'-' || last == U'–' || last == U'—';
  return block;
}

std::vector<Block> split_blocks(std::string_view text, const std::vector<Zone>& known) {
  const std::vector<Line> lines = lines_of(text, known);
  const Wrap wrap = find_wrap(lines);
  std::vector<Block> blocks;
  constexpr std::size_t kHead = 8;  // lines
  const auto alone = [&](std::size_t i) { return stands_alone(lines[i].span.of(text), i < kHead); };
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    while (end < lines.size() && !(wrap.width && (alone(end - 1) || alone(end))) &&
           continues(lines[end - 1], lines[end], wrap, !blocks.empty() || end > i + 1)) {
      ++end;
    }
    Block block = shape_of(text, {lines[i].span.begin, lines[end - 1].span.end});
    block.kind = lines[i].kind;
    block.blanks_before = lines[i].blanks_before;
    block.indent = lines[i].indent;
    if (block.indent) {
      // Only a no-break space is meant to be seen; blanks are how typed text marks a paragraph.
      std::size_t line_start = block.span.begin;
      for (int left = block.indent; left > 0; --left) {
        do --line_start;
        while (is_continuation(text[line_start]));
      }
      block.link_lead |=
          text.substr(line_start, block.span.begin - line_start).find("\xC2\xA0") != text.npos;
    }
    blocks.push_back(block);
    i = end;
  }
  return blocks;
}

}  // namespace alatoo
