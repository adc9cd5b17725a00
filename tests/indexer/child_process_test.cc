// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

#include "common/error.h"

namespace alatoo {
namespace {

using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

ChildOutcome run_one(const std::function<void(const ChildTask::Send&)>& work, int limit = 60) {
  return run_in_children({{work, seconds(limit)}}, 1).at(0);
}

TEST(ChildProcess, SendsWhatItFinds) {
  const ChildOutcome outcome = run_one([](const auto& send) {
    send("one");
    send("");
    send(std::string(1 << 20, 'x'));
  });
  EXPECT_THAT(outcome.messages, ElementsAre("one", "", std::string(1 << 20, 'x')));
  EXPECT_EQ(outcome.failure, "");
}

TEST(ChildProcess, MayCrashAndKeepsWhatItSaid) {
  const ChildOutcome outcome = run_one([](const auto& send) {
    send("before");
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
  });
  EXPECT_THAT(outcome.messages, ElementsAre("before"));
  EXPECT_THAT(outcome.failure, HasSubstr("crashed (Segmentation"));
}

TEST(ChildProcess, ThatNeverEndsIsEnded) {
  const ChildOutcome outcome = run_one(
      [](const auto& send) {
        send("before");
        for (;;) ::pause();
      },
      1);
  EXPECT_THAT(outcome.messages, ElementsAre("before"));
  EXPECT_EQ(outcome.failure, "the check did not end within 1 s");
}

TEST(ChildProcess, TellsWhatWasThrown) {
  EXPECT_EQ(run_one([](const auto&) { throw Error("lexicon: cut off"); }).failure,
            "lexicon: cut off");
  EXPECT_EQ(run_one([](const auto&) { throw 7; }).failure,
            "the check stopped for an unknown reason");
  EXPECT_THAT(run_one([](const auto&) { ::_exit(3); }).failure, HasSubstr("status 3"));
}

TEST(ChildProcess, ManyKeepTheOrderOfTheirTasks) {
  std::vector<ChildTask> tasks;
  for (int i = 0; i < 9; ++i) {
    tasks.push_back({[i](const auto& send) { send(std::to_string(i)); }, seconds(60)});
  }
  const std::vector<ChildOutcome> outcomes = run_in_children(tasks, 2);
  ASSERT_EQ(outcomes.size(), 9U);
  for (std::size_t i = 0; i < 9; ++i)
    EXPECT_THAT(outcomes[i].messages, ElementsAre(std::to_string(i)));
  EXPECT_TRUE(run_in_children({}, 2).empty());
}

}  // namespace
}  // namespace alatoo
