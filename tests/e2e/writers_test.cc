// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writers among themselves, among readers, and interrupted.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class Writers : public Sandbox {
 protected:
  void SetUp() override { build_index(); }

  /// A writer that has begun and waits for the rest of its standard input: with --verbose it says
  /// what it does, and it skips the broken line it is given.
  Invocation waiting_writer() const {
    Invocation call = invocation("indexer", {"rebuild", "--verbose", "--jobs", "2", "-"});
    call.input = "{\"uri\": \"u:1\", \"headline\": \"Never published\"}\n" +
                 std::string("{\"uri\": \"u:2\"}\n");
    return call;
  }
};

/// A lock on a file, as another process would hold it.
class FileLock {
 public:
  FileLock(const std::string& path, int how) : fd_(open(path.c_str(), O_RDWR | O_CLOEXEC)) {
    held_ = flock(fd_, how | LOCK_NB) == 0;
  }
  ~FileLock() { close(fd_); }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  bool held() const { return held_; }

 private:
  int fd_;
  bool held_;
};

TEST_F(Writers, SecondIsTurnedAwayAndToldOfTheFirst) {
  std::ofstream(db() + "/LOCK") << "indexer update (process 4321, since 2010-04-07 12:01:33)\n";
  const FileLock lock(db() + "/LOCK", LOCK_EX);
  ASSERT_TRUE(lock.held());
  expect_error(
      indexer({"rebuild", "archive"}), 75,
      "another writer is at work: indexer update (process 4321, since 2010-04-07 12:01:33)");
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
}

TEST_F(Writers, LockOfTheDeadIsNone) {
  std::ofstream(db() + "/LOCK") << "4321\n";
  EXPECT_EQ(indexer({"rebuild", "archive"}).status, 0);
}

TEST_F(Writers, ReadersAreServedMeanwhile) {
  Process writer(waiting_writer());
  ASSERT_TRUE(writer.wait_for_error("reading"));
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
  expect_error(indexer({"rebuild", "archive"}), 75, "another writer");
  const Outcome outcome = writer.wait();
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_THAT(ids({"published"}), ElementsAre("u:1"));
}

TEST_F(Writers, InspectIsInterrupted) {
  Invocation call = invocation("indexer", {"inspect", "-"});
  // Blanks behind it, because input is read by the quarter of a megabyte.
  call.input = "{\"uri\": \"u:2\"}\n{\"uri\": \"u:3\"}\n" + std::string(1 << 20, ' ') + "\n";
  Process reader(call);
  ASSERT_TRUE(reader.wait_for_error("skipped"));
  usleep(50000);
  reader.signal(SIGINT);
  ASSERT_TRUE(reader.wait_for_error("interrupted"));
  EXPECT_EQ(reader.wait().status, 130);
}

TEST_F(Writers, RemainsOfAKilledOneAreRemovedByTheNext) {
  {
    Process writer(waiting_writer());
    ASSERT_TRUE(writer.wait_for_error("reading"));
    writer.signal(SIGKILL);
    EXPECT_EQ(writer.wait().status, 128 + SIGKILL);
  }
  ASSERT_THAT(on_disk(), ElementsAre(".building", "000001"));
  std::ofstream(db() + "/generations/.building/left") << "over";
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
  EXPECT_EQ(indexer({"rebuild", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre("000001", "000002"));
  EXPECT_FALSE(fs::exists(generation() + "/left"));
}

TEST_F(Writers, KeepPrunesTheOldest) {
  for (int i = 0; i < 3; ++i) ASSERT_EQ(indexer({"rebuild", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre("000003", "000004"));
  ASSERT_EQ(indexer({"rebuild", "--keep", "3", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre("000003", "000004", "000005"));
  ASSERT_EQ(indexer({"rebuild", "--keep", "1", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre("000006"));
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
}

TEST_F(Writers, GenerationOfAReaderOutlivesPruning) {
  {
    const FileLock reader(generation() + "/MANIFEST", LOCK_SH);
    ASSERT_TRUE(reader.held());
    ASSERT_EQ(indexer({"rebuild", "--keep", "1", "archive"}).status, 0);
    EXPECT_THAT(on_disk(), ElementsAre("000001", "000002"));
    EXPECT_TRUE(fs::exists(db() + "/generations/000001/shard-000/postlist.glass"));
  }
  ASSERT_EQ(indexer({"rebuild", "--keep", "1", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre("000003"));
}

TEST_F(Writers, TwoPathsWithOneIdAreAnError) {
  // Control characters stand escaped in ids, and a name may hold that very escape.
  write("twins/a%0Ab.txt", "One\n\nThe first twin.\n");
  write("twins/a\nb.txt", "Two\n\nThe second twin.\n");
  const Outcome outcome = indexer({"rebuild", "twins"});
  EXPECT_EQ(outcome.status, 2);
  ASSERT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("have one id, 'a%0Ab.txt'"));
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
}

class OneUriTwice : public Writers, public ::testing::WithParamInterface<std::string> {};

TEST_P(OneUriTwice, TheLaterWinsAndThatIsSaid) {
  // Enough between the two that more than one worker has something to do.
  std::string first = "{\"uri\": \"u:1\", \"headline\": \"Early lighthouse\"}\n";
  std::string second;
  for (int i = 0; i < 1500; ++i) {
    const std::string n = std::to_string(i);
    (i < 750 ? first : second) += "{\"uri\": \"v:" + n + "\", \"headline\": \"Ferry " + n +
                                  "\", \"body_text\": \"" + std::string(700, 'y') + "\"}\n";
  }
  second += "{\"uri\": \"u:1\", \"headline\": \"Late lighthouse\"}\n";
  write("lines/1.jsonl", first);
  write("lines/2.jsonl", second);
  const Outcome outcome = indexer({"rebuild", "--jobs", GetParam(), "lines"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const Strings told = lines_of(outcome.err);
  ASSERT_EQ(told.size(), 2U) << outcome.err;
  EXPECT_EQ(told[0], "'u:1' comes twice: lines/2.jsonl:751 replaces lines/1.jsonl:1");
  EXPECT_THAT(told[1], HasSubstr("1 replaced by a later one"));
  EXPECT_THAT(ids({"lighthouse"}), ElementsAre("u:1"));
  EXPECT_THAT(ids({"early"}), ElementsAre());
  EXPECT_THAT(ids({"late"}), ElementsAre("u:1"));
  EXPECT_THAT(searcher({"find", "--format", "json", "ferry"}).out, HasSubstr("\"total\":1500,"));
}

INSTANTIATE_TEST_SUITE_P(Jobs, OneUriTwice, ::testing::Values("1", "3"));

}  // namespace
}  // namespace alatoo::e2e
