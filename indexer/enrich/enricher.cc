// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/enricher.h"

#include <utility>

#include "indexer/read/zones.h"

namespace alatoo {

struct Enricher::State {
  std::shared_ptr<const Authority> authority;
  std::unique_ptr<Recogniser> recogniser;  // null: only what the input supplies
};

Enricher::Enricher(std::shared_ptr<const Authority> authority, EnrichOptions options)
    : state_(std::make_unique<State>()) {
  state_->authority = std::move(authority);
  if (options.recognize) state_->recogniser = make_recogniser(state_->authority);
}

Enricher::~Enricher() = default;

void Enricher::enrich(Article& article) {
  mark_zones(article);
  detect_language(article);
  find_dateline(article, *state_->authority);
  find_credits(article, *state_->authority);
  if (state_->recogniser) {
    state_->recogniser->recognise(article);
  } else {
    take_supplied(article, *state_->authority);
  }
}

}  // namespace alatoo
