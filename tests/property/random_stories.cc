// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/random_stories.h"

#include "common/json.h"
#include "indexer/read/source.h"

namespace alatoo {
namespace {

constexpr std::size_t kRareWords = 300;
constexpr std::size_t kShortestParagraph = 60;  // bytes

/// Paragraphs of the sample archive, in several languages.
const std::vector<std::string>& paragraphs() {
  static const std::vector<std::string> all = [] {
    SourceOptions options;
    options.paths = {std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles"};
    Source source(options);
    std::vector<std::string> found;
    RawItem item;
    while (source.next(item, [](const Rejection&) {})) {
      for (const Article& article : parse(item).articles) {
        for (std::size_t at = 0; at < article.text.size();) {
          const std::size_t end = std::min(article.text.find('\n', at), article.text.size());
          if (end - at >= kShortestParagraph) found.push_back(article.text.substr(at, end - at));
          at = end + 1;
        }
      }
    }
    return found;
  }();
  return all;
}

/// A word that can be spoken, the same for the same number.
std::string made_word(std::size_t number) {
  static const std::vector<std::string> syllables = {"ka", "ro", "mi", "su", "te",
                                                     "la", "no", "di", "ze", "bu"};
  std::string word = "q";
  for (int i = 0; i < 3; ++i, number /= 10) word += syllables[number % 10];
  return word;
}

Json list_of_names(const std::string& name) { return Json::array({{{"name", name}}}); }

}  // namespace

RandomStories::RandomStories(Random& random, bool real) : random_(random), real_(real) {}

std::string RandomStories::new_id() {
  const std::string number = std::to_string(++ids_);
  switch (random_.below(12)) {
    case 0:
      return std::string(300, 'i') + number;  // longer than a term may be
    case 1:
      return "urn:статья \t" + number;
    case 2:
      return "nul" + std::string(1, '\0') + number;
    default:
      return (random_.one_in(2) ? "urn:a:" : "b/") + number;
  }
}

std::string RandomStories::rare_word() { return made_word(random_.below(kRareWords)); }

std::string RandomStories::rare_name() {
  std::string name = made_word(random_.below(8)) + " " + made_word(random_.below(40));
  for (const std::size_t at : {std::size_t{0}, name.find(' ') + 1})
    name[at] = static_cast<char>(name[at] - 'a' + 'A');
  return name;
}

std::string RandomStories::fresh(const std::string& id) {
  if (real_) return made_of_real_text(id);
  Json json = parse_json(random_article(random_, id, languages()));
  std::string text = json["body_text"].get<std::string>();
  if (random_.one_in(2)) text += " " + rare_word() + " " + rare_word() + ".";
  if (random_.one_in(2)) {
    const std::string name = rare_name();
    const char* const member = random_.one_in(2) ? "people" : "organisations";
    json[member].push_back({{"name", name}});
    if (random_.one_in(2)) text += " " + name + ".";
  }
  if (random_.one_in(8)) json["source"] = rare_name();
  json["body_text"] = text;
  return dump(json);
}

std::string RandomStories::made_of_real_text(const std::string& id) {
  Json json = {{"uri", id}, {"headline", random_.of(paragraphs()).substr(0, 40)}};
  std::string text;
  for (std::size_t n = 1 + random_.below(5); n > 0; --n)
    text += (text.empty() ? "" : "\n\n") + random_.of(paragraphs());
  if (random_.one_in(3)) text += "\n\n" + rare_name() + " said that " + rare_word() + " was back.";
  if (random_.one_in(2)) json["date"] = random_date(random_);
  if (random_.one_in(3)) json["source"] = random_.of(sources());
  if (random_.one_in(4)) json["people"] = list_of_names(random_.of(random_.of(people())));
  json["body_text"] = text;
  return dump(json);
}

std::string RandomStories::with_other_metadata(const std::string& line) {
  Json json = parse_json(line);
  switch (random_.below(5)) {
    case 0:
      json.erase("date");
      break;
    case 1:
      json["date"] = random_date(random_);
      break;
    case 2:
      json["source"] = random_.of(sources());
      break;
    case 3:
      json["language"] = random_.one_in(3) ? "fr" : random_.of(languages());
      break;
    default:
      json["headline"] = rare_name() + " and " + rare_word();
  }
  return dump(json);
}

std::string RandomStories::with_other_names(const std::string& line) {
  Json json = parse_json(line);
  switch (random_.below(5)) {
    case 0:
      json["people"] = list_of_names(rare_name());
      break;
    case 1:  // another spelling or form of a name that many have
      json["people"] = list_of_names(random_.of(random_.of(people())));
      break;
    case 2:
      json["places"] =
          Json::array({{{"name", random_.of(random_.of(cities()))}, {"rel", "city"}},
                       {{"name", random_.of(random_.of(countries()))}, {"rel", "country"}}});
      break;
    case 3:
      json["organisations"] = list_of_names(random_.of(random_.of(organisations())));
      break;
    default:
      for (const char* const member : {"people", "places", "organisations"}) json.erase(member);
  }
  return dump(json);
}

}  // namespace alatoo
