// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/tagger.h"

#include <algorithm>
#include <bit>

#include "common/error.h"

namespace alatoo {
namespace {

constexpr std::string_view kMagic = "alatoo tagger 1\n";
constexpr std::size_t kHeader =
    kMagic.size() + sizeof(std::uint32_t) + kTags * kTags * sizeof(std::int16_t);
constexpr std::int32_t kNever = -1'000'000'000;

}  // namespace

TagModel::TagModel(std::string_view bytes) {
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) {
    throw Error("the tagger's model is no model of this version");
  }
  std::memcpy(&buckets_, bytes.data() + kMagic.size(), sizeof(buckets_));
  std::memcpy(&transitions_, bytes.data() + kMagic.size() + sizeof(buckets_), sizeof(transitions_));
  if (buckets_ == 0 || bytes.size() != kHeader + std::size_t{buckets_} * kBucketBytes) {
    throw Error("the tagger's model has the wrong size");
  }
  table_ = bytes.data() + kHeader;
}

std::string TagModel::encode(const Transitions<std::int16_t>& transitions,
                             std::span<const FeatureWeights> features, std::size_t max_bytes) {
  // Nine places of ten can be filled before buckets overflow.
  const std::size_t wanted = features.size() * 10 / 9 / kWays + 1;
  const auto buckets =
      static_cast<std::uint32_t>(std::min(wanted, (max_bytes - kHeader) / kBucketBytes));
  std::string table(std::size_t{buckets} * kBucketBytes, '\0');
  for (const FeatureWeights& row : features) {
    char* bucket = table.data() + bucket_of(row.feature, buckets) * kBucketBytes;
    int most = 0;
    for (const std::int16_t weight : row.weights) most = std::max(most, std::abs(int{weight}));
    unsigned power = 0;
    while (most >> power > 127) ++power;
    std::array<std::int8_t, kTags> weights;
    bool any = false;
    for (std::size_t t = 0; t < kTags; ++t) {
      const int half = row.weights[t] < 0 ? -(1 << power) / 2 : (1 << power) / 2;
      weights[t] =
          static_cast<std::int8_t>(std::clamp((row.weights[t] + half) / (1 << power), -127, 127));
      any = any || weights[t] != 0;
    }
    if (!any) continue;
    const unsigned print = print_of(row.feature);
    for (std::size_t way = 0; way < kWays; ++way) {
      std::uint16_t there;
      std::memcpy(&there, bucket + way * sizeof(there), sizeof(there));
      if (there >> 3 == print) break;  // two that nothing tells apart: the weightier stays
      if (there != 0) continue;
      there = static_cast<std::uint16_t>(print << 3 | power);
      std::memcpy(bucket + way * sizeof(there), &there, sizeof(there));
      std::memcpy(bucket + kWays * sizeof(there) + way * kTags, weights.data(), kTags);
      break;
    }
  }
  std::string bytes(kMagic);
  bytes.append(reinterpret_cast<const char*>(&buckets), sizeof(buckets));
  bytes.append(reinterpret_cast<const char*>(&transitions), sizeof(transitions));
  return bytes + table;
}

