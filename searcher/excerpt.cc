// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/excerpt.h"

#include <algorithm>

#include "common/text.h"

namespace alatoo {
namespace {

/// The place `count` code points behind `at`, at most `end`.
std::uint32_t advance(std::string_view text, std::uint32_t at, std::size_t count,
                      std::uint32_t end) {
  for (; count > 0 && at < end; --count) {
    do ++at;
    while (at < end && is_continuation(text[at]));
  }
  return at;
}

/// The place `count` code points before `at`, at least `begin`.
std::uint32_t retreat(std::string_view text, std::uint32_t at, std::size_t count,
                      std::uint32_t begin) {
  for (; count > 0 && at > begin; --count) {
    do --at;
    while (at > begin && is_continuation(text[at]));
  }
  return at;
}

bool space_at(std::string_view text, std::size_t at) { return is_space(next_code_point(text, at)); }

/// The first beginning of a word in [at, limit], or `at` if there is none.
std::uint32_t word_begin(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  std::uint32_t i = at;
  while (i < limit && !space_at(text, i)) i = advance(text, i, 1, limit);
  while (i < limit && space_at(text, i)) i = advance(text, i, 1, limit);
  const bool found = i < limit || (i > at && space_at(text, retreat(text, i, 1, at)));
  return found ? i : at;
}

/// The last end of a word in [limit, at], or `at` if there is none. Requires at < text.size().
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  std::uint32_t i = at;
  while (i > limit && !space_at(text, i)) i = retreat(text, i, 1, limit);
  if (!space_at(text, i)) return at;
  while (i > limit && space_at(text, retreat(text, i, 1, limit))) i = retreat(text, i, 1, limit);
  return i;
}

/// The same span without white space at its ends.
Span trimmed(std::string_view text, Span span) {
  const std::string_view piece = trim(span.of(text));
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

/// `spans` without the parts that `holes` cover; blanks at the new ends go too. Both sorted and
/// disjoint, as is the answer.
std::vector<Span> without(const std::vector<Span>& spans, const std::vector<Span>& holes,
                          std::string_view text) {
  std::vector<Span> rest;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    const Span span = trimmed(text, {begin, end});
    if (span.size() > 0) rest.push_back(span);
  };
  auto hole = holes.begin();
  for (const Span span : spans) {
    std::uint32_t begin = span.begin;
    while (hole != holes.end() && hole->end <= begin) ++hole;
    for (auto at = hole; at != holes.end() && at->begin < span.end; ++at) {
      add(begin, at->begin);
      begin = std::max(begin, at->end);
    }
    add(begin, span.end);
  }
  return rest;
}

}  // namespace

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

Span window(std::string_view text, Span sentence, Span focus, std::size_t max_length) {
  if (advance(text, sentence.begin, max_length, sentence.end) == sentence.end) return sentence;
  const std::size_t room = max_length - 2;
  std::uint32_t begin = retreat(text, focus.begin, room / 4, sentence.begin);
  std::uint32_t end = advance(text, begin, room, sentence.end);
  if (end == sentence.end) begin = retreat(text, end, room, sentence.begin);
  if (begin > sentence.begin) begin = word_begin(text, begin, std::max(begin, focus.begin));
  if (end < sentence.end) end = word_end(text, end, std::clamp(focus.end, begin, end));
  return {begin, end};
}

Passage excerpt(const Article& article, Span sentence, Span shown,
                const std::vector<Match>& matches) {
  Passage passage;
  std::string& out = passage.text;
  if (shown.begin > sentence.begin) out = "…";
  const std::string_view text = shown.of(article.text);
  std::vector<std::uint32_t> moved(text.size());  // where each byte went
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (is_space(next_code_point(text, i))) {
      gap = true;
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    for (std::size_t k = begin; k < i; ++k) {
      moved[k] = static_cast<std::uint32_t>(out.size());
      out += text[k];
    }
  }
  if (shown.end < sentence.end) out += "…";

  const auto add = [&](Span place, std::vector<Span>& to) {
    if (place.begin < shown.begin || place.end > shown.end) return;
    const Span span = trimmed(article.text, place);
    if (span.size() == 0) return;
    to.push_back({moved[span.begin - shown.begin], moved[span.end - shown.begin - 1] + 1});
  };
  const Match from{{shown.begin, 0}, 0};
  for (auto at = std::lower_bound(matches.begin(), matches.end(), from);
       at != matches.end() && at->span.begin < shown.end; ++at) {
    add(at->span, passage.highlights);
  }
  passage.highlights = merged(std::move(passage.highlights));
  for (const std::vector<Entity>& entities : article.entities) {
    for (const Entity& entity : entities) {
      for (const Span mention : entity.mentions) add(mention, passage.entities);
    }
  }
  passage.entities = without(merged(std::move(passage.entities)), passage.highlights, out);
  return passage;
}

}  // namespace alatoo
