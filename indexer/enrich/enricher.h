// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "common/article.h"
#include "common/authority.h"

namespace alatoo {

struct EnrichOptions {
  bool recognize = true;  ///< false: only the entities that the input supplies
};

/// Adds to a parsed article what its text tells: zones, language, dateline, date, source, agency,
/// contributors, entities. Reads like its steps, in enricher.cc. One a worker: not thread-safe, but
/// the authority is shared.
class Enricher {
 public:
  Enricher(std::shared_ptr<const Authority> authority, EnrichOptions options);
  ~Enricher();

  void enrich(Article& article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The steps. Each fills only what is not yet known.

/// The dateline, marked as a zone and cut out of the body: located, agency, writers; and the
/// publication date with its evidence (publication_date.h), never one out of running text.
void find_dateline(Article& article, const Authority& authority);

/// Source, agency and contributors from bylines, credits, mastheads and the dateline.
void find_credits(Article& article, const Authority& authority);

/// ISO 639-1 language of the story zones, where they are long enough to tell. What the input states
/// is kept unless the text plainly is in another; then a note says so.
void detect_language(Article& article);

/// Persons, cities, countries, organisations of the story zones, beside those that the input
/// supplies: its names and ids stand where both know one.
class Recogniser {
 public:
  virtual ~Recogniser() = default;
  virtual void recognise(Article& article) = 0;
};

/// By the tagger, authority tables and rules.
std::unique_ptr<Recogniser> make_recogniser(std::shared_ptr<const Authority> authority);

/// Entities that the input supplies, with keys and canonical names, mentions where the text has
/// exactly the name.
void take_supplied(Article& article, const Authority& authority);

}  // namespace alatoo
