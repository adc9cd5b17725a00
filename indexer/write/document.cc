// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/document.h"

#include "common/codec.h"
#include "common/fields.h"
#include "common/salience.h"
#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kLongestJoined =
    48;  // bytes of a hyphenated word that is also indexed as one

/// How often a word counts in ranking, by where it stands.
constexpr std::uint32_t weight_of(ZoneKind zone) {
  return zone == ZoneKind::headline ? kHeadlineBoost : 1;
}

struct Extent {
  std::uint64_t words = 0;
  std::uint32_t length = 0;  ///< FacetColumn's
};

/// Calls `found(entry, position, zone)` for every word of the story zones, and for hyphenated words
/// joined to one ("jalalabad" of "Jalal-Abad") at the position of their first part.
template <typename Found>
Extent walk(const Article& article, Analyzer& analyzer, const Found& found) {
  Xapian::termpos position = 0;
  Extent extent;
  std::string joined;
  Xapian::termpos joined_at = 0;
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    Tokenizer tokenizer(article.text, zone.span);
    for (Token token; tokenizer.next(token);) {
      ++position;
      ++extent.words;
      extent.length += weight_of(zone.kind);
      found(analyzer.entry(token.word), position, zone.kind);
      if (token.hyphened || !joined.empty()) {
        if (joined.empty()) joined_at = position;
        joined += token.word;
        if (token.hyphened) continue;
        if (joined.size() <= kLongestJoined) found(analyzer.entry(joined), joined_at, zone.kind);
        joined.clear();
      }
    }
    joined.clear();
    position += kZoneGap;
  }
  return extent;
}

/// A key of a field, and how often its term counts.
struct CountedTerm {
  std::string key;
  std::uint32_t wdf = 0;
};

void add_keys(Xapian::Document& document, Field field, const std::vector<CountedTerm>& keys) {
  std::string packed;
  for (const auto& [key, wdf] : keys) {
    document.add_term(term(field, key), wdf);
    put_string(packed, key);
  }
  document.add_value(info(field).slot, packed);
}

void add_dates(Xapian::Document& document, const PartialDate& date) {
  document.add_value(info(Field::date).slot, date.iso());
  document.add_boolean_term(date_term(Field::date, date));  // "D0000" finds the undated
  if (!date.known()) return;
  document.add_boolean_term(date_term(Field::year, date));
  if (date.month) document.add_boolean_term(date_term(Field::month, date));
}

}  // namespace

IndexedDocument make_document(const Article& article, Vocabulary& vocabulary) {
  Xapian::Document document;
  const std::string text_prefix(info(Field::text).prefix);
  const std::string headline_prefix(info(Field::headline).prefix);
  const auto add = [&](Analyzer::Entry& entry, Xapian::termpos position, ZoneKind zone) {
    ++entry.count;
    document.add_posting(text_prefix + entry.stem, position, weight_of(zone));
    if (zone == ZoneKind::headline) document.add_posting(headline_prefix + entry.stem, position);
  };
  const Extent extent = walk(article, vocabulary.analyzer(article.language.value_or("")), add);
  vocabulary.count_words(extent.words, extent.length);
  vocabulary.count(article);

  document.add_boolean_term(term(Field::id, article.id));
  document.add_value(info(Field::id).slot, article.id);
  const Salience salience(article);
  std::vector<CountedTerm> keys;
  for (const EntityKind kind : kAllEntityKinds) {
    keys.clear();
    for (const Entity& entity : article.of(kind)) keys.push_back({entity.key, salience.of(entity)});
    add_keys(document, field_of(kind), keys);
  }
  keys.clear();
  if (const std::string source = source_of(article); !source.empty())
    keys.push_back({source_key(source), 0});
  add_keys(document, Field::source, keys);
  keys.clear();
  if (article.language) keys.push_back({*article.language, 0});
  add_keys(document, Field::language, keys);
  add_dates(document, article.date);
  document.set_data(encode_article(article));
  return {std::move(document), extent.length};
}

void count_article(const Article& article, Vocabulary& vocabulary) {
  const auto count = [](Analyzer::Entry& entry, Xapian::termpos, ZoneKind) { ++entry.count; };
  const Extent extent = walk(article, vocabulary.analyzer(article.language.value_or("")), count);
  vocabulary.count_words(extent.words, extent.length);
  vocabulary.count(article);
}

}  // namespace alatoo
