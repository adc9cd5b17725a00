// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// How often something in the headline counts against once in the body, words and names alike.
/// Chosen on the headline and CISI runs of bench/quality.
inline constexpr std::uint32_t kHeadlineBoost = 3;

/// Tells of the entities of one article how much the story is about them.
class Salience {
 public:
  /// `article` must outlive this.
  explicit Salience(const Article& article);

  /// The mentions of the entity; one in the headline or among the first 25 words of the body counts
  /// kHeadlineBoost times. A name that only the input states counts as one mention. That of several
  /// keys of one entity is the sum of theirs.
  std::uint32_t of(const Entity& entity) const;

  /// Puts entities in the order of their salience, equal ones as they stood.
  void sort(std::vector<Entity>& entities) const;

 private:
  std::uint32_t weight(Span mention) const;

  const Article& article_;
  std::uint32_t lead_ = 0;  ///< where in the text the first words of the body end
};

}  // namespace alatoo
