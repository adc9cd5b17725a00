// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/explain.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "common/name_cases.h"
#include "common/name_key.h"
#include "common/names.h"
#include "common/text.h"

namespace alatoo {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

/// What articles call an entity in any mix of capitals: "BAKIYEV", "Bakiyev".
struct Form {
  Counts written;  ///< how → articles
  Counts keys;     ///< the key under which they have it → articles
  std::uint64_t articles = 0;
  bool in_text = false;  ///< else only the input names it so
};

/// One entity and its forms, from article to article.
class Evidence {
 public:
  Evidence(const Archive& archive, Field field, std::uint32_t entity)
      : table_(archive.entities()), field_(field), entity_(entity) {
    for (const std::uint32_t key : table_.keys_of(field, entity))
      keys_.emplace(table_.key(field, key), key);
    for (std::size_t s = 0; s < archive.shards(); ++s) {
      std::set<Xapian::docid> docids;
      for (const auto& [key, ordinal] : keys_) {
        const std::string term = alatoo::term(field, key);
        const auto end = archive.shard(s).postlist_end(term);
        for (auto at = archive.shard(s).postlist_begin(term); at != end; ++at) docids.insert(*at);
      }
      articles_ += docids.size();
      for (const Xapian::docid docid : docids)
        read(decode_article(archive.shard(s).get_document(docid).get_data()));
    }
  }

  Explanation explanation() const {
    Explanation made;
    made.id = table_.id(field_, entity_);
    made.name = table_.name(field_, entity_);
    made.why = table_.why(field_, entity_);
    made.articles = articles_;
    for (const auto& [key, ordinal] : keys_)
      made.keys.push_back({key, std::string(table_.joined(field_, ordinal))});
    for (const auto& [lower, form] : forms_) {
      const std::string& written = most_used(form.written);
      made.forms.push_back({written, form.articles, why(written, form)});
    }
    std::stable_sort(made.forms.begin(), made.forms.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    return made;
  }

 private:
  void read(const Article& article) {
    std::map<std::string, std::string> forms;  // in lower case → as the article first writes it
    const auto take = [&](const std::string& key, std::string_view text, bool in_text) {
      std::string written = squeeze(text);
      const auto [form, is_new] = forms.emplace(lower(written), std::move(written));
      Form& counted = forms_[form->first];
      counted.in_text = counted.in_text || in_text;
      if (!is_new) return;
      ++counted.articles;
      ++counted.written[form->second];
      ++counted.keys[key];
    };
    if (info(field_).has(kEntity)) {
      for (const Entity& entity : article.of(static_cast<EntityKind>(key_index(field_)))) {
        if (!keys_.count(entity.key)) continue;
        for (const Span mention : entity.mentions) take(entity.key, mention.of(article.text), true);
        if (entity.mentions.empty()) take(entity.key, entity.name, false);
      }
    } else {
      const std::string stated =
          field_ == Field::source ? source_of(article) : article.language.value_or("");
      take(field_ == Field::source ? source_key(stated) : stated, stated, true);
    }
  }

  /// The rule or line that makes a form a name of the entity.
  std::string why(const std::string& form, const Form& counted) const {
    const std::string& key = most_used(counted.keys);
    const std::string input = counted.in_text ? "" : ", named by the input only";
    const std::string joined(table_.joined(field_, keys_.at(key)));
    if (const auto rule = by_name(form, joined)) return *rule + input;
    for (const std::string& nominative : nominatives(form)) {
      if (const auto rule = by_name(nominative, joined)) return *rule + ", declined";
    }
    return "in the article: " + in_article(form, key) + input;
  }

  /// Of a form that is a name by itself: by its key, or because a table or line says so.
  std::optional<std::string> by_name(const std::string& form, const std::string& joined) const {
    const std::string wanted = lookup_key(field_, form);
    for (const auto& [key, ordinal] : keys_) {
      if (wanted != name_part(key)) continue;
      const std::string_view line = table_.joined(field_, ordinal);
      return (line.empty() ? "" : std::string(line) + ", ") + "name key '" + key + "'";
    }
    if (!table_.is_name_of(field_, entity_, wanted)) return std::nullopt;
    const bool shown = wanted == lookup_key(field_, table_.name(field_, entity_));
    const std::string line(shown ? joined : std::string(table_.why(field_, entity_)));
    return (line.empty() ? "name" : line) + (shown ? "" : ": alias");
  }

  /// Of a form that its article alone makes a name of the entity.
  std::string in_article(const std::string& form, const std::string& key) const {
    const std::string name(table_.name(field_, entity_));
    if (field_ == Field::organisation) return "short for " + name;
    if (field_ != Field::person) return "stands for " + name;
    for (const std::string& full : {key, lookup_key(field_, name)}) {
      std::vector<std::string> words;
      for (const Token& token : tokenize(full)) words.push_back(token.word);
      std::vector<std::size_t> found;  // which of them the form's words are, in some case
      const std::vector<Token> parts = tokenize(form);
      for (const Token& part : parts) {
        std::vector<std::string> readings = nominatives(part.word);
        readings.push_back(part.word);
        for (std::size_t i = 0; i < words.size(); ++i) {
          const auto is_word = [&](const std::string& r) { return word_key(r) == words[i]; };
          if (std::none_of(readings.begin(), readings.end(), is_word)) continue;
          found.push_back(i);
          break;
        }
      }
      if (parts.empty() || found.size() != parts.size()) continue;
      if (found.size() > 1) return "a case or part of " + name;
      return (found[0] + 1 == words.size() ? "surname of " : "first name of ") + name;
    }
    return "stands for " + name;
  }

  /// A key without what tells a city from its namesakes.
  std::string_view name_part(std::string_view key) const {
    return field_ == Field::city ? key.substr(0, key.rfind('@')) : key;
  }

  const EntityTable& table_;
  const Field field_;
  const std::uint32_t entity_;
  std::map<std::string, std::uint32_t> keys_;  ///< with their ordinals
  std::uint64_t articles_ = 0;
  std::map<std::string, Form> forms_;  ///< by their lower case
};

}  // namespace

std::vector<Explanation> explain(const Archive& archive, Field field, std::string_view name) {
  std::vector<Explanation> all;
  for (const std::uint32_t entity : archive.entities().find(field, name))
    all.push_back(Evidence(archive, field, entity).explanation());
  return all;
}

}  // namespace alatoo
