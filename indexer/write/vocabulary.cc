// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/vocabulary.h"

#include <algorithm>
#include <set>

#include "common/error.h"
#include "common/name_cases.h"
#include "common/name_key.h"
#include "common/text.h"
#include "indexer/write/spelling.h"

namespace alatoo {
namespace {

/// True if `word` is one of the words of a key.
bool has_word(std::string_view key, std::string_view word) {
  while (!key.empty()) {
    const std::string_view own = key.substr(0, key.find(' '));
    if (own == word) return true;
    key.remove_prefix(std::min(key.size(), own.size() + 1));
  }
  return false;
}

}  // namespace

Analyzer& Vocabulary::analyzer(const std::string& language) {
  return analyzers_.try_emplace(language, language).first->second;
}

Vocabulary::Name& Vocabulary::name(std::size_t field, const std::string& key) {
  Keys& keys = keys_[field];
  const auto [found, is_new] = keys.try_emplace(key);
  if (is_new) found->second.ordinal = static_cast<std::uint32_t>(keys.size() - 1);
  return found->second;
}

void Vocabulary::count_words(std::uint64_t words, std::uint64_t length) {
  words_ += words;
  length_ += length;
}

void Vocabulary::count(const Article& article) {
  const auto use = [&](Field field, const std::string& key, const std::string& form) {
    ++name(key_index(field), key).forms[form];
  };
  for (const EntityKind kind : kAllEntityKinds) {
    for (const Entity& entity : article.of(kind)) use(field_of(kind), entity.key, entity.name);
    count_spellings(article, kind);
  }
  if (const std::string source = source_of(article); !source.empty())
    use(Field::source, source_key(source), source);
  if (article.language) use(Field::language, *article.language, *article.language);
  ++languages_[article.language.value_or("")];
}

void Vocabulary::count_spellings(const Article& article, EntityKind kind) {
  if (kind != EntityKind::person && kind != EntityKind::city) return;
  for (const Entity& entity : article.of(kind)) {
    for (const Span& mention : entity.mentions) {
      const std::string_view surface = mention.of(article.text);
      if (kind == EntityKind::city) {
        const std::string key = name_key(kind, surface);
        ++spellings_[{key, folded_words(surface)}];
        // "в Джалал-Абаде" stands beside Jalal-Abad.
        const std::string own = name_key(kind, entity.name);
        if (key == own) continue;
        for (const std::string& nominative : nominatives(surface)) {
          if (name_key(kind, nominative) == own) {
            ++spellings_[{own, folded_words(surface)}];
          }
        }
        continue;
      }
      for (const Token& token : tokenize(surface)) {
        if (!worth_joining(token.word)) continue;
        const std::string key = word_key(token.word);
        ++spellings_[{key, fold(token.word)}];
        // "Бакиева" of Kurmanbek Bakiyev stands beside Bakiyev.
        if (has_word(entity.key, key)) continue;
        for (const std::string& nominative : nominatives(token.word)) {
          const std::string of_name = word_key(nominative);
          if (has_word(entity.key, of_name)) ++spellings_[{of_name, fold(token.word)}];
        }
      }
    }
  }
}

FacetRow Vocabulary::row(const Article& article) {
  FacetRow row;
  row.id = article.id;
  row.date = article.date.packed();
  for (const EntityKind kind : kAllEntityKinds) {
    const std::size_t field = key_index(field_of(kind));
    for (const Entity& entity : article.of(kind))
      row.keys[field].push_back(name(field, entity.key).ordinal);
  }
  const std::string source = source_of(article);
  if (!source.empty())
    row.keys[key_index(Field::source)] = {
        name(key_index(Field::source), source_key(source)).ordinal};
  if (article.language)
    row.keys[key_index(Field::language)] = {
        name(key_index(Field::language), *article.language).ordinal};
  return row;
}

Merged::Merged(Names before, std::vector<LexiconRow> words, const std::vector<Vocabulary*>& added,
               const Vocabulary& gone)
    : names(std::move(before)), lexicon(std::move(words)) {
  merge_words(added, gone);
  merge_keys(added, gone);
}

void Merged::merge_words(const std::vector<Vocabulary*>& added, const Vocabulary& gone) {
  const auto take = [&](const Vocabulary& vocabulary, int sign) {
    for (const auto& [language, analyzer] : vocabulary.analyzers_) {
      for (const auto& [word, entry] : analyzer.words()) {
        if (entry.count > 0)
          lexicon.push_back({fold(word), entry.stem, sign * std::int64_t{entry.count}});
      }
    }
    for (const auto& [language, count] : vocabulary.languages_)
      languages_[language] += sign * static_cast<std::int64_t>(count);
    words_ += sign * static_cast<std::int64_t>(vocabulary.words_);
    length_ += sign * static_cast<std::int64_t>(vocabulary.length_);
  };
  for (const Vocabulary* vocabulary : added) take(*vocabulary, 1);
  take(gone, -1);
}

void Merged::merge_keys(const std::vector<Vocabulary*>& added, const Vocabulary& gone) {
  const auto take_off = [](auto& counts, const auto& key, std::uint64_t count) {
    const auto found = counts.find(key);
    if (found == counts.end() || found->second < count)
      throw Error("the index is damaged: a name is missing among its names; rebuild it");
    found->second -= count;
    if (found->second == 0) counts.erase(found);
  };

  ordinals.resize(added.size());
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    std::vector<CountedKey>& keys = names.keys[f];
    std::unordered_map<std::string, std::uint32_t> known;
    known.reserve(keys.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) known.emplace(keys[i].key, i);
    // New ones sorted, so that the file does not depend on how the articles came to the workers.
    std::set<std::string_view> fresh;
    for (const Vocabulary* vocabulary : added) {
      for (const auto& [key, name] : vocabulary->keys_[f]) {
        if (!known.count(key)) fresh.insert(key);
      }
    }
    for (const std::string_view key : fresh) {
      known.emplace(key, static_cast<std::uint32_t>(keys.size()));
      keys.push_back({std::string(key), {}});
    }
    for (std::size_t i = 0; i < added.size(); ++i) {
      ordinals[i][f].resize(added[i]->keys_[f].size());
      for (const auto& [key, name] : added[i]->keys_[f]) {
        const std::uint32_t ordinal = known.at(key);
        ordinals[i][f][name.ordinal] = ordinal;
        for (const auto& [form, count] : name.forms) keys[ordinal].forms[form] += count;
      }
    }
    for (const auto& [key, name] : gone.keys_[f]) {
      const auto found = known.find(key);
      CountedKey none;
      CountedKey& counted = found == known.end() ? none : keys[found->second];
      for (const auto& [form, count] : name.forms) take_off(counted.forms, form, count);
    }
  }
  for (const Vocabulary* vocabulary : added) {
    for (const auto& [spelling, count] : vocabulary->spellings_) names.spellings[spelling] += count;
  }
  for (const auto& [spelling, count] : gone.spellings_) take_off(names.spellings, spelling, count);
}

void Merged::describe(Manifest& manifest) const {
  const auto change = [](std::uint64_t& count, std::int64_t by) {
    count = static_cast<std::uint64_t>(static_cast<std::int64_t>(count) + by);
  };
  change(manifest.words, words_);
  change(manifest.length, length_);
  for (const auto& [language, count] : languages_) {
    change(manifest.languages[language], count);
    if (manifest.languages[language] == 0) manifest.languages.erase(language);
  }
}

}  // namespace alatoo
