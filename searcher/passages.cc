// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/passages.h"

#include <algorithm>

#include "common/text.h"
#include "searcher/excerpt.h"
#include "searcher/highlight.h"

namespace alatoo {
namespace {

constexpr std::size_t kMinLength = 8;   // code points, of any passage
constexpr std::size_t kMaxTitle = 320;  // code points
constexpr double kEntityWeight = 1;     // of an entity that the request filters by

/// A "sentence" may be a table of a megabyte: so many of its matches are tried as its best place.
constexpr std::size_t kMaxTries = 256;
/// And a story may say one thing a thousand times: then no more is looked for.
constexpr std::size_t kMaxRepeated = 16;

/// One sentence; the first of a body takes its dateline along.
struct Sentence {
  Span span;
  std::size_t zone = 0;
  std::size_t length = 0;       ///< code points
  std::size_t first_match = 0;  ///< matches that begin in the sentence: [first_match, end_match)
  std::size_t end_match = 0;
  bool used = false;

  bool matches() const { return first_match < end_match; }
};

std::vector<Sentence> sentences_of(const Article& article, const std::vector<Match>& matches) {
  std::vector<Sentence> found;
  std::optional<std::uint32_t> dateline;
  std::size_t m = 0;
  for (std::size_t z = 0; z < article.zones.size(); ++z) {
    const Zone& zone = article.zones[z];
    if (!is_story(zone.kind) || zone.kind == ZoneKind::headline) continue;
    if (zone.kind == ZoneKind::dateline && z + 1 < article.zones.size() &&
        article.zones[z + 1].kind == ZoneKind::body) {
      dateline = zone.span.begin;
      continue;
    }
    for (Span span : sentences(article.text, zone.span)) {
      if (dateline) span.begin = *dateline;
      dateline.reset();
      Sentence& sentence = found.emplace_back();
      sentence.span = span;
      sentence.zone = z;
      sentence.length = code_points(span.of(article.text));
      while (m < matches.size() && matches[m].span.begin < span.begin) ++m;
      sentence.first_match = m;
      while (m < matches.size() && matches[m].span.begin < span.end) ++m;
      sentence.end_match = m;
    }
  }
  return found;
}

/// Chooses passages one after the other; what was shown before weighs no more. Each choice depends
/// on earlier ones only, so that the best n are among the best n + 1.
class Chooser {
 public:
  Chooser(const Article& article, const HighlightPlan& plan, std::size_t max_length)
      : article_(article),
        max_length_(std::max(max_length, kMinLength)),
        matches_(find_matches(article, plan)),
        sentences_(sentences_of(article, matches_)) {
    for (const Pattern& pattern : plan.patterns) weights_.push_back(pattern.weight);
    weights_.resize(plan.patterns.size() + plan.entities.size(), kEntityWeight);
    shown_.resize(weights_.size());
    met_.resize(weights_.size());
  }

  struct Choice {
    Span span;  ///< in the article
    Passage passage;
  };

  /// The next best passage; absent if no sentence with a match is left.
  std::optional<Choice> next() {
    const auto best = best_sentence();
    if (!best) return std::nullopt;
    sentences_[*best].used = true;
    return sentences_[*best].length > max_length_ ? cut(sentences_[*best]) : grown(*best, false);
  }

  /// The first sentences of the body; absent if the story has no text.
  std::optional<Choice> opening() {
    if (sentences_.empty()) return std::nullopt;
    const auto body =
        std::find_if(sentences_.begin(), sentences_.end(), [&](const Sentence& sentence) {
          return article_.zones[sentence.zone].kind == ZoneKind::body;
        });
    const auto first = body == sentences_.end() ? sentences_.begin() : body;
    if (first->length > max_length_) return cut(*first);
    return grown(static_cast<std::size_t>(first - sentences_.begin()), true);
  }

 private:
  struct Score {
    double fresh = 0;  ///< weight of the parts not shown yet
    std::size_t count = 0;
    friend auto operator<=>(const Score&, const Score&) = default;
  };

  /// Of the matches in [first, end) that do not end behind `until`.
  Score score(std::size_t first, std::size_t end, std::uint32_t until) {
    Score score;
    ++round_;
    for (std::size_t m = first; m < end; ++m) {
      if (matches_[m].span.end > until) continue;
      ++score.count;
      const std::size_t part = matches_[m].part;
      if (!shown_[part] && met_[part] != round_) score.fresh += weights_[part];
      met_[part] = round_;
    }
    return score;
  }

  std::optional<std::size_t> best_sentence() {
    std::optional<std::size_t> best;
    Score best_score;
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      const Sentence& sentence = sentences_[s];
      if (sentence.used || !sentence.matches()) continue;
      // A phrase may run on into the next sentence: it counts where it begins.
      const Score here = score(sentence.first_match, sentence.end_match, UINT32_MAX);
      if (!best || here > best_score) best = s, best_score = here;
    }
    return best;
  }

  std::size_t first_match_from(std::uint32_t place) const {
    const auto at = std::lower_bound(matches_.begin(), matches_.end(), Match{{place, 0}, 0});
    return static_cast<std::size_t>(at - matches_.begin());
  }

