// SPDX-License-Identifier: GPL-3.0-or-later
//
// A web page and its text as somebody copies it out of a browser are one article.
#include <nlohmann/json.hpp>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

using nlohmann::json;
using ::testing::ElementsAreArray;

const std::string kUnrest = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/";

/// The words with one space between.
std::string squeezed(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (c != ' ' && c != '\n') {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

/// The zones of a kind, in text order, neighbours joined: where a paragraph ends is no matter of
/// zones.
Strings zones(const json& article, std::string_view kind) {
  const std::string& text = article["text"].get_ref<const std::string&>();
  Strings found;
  bool joins = false;
  for (const json& zone : article["zones"]) {
    const bool wanted = zone["kind"] == kind;
    if (wanted) {
      const std::size_t begin = zone["begin"];
      const std::size_t end = zone["end"];
      const std::string words = squeezed(std::string_view(text).substr(begin, end - begin));
      if (joins) {
        found.back() += " " + words;
      } else {
        found.push_back(words);
      }
    }
    joins = wanted;
  }
  return found;
}

class Twins : public Sandbox, public ::testing::WithParamInterface<const char*> {
 protected:
  std::string page() const { return kUnrest + "articles/" + GetParam() + ".html"; }
  std::string twin() const { return kUnrest + "twins/" + GetParam() + ".txt"; }
  json inspected(const std::string& file) const {
    const Outcome outcome = indexer({"inspect", file});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return json::parse(outcome.out);
  }
};

INSTANTIATE_TEST_SUITE_P(Pages, Twins,
                         ::testing::Values("2010/2010-07-03-sworn-in",
                                           "2020/2020-10-06-third-time"));

TEST_P(Twins, Zones) {
  const json html = inspected(page());
  const json text = inspected(twin());
  for (const char* kind :
       {"headline", "subheading", "section", "byline", "dateline", "body", "caption", "credit"}) {
    SCOPED_TRACE(kind);
    EXPECT_THAT(zones(text, kind), ElementsAreArray(zones(html, kind)));
  }
  EXPECT_FALSE(zones(html, "body").empty());
  EXPECT_FALSE(zones(text, "furniture").empty());
}

TEST_P(Twins, Metadata) {
  const json html = inspected(page());
  const json text = inspected(twin());
  for (const char* field : {"headline", "byline", "source", "agency", "language", "date",
                            "date_precision", "located", "contributors"}) {
    EXPECT_EQ(text[field], html[field]) << field;
  }
  EXPECT_TRUE(html["headline"].is_string());
  EXPECT_TRUE(html["date"].is_string());
}

TEST_P(Twins, Entities) {
  const json html = inspected(page());
  const json text = inspected(twin());
  const auto named = [](const json& entities) {
    Strings names;
    for (const json& entity : entities) {
      names.push_back(entity["name"].get<std::string>() + " " +
                      std::to_string(entity["mentions"].size()));
    }
    std::sort(names.begin(), names.end());
    return names;
  };
  for (const char* kind : {"persons", "cities", "countries", "organisations"}) {
    EXPECT_EQ(named(text[kind]), named(html[kind])) << kind;
  }
}

/// One index of each: the same answers, down to the passages.
TEST_P(Twins, Answers) {
  const auto answers = [&](const std::string& file) {
    EXPECT_EQ(indexer({"rebuild", file}).status, 0);
    Strings said;
    for (const Strings& query :
         {Strings{"bishkek OR osh OR kyrgyzstan"}, Strings{"soldiers"}, Strings{"gate"},
          Strings{"newsletter"}, Strings{"typewriter OR bookbinder OR cookies"},
          Strings{"headline:sworn OR headline:third"},
          Strings{"--from", "2010-07", "2020 OR oath"}}) {
      Strings arguments = {"find", "--format", "json"};
      arguments.insert(arguments.end(), query.begin(), query.end());
      const json answer = json::parse(searcher(arguments).out);
      std::string one = answer["query"].get<std::string>() + ": " + answer["total"].dump();
      for (const json& hit : answer["hits"]) {
        one += " " + hit["headline"].dump() + hit["date"].dump() + hit["source"].dump();
        for (const json& passage : hit["passages"]) {
          one += "\n" + squeezed(passage["text"].get<std::string>());
        }
      }
      said.push_back(one + answer["facets"].dump());
    }
    return said;
  };
  EXPECT_THAT(answers(twin()), ElementsAreArray(answers(page())));
}

}  // namespace
}  // namespace alatoo::e2e
