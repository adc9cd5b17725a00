// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/training.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace alatoo {
namespace {

using Weights = std::array<std::int32_t, kTags>;
constexpr std::int32_t kUnit = 1 << 16;  // by which right tags are to win, in weights' units

using Totals = std::array<std::int64_t, kTags>;

/// Consecutive words that may be in names, with what was marked there.
struct Stretch {
  std::vector<std::vector<std::uint32_t>> features;
  std::vector<TagSet> right;  ///< tags that agree with the marks
  std::vector<bool> apart;
};

/// Random numbers that are the same everywhere (SplitMix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (z ^ (z >> 31)) % bound;
  }

 private:
  std::uint64_t state_;
};

/// Which tags of the words agree with the marks of the document.
std::vector<TagSet> right_tags(const BioDocument& document, const Words& words,
                               const TagContext& context) {
  const TagSet outside = 1u << kOutside | (document.marks_other ? 0 : kOtherTags);
  std::vector<TagSet> right(words.size(), outside);
  for (const BioName& name : document.names) {
    const Span span{document.tokens[name.first].begin, document.tokens[name.last - 1].end};
    std::size_t first = 0;
    while (first < words.size() && words[first].span.end <= span.begin) ++first;
    std::size_t last = first;
    while (last < words.size() && words[last].span.begin < span.end) ++last;
    bool whole = true;
    for (std::size_t i = first; i < last; ++i) whole = whole && context.candidate(i);
    for (std::size_t i = first; i < last;) {
      std::size_t end = i + 1;
      while (end < last && !context.apart(end)) ++end;
      for (std::size_t k = i; k < end; ++k) {
        // A name that the tagger cannot find as it is marked teaches nothing.
        right[k] = whole ? 1u << tag_in_name(name.kind, k - i, end - i) : kAnyTag;
      }
      i = end;
    }
  }
  return right;
}

class Training {
 public:
  Training(const Authority& authority, const TrainingOptions& options)
      : options_(options), words_(authority) {}

  void read(const std::vector<BioDocument>& documents);
  void learn(const std::function<void(int, double)>& progress);
  std::string model() const;

 private:
  void read(const BioDocument& document);
  void drop_rare();
  std::size_t learn_from(const Stretch& stretch);
  std::int64_t weigh(const Stretch& stretch, const std::vector<Tag>& tags) const;
  void move(const Stretch& stretch, const std::vector<Tag>& tags, std::int32_t by);

  TrainingOptions options_;
  Words words_;
  TagContext context_;
  std::vector<Stretch> stretches_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint64_t> features_;
  std::vector<std::uint32_t> counts_;
  std::vector<Weights> weights_;
  std::vector<Totals> totals_;  ///< weights times the moment of their change, to be subtracted
  Transitions<std::int32_t> transitions_ = {};
  Transitions<std::int64_t> transition_totals_ = {};
  std::int64_t now_ = 1;
  std::vector<Step> steps_;
  std::vector<Tag> found_;
  std::vector<Tag> right_;
};

void Training::read(const BioDocument& document) {
  const Article article = article_of(document);
  words_.read(article);
  context_.read(words_);
  const auto right = right_tags(document, words_, context_);
  for (std::size_t i = 0; i < words_.size();) {
    if (!context_.candidate(i)) {
      ++i;
      continue;
    }
    Stretch stretch;
    for (; i < words_.size() && context_.candidate(i); ++i) {
      std::vector<std::uint32_t> features;
      const auto add = [&](std::uint64_t feature) {
        const auto [entry, fresh] =
            numbers_.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
        if (fresh) {
          features_.push_back(feature);
          counts_.push_back(0);
        }
        ++counts_[entry->second];
        features.push_back(entry->second);
      };
      for (int offset = -kReach; offset <= kReach; ++offset) {
        if (!in_line(words_, i, offset)) continue;
        const auto at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset);
        const std::uint32_t known = words_.known(at);
        word_features(*words_[at].info, variant_of(words_[at]), known, offset, add);
      }
      context_.features(words_, i, add);
      stretch.features.push_back(std::move(features));
      stretch.right.push_back(right[i]);
      stretch.apart.push_back(context_.apart(i));
    }
    stretches_.push_back(std::move(stretch));
  }
}

void Training::read(const std::vector<BioDocument>& documents) {
  for (const auto& document : documents) read(document);
  drop_rare();
  weights_.assign(features_.size(), Weights{});
  totals_.assign(features_.size(), Totals{});
}

void Training::drop_rare() {
  for (Stretch& stretch : stretches_) {
    for (auto& features : stretch.features) {
      std::erase_if(features, [&](std::uint32_t f) { return counts_[f] < options_.least; });
    }
  }
}

std::int64_t Training::weigh(const Stretch& stretch, const std::vector<Tag>& tags) const {
  std::int64_t sum = 0;
  Tag before = kOutside;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (const std::uint32_t feature : stretch.features[i]) sum += weights_[feature][tags[i]];
    sum += transitions_[before][tags[i]];
    before = tags[i];
  }
  return sum + transitions_[before][kOutside];
}

void Training::move(const Stretch& stretch, const std::vector<Tag>& tags, std::int32_t by) {
  Tag before = kOutside;
  const auto change = [&](Tag tag) {
    transitions_[before][tag] += by;
    transition_totals_[before][tag] += by * now_;
    before = tag;
  };
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (const std::uint32_t feature : stretch.features[i]) {
      weights_[feature][tags[i]] += by;
      totals_[feature][tags[i]] += by * now_;
    }
    change(tags[i]);
  }
  change(kOutside);
}

