// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/authority.h"
#include "indexer/enrich/tagger.h"
#include "indexer/train/bio.h"

namespace alatoo {

struct TrainingOptions {
  std::uint64_t seed = 1;
  int epochs = 12;
  std::uint32_t least = 3;            ///< a feature must occur so often
  std::int32_t most_step = 300;       ///< of one update, in parts of the margin's 65,536
  std::size_t max_bytes = 1'360'000;  ///< of the model
};

/// Trains a tagger on annotated texts and returns the bytes of its model: the same for the same
/// documents, options and tables, on every machine (all sums are of integers).
///
/// The averaged structured perceptron of Collins (2002), with a margin; where a document marks no
/// names of other kinds, words outside of names may be in one of these (a latent tag).
/// `progress` is called after each epoch with its number and the share of words tagged wrongly.
std::string train(const std::vector<BioDocument>& documents, const Authority& authority,
                  const TrainingOptions& options,
                  const std::function<void(int, double)>& progress = {});

/// Names as the tagger finds them, in tokens of the document.
std::vector<BioName> found_names(const BioDocument& document, Words& words, Tagger& tagger);

/// Counts of exact spans by kind: persons, locations, organisations.
struct SpanCounts {
  std::array<std::size_t, 3> right = {};
  std::array<std::size_t, 3> found = {};
  std::array<std::size_t, 3> marked = {};
};
SpanCounts score(const std::vector<BioDocument>& documents, const Authority& authority,
                 const TagModel& model);

}  // namespace alatoo
