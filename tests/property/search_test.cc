// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "common/text.h"
#include "tests/property/archives.h"
#include "tests/property/random_archive.h"
#include "tests/property/random_request.h"
#include "tests/property/same.h"
#include "tests/property/twin.h"

namespace alatoo {
namespace {

constexpr std::size_t kRequests = 60;  // an archive

/// 1 .. n. ALATOO_SEED, where set, stands for all of them: to run one again, or others.
std::vector<std::uint64_t> seeds(std::size_t n) {
  if (const char* seed = std::getenv("ALATOO_SEED")) return {std::strtoull(seed, nullptr, 10)};
  std::vector<std::uint64_t> all(n);
  std::iota(all.begin(), all.end(), 1);
  return all;
}

std::vector<std::string> ids(const Results& results, bool partial) {
  std::vector<std::string> found;
  for (const Hit& hit : results.hits) {
    if (hit.partial == partial) found.push_back(hit.id);
  }
  return found;
}

void expect_same_matches(const SearchRequest& request, const Results& results, const Twin& twin,
                         const TwinAnswer& expected) {
  EXPECT_EQ(results.match, expected.match);
  EXPECT_EQ(results.relaxed, expected.relaxed);
  EXPECT_EQ(results.total, expected.matches.size());
  std::vector<std::string> full = ids(results, false);
  std::vector<std::string> wanted = expected.matches;
  if (request.sort == SortOrder::relevance) {
    // By score; the twin knows none, so the order is checked against the scores themselves.
    for (std::size_t i = 1; i < results.hits.size(); ++i) {
      const Hit& before = results.hits[i - 1];
      const Hit& after = results.hits[i];
      if (before.partial != after.partial) {
        EXPECT_TRUE(after.partial);
        continue;
      }
      EXPECT_GE(before.score, after.score);
      if (before.score == after.score) {
        EXPECT_TRUE(twin.newer(before.id, after.id)) << before.id << " before " << after.id;
      }
    }
    std::sort(full.begin(), full.end());
    std::sort(wanted.begin(), wanted.end());
  }
  EXPECT_EQ(full, wanted);
  const std::vector<std::string> partial = ids(results, true);
  const std::set<std::string> allowed =
      request.sort == SortOrder::relevance ? expected.partial : std::set<std::string>();
  EXPECT_EQ(std::set<std::string>(partial.begin(), partial.end()), allowed);
  EXPECT_EQ(partial.size(), allowed.size());
}

void expect_same_facets(const SearchRequest& request, const Results& results,
                        const TwinAnswer& expected) {
  ASSERT_EQ(results.facets.size(), request.facets.size());
  for (std::size_t i = 0; i < request.facets.size(); ++i) {
    std::vector<FacetCount> wanted = expected.facets.at(request.facets[i].field);
    EXPECT_EQ(results.facets[i].distinct, wanted.size()) << results.facets[i].field;
    wanted.resize(std::min(wanted.size(), request.facets[i].top));
    EXPECT_EQ(lines(results.facets[i].values), lines(wanted)) << results.facets[i].field;
  }
}

void expect_note_of_undated(const Results& results, const TwinAnswer& expected) {
  const auto said = std::find_if(
      results.notes.begin(), results.notes.end(),
      [](const std::string& note) { return note.find("without a date") != std::string::npos; });
  ASSERT_EQ(said != results.notes.end(), expected.undated > 0);
  if (said != results.notes.end()) {
    EXPECT_EQ(std::stoull(*said), expected.undated);
  }
}

/// A page is a piece of the whole list.
void expect_page(const Archive& archive, SearchRequest request, const Results& all,
                 Random& random) {
  request.limit = 1 + random.below(12);
  request.offset = random.one_in(2) ? 0 : random.below(all.total + 2);
  request.facets.clear();
  const Results page = search(archive, request);
  EXPECT_EQ(page.total, all.total);
  std::vector<std::string> wanted;
  for (const Hit& hit : all.hits) {
    const bool filler = hit.partial && request.offset > 0;
    if (hit.rank > request.offset && wanted.size() < request.limit && !filler)
      wanted.push_back(hit.id);
  }
  std::vector<std::string> found;
  for (const Hit& hit : page.hits) {
    EXPECT_EQ(hit.rank, request.offset + found.size() + 1);
    found.push_back(hit.id);
  }
  EXPECT_EQ(found, wanted) << "offset " << request.offset << " limit " << request.limit;
}

class Search : public testing::TestWithParam<std::uint64_t> {
 protected:
  const TempFolder folder_;
  const std::shared_ptr<const Authority> authority_ = small_authority();
};

TEST_P(Search, AgreesWithItsSlowTwin) {
  SCOPED_TRACE("ALATOO_SEED=" + std::to_string(GetParam()));
  Random random(GetParam());
  const RandomArchive random_lines = random_archive(random);
  std::vector<std::string> all = random_lines.outdated;
  all.insert(all.end(), random_lines.lines.begin(), random_lines.lines.end());
  build(folder_.path() + "/one", all, 1, authority_);
  build(folder_.path() + "/three", all, 3, authority_);
  const Archive one(folder_.path() + "/one");
  const Archive three(folder_.path() + "/three");
  Twin twin(read_articles(all, authority_), authority_);
  ASSERT_EQ(one.manifest().articles, twin.articles().size());

  RandomRequests requests(twin.articles(), random);
  for (std::size_t i = 0; i < kRequests && !HasFailure(); ++i) {
    const SearchRequest request = requests.next();
    SCOPED_TRACE(to_string(request));
    const Results results = search(one, request);
    if (const TwinAnswer expected = twin.answer(request); !expected.vague) {
      expect_same_matches(request, results, twin, expected);
      expect_same_facets(request, results, expected);
      expect_note_of_undated(results, expected);
    }
    expect_page(one, request, results, random);
    SCOPED_TRACE("the same articles cut otherwise");
    expect_equal(results, search(three, request));
  }
}

/// How much of an article the entity of some keys is, by its definition.
double salience(const Article& article, EntityKind kind, const std::set<std::string>& keys) {
  const auto place = [&](Span mention) {  // (kind of zone, words of the body before it)
    std::pair<ZoneKind, std::size_t> found{ZoneKind::furniture, 0};
    for (const Zone& zone : article.zones) {
      if (zone.span.begin <= mention.begin && mention.begin < zone.span.end)
        found.first = zone.kind;
      if (zone.kind != ZoneKind::body) continue;
      Tokenizer tokenizer(article.text, zone.span);
      for (Token token; tokenizer.next(token);) found.second += token.span.end <= mention.begin;
    }
    return found;
  };
  double sum = 0;
  for (const Entity& entity : article.of(kind)) {
    if (!keys.count(entity.key)) continue;
    for (const Span mention : entity.mentions) {
      const auto [zone, words] = place(mention);
      const bool lead = zone == ZoneKind::body && words < 25;
      sum += zone == ZoneKind::headline || lead ? 3 : 1;
    }
    sum += entity.mentions.empty();
  }
  return sum;
}

double length(const Article& article) {
  double sum = 0;
  for (const Zone& zone : article.zones) {
    if (!is_story(zone.kind)) continue;
    Tokenizer tokenizer(article.text, zone.span);
    for (Token token; tokenizer.next(token);) sum += zone.kind == ZoneKind::headline ? 3 : 1;
  }
  return sum;
}

class Names : public Search {};

TEST_P(Names, AloneAreRankedByTheirSalience) {
  SCOPED_TRACE("ALATOO_SEED=" + std::to_string(GetParam()));
  Random random(GetParam() + 2000);
  const std::vector<std::string> all = random_archive(random).lines;
  build(folder_.path() + "/two", all, 2, authority_);
  const Archive archive(folder_.path() + "/two");
  const Twin twin(read_articles(all, authority_), authority_);
  std::map<std::string, const Article*> articles;
  for (const Article& article : twin.articles()) articles[article.id] = &article;
  const double average = static_cast<double>(archive.manifest().length) /
                         static_cast<double>(archive.manifest().articles);
  std::size_t checked = 0;
  for (const EntityKind kind : kAllEntityKinds) {
    for (const TwinEntity& entity : twin.entities(field_of(kind))) {
      SCOPED_TRACE(entity.id);
      SearchRequest request;
      request.limit = 1000;
      request.filters[key_index(field_of(kind))] = {entity.id};
      const Results results = search(archive, request);
      for (std::size_t i = 0; i < results.hits.size() && !HasFailure(); ++i, ++checked) {
        const Hit& hit = results.hits[i];
        const double s = salience(*articles.at(hit.id), kind, entity.keys);
        const double k = 2 * (0.25 + 0.75 * length(*articles.at(hit.id)) / average);
        EXPECT_NEAR(hit.score, s / (s + k), 1e-6) << hit.id;
        if (i == 0) continue;
        const Hit& before = results.hits[i - 1];
        EXPECT_GE(before.score, hit.score);
        if (before.score == hit.score) {
          EXPECT_TRUE(twin.newer(before.id, hit.id));
        }
      }
    }
  }
  EXPECT_GT(checked, 0U);
}

class Input : public Search {};

TEST_P(Input, DoesNotMatterInItsOrder) {
  SCOPED_TRACE("ALATOO_SEED=" + std::to_string(GetParam()));
  Random random(GetParam() + 1000);
  std::vector<std::string> all = random_archive(random).lines;
  const std::vector<Article> articles = read_articles(all, authority_);
  build(folder_.path() + "/sorted", all, 1, authority_);
  random.shuffle(all);
  build(folder_.path() + "/shuffled", all, 2, authority_);
  const Archive sorted(folder_.path() + "/sorted");
  const Archive shuffled(folder_.path() + "/shuffled");
  RandomRequests requests(articles, random);
  for (std::size_t i = 0; i < kRequests / 4 && !HasFailure(); ++i) {
    const SearchRequest request = requests.next();
    SCOPED_TRACE(to_string(request));
    expect_equal(search(sorted, request), search(shuffled, request));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Search, testing::ValuesIn(seeds(10)));
INSTANTIATE_TEST_SUITE_P(Seeds, Names, testing::ValuesIn(seeds(4)));
INSTANTIATE_TEST_SUITE_P(Seeds, Input, testing::ValuesIn(seeds(4)));

}  // namespace
}  // namespace alatoo
