// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// The countries that an article speaks of. They need the tables alone: names, adjectives, names of
/// peoples, and the place of the dateline. They also tell namesakes among cities apart.
///
/// Listed is a country that is named; one met by adjectives alone if there are two of them, or
/// one that stands in the lead or tells of the state ("the Kyrgyz government"), where those said in
/// passing ("Swiss francs", "French-speaking") do not count; and that of the dateline.
/// Entity::by tells which. A name within that of a person or an organisation names no country.
/// Singapore, Monaco, Luxembourg and the like, states that are one city, are countries alone.
class Countries {
 public:
  Countries(Words& words, const Article& article) : words_(words), article_(article) {}

  /// Reads all names and adjectives outside of the persons and organisations among `mentions`.
  void read(const std::vector<Mention>& mentions);
  /// Counts one more name that speaks for a country: of a city, a region, a person, ...
  void add_evidence(std::string_view iso);
  /// Ends the reading: settles names that a country and a region share ("Georgia"), and the country
  /// of the dateline.
  void settle();

  /// How much the article speaks of a country, 0 if not at all.
  int weight(std::string_view iso) const;
  /// True if the text has the country's name or adjective.
  bool met(std::string_view iso) const;
  /// True if the sentence names the country, or its people, within `reach` bytes of the span.
  bool named_near(std::string_view iso, Span span, std::uint32_t reach) const;
  /// Where the dateline stands, as far as was read; null if that is not known.
  const Place* dateline_country() const;
  /// True if one of the words [first, last) belongs to a country's name.
  bool named_at(std::size_t first, std::size_t last) const;

  std::vector<Entity> entities() const;

 private:
  struct Count {
    const Place* place = nullptr;
    int named = 0;
    int adjectives = 0;
    int evidence = 0;
    bool telling = false;  ///< an adjective stands in the lead or tells of the state
    bool dateline = false;
    std::vector<Span> mentions;
  };
  enum class Owner : std::uint8_t { none, country, other };
  struct Shared {
    std::uint32_t first, last;
    const Place* country;
    const Place* region;
  };

  struct Either {
    Span span;
    const Place* first;  ///< the larger
    const Place* second;
  };

  void mark_lead();
  std::size_t read_name(std::size_t first);
  bool is_continental(std::size_t i) const;
  bool read_adjective(std::size_t first, std::size_t last);
  void settle_namesakes();
  void take_name(std::size_t first, std::size_t last, const Place& country);
  bool is_region(const Shared& shared) const;
  Count& count(const Place& named);
  const Count* find(std::string_view iso) const;

  Words& words_;
  const Article& article_;
  std::vector<Count> counts_;
  std::vector<Owner> owners_;  ///< of each word
  std::vector<Shared> shared_;
  std::vector<Either> either_;
  std::size_t lead_end_ = 0;  ///< the first word behind the lead
};

}  // namespace alatoo
