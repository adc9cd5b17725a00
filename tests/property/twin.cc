// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/twin.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>

#include "common/entities.h"
#include "common/name_key.h"
#include "common/text.h"

namespace alatoo {
namespace {

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return !is_continuation(c); }));
}

std::string folded_words(std::string_view text) {
  std::string words;
  for (const Token& token : tokenize(text)) words += (words.empty() ? "" : " ") + fold(token.word);
  return words;
}

/// Insertions, deletions, replacements and swaps of neighbours, one edit a place.
std::size_t distance(std::string_view a_utf8, std::string_view b_utf8) {
  std::u32string a = U" ";
  std::u32string b = U" ";
  for (std::size_t i = 0; i < a_utf8.size();) a += next_code_point(a_utf8, i);
  for (std::size_t i = 0; i < b_utf8.size();) b += next_code_point(b_utf8, i);
  std::vector<std::vector<std::size_t>> d(a.size(), std::vector<std::size_t>(b.size()));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      d[i][j] = std::max(i, j);
      if (!i || !j) continue;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i] != b[j])});
      if (i > 1 && j > 1 && a[i] == b[j - 1] && a[i - 1] == b[j])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d.back().back();
}

std::set<std::string> aliases(const Authority& authority, Field field, const std::string& id,
                              const std::string& name) {
  std::set<std::string> found;
  const auto take = [&](const auto& rows) {
    for (const auto* row : rows) {
      if (row->id == id) found.insert(row->aliases.begin(), row->aliases.end());
    }
  };
  if (field == Field::person) take(authority.people(name));
  if (field == Field::organisation) take(authority.organisations(name));
  if (field == Field::city || field == Field::country) take(authority.places(name));
  if (field == Field::source) {
    if (const Outlet* outlet = authority.outlet(name))
      found.insert(outlet->aliases.begin(), outlet->aliases.end());
  }
  return found;
}

/// True if two of the sets overlap and differ.
bool share_some(const std::vector<std::set<std::string>>& sets) {
  for (const auto& a : sets) {
    for (const auto& b : sets) {
      if (a != b && std::any_of(a.begin(), a.end(), [&](const auto& s) { return b.count(s); }))
        return true;
    }
  }
  return false;
}

std::string last_word(const std::string& key) {
  const std::size_t blank = key.rfind(' ');
  return blank == std::string::npos ? "" : key.substr(blank + 1);
}

}  // namespace

Twin::Twin(std::vector<Article> articles, std::shared_ptr<const Authority> authority)
    : articles_(std::move(articles)) {
  for (const Article& article : articles_) {
    by_id_[article.id] = texts_.size();
    read(article);
  }
  name_entities(*authority);
  spell();
}

Twin::~Twin() = default;

void Twin::read(const Article& article) {
  const std::string language = article.language.value_or("");
  Analyzer& analyzer = analyzers_.try_emplace(language, language).first->second;
  Text& text = texts_.emplace_back();
  for (std::size_t z = 0; z < article.zones.size(); ++z) {
    const Zone& zone = article.zones[z];
    if (!is_story(zone.kind)) continue;
    long position = 0;
    std::string joined;
    long joined_at = 0;
    const auto add = [&](const std::string& word, long at) {
      text.words.push_back({word, analyzer.stem(word), at, z, zone.kind == ZoneKind::headline});
      ++lexicon_[fold(word)];
    };
    for (const Token& token : tokenize(zone.span.of(article.text))) {
      add(token.word, ++position);
      if (joined.empty()) joined_at = position;
      const bool continues = !joined.empty();
      joined += token.word;
      if (token.hyphened) continue;
      // A hyphenated word is found as one word too, where its first part stands.
      if (continues && joined.size() <= 48) add(joined, joined_at);
      joined.clear();
    }
  }
  for (const EntityKind kind : kAllEntityKinds) {
    for (const Entity& entity : article.of(kind)) text.keys[field_of(kind)].insert(entity.key);
  }
  const std::string source = source_of(article);
  if (!source.empty()) text.keys[Field::source].insert(source_key(source));
  if (article.language) text.keys[Field::language].insert(*article.language);
}

