// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/highlight.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "common/analyzer.h"
#include "common/text.h"

namespace alatoo {
namespace {

/// Where one word of a pattern stands. Positions are those of the index: one a token, a hyphened
/// chain read as one word has the position of its first token.
struct Occurrence {
  std::size_t pattern = 0;
  std::size_t word = 0;
  std::uint32_t position = 0;
  Span span;
};

/// Stemmers that change how a word begins, so that its first letter tells nothing.
bool keeps_first_letter(std::string_view language) {
  static constexpr std::array changing =
      std::to_array<std::string_view>({"ar", "el", "ga", "id", "sr", "ta", "yi"});
  return std::find(changing.begin(), changing.end(), language) == changing.end();
}

/// The first letters of the sought stems: cheaper to ask than the stem of a word.
class FirstLetters {
 public:
  void add(std::string_view stem) {
    if (stem.empty()) return;
    std::size_t at = 0;
    const char32_t letter = next_code_point(stem, at);
    if (letter < 0x80) ascii_[letter] = true;
    letters_.push_back(letter);
  }
  void finish() {
    std::sort(letters_.begin(), letters_.end());
    letters_.erase(std::unique(letters_.begin(), letters_.end()), letters_.end());
  }
  /// False only if no sought stem can be that of `word`.
  bool admits(std::string_view word) {
    const auto byte = static_cast<unsigned char>(word.front());
    if (byte < 0x80) return ascii_[byte];
    std::size_t at = 0;
    const char32_t letter = next_code_point(word, at);
    if (letter != last_) {
      last_ = letter;
      last_admitted_ = admits_folded(fold(word.substr(0, at)));
    }
    return last_admitted_;
  }

 private:
  bool admits_folded(std::string_view folded) const {
    if (folded.empty()) return true;
    std::size_t at = 0;
    return std::binary_search(letters_.begin(), letters_.end(), next_code_point(folded, at));
  }

  std::array<bool, 0x80> ascii_{};
  std::vector<char32_t> letters_;
  char32_t last_ = 0;
  bool last_admitted_ = false;
};

/// Finds the words of a plan's patterns in stretches of text.
class Finder {
 public:
  Finder(const HighlightPlan& plan, std::string_view language)
      : plan_(plan), analyzer_(language), filter_(keeps_first_letter(language)) {
    for (std::size_t p = 0; p < plan.patterns.size(); ++p) {
      const Pattern& pattern = plan.patterns[p];
      for (std::size_t w = 0; w < pattern.words.size(); ++w) {
        for (const std::string& stem : pattern.words[w]) {
          sought_.push_back({stem, p, w});
          letters_.add(stem);
        }
      }
    }
    std::sort(sought_.begin(), sought_.end());
    letters_.finish();
  }

  /// Adds the matches within one zone: phrases do not cross zones.
  void find(std::string_view text, Span zone, bool headline, std::vector<Match>& matches);

 private:
  struct Sought {
    std::string_view stem;
    std::size_t pattern = 0;
    std::size_t word = 0;
    friend auto operator<=>(const Sought&, const Sought&) = default;
  };

  void look_up(const std::string& word, std::uint32_t position, Span span, bool headline);
  void combine(std::size_t index, std::vector<Match>& matches) const;
  using Range = std::pair<const Occurrence*, const Occurrence*>;
  static void find_phrases(const std::vector<Range>& words, std::size_t pattern,
                           std::vector<Match>& matches);
  static void find_near(const Pattern& pattern, std::size_t index, Range all,
                        std::vector<Match>& matches);

  const HighlightPlan& plan_;
  Analyzer analyzer_;
  bool filter_;
  std::vector<Sought> sought_;
  FirstLetters letters_;
  std::vector<Occurrence> found_;
};

void Finder::look_up(const std::string& word, std::uint32_t position, Span span, bool headline) {
  if (filter_ && !letters_.admits(word)) return;
  const std::string& stem = analyzer_.stem(word);
  auto at = std::lower_bound(sought_.begin(), sought_.end(), Sought{stem, 0, 0});
  for (; at != sought_.end() && at->stem == stem; ++at) {
    if (plan_.patterns[at->pattern].headline_only && !headline) continue;
    found_.push_back({at->pattern, at->word, position, span});
  }
}

void Finder::find(std::string_view text, Span zone, bool headline, std::vector<Match>& matches) {
  if (sought_.empty()) return;
  found_.clear();
  Tokenizer tokenizer(text, zone);
  std::string chain;  // the words of a hyphened chain so far, written as one
  Span chain_span;
  std::uint32_t chain_position = 0;
  std::uint32_t position = 0;
  for (Token token; tokenizer.next(token); ++position) {
    look_up(token.word, position, token.span, headline);
    if (chain.empty()) {
      if (!token.hyphened) continue;
      chain_span = token.span;
      chain_position = position;
    }
    chain += token.word;
    if (token.hyphened) continue;
    chain_span.end = token.span.end;
    look_up(chain, chain_position, chain_span, headline);
    chain.clear();
  }
  std::sort(found_.begin(), found_.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.pattern, a.word, a.position, a.span) <
           std::tie(b.pattern, b.word, b.position, b.span);
  });
  for (std::size_t p = 0; p < plan_.patterns.size(); ++p) combine(p, matches);
}

