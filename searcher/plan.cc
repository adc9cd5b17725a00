// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "common/analyzer.h"
#include "common/text.h"
#include "searcher/spelling.h"
#include "searcher/stop_words.h"

namespace alatoo {
namespace {

using Terms = std::vector<std::string>;
using Places = PlanNode::Places;

/// Turns one request into terms of one archive.
class Planner {
 public:
  Planner(const Archive& archive, QueryPlan& plan) : archive_(archive), plan_(plan) {
    for (const auto& [language, articles] : archive.manifest().languages) {
      analyzers_.emplace_back(language);
    }
  }

  /// `positive` nodes are highlighted; those under NOT are not.
  PlanNode node(const QueryNode& query, bool positive);
  PlanNode names(Field field, const std::vector<std::string>& values, bool positive,
                 bool exclusive);
  PlanNode dates(const DateRange& range) const;
  /// Replaces a loose word that no article has by the nearest one that some have.
  void correct(QueryNode& query);

 private:
  Terms stems(const std::string& word);
  std::vector<Places> alternatives(const std::string& word);
  Terms expansion(const std::string& prefix);
  bool known(const std::string& word);
  void highlight(Pattern pattern, Field field);
  static std::string prefixed(Field field, const std::string& stem) {
    return std::string(info(field).prefix) + stem;
  }
  static void prefix(Terms& stems, Field field) {
    for (std::string& stem : stems) stem = prefixed(field, stem);
  }
  PlanNode words(const QueryNode& query, std::vector<Places> alternatives, bool positive);