void Twin::name_entities(const Authority& authority) {
  for (const Field field : kKeyFields) {
    struct Named {
      std::set<std::string> keys;
      std::map<std::string, std::size_t> forms;
    };
    std::map<std::string, Named> by_id;
    const auto add = [&](const std::string& id, const std::string& key, const std::string& form) {
      by_id[id].keys.insert(key);
      ++by_id[id].forms[form];
    };
    for (const Article& article : articles_) {
      if (info(field).has(kEntity)) {
        for (const Entity& entity : article.of(static_cast<EntityKind>(key_index(field))))
          add(entity.id, entity.key, entity.name);
      } else if (field == Field::language) {
        if (article.language) add(*article.language, *article.language, *article.language);
      } else if (const std::string source = source_of(article); !source.empty()) {
        const Outlet* outlet = authority.outlet(source);
        add(outlet ? outlet->id : slug(source_key(source)), source_key(source), source);
      }
    }
    for (const auto& [id, seen] : by_id) {
      // The form that most articles use; of several the first in byte order.
      TwinEntity entity{id, "", seen.keys, {}};
      for (const auto& [form, count] : seen.forms) {
        if (entity.name.empty() || count > seen.forms.at(entity.name)) entity.name = form;
        entity.names.insert(form);
        entity.names.merge(aliases(authority, field, id, form));
      }
      entities_[field].push_back(std::move(entity));
    }
  }
}

void Twin::spell() {
  for (const Article& article : articles_) {
    for (const Entity& person : article.of(EntityKind::person)) {
      for (const Span& mention : person.mentions) {
        for (const Token& token : tokenize(mention.of(article.text))) {
          if (letters(token.word) >= 3) spellings_[word_key(token.word)].insert(fold(token.word));
        }
      }
    }
    for (const Entity& city : article.of(EntityKind::city)) {
      for (const Span& mention : city.mentions) {
        const std::string_view surface = mention.of(article.text);
        spellings_[name_key(EntityKind::city, surface)].insert(folded_words(surface));
      }
    }
  }
  // Whatever a place is called finds every way in which the archive writes it.
  const auto of_mentions = spellings_;
  for (const Field field : {Field::city, Field::country}) {
    for (const TwinEntity& place : entities_[field]) {
      std::set<std::string> forms = {folded_words(place.name)};
      for (const std::string& name : place.names) {
        if (const auto found = of_mentions.find(lookup_key(field, name));
            found != of_mentions.end())
          forms.insert(found->second.begin(), found->second.end());
        if (field == Field::country) forms.insert(folded_words(name));
      }
      for (const std::string& name : place.names) {
        if (tokenize(name).size() == 1 && letters(name) >= 3)
          spellings_[word_key(name)].insert(forms.begin(), forms.end());
      }
    }
  }
}

std::set<std::string> Twin::spellings(const std::string& word) const {
  const auto found = spellings_.find(word_key(word));
  if (found == spellings_.end() || found->first.empty()) return {};
  std::set<std::string> others = found->second;
  others.erase(fold(word));
  return others;
}

Twin::Place Twin::stems(const std::string& word) {
  Place all;
  for (auto& [language, analyzer] : analyzers_) all.insert(analyzer.stem(word));
  return all;
}

const Twin::Place& Twin::wildcard(const std::string& prefix) {
  const auto [found, is_new] = wildcards_.try_emplace(prefix);
  if (!is_new) return found->second;
  for (const Text& text : texts_) {
    for (const Word& word : text.words) {
      if (fold(word.word).starts_with(prefix)) found->second.insert(word.stem);
    }
  }
  return found->second;
}

/// Tries every choice of one word a place, no two at one position.
bool Twin::near(const Text& text, Field field, const std::vector<Place>& places, int window) {
  std::vector<const Word*> chosen;
  const std::function<bool()> choose = [&] {
    if (chosen.size() == places.size()) return true;
    for (const Word& word : text.words) {
      if (field == Field::headline && !word.headline) continue;
      if (!places[chosen.size()].count(word.stem)) continue;
      const bool fits = std::all_of(chosen.begin(), chosen.end(), [&](const Word* other) {
        return other->zone == word.zone && other->position != word.position &&
               std::abs(other->position - word.position) <= window;
      });
      if (!fits) continue;
      chosen.push_back(&word);
      if (choose()) return true;
      chosen.pop_back();
    }
    return false;
  };
  return choose();
}

bool Twin::phrase(const Text& text, Field field, const std::vector<Place>& places) {
  const auto stands = [&](const Place& place, std::size_t zone, long position) {
    return std::any_of(text.words.begin(), text.words.end(), [&](const Word& word) {
      return word.zone == zone && word.position == position && place.count(word.stem);
    });
  };
  return std::any_of(text.words.begin(), text.words.end(), [&](const Word& first) {
    if (field == Field::headline && !first.headline) return false;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!stands(places[i], first.zone, first.position + static_cast<long>(i))) return false;
    }
    return true;
  });
}