void Finder::combine(std::size_t index, std::vector<Match>& matches) const {
  const Pattern& pattern = plan_.patterns[index];
  const auto range = [&](auto less, auto key) {
    const auto [first, last] = std::equal_range(found_.begin(), found_.end(), key, less);
    return Range{found_.data() + (first - found_.begin()), found_.data() + (last - found_.begin())};
  };
  const Range all =
      range([](const Occurrence& a, const Occurrence& b) { return a.pattern < b.pattern; },
            Occurrence{index, 0, 0, {}});
  if (all.first == all.second) return;
  if (pattern.kind == Pattern::Kind::word || pattern.words.size() == 1) {
    for (auto at = all.first; at != all.second; ++at) matches.push_back({at->span, index});
    return;
  }
  if (pattern.kind == Pattern::Kind::near) return find_near(pattern, index, all, matches);
  std::vector<Range> words;
  for (std::size_t w = 0; w < pattern.words.size(); ++w) {
    words.push_back(range(
        [](const Occurrence& a, const Occurrence& b) {
          return std::tie(a.pattern, a.word) < std::tie(b.pattern, b.word);
        },
        Occurrence{index, w, 0, {}}));
  }
  find_phrases(words, index, matches);
}

void Finder::find_phrases(const std::vector<Range>& words, std::size_t pattern,
                          std::vector<Match>& matches) {
  for (auto first = words[0].first; first != words[0].second; ++first) {
    Span span = first->span;
    bool whole = true;
    for (std::size_t w = 1; w < words.size() && whole; ++w) {
      const std::uint32_t wanted = first->position + static_cast<std::uint32_t>(w);
      const auto at = std::lower_bound(
          words[w].first, words[w].second, wanted,
          [](const Occurrence& o, std::uint32_t position) { return o.position < position; });
      whole = at != words[w].second && at->position == wanted;
      if (whole) span.end = std::max(span.end, at->span.end);
    }
    if (whole) matches.push_back({span, pattern});
  }
}

void Finder::find_near(const Pattern& pattern, std::size_t index, Range all,
                       std::vector<Match>& matches) {
  const std::size_t words = pattern.words.size();
  // A word that the pattern names twice must stand twice.
  std::vector<std::uint32_t> needed(words);
  for (std::size_t w = 0; w < words; ++w) {
    needed[w] = static_cast<std::uint32_t>(
        std::count(pattern.words.begin(), pattern.words.end(), pattern.words[w]));
  }
  std::vector<Occurrence> sorted(all.first, all.second);
  std::sort(sorted.begin(), sorted.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
  const auto position_of = [&](std::size_t i) { return sorted[i].position; };

  std::vector<std::uint32_t> count(words);
  std::size_t lacking = words;
  std::size_t distinct = 0;  // positions in the window [begin, end)
  std::size_t marked = 0;    // occurrences before it are in `matches` already, or never will be
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); ++begin) {
    const std::uint32_t last = position_of(begin) + static_cast<std::uint32_t>(pattern.window);
    for (; end < sorted.size() && position_of(end) <= last; ++end) {
      const std::size_t w = sorted[end].word;
      if (++count[w] == needed[w]) --lacking;
      distinct += end == begin || position_of(end) != position_of(end - 1);
    }
    if (lacking == 0 && distinct >= words) {
      for (marked = std::max(marked, begin); marked < end; ++marked) {
        matches.push_back({sorted[marked].span, index});
      }
    }
    const std::size_t w = sorted[begin].word;
    if (count[w]-- == needed[w]) ++lacking;
    distinct -= begin + 1 == end || position_of(begin + 1) != position_of(begin);
  }
}

}  // namespace

std::vector<Match> find_matches(const Article& article, const HighlightPlan& plan) {
  std::vector<Match> matches;
  Finder finder(plan, article.language.value_or(""));
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    finder.find(article.text, zone.span, zone.kind == ZoneKind::headline, matches);
  }
  for (std::size_t i = 0; i < plan.entities.size(); ++i) {
    const auto& [kind, key] = plan.entities[i];
    for (const Entity& entity : article.of(kind)) {
      if (entity.key != key) continue;
      for (const Span mention : entity.mentions) {
        if (mention.size() > 0) matches.push_back({mention, plan.patterns.size() + i});
      }
    }
  }
  std::sort(matches.begin(), matches.end());
  return matches;
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Span> find_highlights(const Article& article, const HighlightPlan& plan) {
  std::vector<Span> spans;
  for (const Match& match : find_matches(article, plan)) spans.push_back(match.span);
  return merged(std::move(spans));
}

}  // namespace alatoo