  const Archive& archive_;
  QueryPlan& plan_;
  std::vector<Analyzer> analyzers_;  ///< one a language of the archive
};

/// The query's language is unknown: its word as the articles of each language have it. Stemmers
/// leave words of another script as they are, so "Reuters" is found in Russian articles too.
Terms Planner::stems(const std::string& word) {
  std::set<std::string> found;
  for (Analyzer& analyzer : analyzers_) found.insert(analyzer.stem(word));
  return {found.begin(), found.end()};
}

std::vector<Places> Planner::alternatives(const std::string& word) {
  std::vector<Places> found = {{stems(word)}};
  for (const std::string& spelling : archive_.entities().spellings(word)) {
    Places& places = found.emplace_back();
    for (const Token& token : tokenize(spelling)) places.push_back(stems(token.word));
    if (places.empty()) found.pop_back();
  }
  return found;
}

bool Planner::known(const std::string& word) {
  if (archive_.lexicon().contains(fold(word)) || !archive_.entities().spellings(word).empty())
    return true;
  const Terms of_word = stems(word);
  return std::any_of(of_word.begin(), of_word.end(), [&](const std::string& stem) {
    return archive_.all().term_exists(prefixed(Field::text, stem));
  });
}

void Planner::correct(QueryNode& query) {
  if (query.kind != QueryNode::Kind::word || known(query.words[0])) return;
  const std::optional<std::string> nearest = nearest_word(archive_.lexicon(), fold(query.words[0]));
  if (!nearest) return;
  plan_.notes.push_back("no article has '" + query.words[0] + "'; searched for '" + *nearest + "'");
  query.words[0] = *nearest;
}

Terms Planner::expansion(const std::string& prefix) {
  const Lexicon& lexicon = archive_.lexicon();
  std::vector<LexiconEntry> words;
  for (std::size_t i = lexicon.lower_bound(prefix); i < lexicon.size(); ++i) {
    const LexiconEntry entry = lexicon.at(i);
    if (!entry.word.starts_with(prefix)) break;
    words.push_back(entry);
  }
  const std::size_t most = kQueryLimits.expansions;
  if (words.size() > most) {
    std::stable_sort(words.begin(), words.end(), [](const LexiconEntry& a, const LexiconEntry& b) {
      return a.count > b.count;
    });
    plan_.notes.push_back("'" + prefix + "*' begins " + std::to_string(words.size()) +
                          " words; the " + std::to_string(most) + " most frequent were searched");
    plan_.complete = false;
    words.resize(most);
  }
  std::set<std::string> found;
  for (const LexiconEntry& entry : words) found.emplace(entry.stem);
  return {found.begin(), found.end()};
}

void Planner::highlight(Pattern pattern, Field field) {
  double rarest = 0;
  for (Terms& stems : pattern.words) {
    Xapian::doccount articles = 0;
    for (const std::string& stem : stems)
      articles = std::max(articles, archive_.all().get_termfreq(prefixed(field, stem)));
    const double all = static_cast<double>(archive_.manifest().articles) + 1;
    rarest = std::max(rarest, std::log(all / (static_cast<double>(articles) + 0.5)));
    std::sort(stems.begin(), stems.end());
  }
  pattern.weight = std::max(rarest, 0.01);
  pattern.headline_only = field == Field::headline;
  // A word that the query repeats is shown once: each pattern is sought in every passage's article.
  const bool repeated = std::any_of(plan_.highlights.patterns.begin(),
                                    plan_.highlights.patterns.end(), [&](const Pattern& other) {
                                      return other.kind == pattern.kind &&
                                             other.words == pattern.words &&
                                             other.window == pattern.window &&
                                             other.headline_only == pattern.headline_only;
                                    });
  if (!repeated) plan_.highlights.patterns.push_back(std::move(pattern));
}

PlanNode Planner::words(const QueryNode& query, std::vector<Places> alternatives, bool positive) {
  PlanNode node;
  std::set<std::string> single;
  for (Places& places : alternatives) {
    if (places.size() == 1) {
      single.insert(places[0].begin(), places[0].end());
      continue;
    }
    if (positive) highlight({Pattern::Kind::phrase, places}, query.field);
    for (Terms& place : places) prefix(place, query.field);
    node.alternatives.push_back(std::move(places));
  }
  if (!single.empty()) {
    Terms terms(single.begin(), single.end());
    if (positive) highlight({Pattern::Kind::word, {terms}}, query.field);
    prefix(terms, query.field);
    for (std::string& term : terms) node.alternatives.push_back({{std::move(term)}});
  }
  if (!node.alternatives.empty()) node.kind = PlanNode::Kind::terms;
  return node;
}

PlanNode Planner::node(const QueryNode& query, bool positive) {
  using Kind = QueryNode::Kind;
  PlanNode node;
  switch (query.kind) {
    case Kind::word:
      return words(query, alternatives(query.words[0]), positive);
    case Kind::wildcard: {
      Terms stems = expansion(query.words[0]);
      if (stems.empty()) return {};
      return words(query, {{std::move(stems)}}, positive);
    }
    case Kind::compound: {
      // As the words it is made of, and as the one word that other spellings write.
      std::string joined;
      Places apart;
      for (const std::string& word : query.words) {
        apart.push_back(stems(word));
        joined += word;
      }
      std::vector<Places> found = alternatives(joined);
      found.push_back(std::move(apart));
      return words(query, std::move(found), positive);
    }
    case Kind::phrase:
    case Kind::near: {
      node.kind = query.kind == Kind::phrase ? PlanNode::Kind::phrase : PlanNode::Kind::near;
      Pattern pattern;
      pattern.kind = query.kind == Kind::phrase ? Pattern::Kind::phrase : Pattern::Kind::near;
      Field field = query.field;
      for (const std::string& word : query.words) pattern.words.push_back(stems(word));
      for (const QueryNode& child : query.children) {
        field = child.field;
        pattern.words.push_back(child.kind == Kind::wildcard ? expansion(child.words[0])
                                                             : stems(child.words[0]));
      }
      node.positions = pattern.words;
      for (Terms& position : node.positions) {
        if (position.empty()) return {};
        prefix(position, field);
      }
      // Each further word may stand one place further off.
      pattern.window =
          std::min(query.window + static_cast<int>(node.positions.size()) - 2, kQueryLimits.span);
      node.window = pattern.window + 1;
      if (positive) highlight(std::move(pattern), field);
      return node;
    }
    case Kind::name:
      return names(query.field, {query.value}, positive, false);
    case Kind::dates:
      return dates(query.dates);
    case Kind::negation:
      node.kind = PlanNode::Kind::negation;
      node.children.push_back(this->node(query.children[0], false));
      return node;
    case Kind::conjunction:
    case Kind::disjunction:
      node.kind = query.kind == Kind::conjunction ? PlanNode::Kind::conjunction
                                                  : PlanNode::Kind::disjunction;
      for (const QueryNode& child : query.children)
        node.children.push_back(this->node(child, positive));
      return node;
  }
  return node;
}

PlanNode Planner::names(Field field, const std::vector<std::string>& values, bool positive,
                        bool exclusive) {
  const EntityTable& table = archive_.entities();
  const std::string field_name(info(field).name);
  PlanNode node;
  node.kind = PlanNode::Kind::boolean;
  for (const std::string& value : values) {
    const std::vector<std::uint32_t> meant = table.find(field, value);
    if (meant.empty()) {
      plan_.notes.push_back(
          "no " + field_name + " '" + value + "' in this archive" +
          (exclusive ? "; see: searcher facets " + field_name + " --like TEXT" : ""));
    }
    if (meant.size() > 1) {
      std::string list;
      for (std::size_t i = 0; i < meant.size() && i < 8; ++i) {
        list += (i ? ", " : "") + std::string(table.name(field, meant[i])) + " (" +
                std::string(table.id(field, meant[i])) + ")";
      }
      if (meant.size() > 8) list += " and " + std::to_string(meant.size() - 8) + " more";
      plan_.notes.push_back(field_name + " '" + value + "' may be " + list +
                            ": all of them were taken");
    }
    for (const std::uint32_t entity : meant) {
      Terms& own = node.entities.emplace_back();
      for (const std::uint32_t key : table.keys_of(field, entity)) {
        const std::string name(table.key(field, key));
        own.push_back(term(field, name));
        if (positive && info(field).has(kEntity)) {
          const auto kind = static_cast<EntityKind>(key_index(field));
          plan_.highlights.entities.emplace_back(kind, name);
        }
      }
      node.terms.insert(node.terms.end(), own.begin(), own.end());
      std::sort(own.begin(), own.end());
    }
  }
  if (!info(field).has(kEntity)) node.entities.clear();
  std::sort(node.terms.begin(), node.terms.end());
  node.terms.erase(std::unique(node.terms.begin(), node.terms.end()), node.terms.end());
  if (node.terms.empty()) node.kind = PlanNode::Kind::nothing;
  return node;
}

PlanNode Planner::dates(const DateRange& range) const {
  PlanNode node;
  node.kind = PlanNode::Kind::boolean;
  const Manifest& manifest = archive_.manifest();
  if (manifest.first_date.known())
    node.terms = date_terms(range, manifest.first_date, manifest.last_date);
  if (node.terms.empty()) node.kind = PlanNode::Kind::nothing;
  return node;
}

bool is_function_word(const QueryNode& node) {
  return node.kind == QueryNode::Kind::word && is_stop_word(node.words[0]);
}

/// The query as it was searched, if words of it were corrected.
std::optional<std::string> suggest(
    const std::string& query, const std::vector<std::pair<std::string, std::string>>& corrected) {
  if (corrected.empty()) return std::nullopt;
  std::string text;
  std::size_t copied = 0;
  Tokenizer tokenizer(query);
  for (Token token; tokenizer.next(token);) {
    const auto found = std::find_if(corrected.begin(), corrected.end(),
                                    [&](const auto& pair) { return pair.first == token.word; });
    if (found == corrected.end()) continue;
    text += query.substr(copied, token.span.begin - copied) + found->second;
    copied = token.span.end;
  }
  return text + query.substr(copied);
}

}  // namespace

std::vector<std::string> date_terms(const DateRange& range, const PartialDate& first,
                                    const PartialDate& last) {
  const PartialDate from = std::max(range.from, first);
  const PartialDate to = range.to.known() ? std::min(range.to, last) : last;
  std::vector<std::string> terms;
  const auto covers = [&](const PartialDate& date) {
    return from <= date.first_day() && date.last_day() <= to;
  };
  const auto touches = [&](const PartialDate& date) {
    return date.first_day() <= to && from <= date.last_day();
  };
  for (PartialDate year{from.year, 0, 0}; from <= to && year.year <= to.year; ++year.year) {
    if (covers(year)) {
      terms.push_back(date_term(Field::year, year));
      continue;
    }
    for (PartialDate month{year.year, 1, 0}; month.month <= 12; ++month.month) {
      if (!touches(month)) continue;
      if (covers(month)) {
        terms.push_back(date_term(Field::month, month));
        continue;
      }
      for (PartialDate day{year.year, month.month, 1}; day.day <= month.last_day().day; ++day.day) {
        if (touches(day)) terms.push_back(date_term(Field::date, day));
      }
    }
  }
  return terms;
}

QueryPlan make_plan(const Archive& archive, const SearchRequest& request) {
  ParsedQuery query = parse_query(request.query);
  QueryPlan plan;
  plan.notes = query.notes;
  plan.match_fixed = query.has_operators || query.loose.empty();
  const bool empty = query.loose.empty() && query.required.empty() && query.excluded.empty();
  if (empty && !trim(request.query).empty()) {
    // "!!!" asks for something, though hardly for every article.
    plan.required.emplace_back();
    plan.notes.emplace_back("the query holds no word to search for");
  }
  Planner planner(archive, plan);

  std::vector<std::pair<std::string, std::string>> corrected;
  for (std::vector<QueryNode>* list : {&query.loose, &query.required}) {
    if (query.has_operators) break;  // an expression means what it says
    for (QueryNode& word : *list) {
      const std::vector<std::string> typed = word.words;
      planner.correct(word);
      if (word.words != typed) corrected.emplace_back(typed[0], word.words[0]);
    }
  }
  plan.suggestion = suggest(request.query, corrected);

  // A query of function words alone ("to be or not to be") is about them.
  const bool function_words = std::all_of(query.loose.begin(), query.loose.end(), is_function_word);
  for (const QueryNode& node : query.loose) {
    plan.loose.push_back(planner.node(node, function_words || !is_function_word(node)));
    plan.loose.back().weighs = function_words || !is_function_word(node);
  }
  for (const QueryNode& node : query.required) plan.required.push_back(planner.node(node, true));
  for (const QueryNode& node : query.excluded) plan.excluded.push_back(planner.node(node, false));
  for (const Field field : kKeyFields) {
    const auto& values = request.filters[key_index(field)];
    if (!values.empty()) plan.filters[key_index(field)] = planner.names(field, values, true, true);
  }
  if (!request.dates.open()) {
    PlanNode dates = planner.dates(request.dates);
    if (request.include_undated) {
      dates.kind = PlanNode::Kind::boolean;
      dates.terms.push_back(date_term(Field::date, {}));
    }
    plan.dates = std::move(dates);
  }
  return plan;
}

}  // namespace alatoo