  Choice shown(Span sentence, Span span) {
    const std::size_t first = first_match_from(span.begin);
    for (std::size_t m = first; m < matches_.size() && matches_[m].span.begin < span.end; ++m) {
      if (matches_[m].span.end <= span.end) shown_[matches_[m].part] = true;
    }
    return {span, excerpt(article_, sentence, span, matches_)};
  }

  /// The stretch of a long sentence that tells most.
  Choice cut(const Sentence& sentence) {
    const Span start{sentence.span.begin, sentence.span.begin};
    Span best = window(article_.text, sentence.span, start, max_length_);
    std::optional<Score> best_score;
    const std::size_t end = std::min(sentence.end_match, sentence.first_match + kMaxTries);
    for (std::size_t m = sentence.first_match; m < end; ++m) {
      const Span focus{matches_[m].span.begin, std::min(matches_[m].span.end, sentence.span.end)};
      const Span span = window(article_.text, sentence.span, focus, max_length_);
      const Score here = score(first_match_from(span.begin), first_match_from(span.end), span.end);
      if (!best_score || here > *best_score) best = span, best_score = here;
    }
    return shown(sentence.span, best);
  }

  /// The sentence and those neighbours that match too (`all`: any that follow), while they fit.
  Choice grown(std::size_t seed, bool all) {
    std::size_t first = seed;
    std::size_t last = seed;
    std::size_t length = sentences_[seed].length;
    const auto take = [&](std::size_t left, std::size_t right, Sentence& taken) {
      if (taken.used || !neighbours(left, right)) return false;
      if (!all && !taken.matches() && !reaches(left, right)) return false;
      if (length + 1 + taken.length > max_length_) return false;
      length += 1 + taken.length;
      return taken.used = true;
    };
    for (bool more = true; more;) {
      more = false;
      if (last + 1 < sentences_.size() && take(last, last + 1, sentences_[last + 1])) {
        ++last;
        more = true;
      } else if (!all && first > 0 && take(first - 1, first, sentences_[first - 1])) {
        --first;
        more = true;
      }
    }
    const Span span{sentences_[first].span.begin, sentences_[last].span.end};
    return shown(span, span);
  }

  /// True if only white space stands between the two and they are of one kind.
  bool neighbours(std::size_t left, std::size_t right) const {
    const std::size_t a = sentences_[left].zone;
    const std::size_t b = sentences_[right].zone;
    return a == b || (a + 1 == b && article_.zones[a].kind == article_.zones[b].kind);
  }

  /// True if a match that begins in the left one goes on into the right one.
  bool reaches(std::size_t left, std::size_t right) const {
    for (std::size_t m = sentences_[left].first_match; m < sentences_[left].end_match; ++m) {
      if (matches_[m].span.end > sentences_[right].span.begin) return true;
    }
    return false;
  }

  const Article& article_;
  const std::size_t max_length_;
  const std::vector<Match> matches_;
  std::vector<Sentence> sentences_;
  std::vector<double> weights_;     // of each part of the plan
  std::vector<bool> shown_;         // whether a passage shows the part already
  std::vector<std::uint32_t> met_;  // round of scoring in which the part was met last
  std::uint32_t round_ = 0;
};

}  // namespace

std::vector<Passage> make_passages(const Article& article, const HighlightPlan& plan,
                                   const PassageOptions& options) {
  if (options.passages == 0) return {};
  Chooser chooser(article, plan, options.max_length);
  std::vector<Chooser::Choice> chosen;
  std::size_t repeated = 0;
  while (chosen.size() < options.passages && repeated < kMaxRepeated) {
    auto choice = chooser.next();
    if (!choice) break;
    const bool repeats = std::any_of(chosen.begin(), chosen.end(), [&](const auto& other) {
      return other.passage.text == choice->passage.text;
    });
    if (repeats) {
      ++repeated;
    } else {
      chosen.push_back(std::move(*choice));
    }
  }
  if (chosen.empty()) {
    if (auto opening = chooser.opening()) chosen.push_back(std::move(*opening));
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const auto& a, const auto& b) { return a.span < b.span; });
  std::vector<Passage> passages;
  for (auto& choice : chosen) passages.push_back(std::move(choice.passage));
  return passages;
}

Passage make_title(const Article& article, const HighlightPlan& plan) {
  // The title as an article of its own, with the mentions that stand in it.
  Article title;
  title.language = article.language;
  Span place;
  title.text = title_of(article, &place);
  if (place.size() > 0 && squeeze(place.of(article.text)) == squeeze(title.text)) {
    title.text = place.of(article.text);
    for (const EntityKind kind : kAllEntityKinds) {
      for (const Entity& entity : article.of(kind)) {
        Entity here{entity.key, {}, {}, {}};
        for (const Span mention : entity.mentions) {
          if (mention.begin < place.begin || mention.end > place.end) continue;
          here.mentions.push_back({mention.begin - place.begin, mention.end - place.begin});
        }
        if (!here.mentions.empty()) title.of(kind).push_back(std::move(here));
      }
    }
  }
  const Span whole{0, static_cast<std::uint32_t>(title.text.size())};
  title.zones = {{article.headline ? ZoneKind::headline : ZoneKind::body, whole}};
  return excerpt(title, whole, window(title.text, whole, {0, 0}, kMaxTitle),
                 find_matches(title, plan));
}

}  // namespace alatoo