void best_tags(std::span<const Step> steps, const Transitions<std::int32_t>& transitions,
               std::vector<Tag>& tags) {
  static constexpr auto before = [] {
    std::array<std::array<TagSet, kTags>, 2> sets{};
    for (std::uint8_t t = 0; t < kTags; ++t) {
      sets[0][t] = before_tag(static_cast<Tag>(t), false);
      sets[1][t] = before_tag(static_cast<Tag>(t), true);
    }
    return sets;
  }();
  tags.assign(steps.size(), kOutside);
  if (steps.empty()) return;
  std::vector<std::array<std::uint8_t, kTags>> origins(steps.size());
  std::array<std::int32_t, kTags> best;
  best.fill(kNever);
  best[kOutside] = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    std::array<std::int32_t, kTags> next;
    for (std::uint8_t t = 0; t < kTags; ++t) {
      next[t] = kNever;
      if ((steps[i].allowed >> t & 1u) == 0) continue;
      for (TagSet from = before[steps[i].apart || i == 0][t]; from != 0; from &= from - 1) {
        const auto f = static_cast<std::uint8_t>(std::countr_zero(from));
        const std::int32_t sum = best[f] + transitions[f][t];
        if (best[f] > kNever && sum > next[t]) {
          next[t] = sum;
          origins[i][t] = f;
        }
      }
      if (next[t] > kNever) next[t] += steps[i].scores[t];
    }
    best = next;
  }
  std::uint8_t tag = kOutside;
  std::int32_t most = kNever;
  for (TagSet from = before[1][kOutside]; from != 0; from &= from - 1) {
    const auto f = static_cast<std::uint8_t>(std::countr_zero(from));
    if (best[f] > kNever && best[f] + transitions[f][kOutside] > most) {
      most = best[f] + transitions[f][kOutside];
      tag = f;
    }
  }
  for (std::size_t i = steps.size(); i-- > 0;) {
    tags[i] = static_cast<Tag>(tag);
    tag = origins[i][tag];
  }
}

void names_of(std::span<const Tag> tags, std::uint32_t first, std::vector<TaggedName>& names) {
  for (std::size_t i = 0; i < tags.size();) {
    if (tags[i] == kOutside) {
      ++i;
      continue;
    }
    const NameKind kind = name_kind(tags[i]);
    std::size_t end = i + 1;
    while (end < tags.size() && tags[end] != kOutside && !begins_name(tags[end])) ++end;
    names.push_back(
        {kind, static_cast<std::uint32_t>(first + i), static_cast<std::uint32_t>(first + end)});
    i = end;
  }
}

Tagger::Tagger(const TagModel& model) : model_(model) {
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) transitions_[a][b] = model.transitions()[a][b];
  }
}

const Tagger::WordSums& Tagger::sums_of(Words& words, std::size_t i) {
  const Word& word = words[i];
  const Variant variant = variant_of(word);
  std::uint32_t& slot = word.info->sums[static_cast<std::size_t>(variant)];
  if (slot != 0) return sums_[slot];
  slot = static_cast<std::uint32_t>(sums_.size());
  WordSums sums = {};
  const std::uint32_t known = words.known(i);
  for (int offset = -kReach; offset <= kReach; ++offset) {
    Sums& sum = sums[static_cast<unsigned>(offset + kReach)];
    word_features(*word.info, variant, known, offset,
                  [&](std::uint64_t feature) { model_.add(feature, sum); });
  }
  sums_.push_back(sums);
  return sums_.back();
}

void Tagger::score(Words& words, std::size_t i, Step& step) {
  Sums& sum = step.scores;
  for (int offset = -kReach; offset <= kReach; ++offset) {
    if (!in_line(words, i, offset)) continue;
    const auto at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset);
    const Sums& part = sums_of(words, at)[static_cast<unsigned>(offset + kReach)];
    for (std::size_t t = 0; t < kTags; ++t) sum[t] += part[t];
  }
  context_.features(words, i, [&](std::uint64_t feature) { model_.add(feature, sum); });
}

std::vector<TaggedName> Tagger::tag(Words& words) {
  if (epoch_ != words.epoch()) {
    epoch_ = words.epoch();
    sums_.assign(1, WordSums());
  }
  context_.read(words);
  std::vector<TaggedName> names;
  for (std::size_t i = 0; i < words.size();) {
    if (!context_.candidate(i)) {
      ++i;
      continue;
    }
    std::size_t last = i;
    steps_.clear();
    while (last < words.size() && context_.candidate(last)) {
      Step step;
      step.apart = context_.apart(last);
      score(words, last, step);
      steps_.push_back(step);
      ++last;
    }
    best_tags(steps_, transitions_, tags_);
    names_of(tags_, static_cast<std::uint32_t>(i), names);
    i = last;
  }
  return names;
}

}  // namespace alatoo