bool Twin::word(const Text& text, Field field, const std::string& word) {
  if (phrase(text, field, {stems(word)})) return true;
  for (const std::string& spelling : spellings(word)) {
    std::vector<Place> places;
    for (const Token& token : tokenize(spelling)) places.push_back(stems(token.word));
    if (phrase(text, field, places)) return true;
  }
  return false;
}

const std::set<std::string>& Twin::keys_of(Field field, const std::string& value) {
  const auto [found, is_new] = meant_.try_emplace({field, value});
  if (!is_new) return found->second;
  const std::string wanted = lookup_key(field, value);
  std::set<std::string> by_id;
  std::set<std::string> by_name;
  std::set<std::string> by_surname;
  for (const TwinEntity& entity : entities_.at(field)) {
    if (entity.id == value) by_id = entity.keys;
    for (const std::string& name : entity.names) {
      const std::string key = lookup_key(field, name);
      if (wanted.empty()) continue;
      if (key == wanted) by_name.insert(entity.keys.begin(), entity.keys.end());
      if (field == Field::person && last_word(key) == wanted)
        by_surname.insert(entity.keys.begin(), entity.keys.end());
    }
  }
  return found->second = !by_id.empty() ? by_id : !by_name.empty() ? by_name : by_surname;
}

bool Twin::named(std::size_t article, Field field, const std::string& value) {
  const std::set<std::string>& meant = keys_of(field, value);
  const std::set<std::string>& own = texts_[article].keys[field];
  return std::any_of(own.begin(), own.end(),
                     [&](const std::string& key) { return meant.count(key) != 0; });
}

bool Twin::matches(std::size_t article, const QueryNode& node) {
  using Kind = QueryNode::Kind;
  const Text& text = texts_[article];
  const auto child = [&](const QueryNode& c) { return matches(article, c); };
  std::vector<Place> places;
  for (const std::string& w : node.words) places.push_back(stems(w));
  switch (node.kind) {
    case Kind::word:
      return word(text, node.field, node.words[0]);
    case Kind::wildcard:
      return phrase(text, node.field, {wildcard(node.words[0])});
    case Kind::phrase:
      return phrase(text, node.field, places);
    case Kind::compound: {
      std::string joined;
      for (const std::string& w : node.words) joined += w;
      return phrase(text, node.field, places) || word(text, node.field, joined);
    }
    case Kind::near:
      places.clear();
      for (const QueryNode& c : node.children)
        places.push_back(c.kind == Kind::wildcard ? wildcard(c.words[0]) : stems(c.words[0]));
      vague_ = vague_ || share_some(places);
      return near(text, node.children[0].field, places,
                  node.window + static_cast<int>(places.size()) - 2);
    case Kind::name:
      return named(article, node.field, node.value);
    case Kind::dates:
      return node.dates.contains(articles_[article].date);
    case Kind::conjunction:
      return std::all_of(node.children.begin(), node.children.end(), child);
    case Kind::disjunction:
      return std::any_of(node.children.begin(), node.children.end(), child);
    case Kind::negation:
      return !child(node.children[0]);
  }
  return false;
}

bool Twin::known(const std::string& typed) {
  const Place of_word = stems(typed);
  return lexicon_.count(fold(typed)) || !spellings(typed).empty() ||
         std::any_of(texts_.begin(), texts_.end(),
                     [&](const Text& text) { return phrase(text, Field::text, {of_word}); });
}

void Twin::correct(QueryNode& node) {
  if (node.kind != QueryNode::Kind::word || known(node.words[0])) return;
  const std::string typed = fold(node.words[0]);
  const bool digit =
      std::any_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (letters(typed) < 5 || digit) return;
  const std::size_t limit = letters(typed) <= 7 ? 1 : 2;
  const auto first = [](std::string_view w) {
    std::size_t at = 0;
    return next_code_point(w, at);
  };
  std::optional<std::tuple<std::size_t, bool, long, std::string>> best;
  for (const auto& [candidate, count] : lexicon_) {
    const std::tuple here(distance(typed, candidate), first(typed) != first(candidate),
                          -static_cast<long>(count), candidate);
    if (std::get<0>(here) <= limit && (!best || here < *best)) best = here;
  }
  if (best) node.words[0] = std::get<3>(*best);
}

bool Twin::newer(const std::string& a, const std::string& b) const {
  const auto date = [&](const std::string& id) { return articles_[by_id_.at(id)].date.packed(); };
  return date(a) != date(b) ? date(a) > date(b) : a < b;
}

