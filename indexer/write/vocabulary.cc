// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/vocabulary.h"

#include <algorithm>
#include <set>

#include "common/name_cases.h"
#include "common/name_key.h"
#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kShortestSpelling = 3;  // letters: shorter words are no names worth joining

/// The words of a surface form, folded, one blank between them.
std::string folded_words(std::string_view surface) {
  std::string words;
  for (const Token& token : tokenize(surface)) {
    if (!words.empty()) words += ' ';
    words += fold(token.word);
  }
  return words;
}

/// True if `word` is one of the words of a key.
bool has_word(std::string_view key, std::string_view word) {
  while (!key.empty()) {
    const std::string_view own = key.substr(0, key.find(' '));
    if (own == word) return true;
    key.remove_prefix(std::min(key.size(), own.size() + 1));
  }
  return false;
}

bool long_enough(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
           return !is_continuation(c);
         })) >= kShortestSpelling;
}

/// What the authority has beside the name itself, and what it calls an id.
std::vector<std::string> known_aliases(const Authority& authority, Field field,
                                       const KeyInfo& key) {
  const auto from = [&](const auto& candidates) -> std::vector<std::string> {
    for (const auto* candidate : candidates) {
      if (candidate->id == key.id) return candidate->aliases;
    }
    return {};
  };
  switch (field) {
    case Field::person:
      return from(authority.people(key.name));
    case Field::organisation:
      return from(authority.organisations(key.name));
    case Field::city:
    case Field::country:
      return from(authority.places(key.name));
    case Field::source:
      if (const Outlet* outlet = authority.outlet(key.name)) return outlet->aliases;
      return {};
    default:
      return {};
  }
}

}  // namespace

Analyzer& Vocabulary::analyzer(const std::string& language) {
  return analyzers_.try_emplace(language, language).first->second;
}

Vocabulary::Name& Vocabulary::name(std::size_t field, const std::string& key) {
  Names& names = names_[field];
  const auto [found, is_new] = names.try_emplace(key);
  if (is_new) found->second.ordinal = static_cast<std::uint32_t>(names.size() - 1);
  return found->second;
}

void Vocabulary::count_words(std::uint64_t words, std::uint64_t length, int sign) {
  words_ += sign * static_cast<std::int64_t>(words);
  length_ += sign * static_cast<std::int64_t>(length);
}

void Vocabulary::count(const Article& article, int sign) {
  const auto use = [&](Field field, const std::string& key, const std::string& id,
                       const std::string& form) {
    Name& entry = name(key_index(field), key);
    entry.id = id;
    entry.forms[form] += sign;
    entry.articles += sign;
  };
  for (const EntityKind kind : kAllEntityKinds) {
    for (const Entity& entity : article.of(kind))
      use(field_of(kind), entity.key, entity.id, entity.name);
    count_spellings(article, kind, sign);
  }
  if (const std::string source = source_of(article); !source.empty()) {
    const std::string key = source_key(source);
    use(Field::source, key, slug(key), source);
  }
  if (article.language)
    use(Field::language, *article.language, *article.language, *article.language);
  languages_[article.language.value_or("")] += sign;
  dates_[article.date.packed()] += sign;
}

