// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>
#include <utility>

#include "indexer/enrich/country_wording.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/entities.h"
#include "indexer/enrich/organisations.h"
#include "indexer/enrich/persons.h"
#include "indexer/enrich/places.h"
#include "indexer/enrich/rules.h"
#include "indexer/enrich/russian_names.h"
#include "indexer/enrich/shipped.h"
#include "indexer/enrich/supplied.h"
#include "indexer/enrich/words.h"

namespace alatoo {
namespace {

constexpr std::string_view kTaggedLanguage = "en";  // that of the texts the tagger learned from

class TextRecogniser : public Recogniser {
 public:
  explicit TextRecogniser(std::shared_ptr<const Authority> authority)
      : authority_(std::move(authority)), words_(*authority_), tagger_(shipped_tagger()) {}

  void recognise(Article& article) override {
    words_.read(article);
    take_supplied(article, words_);
    const auto supplied = std::exchange(article.entities, {});
    const bool cyrillic = words_.size() > 0 && is_cyrillic(words_[words_.size() / 2].info->lower);
    const bool tagged = article.language ? *article.language == kTaggedLanguage : !cyrillic;
    auto mentions = tagged ? find_by_tagger(words_, tagger_) : find_by_rules(words_);
    for (Mention& mention : mentions) {
      if (mention.kind == Mention::Kind::organisation) leave_countries_out(words_, mention);
    }
    article.of(EntityKind::person) = resolve_persons(words_, mentions, article.contributors);
    resolve_places(words_, mentions, article);
    article.of(EntityKind::organisation) = resolve_organisations(words_, mentions, article);
    for (const EntityKind kind : kAllEntityKinds) {
      // The input's entities first: where both know one, its name and id stand.
      auto& found = article.of(kind);
      const auto& stated = supplied[static_cast<std::size_t>(kind)];
      found.insert(found.begin(), stated.begin(), stated.end());
      tidy(found);
    }
    keep_apart(article, supplied);
  }

 private:
  std::shared_ptr<const Authority> authority_;
  Words words_;
  Tagger tagger_;
};

}  // namespace

std::unique_ptr<Recogniser> make_recogniser(std::shared_ptr<const Authority> authority) {
  return std::make_unique<TextRecogniser>(std::move(authority));
}

}  // namespace alatoo