/// Returns how many words were tagged wrongly, the margin aside.
std::size_t Training::learn_from(const Stretch& stretch) {
  const std::size_t size = stretch.features.size();
  steps_.assign(size, Step());
  for (std::size_t i = 0; i < size; ++i) {
    auto& scores = steps_[i].scores;
    for (const std::uint32_t feature : stretch.features[i]) {
      const Weights& weights = weights_[feature];
      for (std::size_t t = 0; t < kTags; ++t) scores[t] += weights[t];
    }
    steps_[i].apart = stretch.apart[i];
    for (std::size_t t = 0; t < kTags; ++t) {
      if ((stretch.right[i] >> t & 1u) == 0) scores[t] += kUnit;
    }
  }
  best_tags(steps_, transitions_, found_);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < size; ++i) wrong += (stretch.right[i] >> found_[i] & 1u) == 0;
  if (wrong == 0) return 0;
  for (std::size_t i = 0; i < size; ++i) steps_[i].allowed = stretch.right[i];
  best_tags(steps_, transitions_, right_);
  // As far as makes the right tags win by the margin, and no farther than `most_step`.
  std::int64_t size_of_step = 2;
  for (std::size_t i = 0; i < size; ++i) {
    if (found_[i] != right_[i]) {
      size_of_step += 2 * static_cast<std::int64_t>(stretch.features[i].size()) + 4;
    }
  }
  const std::int64_t short_of =
      weigh(stretch, found_) - weigh(stretch, right_) + static_cast<std::int64_t>(wrong) * kUnit;
  const auto step = static_cast<std::int32_t>(
      std::clamp<std::int64_t>(short_of / size_of_step, 1, options_.most_step));
  move(stretch, right_, step);
  move(stretch, found_, -step);
  return wrong;
}

void Training::learn(const std::function<void(int, double)>& progress) {
  std::vector<std::uint32_t> order(stretches_.size());
  std::iota(order.begin(), order.end(), 0u);
  Random random(options_.seed);
  for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    std::size_t wrong = 0;
    std::size_t all = 0;
    for (const std::uint32_t number : order) {
      wrong += learn_from(stretches_[number]);
      all += stretches_[number].features.size();
      ++now_;
    }
    if (progress) progress(epoch, static_cast<double>(wrong) / static_cast<double>(all));
  }
}

std::string Training::model() const {
  // The average of a weight over all moments.
  const auto average = [&](std::int32_t weight, std::int64_t total) {
    return weight - total / now_;
  };
  std::vector<std::pair<std::int64_t, std::uint32_t>> order;  // how weighty, feature
  std::int64_t largest = 0;
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) {
      largest = std::max(largest, std::abs(average(transitions_[a][b], transition_totals_[a][b])));
    }
  }
  for (std::uint32_t f = 0; f < features_.size(); ++f) {
    std::int64_t weight = 0;
    for (std::size_t t = 0; t < kTags; ++t) {
      const auto size = std::abs(average(weights_[f][t], totals_[f][t]));
      weight += size;
      largest = std::max(largest, size);
    }
    if (weight > 0) order.emplace_back(weight * std::min<std::int64_t>(counts_[f], 50), f);
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : features_[a.second] < features_[b.second];
  });
  // So many of the finest steps a weight of the model may have.
  const std::int64_t most = std::max<std::int64_t>(largest, FeatureWeights::kMost);
  const auto scaled = [&](std::int64_t value) {
    const std::int64_t half = value < 0 ? -most / 2 : most / 2;
    return static_cast<std::int16_t>((value * FeatureWeights::kMost + half) / most);
  };
  std::vector<FeatureWeights> rows;
  for (const auto& [weight, f] : order) {
    FeatureWeights row;
    row.feature = features_[f];
    for (std::size_t t = 0; t < kTags; ++t) {
      row.weights[t] = scaled(average(weights_[f][t], totals_[f][t]));
    }
    rows.push_back(row);
  }
  Transitions<std::int16_t> transitions;
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) {
      transitions[a][b] = scaled(average(transitions_[a][b], transition_totals_[a][b]));
    }
  }
  return TagModel::encode(transitions, rows, options_.max_bytes);
}

}  // namespace

std::string train(const std::vector<BioDocument>& documents, const Authority& authority,
                  const TrainingOptions& options,
                  const std::function<void(int, double)>& progress) {
  Training training(authority, options);
  training.read(documents);
  training.learn(progress);
  return training.model();
}

std::vector<BioName> found_names(const BioDocument& document, Words& words, Tagger& tagger) {
  const Article article = article_of(document);
  words.read(article);
  std::vector<BioName> names;
  std::uint32_t token = 0;
  for (const TaggedName& name : tagger.tag(words)) {
    if (name.kind == NameKind::other) continue;
    const Span span = words.span(name.first, name.last);
    while (document.tokens[token].end <= span.begin) ++token;
    std::uint32_t last = token;
    while (last < document.tokens.size() && document.tokens[last].begin < span.end) ++last;
    names.push_back({name.kind, token, last});
  }
  return names;
}

SpanCounts score(const std::vector<BioDocument>& documents, const Authority& authority,
                 const TagModel& model) {
  SpanCounts counts;
  Words words(authority);
  Tagger tagger(model);
  for (const auto& document : documents) {
    const auto found = found_names(document, words, tagger);
    for (const BioName& name : document.names) {
      if (name.kind == NameKind::other) continue;
      const auto kind = static_cast<std::size_t>(name.kind);
      ++counts.marked[kind];
      counts.right[kind] += std::find(found.begin(), found.end(), name) != found.end();
    }
    for (const BioName& name : found) ++counts.found[static_cast<std::size_t>(name.kind)];
  }
  return counts;
}

}  // namespace alatoo
