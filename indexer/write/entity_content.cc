// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/entity_content.h"

#include <map>
#include <set>
#include <string>

#include "common/name_key.h"
#include "common/text.h"
#include "common/tsv.h"
#include "indexer/write/identity.h"
#include "indexer/write/spelling.h"

namespace alatoo {
namespace {

/// Keys of one id are one entity: it has one name and one reason, whichever key comes first, beside
/// the reason of each.
void unite(Field field, std::vector<KeyInfo>& keys, const std::vector<CountedKey>& counted) {
  struct Shared {
    CountedKey all;  ///< the forms of all keys; of the keys the first in byte order
    CountedKey own;  ///< those of keys that give the id by themselves: others were merged into it
    std::size_t first = 0;
  };
  std::map<std::string_view, Shared> by_id;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].id.empty()) continue;
    const auto [found, is_new] = by_id.try_emplace(keys[i].id, Shared{{keys[i].key, {}}, {}, i});
    Shared& shared = found->second;
    for (const auto& [form, count] : counted[i].forms) shared.all.forms[form] += count;
    if (keys[i].key < shared.all.key) {
      shared.all.key = keys[i].key;
      shared.first = i;
    }
    const std::string own = field == Field::source ? slug(keys[i].key) : id_from_key(keys[i].key);
    if (own != keys[i].id) continue;
    for (const auto& [form, count] : counted[i].forms) shared.own.forms[form] += count;
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    KeyInfo& key = keys[i];
    if (key.id.empty()) continue;
    const Shared& shared = by_id.at(key.id);
    if (key.name.empty()) key.name = (shared.own.forms.empty() ? shared.all : shared.own).usual();
    if (i != shared.first) key.why = keys[shared.first].why;
    if (key.joined.empty() && !key.why.empty()) key.joined = "own name";
    if (key.joined == key.why) key.joined.clear();
    for (const auto& [form, count] : counted[i].forms) {
      if (form != key.name) key.aliases.push_back(form);
    }
  }
}

using Forms = std::map<std::string_view, std::set<std::string_view>>;

/// Names that no key joins: what a place is also called finds how this archive spells it.
void spell_places(EntityTableContent& content, const Forms& by_key) {
  for (const Field field : {Field::city, Field::country}) {
    for (const KeyInfo& info : content.keys[key_index(field)]) {
      if (info.id.empty()) continue;
      std::set<std::string> forms = {folded_words(info.name)};
      std::vector<std::string> names = info.aliases;
      names.push_back(info.name);
      for (const std::string& name : names) {
        if (const auto found = by_key.find(lookup_key(field, name)); found != by_key.end())
          forms.insert(found->second.begin(), found->second.end());
        if (field == Field::country) forms.insert(folded_words(name));
      }
      for (const std::string& name : names) {
        if (tokenize(name).size() != 1 || !worth_joining(name)) continue;
        for (const std::string& form : forms) content.spellings.emplace_back(word_key(name), form);
      }
    }
  }
}

}  // namespace

EntityTableContent entity_content(const Names& names, const Authority& authority) {
  struct Hidden {
    Field field;
    std::size_t key;
  };
  std::vector<Hidden> hidden;
  EntityTableContent content;
  for (const Field field : kKeyFields) {
    const std::vector<CountedKey>& counted = names.keys[key_index(field)];
    std::vector<KeyInfo>& keys = content.keys[key_index(field)];
    for (const CountedKey& key : counted) {
      KeyInfo& made = keys.emplace_back();
      made.key = key.key;
      if (key.forms.empty()) continue;
      Identity identity = identify(field, key, authority);
      if (identity.hidden) hidden.push_back(Hidden{field, keys.size() - 1});
      made.why = std::move(identity.why);
      made.joined = std::move(identity.joined);
      made.id = std::move(identity.id);
      made.name = std::move(identity.name);
      made.aliases = std::move(identity.aliases);
    }
    unite(field, keys, counted);
  }
  Forms by_key;
  for (const auto& [spelling, count] : names.spellings) {
    if (!spelling.first.empty()) by_key[spelling.first].insert(spelling.second);
  }
  for (const auto& [key, forms] : by_key) {
    for (const std::string_view form : forms) content.spellings.emplace_back(key, form);
  }
  spell_places(content, by_key);
  // Words are looked for in the text, where nothing is hidden: only here do the entities go.
  for (const auto& [field, k] : hidden) {
    KeyInfo& key = content.keys[key_index(field)][k];
    key = KeyInfo{};
    key.key = names.keys[key_index(field)][k].key;
  }
  return content;
}

}  // namespace alatoo
