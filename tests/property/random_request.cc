// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/random_request.h"

#include "common/text.h"

namespace alatoo {
namespace {

const std::vector<Spellings>& spellings_of(Field field) {
  switch (field) {
    case Field::person:
      return people();
    case Field::city:
      return cities();
    case Field::country:
      return countries();
    case Field::organisation:
      return organisations();
    case Field::source: {
      static const std::vector<Spellings> all = {sources()};
      return all;
    }
    default: {
      static const std::vector<Spellings> all = {languages()};
      return all;
    }
  }
}

std::string front(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  while (letters-- > 0 && at < text.size()) next_code_point(text, at);
  return std::string(text.substr(0, at));
}

}  // namespace

std::string RandomRequests::word() {
  if (random_.one_in(12)) return random_.of(random_.of(cities()));
  if (random_.one_in(12)) {
    const std::string name = random_.of(random_.of(people()));
    return name.substr(name.rfind(' ') + 1);
  }
  if (random_.one_in(15)) return typo();
  return random_.of(words_of(random_.of(languages())));
}

std::string RandomRequests::typo() {
  std::string word = lower(random_.of(words_of("en")));
  const std::size_t at = random_.below(word.size());
  if (static_cast<unsigned char>(word[at]) >= 0x80) return word;
  if (random_.one_in(2)) return word.erase(at, 1);
  word[at] = static_cast<char>('a' + random_.below(26));
  return word;
}

std::string RandomRequests::phrase() {
  if (random_.one_in(4)) return '"' + word() + ' ' + word() + '"';
  const Article& article = random_.of(articles_);
  const std::vector<Token> tokens = tokenize(article.text);
  const std::size_t size = 1 + random_.below(3);
  if (tokens.size() < size) return '"' + word() + '"';
  const std::size_t first = random_.below(tokens.size() - size + 1);
  const Span span{tokens[first].span.begin, tokens[first + size - 1].span.end};
  return '"' + squeeze(span.of(article.text)) + '"';
}

std::string RandomRequests::wildcard() {
  const std::string letters = front(random_.of(words_of(random_.of(languages()))),
                                    random_.one_in(8) ? 2 : 3 + random_.below(4));
  return letters + "*";
}

std::string RandomRequests::name(Field field) {
  const std::string& name = random_.of(random_.of(spellings_of(field)));
  switch (random_.below(8)) {
    case 0:
      return name.substr(name.rfind(' ') + 1);
    case 1:
      return slug(lower(name));
    case 2:
      return lower(name);
    case 3:
      return random_.one_in(3) ? "Nobody Anywhere" : name;
    default:
      return name;
  }
}

std::string RandomRequests::piece() {
  switch (random_.below(14)) {
    case 0:
    case 1:
      return phrase();
    case 2:
    case 3:
      return wildcard();
    case 4: {
      const Field field = random_.of(kKeyFields);
      return std::string(info(field).name) + ":\"" + name(field) + '"';
    }
    case 5:
      return "headline:" + (random_.one_in(3) ? phrase() : random_.one_in(3) ? wildcard() : word());
    case 6: {
      std::string range = "date:" + random_date(random_);
      if (random_.one_in(2)) range += ".." + (random_.one_in(4) ? "" : random_date(random_));
      return range;
    }
    case 7:
      return word() + "-" + word();
    default:
      return word();
  }
}

std::string RandomRequests::operand(int depth) {
  if (depth > 0 && random_.one_in(3)) return "(" + expression(depth - 1) + ")";
  std::string text = random_.one_in(6) ? "NOT " : "";
  if (random_.one_in(4)) {
    const auto near = [&] { return random_.one_in(4) ? wildcard() : word(); };
    text += near() + " NEAR/" + std::to_string(1 + random_.below(6)) + " " + near();
    if (random_.one_in(3)) text += " NEAR/2 " + near();
    return text;
  }
  return text + piece();
}

std::string RandomRequests::expression(int depth) {
  std::string text = operand(depth);
  for (std::size_t n = 1 + random_.below(3); n > 0; --n) {
    static const std::vector<std::string> joins = {" AND ", " OR ", " OR ", " "};
    text += random_.of(joins) + operand(depth);
  }
  return text;
}

std::string RandomRequests::list() {
  if (random_.one_in(40)) return random_.one_in(2) ? "!!!" : "-";
  std::string text;
  const bool plain = random_.one_in(2);  // only then are the modes put to the test
  for (std::size_t n = random_.below(5); n > 0; --n) {
    if (!text.empty()) text += " ";
    if (random_.one_in(8)) text += "-";
    if (random_.one_in(12)) text += "+";
    text += plain ? word() : piece();
  }
  return text;
}

SearchRequest RandomRequests::next() {
  SearchRequest request;
  request.query = random_.one_in(3) ? expression(2) : list();
  for (const Field field : kKeyFields) {
    if (!random_.one_in(9)) continue;
    for (std::size_t n = 1 + random_.below(2); n > 0; --n)
      request.filters[key_index(field)].push_back(name(field));
  }
  if (random_.one_in(4)) {
    if (!random_.one_in(3)) request.dates.from = parse_iso_date(random_date(random_))->first_day();
    if (!random_.one_in(3)) request.dates.to = parse_iso_date(random_date(random_))->last_day();
    request.include_undated = random_.one_in(3);
  }
  request.match = static_cast<MatchMode>(random_.one_in(2) ? 0 : random_.below(3));
  request.sort = static_cast<SortOrder>(random_.below(3));
  request.limit = 1000;
  request.passages = 0;
  for (const FieldInfo& field : kFields) {
    if (field.has(kFacet))
      request.facets.push_back({field.field, random_.one_in(4) ? 1 + random_.below(4) : 1000, ""});
  }
  return request;
}

std::string to_string(const SearchRequest& request) {
  std::string text = "query [" + request.query + "]";
  for (const Field field : kKeyFields) {
    for (const std::string& value : request.filters[key_index(field)])
      text += " --" + std::string(info(field).name) + " '" + value + "'";
  }
  if (!request.dates.open())
    text += " dates " + request.dates.from.iso() + ".." + request.dates.to.iso();
  if (request.include_undated) text += " --undated include";
  text += " --match " + std::string(to_string(request.match));
  static constexpr std::array sorts = {"relevance", "newest", "oldest"};
  return text + " --sort " + sorts[static_cast<std::size_t>(request.sort)];
}

}  // namespace alatoo
