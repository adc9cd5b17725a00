// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/tag_features.h"
#include "indexer/enrich/tag_set.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// Weights of one tag behind another: of [second] behind [first].
template <typename Score>
using Transitions = std::array<std::array<Score, kTags>, kTags>;

/// What one feature says for and against each tag, of +-kMost.
struct FeatureWeights {
  static constexpr int kMost = 127 << 7;
  std::uint64_t feature = 0;
  std::array<std::int16_t, kTags> weights = {};
};

/// The weights of a tagger, read in place from the bytes of a model file: a flat table of buckets
/// of four features, which their numbers are hashed into. A feature has an int8 weight a tag and
/// one power of two for all of them; thirteen bits of its number are kept, so that one which
/// training never saw weighs nothing.
class TagModel {
 public:
  /// `bytes` must outlive the model. Throws Error if they are none.
  explicit TagModel(std::string_view bytes);

  /// Adds the weights of a feature to the sums of the tags.
  void add(std::uint64_t feature, std::array<std::int32_t, kTags>& sums) const {
    const char* bucket = table_ + bucket_of(feature, buckets_) * kBucketBytes;
    // All ways at once: most features are in none.
    std::uint64_t there;
    std::memcpy(&there, bucket, sizeof(there));
    const std::uint64_t differs =
        (there & kPrintBits) ^ (std::uint64_t{print_of(feature)} << 3) * kEachWay;
    // A way of zeros is the one; sixteen bits that are not zero carry into their highest bit.
    const std::uint64_t found = ~(((differs & kLowBits) + kLowBits) | differs) & ~kLowBits;
    if (found == 0) return;
    const auto way = static_cast<std::size_t>(std::countr_zero(found)) / 16;
    std::array<std::int8_t, kTags> weights;
    std::memcpy(&weights, bucket + sizeof(there) + way * kTags, kTags);
    const int scale = 1 << (there >> way * 16 & 7u);
    for (std::size_t t = 0; t < kTags; ++t) sums[t] += weights[t] * scale;
  }
  const Transitions<std::int16_t>& transitions() const { return transitions_; }

  /// The bytes of a file of at most `max_bytes` with these weights. `features`: the weightiest
  /// first; those that find no room are left out.
  static std::string encode(const Transitions<std::int16_t>& transitions,
                            std::span<const FeatureWeights> features, std::size_t max_bytes);

 private:
  static constexpr std::size_t kWays = 4;
  static constexpr std::uint64_t kEachWay = 0x0001000100010001u;
  static constexpr std::uint64_t kLowBits = 0x7FFFu * kEachWay;
  static constexpr std::uint64_t kPrintBits = 0xFFF8u * kEachWay;
  static constexpr std::size_t kBucketBytes = kWays * (sizeof(std::uint16_t) + kTags);

  static std::size_t bucket_of(std::uint64_t feature, std::uint32_t buckets) {
    return ((feature >> 32) * buckets) >> 32;
  }
  static unsigned print_of(std::uint64_t feature) {  // 0 marks a free place
    return static_cast<unsigned>(feature % 0x1FFF + 1);
  }

  std::uint32_t buckets_ = 0;
  const char* table_ = nullptr;
  Transitions<std::int16_t> transitions_;
};

/// A name that the tagger found: words [first, last).
struct TaggedName {
  NameKind kind;
  std::uint32_t first;
  std::uint32_t last;
};

/// One word of a stretch that is to be tagged.
struct Step {
  std::array<std::int32_t, kTags> scores = {};
  TagSet allowed = kAnyTag;
  bool apart = false;  ///< no name goes on from the word before
};

/// The best sequence of tags for a stretch of words under the constraints of before_tag (Viterbi).
/// What precedes and follows the stretch is outside of any name.
void best_tags(std::span<const Step> steps, const Transitions<std::int32_t>& transitions,
               std::vector<Tag>& tags);

/// Finds names of persons, locations and organisations as an averaged structured perceptron
/// learned them (Collins, "Discriminative Training Methods for Hidden Markov Models", 2002). One a
/// worker.
class Tagger {
 public:
  explicit Tagger(const TagModel& model);

  /// The names of the article, in text order, those of other things too. Words in lines whose
  /// capitals tell nothing are in none.
  std::vector<TaggedName> tag(Words& words);

 private:
  using Sums = std::array<std::int32_t, kTags>;
  using WordSums = std::array<Sums, 2 * kReach + 1>;

  const WordSums& sums_of(Words& words, std::size_t i);
  void score(Words& words, std::size_t i, Step& step);

  const TagModel& model_;
  Transitions<std::int32_t> transitions_;
  TagContext context_;
  std::vector<WordSums> sums_;  ///< of word forms, as WordInfo::sums says; the first is not used
  std::uint64_t epoch_ = 0;
  std::vector<Step> steps_;
  std::vector<Tag> tags_;
};

/// Appends the names of a stretch of tags, whose first word is `first`.
void names_of(std::span<const Tag> tags, std::uint32_t first, std::vector<TaggedName>& names);

}  // namespace alatoo
