// SPDX-License-Identifier: GPL-3.0-or-later
// An archive that updates, removes and rebuilds have changed in any order answers like one that is
// built from the same articles at once.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "indexer/write/verify.h"
#include "searcher/search.h"
#include "tests/property/living_archive.h"
#include "tests/property/random_request.h"
#include "tests/property/same.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

constexpr std::size_t kRequests = 10;  // a comparison
constexpr std::uint64_t kRunsOfOneTest = 5;
constexpr std::uintmax_t kRoom = 256u << 20;  // bytes: many times what a run needs

/// How often: ALATOO_RUNS, where it is set. ALATOO_SEED stands for one run, compared after every
/// step, so that the step that goes wrong is seen.
std::uint64_t number(const char* variable, std::uint64_t otherwise) {
  const char* const value = std::getenv(variable);
  return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

/// A file system in memory, where there is one with room: jobs sync their files hundreds of times.
std::filesystem::path quick_folder() {
  std::error_code none;
  const auto space = std::filesystem::space("/dev/shm", none);
  return !none && space.available >= kRoom ? "/dev/shm" : std::filesystem::temp_directory_path();
}

SearchRequest everything() {
  SearchRequest request;
  request.limit = 1000;
  request.passages = 1;
  for (const FieldInfo& field : kFields) {
    if (field.has(kFacet)) request.facets.push_back({field.field, 1000, ""});
  }
  return request;
}

/// The articles as the archive holds them.
std::vector<Article> articles_of(const Archive& archive) {
  std::vector<Article> articles;
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    const auto end = archive.shard(s).postlist_end("");
    for (auto at = archive.shard(s).postlist_begin(""); at != end; ++at)
      articles.push_back(archive.article({static_cast<std::uint32_t>(s), *at}));
  }
  return articles;
}

void expect_empty(const Archive& archive) {
  EXPECT_EQ(archive.manifest().articles, 0U);
  const Results results = search(archive, everything());
  EXPECT_EQ(results.total, 0U);
  EXPECT_TRUE(results.hits.empty());
  for (const Facet& facet : results.facets) EXPECT_EQ(facet.distinct, 0U) << facet.field;
  EXPECT_EQ(archive.lexicon().size(), 0U);
}

/// What a reader who opened the archive before a job sees: the same after it.
class PinnedReader {
 public:
  explicit PinnedReader(const std::string& db)
      : archive_(db), before_(search(archive_, everything())) {}
  ~PinnedReader() {
    SCOPED_TRACE("a reader of the generation before");
    expect_equal(before_, search(archive_, everything()));
  }

 private:
  Archive archive_;
  Results before_;
};

class Life {
 public:
  explicit Life(std::uint64_t seed)
      : random_(seed), asking_(seed), living_(folder_.path(), random_) {}

  void go(bool compare_always) {
    const std::size_t steps = 8 + random_.below(8);
    for (std::size_t i = 1; i <= steps && !testing::Test::HasFailure(); ++i) {
      SCOPED_TRACE("step " + std::to_string(i));
      const bool compare = random_.one_in(3) || i == steps;
      std::string done;
      {
        std::optional<PinnedReader> reader;
        if (random_.one_in(4)) reader.emplace(living_.db());
        done = living_.step();
      }
      SCOPED_TRACE(done);
      expect_whole(living_.db());
      if (compare || compare_always) expect_like_rebuilt();
    }
    expect_verified();
  }

 private:
  void expect_verified() const {
    const GenerationLock live(living_.db());
    const Manifest manifest = read_manifest(live.folder());
    EXPECT_THAT(verify_generation(live.folder(), manifest, living_.authority().get(), true),
                testing::IsEmpty());
  }

  void expect_like_rebuilt() {
    const Archive living(living_.db());
    if (living_.empty()) return expect_empty(living);
    const std::string db = folder_ / "rebuilt";
    living_.rebuild_in(db, 1);
    const Archive rebuilt(db);
    expect_same(living, rebuilt);
    expect_equal(search(living, everything()), search(rebuilt, everything()));
    const std::vector<Article> articles = articles_of(rebuilt);
    RandomRequests requests(articles, asking_);
    for (std::size_t i = 0; i < kRequests && !testing::Test::HasFailure(); ++i) {
      SearchRequest request = requests.next();
      request.passages = asking_.below(3);
      SCOPED_TRACE(to_string(request));
      expect_equal(search(living, request), search(rebuilt, request));
    }
  }

  const TempFolder folder_{quick_folder()};
  Random random_;
  Random asking_;  // apart, so that a run does not depend on how often it is compared
  LivingArchive living_;
};

class Updates : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Updates, LeaveWhatARebuildWould) {
  const std::uint64_t only = number("ALATOO_SEED", 0);
  const std::uint64_t first = only ? only : GetParam();
  for (std::uint64_t seed = first; seed < first + (only ? 1 : kRunsOfOneTest); ++seed) {
    SCOPED_TRACE("ALATOO_SEED=" + std::to_string(seed));
    Life(seed).go(only != 0);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Seeds, Updates,
    testing::Range<std::uint64_t>(1, number("ALATOO_SEED", 0) ? 2 : number("ALATOO_RUNS", 200) + 1,
                                  kRunsOfOneTest));

}  // namespace
}  // namespace alatoo