TwinAnswer Twin::answer(const SearchRequest& request) {
  vague_ = false;
  ParsedQuery query = parse_query(request.query);
  const bool fixed = query.has_operators || query.loose.empty();
  const bool wordless = query.empty() && !trim(request.query).empty();  // "!!!" finds nothing
  if (!query.has_operators) {
    for (QueryNode& node : query.loose) correct(node);
    for (QueryNode& node : query.required) correct(node);
  }

  // What each article has: how many of the loose words, all that binds, which filters.
  const std::size_t n = articles_.size();
  const std::size_t wanted = query.loose.size();
  std::vector<std::size_t> loose(n);
  std::vector<bool> binding(n);
  std::vector<std::array<bool, kKeyFieldCount>> filters(n);
  std::vector<bool> dated(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto holds = [&](const QueryNode& node) { return matches(i, node); };
    loose[i] =
        static_cast<std::size_t>(std::count_if(query.loose.begin(), query.loose.end(), holds));
    binding[i] = !wordless && std::all_of(query.required.begin(), query.required.end(), holds) &&
                 std::none_of(query.excluded.begin(), query.excluded.end(), holds);
    for (const Field field : kKeyFields) {
      const auto& values = request.filters[key_index(field)];
      filters[i][key_index(field)] =
          values.empty() || std::any_of(values.begin(), values.end(),
                                        [&](const std::string& v) { return named(i, field, v); });
    }
    dated[i] = request.dates.open() || request.dates.contains(articles_[i].date) ||
               (request.include_undated && !articles_[i].date.known());
  }
  const auto filtered = [&](std::size_t i, std::optional<Field> except, bool dates = true) {
    for (const Field field : kKeyFields) {
      if (field != except && !filters[i][key_index(field)]) return false;
    }
    return !dates || dated[i];
  };

  TwinAnswer answer;
  answer.vague = vague_;
  bool some_have_all = false;
  for (std::size_t i = 0; i < n; ++i)
    some_have_all |= binding[i] && loose[i] == wanted && filtered(i, {});
  answer.match = fixed ? MatchMode::all : request.match;
  if (answer.match == MatchMode::automatic)
    answer.match = some_have_all ? MatchMode::all : MatchMode::any;
  answer.relaxed = request.match == MatchMode::automatic && answer.match == MatchMode::any;
  const auto words = [&](std::size_t i) {
    return binding[i] && (answer.match == MatchMode::all ? loose[i] == wanted : loose[i] > 0);
  };

  for (std::size_t i = 0; i < n; ++i) {
    if (words(i) && filtered(i, {})) answer.matches.push_back(articles_[i].id);
    if (words(i) && filtered(i, {}, false) && !dated[i] && !articles_[i].date.known())
      ++answer.undated;
    if (answer.match == MatchMode::all && wanted >= 3 && binding[i] && loose[i] == wanted - 1 &&
        filtered(i, {}))
      answer.partial.insert(articles_[i].id);
  }
  const auto date = [&](const std::string& id) { return articles_[by_id_.at(id)].date.packed(); };
  std::sort(answer.matches.begin(), answer.matches.end(),
            [&](const std::string& a, const std::string& b) {
              if (request.sort != SortOrder::oldest || date(a) == date(b)) return newer(a, b);
              if (!date(a) || !date(b)) return date(a) != 0;  // undated ones are last in any order
              return date(a) < date(b);
            });

  for (const FacetRequest& facet : request.facets) {
    std::vector<FacetCount>& values = answer.facets[facet.field];
    std::map<std::string, std::uint64_t> counts;
    for (std::size_t i = 0; i < n; ++i) {
      if (!words(i)) continue;
      const PartialDate& day = articles_[i].date;
      if (info(facet.field).has(kDate)) {
        if (!filtered(i, {}, false)) continue;
        if (facet.field == Field::year && day.year) ++counts[PartialDate{day.year, 0, 0}.iso()];
        if (facet.field == Field::month && day.month)
          ++counts[PartialDate{day.year, day.month, 0}.iso()];
        continue;
      }
      // The total with this field's own filters replaced by the value alone.
      for (const TwinEntity& entity : entities_[facet.field])
        counts[entity.id] += filtered(i, facet.field) && named(i, facet.field, entity.id);
    }
    for (const auto& [id, count] : counts) {
      if (!count) continue;
      std::string name = id;
      for (const TwinEntity& entity : entities_[facet.field]) {
        if (entity.id == id) name = entity.name;
      }
      values.push_back({id, name, count});
    }
    const bool dates = info(facet.field).has(kDate);
    std::sort(values.begin(), values.end(), [&](const FacetCount& a, const FacetCount& b) {
      if (a.count != b.count) return a.count > b.count;
      if (dates) return a.id > b.id;
      return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
  }
  return answer;
}

}  // namespace alatoo
