// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/writer_lock.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <memory>
#include <thread>

#include "common/error.h"
#include "common/generation.h"
#include "common/mapped_file.h"
#include "common/stop.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

class OneWriter : public testing::Test {
 protected:
  /// The error of a writer that does not get the lock.
  Error refused(double seconds = 0) const {
    try {
      const WriterLock second(db_, seconds);
    } catch (const Error& error) {
      return error;
    }
    return Error("it got the lock", 0);
  }

  const TempFolder folder_;
  const std::string db_ = folder_ / "made/on/the/way";
};

TEST_F(OneWriter, TurnsASecondAwayAndNamesTheFirst) {
  const WriterLock lock(db_, 0, "indexer rebuild");
  const Error error = refused();
  EXPECT_EQ(error.status, kBusy);
  EXPECT_THAT(error.what(), HasSubstr("another writer is at work: indexer rebuild (process " +
                                      std::to_string(::getpid()) + ", since 20"));
  EXPECT_THAT(error.what(), HasSubstr("--wait SECONDS"));
}

TEST_F(OneWriter, AfterTheOtherMayWrite) {
  { const WriterLock lock(db_, 0, "indexer rebuild"); }
  EXPECT_EQ(read_file(lock_file(db_)), "");
  EXPECT_NO_THROW(WriterLock{db_});
}

TEST_F(OneWriter, WhatADeadOneWroteMeansNothing) {
  fs::create_directories(db_);
  write_file(lock_file(db_), "indexer rebuild (process 1, since 1999-12-31 23:59:59)\nmore\n");
  const WriterLock lock(db_, 0, "indexer update");
  EXPECT_THAT(read_file(lock_file(db_)), MatchesRegex("indexer update \\(process [0-9]+, .*\\)\n"));
}

TEST_F(OneWriter, RubbishInTheLockIsNotShown) {
  const WriterLock lock(db_);
  for (const std::string rubbish :
       {std::string("\x1b[2J\0\xff", 6), std::string(100000, 'x'), std::string("4711\n"),
        std::string("indexer \x1b (process 1, since now)"), std::string("\n\n")}) {
    write_file(lock_file(db_), rubbish);
    EXPECT_THAT(refused().what(), HasSubstr("another writer is at work; try again"));
  }
}

TEST_F(OneWriter, WaitsInVainForAWhile) {
  const WriterLock lock(db_, 0, "indexer rebuild");
  const Error error = refused(0.01);
  EXPECT_EQ(error.status, kBusy);
  EXPECT_THAT(error.what(),
              AllOf(HasSubstr("still at work: indexer rebuild"), Not(HasSubstr("--wait"))));
}

TEST_F(OneWriter, WaitsUntilItsTurnAndSaysForWhom) {
  auto first = std::make_unique<WriterLock>(db_, 0, "indexer rebuild");
  std::vector<std::string> told;
  std::promise<void> waiting;
  std::thread second([&] {
    const WriterLock lock(db_, 1e300, "indexer update", [&](const std::string& line) {
      told.push_back(line);
      waiting.set_value();
    });
  });
  waiting.get_future().wait();
  first.reset();
  second.join();
  EXPECT_THAT(told, ElementsAre(HasSubstr("waiting for another writer: indexer rebuild")));
}

TEST_F(OneWriter, ASignalEndsTheWait) {
  const WriterLock lock(db_);
  EXPECT_THROW(WriterLock(db_, 1e300, "indexer", [](const std::string&) { stop_requested = true; }),
               Interrupted);
  stop_requested = false;
}

TEST_F(OneWriter, SaysWhereItCannotWrite) {
  EXPECT_THROW(WriterLock("/dev/null/db"), Error);
  fs::create_directories(lock_file(db_));
  EXPECT_THAT(refused().what(), HasSubstr("LOCK: cannot open: Is a directory"));
}

}  // namespace
}  // namespace alatoo
