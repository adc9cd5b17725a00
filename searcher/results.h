// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// A piece of an article for showing: plain text, never markup, with what to mark in it.
struct Passage {
  std::string text;
  std::vector<Span> highlights;  ///< bytes of `text`: what the query matched; sorted, disjoint
  std::vector<Span> entities;  ///< bytes of `text`: names that the text output sets apart; likewise
};

struct Hit {
  std::uint64_t rank = 0;  ///< 1-based, `offset` included
  double score = 0;
  bool partial = false;  ///< lacks one word of the query (see match mode)
  std::string id;
  std::string path;
  std::optional<std::string> headline;  ///< null where the article has none
  Passage title;     ///< the headline, else the first sentence, marked like a passage
  std::string date;  ///< ISO at its precision, "" if unknown
  std::string source;
  std::vector<Passage> passages;
  std::vector<std::string> persons;  ///< canonical names, most salient first
  std::vector<std::string> cities;
};

struct FacetCount {
  std::string id;
  std::string name;
  std::uint64_t count = 0;
};

/// The values of one field over all matches: largest count first, then name.
struct Facet {
  std::string field;
  std::vector<FacetCount> values;  ///< the first `top` ones
  std::uint64_t distinct = 0;      ///< how many values there are in all
};

/// What an entity is called in the articles that have it, and why all that is one: --why.
struct Explanation {
  struct Key {
    std::string key;
    std::string why;  ///< the row or line that makes the key part of the entity; "" for none
  };
  struct Form {
    std::string form;            ///< as most articles write it
    std::uint64_t articles = 0;  ///< that write it so, in any mix of capitals
    std::string why;             ///< the rule, row or line by which it means the entity
  };
  std::string id;
  std::string name;
  std::string why;  ///< the authority's row and the user's lines; "" where there are none
  std::uint64_t articles = 0;
  std::vector<Key> keys;    ///< in byte order
  std::vector<Form> forms;  ///< of most articles first
};

enum class MatchMode : std::uint8_t { automatic, all, any };
std::string_view to_string(MatchMode mode);

/// What a request is answered with. Printers need nothing else.
struct Results {
  std::string query;
  MatchMode match = MatchMode::all;
  bool relaxed = false;
  std::uint64_t total = 0;
  double took_ms = 0;
  std::uint64_t generation = 0;
  bool complete = true;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<std::string> notes;
  std::optional<std::string> suggestion;
};

}  // namespace alatoo
