// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "indexer/enrich/enricher.h"
#include "indexer/enrich/entities.h"
#include "indexer/enrich/organisations.h"
#include "indexer/enrich/persons.h"
#include "indexer/enrich/places.h"
#include "indexer/enrich/rules.h"
#include "indexer/enrich/supplied.h"
#include "indexer/enrich/words.h"

namespace alatoo {
namespace {

class RuleRecogniser : public Recogniser {
 public:
  explicit RuleRecogniser(std::shared_ptr<const Authority> authority)
      : authority_(std::move(authority)), words_(*authority_) {}

  void recognise(Article& article) override {
    words_.read(article);
    take_supplied(article, words_);
    const auto supplied = std::exchange(article.entities, {});
    const auto mentions = find_mentions(words_);
    article.of(EntityKind::person) = resolve_persons(words_, mentions, article.contributors);
    resolve_places(words_, mentions, article);
    article.of(EntityKind::organisation) = resolve_organisations(words_, mentions);
    for (const EntityKind kind : kAllEntityKinds) {
      // The input's entities first: where both know one, its name and id stand.
      auto& found = article.of(kind);
      const auto& stated = supplied[static_cast<std::size_t>(kind)];
      found.insert(found.begin(), stated.begin(), stated.end());
      tidy(found);
    }
  }

 private:
  std::shared_ptr<const Authority> authority_;
  Words words_;
};

}  // namespace

std::unique_ptr<Recogniser> make_rule_recogniser(std::shared_ptr<const Authority> authority) {
  return std::make_unique<RuleRecogniser>(std::move(authority));
}

}  // namespace alatoo