void Vocabulary::count_spellings(const Article& article, EntityKind kind, int sign) {
  if (kind != EntityKind::person && kind != EntityKind::city) return;
  for (const Entity& entity : article.of(kind)) {
    for (const Span& mention : entity.mentions) {
      const std::string_view surface = mention.of(article.text);
      if (kind == EntityKind::city) {
        const std::string key = name_key(kind, surface);
        spellings_[{key, folded_words(surface)}] += sign;
        // "в Джалал-Абаде" stands beside Jalal-Abad.
        const std::string own = name_key(kind, entity.name);
        if (key == own) continue;
        for (const std::string& nominative : nominatives(surface)) {
          if (name_key(kind, nominative) == own) {
            spellings_[{own, folded_words(surface)}] += sign;
          }
        }
        continue;
      }
      for (const Token& token : tokenize(surface)) {
        if (!long_enough(token.word)) continue;
        const std::string key = word_key(token.word);
        spellings_[{key, fold(token.word)}] += sign;
        // "Бакиева" of Kurmanbek Bakiyev stands beside Bakiyev.
        if (has_word(entity.key, key)) continue;
        for (const std::string& nominative : nominatives(token.word)) {
          const std::string of_name = word_key(nominative);
          if (has_word(entity.key, of_name)) spellings_[{of_name, fold(token.word)}] += sign;
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

Merged::Merged(const std::vector<Vocabulary*>& shards, const Authority& authority) {
  std::map<std::pair<std::string, std::string>, std::int64_t> spellings;
  for (const Vocabulary* shard : shards) {
    for (const auto& [language, analyzer] : shard->analyzers_) {
      for (const auto& [word, entry] : analyzer.words()) {
        if (entry.count > 0) lexicon.push_back({fold(word), entry.stem, entry.count});
      }
    }
    for (const auto& [pair, count] : shard->spellings_) spellings[pair] += count;
    for (const auto& [language, count] : shard->languages_) languages_[language] += count;
    for (const auto& [date, count] : shard->dates_) dates_[date] += count;
    words_ += shard->words_;
    length_ += shard->length_;
  }

  ordinals.resize(shards.size());
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    // Sorted, so that the file does not depend on how the articles came to the shards.
    std::map<std::string_view, Vocabulary::Name> keys;
    for (const Vocabulary* shard : shards) {
      for (const auto& [key, name] : shard->names_[f]) {
        if (name.articles == 0) continue;
        Vocabulary::Name& sum = keys[key];
        if (sum.id.empty() || name.id < sum.id) sum.id = name.id;
        for (const auto& [form, count] : name.forms) sum.forms[form] += count;
      }
    }
    std::uint32_t next = 0;
    for (auto& [key, name] : keys) {
      name.ordinal = next++;
      KeyInfo info{std::string(key), name.id, "", "", {}};
      const auto best =
          std::max_element(name.forms.begin(), name.forms.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      info.name = best->first;
      info.aliases = known_aliases(authority, kKeyFields[f], info);
      info.why = info.aliases.empty() ? "key " + info.key : "authority " + info.id;
      for (const auto& [form, count] : name.forms) {
        if (count > 0 && form != info.name) info.aliases.push_back(form);
      }
      entities.keys[f].push_back(std::move(info));
    }
    for (std::size_t s = 0; s < shards.size(); ++s) {
      auto& local = ordinals[s][f];
      local.resize(shards[s]->names_[f].size());
      for (const auto& [key, name] : shards[s]->names_[f]) {
        if (const auto found = keys.find(key); found != keys.end())
          local[name.ordinal] = found->second.ordinal;
      }
    }
  }

  std::map<std::string, std::set<std::string>> by_key;
  for (const auto& [pair, count] : spellings) {
    if (count > 0 && !pair.first.empty()) by_key[pair.first].insert(pair.second);
  }
  for (const auto& [key, forms] : by_key) {
    for (const std::string& form : forms) entities.spellings.emplace_back(key, form);
  }
  // Names that no key joins: what a place is also called finds how this archive spells it.
  for (const Field field : {Field::city, Field::country}) {
    for (const KeyInfo& info : entities.keys[key_index(field)]) {
      std::set<std::string> forms = {folded_words(info.name)};
      std::vector<std::string> names = info.aliases;
      names.push_back(info.name);
      for (const std::string& name : names) {
        if (const auto found = by_key.find(lookup_key(field, name)); found != by_key.end())
          forms.insert(found->second.begin(), found->second.end());
        if (field == Field::country) forms.insert(folded_words(name));
      }
      for (const std::string& name : names) {
        if (tokenize(name).size() != 1 || !long_enough(name)) continue;
        for (const std::string& form : forms) entities.spellings.emplace_back(word_key(name), form);
      }
    }
  }
}

void Merged::describe(Manifest& manifest) const {
  manifest.words = static_cast<std::uint64_t>(words_);
  manifest.length = static_cast<std::uint64_t>(length_);
  for (const auto& [language, count] : languages_) {
    if (count > 0) manifest.languages[language] = static_cast<std::uint64_t>(count);
  }
  for (const auto& [packed, count] : dates_) {
    if (count <= 0) continue;
    manifest.articles += static_cast<std::uint64_t>(count);
    const PartialDate date = PartialDate::unpack(packed);
    if (!date.known()) {
      manifest.undated = static_cast<std::uint64_t>(count);
      continue;
    }
    if (!manifest.first_date.known() || date.first_day() < manifest.first_date)
      manifest.first_date = date.first_day();
    manifest.last_date = std::max(manifest.last_date, date.last_day());
  }
}

}  // namespace alatoo
