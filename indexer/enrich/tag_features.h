// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "indexer/enrich/words.h"

namespace alatoo {

/// What the tagger sees of a word. Each feature is a number that has a row of weights; training and
/// tagging share this file, so they see the same.
///
/// Only words that can be part of a name are looked at (TagContext::candidate): capitalised ones
/// outside lines whose capitals tell nothing, and small words and numbers between such ("Bank for
/// International Settlements", "Channel 4").

/// The features of the words around: of the two before, the word itself, the two behind.
inline constexpr int kReach = 2;

/// Small letters, a capital first, all capitals: what a form shows beside its letters.
enum class Variant : std::uint8_t { small, capital, capitals };
inline Variant variant_of(const Word& word) {
  return !word.capital ? Variant::small : word.capitals ? Variant::capitals : Variant::capital;
}

/// What an article shows of a word anywhere in it: bits of WordInfo::notes.
enum Note : std::uint32_t {
  kNoteInside = 1u << 0,        ///< capitalised inside a sentence
  kNoteBehindTitle = 1u << 1,   ///< "President X", "Mr X"
  kNoteBehindPlace = 1u << 2,   ///< "in X", "near X"
  kNoteBehindGiven = 1u << 3,   ///< "Rosa X"
  kNoteBesideSpeech = 1u << 4,  ///< "X said"
  kNoteBehindThe = 1u << 5,
  kNoteCompany = 1u << 6,  ///< "X Inc", "X party"
  kNotePossessive = 1u << 7,
  kNoteInitial = 1u << 8,    ///< "J. X"
  kNoteSmall = 1u << 9,      ///< in small letters
  kNoteLandTail = 1u << 10,  ///< "X region"
  kNoteTail = 1u << 11,      ///< last of several capitalised words
  kNoteHead = 1u << 12,      ///< first of several
};
inline constexpr unsigned kNotes = 13;

/// The number of a feature: `kind` says what is looked at, `value` what was seen there.
inline std::uint64_t feature(std::uint32_t kind, std::uint64_t value) {
  std::uint64_t h = (value ^ (kind * 0x9E3779B97F4A7C15u)) * 0xBF58476D1CE4E5B9u;
  h = (h ^ (h >> 31)) * 0x94D049BB133111EBu;
  return h ^ (h >> 29);
}

/// True if the word `offset` from `i` exists in the line of `i`; those of others tell nothing.
inline bool in_line(const Words& words, std::size_t i, int offset) {
  const auto at = static_cast<std::ptrdiff_t>(i) + offset;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(words.size())) return false;
  const auto low = static_cast<std::size_t>(std::min(at, static_cast<std::ptrdiff_t>(i)));
  const auto high = static_cast<std::size_t>(std::max(at, static_cast<std::ptrdiff_t>(i)));
  for (std::size_t k = low + 1; k <= high; ++k) {
    if (words[k].gap == Gap::start) return false;
  }
  return true;
}

/// Calls `add(feature)` for the features of a word that stands `offset` from the one to be tagged,
/// and that depend on nothing else. `known`: Words::known, 0 for small letters.
template <typename Add>
void word_features(const WordInfo& info, Variant variant, std::uint32_t known, int offset,
                   const Add& add) {
  const std::uint32_t place = static_cast<std::uint32_t>(offset + kReach) << 8;
  const std::uint64_t form = static_cast<std::uint64_t>(variant);
  const std::string& word = info.lower;
  add(feature(place | 1, info.hash));
  add(feature(place | 2, form));
  for (std::uint32_t cues = info.cues; cues != 0; cues &= cues - 1) {
    add(feature(place | 3, static_cast<std::uint64_t>(std::countr_zero(cues)) * 4 + form));
  }
  for (std::uint32_t bits = known; bits != 0; bits &= bits - 1) {
    add(feature(place | 4, static_cast<std::uint64_t>(std::countr_zero(bits))));
  }
  if (known != 0) add(feature(place | 5, known));
  if (offset < -1 || offset > 1) return;
  std::uint64_t hash = 0;
  const std::size_t reach = offset == 0 ? 5 : 3;
  for (std::size_t n = 1; n <= reach && n < word.size(); ++n) {
    hash = hash * 257 + static_cast<unsigned char>(word[word.size() - n]);
    if (offset == 0 || n > 1) add(feature(place | 6, hash * 8 + n));
  }
  if (offset != 0) return;
  hash = 0;
  for (std::size_t n = 1; n <= reach && n < word.size(); ++n) {
    hash = hash * 257 + static_cast<unsigned char>(word[n - 1]);
    add(feature(place | 7, hash * 8 + n));
  }
  add(feature(place | 8, info.hash * 4 + form));
  add(feature(place | 9, std::min<std::size_t>(word.size(), 10) * 4 + form));
  std::uint64_t shape = 0;
  for (const char c : word) {
    const std::uint64_t kind = c >= '0' && c <= '9' ? 1 : static_cast<signed char>(c) < 0 ? 2 : 3;
    if (shape % 4 != kind) shape = shape * 4 + kind;
  }
  add(feature(place | 10, shape * 4 + form));
}

/// What the tagger knows of the article at hand beside its words. One a worker.
class TagContext {
 public:
  /// Reads the words of an article; takes notes in their infos.
  void read(Words& words);

  bool candidate(std::size_t i) const { return spots_[i].candidate; }
  /// True if no name goes on from the word before into `i`.
  bool apart(std::size_t i) const { return spots_[i].apart; }

  /// Calls `add(feature)` for the features of the candidate `i` that are not those of
  /// word_features.
  template <typename Add>
  void features(const Words& words, std::size_t i, const Add& add) const;

