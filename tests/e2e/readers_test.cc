// SPDX-License-Identifier: GPL-3.0-or-later
//
// Readers while generations come and go.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "common/json.h"
#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;

class Readers : public Sandbox {
 protected:
  static constexpr int kArticles = 12;

  /// Articles that each tell the number of their edition.
  std::string edition(int number) const {
    const std::string n = std::to_string(number);
    std::string lines;
    for (int i = 0; i < kArticles; ++i) {
      const std::string id = std::to_string(i);
      lines += "{\"uri\": \"u:" + id + "\", \"headline\": \"Harbour edition" + n +
               "\", \"body_text\": \"The harbour of Osh, as told in edition" + n +
               ".\", \"person\": [{\"name\": \"Anna Edition" + n + "\"}]}\n";
    }
    return write("edition" + n + ".jsonl", lines);
  }
  /// Rebuilds and updates by turns.
  void publish(int number, const std::string& keep) const {
    const std::string command = number % 4 == 0 ? "rebuild" : "update";
    const Outcome outcome =
        indexer({command, "--quiet", "--recognize", "off", "--keep", keep, edition(number)});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }

  /// The editions that an answer tells of: one, if it comes from one generation.
  static std::set<std::string> editions(const std::string& answer) {
    std::set<std::string> found;
    for (std::size_t at = 0; (at = answer.find("edition", at)) != std::string::npos;) {
      std::string digits;
      for (at += 7; at < answer.size() && isdigit(static_cast<unsigned char>(answer[at])); ++at)
        digits += answer[at];
      if (!digits.empty()) found.insert(digits);
    }
    for (std::size_t at = 0; (at = answer.find("Anna Edition", at)) != std::string::npos;) {
      std::string digits;
      for (at += 12; at < answer.size() && isdigit(static_cast<unsigned char>(answer[at])); ++at)
        digits += answer[at];
      found.insert(digits);
    }
    return found;
  }

  std::uint64_t bytes_on_disk() const {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(db() + "/generations"))
      if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
  }
};

TEST_F(Readers, AreNeverDisturbed) {
  constexpr int kReaders = 8;
  constexpr int kPublications = 20;
  ASSERT_EQ(indexer({"rebuild", "--quiet", "--recognize", "off", edition(0)}).status, 0);
  const std::uint64_t bytes_of_one = bytes_on_disk();
  const std::vector<Strings> commands = {
      {"find", "--format", "json", "-n", "50", "harbour"},
      {"find", "--format", "json", "-n", "50", "--facet", "person", "osh"},
      {"facets", "person", "--format", "json"},
      {"show", "--format", "json", "u:7"},
      {"find", "--format", "jsonl", "-n", "50", "--sort", "newest", "\"harbour of osh\""}};
  std::atomic<bool> done = false;
  std::array<std::set<std::string>, kReaders> seen;
  std::array<int, kReaders> answers{};
  std::vector<std::thread> readers;
  for (int r = 0; r < kReaders; ++r) {
    readers.emplace_back([&, r] {
      for (std::size_t n = static_cast<std::size_t>(r); !done; ++n) {
        const Strings& command = commands[n % commands.size()];
        const Outcome outcome = searcher(command);
        EXPECT_EQ(outcome.status, 0) << command[0] << ": " << outcome.err;
        const std::set<std::string> told = editions(outcome.out);
        EXPECT_EQ(told.size(), 1U) << "a mixed answer: " << outcome.out;
        if (n % commands.size() < 2) {
          EXPECT_EQ(parse_json(outcome.out).at("total"), kArticles);
        }
        seen[static_cast<std::size_t>(r)].merge(std::set<std::string>(told));
        ++answers[static_cast<std::size_t>(r)];
      }
    });
  }
  for (int n = 1; n <= kPublications; ++n) publish(n, n % 2 ? "1" : "2");
  done = true;
  for (std::thread& reader : readers) reader.join();

  std::set<std::string> all;
  for (const auto& part : seen) all.insert(part.begin(), part.end());
  EXPECT_GT(all.size(), 5U) << "the readers saw too little of what was published";
  for (const int count : answers) EXPECT_GT(count, 0);

  publish(kPublications + 4, "1");  // a rebuild, with nobody reading
  EXPECT_EQ(std::distance(fs::directory_iterator(db() + "/generations"), {}), 1);
  EXPECT_LT(bytes_on_disk(), 2 * bytes_of_one);
}

TEST_F(Readers, ABatchKeepsItsGeneration) {
  ASSERT_EQ(indexer({"rebuild", "--quiet", "--recognize", "off", edition(0)}).status, 0);
  const std::string pinned = generation();
  Invocation call = invocation("searcher", {"batch", "--format", "jsonl", "-n", "50", "-"});
  call.input = "before\tharbour\n";
  Process batch(call);
  ASSERT_TRUE(batch.wait_for_output("edition0"));
  for (int n = 1; n <= 5; ++n) {
    publish(n, "1");
    batch.feed("after" + std::to_string(n) + "\tharbour osh\n");
    ASSERT_TRUE(batch.wait_for_output("\"after" + std::to_string(n) + "\""));
  }
  EXPECT_TRUE(fs::exists(pinned));
  // What nobody holds went: the pinned one and the live one are left.
  EXPECT_EQ(std::distance(fs::directory_iterator(db() + "/generations"), {}), 2);
  const Outcome outcome = batch.wait();
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(lines_of(outcome.out).size(), 6U);
  EXPECT_EQ(editions(outcome.out), std::set<std::string>{"0"});
  publish(6, "1");
  EXPECT_FALSE(fs::exists(pinned));
}

}  // namespace
}  // namespace alatoo::e2e
