// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/archive.h"
#include "searcher/results.h"

namespace alatoo {

/// The values of a facet as text.
std::vector<std::string> lines(const std::vector<FacetCount>& values);

/// Expects two answers to be one: counts, ids and their order do not depend on the shards, scores
/// hardly.
void expect_equal(const Results& one, const Results& other);

/// Expects two archives to hold the same articles and to know the same of them: manifest,
/// documents, facet rows, entities, names, spellings and words, however they are cut into shards
/// and whatever they once held.
void expect_same(const Archive& one, const Archive& other);

/// Expects every file of every generation of `db` to be what its manifest says.
void expect_whole(const std::string& db);

}  // namespace alatoo