 private:
  struct Spot {
    bool candidate = false;
    bool apart = true;
    std::uint8_t tables = 0;  ///< names of several words that cover it: bits by kind
    std::uint32_t first = 0;  ///< the run of capitalised words it stands in
    std::uint32_t last = 0;
  };

  void take_notes(Words& words);
  void find_runs(Words& words);
  void look_up(Words& words, std::size_t first, std::size_t last);

  std::vector<Spot> spots_;
};

template <typename Add>
void TagContext::features(const Words& words, std::size_t i, const Add& add) const {
  const Spot& spot = spots_[i];
  const Word& word = words[i];
  const auto hash = [&](int offset) -> std::uint64_t {
    return in_line(words, i, offset)
               ? words[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset)].info->hash
               : 1;
  };
  const std::uint64_t before = hash(-1);
  const std::uint64_t behind = hash(1);
  const auto pair = [](std::uint64_t a, std::uint64_t b) { return a * 0x9E3779B97F4A7C15u + b; };
  add(feature(0x801, pair(before, word.info->hash)));
  add(feature(0x802, pair(word.info->hash, behind)));
  add(feature(0x803, pair(hash(-2), before)));
  add(feature(0x804, pair(behind, hash(2))));
  add(feature(0x805, pair(before, behind)));

  const auto gap_before = static_cast<std::uint64_t>(word.gap);
  const bool ends = i + 1 == words.size();
  const auto gap_behind = ends ? 0 : static_cast<std::uint64_t>(words[i + 1].gap);
  const std::uint64_t ways = gap_before * 8 + gap_behind;
  const auto case_before = i > 0 ? static_cast<std::uint64_t>(variant_of(words[i - 1])) : 3;
  const auto case_behind = ends ? 3 : static_cast<std::uint64_t>(variant_of(words[i + 1]));
  const auto form = static_cast<std::uint64_t>(variant_of(word));
  add(feature(0x810, ways * 4 + form));
  add(feature(0x811, ((gap_before * 4 + case_before) * 4 + form)));
  add(feature(0x812, ((gap_behind * 4 + case_behind) * 4 + form)));
  add(feature(0x813, pair(gap_behind, behind)));
  add(feature(0x814, pair(gap_before, before)));
  const std::uint64_t signs = word.opens | word.quoted << 1 | word.bracketed << 2 |
                              word.angled << 3 | word.possessive << 4 |
                              (i > 0 && words[i - 1].possessive) << 5;
  add(feature(0x815, signs * 4 + form));

  // The run of capitalised words.
  const std::uint64_t size = std::min<std::uint64_t>(spot.last - spot.first, 6);
  const std::uint64_t at = std::min<std::uint64_t>(i - spot.first, 5);
  const std::uint64_t left = std::min<std::uint64_t>(spot.last - i, 6);
  add(feature(0x820, at * 8 + size));
  add(feature(0x821, (at * 8 + left) * 64 + signs));
  const Word& first = words[spot.first];
  const Word& last = words[spot.last - 1];
  const std::uint64_t inside =
      std::min<std::uint64_t>(at, 2) * 4 + std::min<std::uint64_t>(left, 3);
  add(feature(0x822, pair(first.info->hash, inside)));
  add(feature(0x823, pair(last.info->hash, inside)));
  const auto add_bits = [&](std::uint32_t kind, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) {
      add(feature(kind, static_cast<std::uint64_t>(std::countr_zero(bits)) * 16 + inside));
    }
  };
  add_bits(0x824, last.info->cues);
  add_bits(0x825, first.info->cues);
  if (spot.first > 0 && words[spot.first].gap != Gap::start) {
    const Word& lead = words[spot.first - 1];
    const auto gap = static_cast<std::uint64_t>(words[spot.first].gap);
    add(feature(0x826, pair(lead.info->hash, inside)));
    add(feature(0x827, pair(lead.info->hash, gap)));
    add_bits(0x828, lead.info->cues);
    if (spot.first > 1 && lead.gap != Gap::start) {
      add(feature(0x829, pair(words[spot.first - 2].info->hash, inside)));
      add_bits(0x82A, words[spot.first - 2].info->cues);
    }
  }
  if (spot.last < words.size() && words[spot.last].gap != Gap::start) {
    const Word& trail = words[spot.last];
    const auto gap = static_cast<std::uint64_t>(trail.gap);
    add(feature(0x82B, pair(trail.info->hash, inside)));
    add(feature(0x82C, pair(trail.info->hash, gap)));
    add_bits(0x82D, trail.info->cues);
    if (spot.last + 1 < words.size() && words[spot.last + 1].gap != Gap::start) {
      add(feature(0x82E, pair(words[spot.last + 1].info->hash, inside)));
      add_bits(0x82F, words[spot.last + 1].info->cues);
    }
  }

  // What the article shows elsewhere.
  const std::uint32_t notes = word.info->notes;
  add(feature(0x830, notes & ~static_cast<std::uint32_t>(kNoteSmall)));
  add(feature(0x831, (notes & kNoteSmall) != 0 ? signs * 2 + 1 : signs * 2));
  for (unsigned bit = 0; bit < kNotes; ++bit) {
    add(feature(0x832, bit * 4u + (notes >> bit & 1u) * 2u + (word.opens ? 1u : 0u)));
  }
  if (words[spot.last - 1].info->notes != 0) add_bits(0x833, words[spot.last - 1].info->notes);
  if (i + 1 < spot.last) add(feature(0x834, words[i + 1].info->notes));
  if (i > spot.first) add(feature(0x835, words[i - 1].info->notes));

  // Names of several words in the tables.
  add(feature(0x840, spot.tables));
  add_bits(0x841, spot.tables);
}

}  // namespace alatoo
