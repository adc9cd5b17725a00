// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/authority.h"
#include "indexer/enrich/cues.h"

namespace alatoo {

/// What the authority's tables have under a single word.
enum Known : std::uint32_t {
  kKnownGiven = 1u << 0,
  kKnownSurname = 1u << 1,  ///< of a person of the tables
  kKnownPerson = 1u << 2,   ///< alone it denotes one
  kKnownCountry = 1u << 3,
  kKnownMetropolis = 1u << 4,  ///< a city of half a million
  kKnownCity = 1u << 5,        ///< of fifty thousand
  kKnownTown = 1u << 6,
  kKnownRegion = 1u << 7,
  kKnownFeature = 1u << 8,  ///< a sea, a square
  kKnownDemonym = 1u << 9,
  kKnownOrganisation = 1u << 10,
  kKnownOutlet = 1u << 11,
  kKnownWord = 1u << 12,  ///< a common word of English in small letters
};

/// What is known of a word wherever it stands, and what the present article shows of it.
struct WordInfo {
  std::string lower;
  std::string key;  ///< word key, for comparing parts of person names
  std::uint64_t hash = 0;
  std::uint32_t cues = 0;
  bool looked_up = false;  ///< the three below are filled: only words met with a capital are
  bool given = false;      ///< a given name
  Gender gender = Gender::unknown;
  const Place* demonym = nullptr;
  /// What the tables have under the word (Known): as it stands, and all in capitals.
  std::array<std::uint32_t, 2> known = {};
  std::array<bool, 2> known_filled = {};
  /// Where a tagger keeps its sums for the word in small letters, capitalised, in capitals; 0:
  /// nowhere yet.
  std::array<std::uint32_t, 3> sums = {};
  /// What the article `noted` shows of the word (tag_features.h).
  std::uint64_t noted = 0;
  std::uint32_t notes = 0;
  // Numbers of the last article in which the word was seen so; compare with Words::number.
  std::uint64_t in_lower_case = 0;
  std::uint64_t in_person = 0;     ///< part of a person's full name
  std::uint64_t behind_title = 0;  ///< "Mr X"
  std::uint64_t in_company = 0;    ///< part of a company's name

  bool is(std::uint32_t cue) const { return (cues & cue) != 0; }
};

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  start,     ///< nothing: the zone, a paragraph or a line begins
  sentence,  ///< the end of a sentence
  blank,     ///< white space, or an abbreviation's full stop
  hyphen,
  ampersand,
  comma,
  other,  ///< quotes, brackets, dashes, slashes, ...
};

struct Word {
  Span span;  ///< without possessive 's
  WordInfo* info = nullptr;
  Gap gap = Gap::start;
  bool capital = false;   ///< starts with a capital letter
  bool capitals = false;  ///< at least two letters, all capitals
  bool possessive = false;
  bool opens = false;      ///< first of a sentence, line or quotation: its capital tells little
  bool loud = false;       ///< in a line whose capitals tell nothing: ALL CAPITALS, Title Case
  bool quoted = false;     ///< a quotation mark or a bracket stands before it
  bool bracketed = false;  ///< an opening bracket stands before it
  bool angled = false;     ///< "<" stands before it: how wires mark a company's ticker
  bool taken = false;      ///< part of a mention, or known to be part of none

  bool is(std::uint32_t cue) const { return info->is(cue); }
  bool joins() const { return gap == Gap::blank || gap == Gap::hyphen; }
};

/// A name in the text before it is resolved: words [first, last). Mention finding, by rules or by a
/// trained tagger, ends here; persons, places and organisations go on from here.
struct Mention {
  enum class Kind : std::uint8_t { person, place, organisation };
  Kind kind = Kind::person;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The words of an article's story zones, with cached knowledge of them. One a worker.
class Words {
 public:
  explicit Words(const Authority& authority) : authority_(authority) {}

  /// Reads another article. `article` must outlive the use of this object.
  void read(const Article& article);

  std::size_t size() const { return words_.size(); }
  Word& operator[](std::size_t i) { return words_[i]; }
  const Word& operator[](std::size_t i) const { return words_[i]; }
  std::uint64_t number() const { return number_; }
  std::string_view text() const { return text_; }
  const Authority& authority() const { return authority_; }

  Span span(std::size_t first, std::size_t last) const {
    return {words_[first].span.begin, words_[last - 1].span.end};
  }
  /// The words [first, last) as they stand, line breaks as blanks; in lines of capitals with each
  /// word's first letter alone capital.
  std::string name(std::size_t first, std::size_t last) const;
  /// True if the word before `i` exists in the same sentence and gives one of the cues.
  bool before(std::size_t i, std::uint32_t cues) const {
    return i > 0 && connected(i) && words_[i - 1].is(cues);
  }
  bool connected(std::size_t i) const {
    return i < words_.size() && words_[i].gap != Gap::start && words_[i].gap != Gap::sentence;
  }
  bool seen_lower(std::size_t i) const { return words_[i].info->in_lower_case == number_; }
  bool in_person(std::size_t i) const { return words_[i].info->in_person == number_; }

  /// What the authority has under the words [first, last). Cached by their form.
  const std::vector<const AuthorityName*>& people(std::size_t first, std::size_t last);
  const std::vector<const AuthorityName*>& organisations(std::size_t first, std::size_t last);
  const std::vector<const Place*>& places(std::size_t first, std::size_t last);
  /// The country that the words mean as an adjective or as its people: "Kyrgyz", "South African".
  const Place* demonym(std::size_t first, std::size_t last);
  /// True if the word stands in a line all in capitals.
  bool shouted(std::size_t i) const;
  bool is_outlet(std::size_t first, std::size_t last);
  /// What the tables have under the word `i`, which starts with a capital; 0 for other words.
  std::uint32_t known(std::size_t i);

  /// True for a capitalised word that in small letters is a common one of English.
  bool is_common(std::size_t i) const;

  /// Changes when all cached knowledge of words is forgotten.
  std::uint64_t epoch() const { return epoch_; }

 private:
  template <typename Value>
  using Cache = std::unordered_map<std::uint64_t, Value>;

  void read_zone(Span zone);
  void mark_loud_lines(std::size_t from);
  WordInfo& info(const std::string& lower, bool capital);
  /// What the tables have under one form of words; each part is looked up when it is asked for.
  struct Form {
    bool people_read = false;
    bool organisations_read = false;
    bool places_read = false;
    bool demonym_read = false;
    bool outlet_read = false;
    bool outlet = false;
    const Place* demonym = nullptr;
    std::vector<const AuthorityName*> people;
    std::vector<const AuthorityName*> organisations;
    std::vector<const Place*> places;
  };
  /// `possessive`: the last word's 's may be part of the name.
  Form& form(std::size_t first, std::size_t last, bool possessive = false);
  const std::vector<const AuthorityName*>& organisations(std::size_t first, std::size_t last,
                                                         bool possessive);
  /// Whom a Cyrillic name in another case than the nominative means.
  std::vector<const AuthorityName*> declined_person(std::size_t first, std::size_t last) const;

  std::vector<const AuthorityName*> declined_organisation(std::size_t first,
                                                          std::size_t last) const;
  template <typename Look>
  auto first_known_form(std::size_t first, std::size_t last, const Look& look) const;

  const Authority& authority_;
  std::string_view text_;
  std::vector<Word> words_;
  std::uint64_t number_ = 0;
  std::uint64_t epoch_ = 1;
  std::unordered_map<std::string, WordInfo> infos_;
  Cache<Form> forms_;
};

}  // namespace alatoo
