// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/shipped.h"

#define ALATOO_TABLE(name)                   \
  extern const char alatoo_##name##_begin[]; \
  extern const char alatoo_##name##_end[];

extern "C" {
ALATOO_TABLE(people)
ALATOO_TABLE(places)
ALATOO_TABLE(organisations)
ALATOO_TABLE(outlets)
ALATOO_TABLE(given_names)
ALATOO_TABLE(tagger)
ALATOO_TABLE(english)
}
#undef ALATOO_TABLE

namespace alatoo {
namespace {

std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

const std::vector<std::pair<std::string, std::string_view>>& shipped_tables() {
  static const std::vector<std::pair<std::string, std::string_view>> tables = {
      {"people.tsv", view(alatoo_people_begin, alatoo_people_end)},
      {"places.tsv", view(alatoo_places_begin, alatoo_places_end)},
      {"organisations.tsv", view(alatoo_organisations_begin, alatoo_organisations_end)},
      {"outlets.tsv", view(alatoo_outlets_begin, alatoo_outlets_end)},
      {"given_names.tsv", view(alatoo_given_names_begin, alatoo_given_names_end)},
  };
  return tables;
}

std::shared_ptr<const Authority> shipped_authority() {
  static const auto authority = std::make_shared<const Authority>(shipped_tables());
  return authority;
}

const TagModel& shipped_tagger() {
  static const TagModel model(view(alatoo_tagger_begin, alatoo_tagger_end));
  return model;
}

const WordList& english_words() {
  static const WordList words(view(alatoo_english_begin, alatoo_english_end));
  return words;
}

}  // namespace alatoo
