// SPDX-License-Identifier: GPL-3.0-or-later
//
// Indexes that cannot be written, or not as usual.
#include <unistd.h>

#include <filesystem>

#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

/// Where an index cannot be written.
class Obstacles : public Sandbox {
 protected:
  void SetUp() override { build_index(); }
};

TEST_F(Obstacles, AFullDisk) {
  std::string lines;
  for (int i = 0; i < 2000; ++i)
    lines += "{\"uri\": \"u:" + std::to_string(i) + "\", \"headline\": \"Ferry " +
             std::to_string(i * 7919) + "\"}\n";
  write("ferries.jsonl", lines);
  for (const int kilobytes : {0, 1, 8, 64, 256}) {
    SCOPED_TRACE(kilobytes);
    for (const std::string command : {"rebuild", "update"}) {
      Invocation call = invocation("indexer", {command, "--quiet", "ferries.jsonl"});
      call.command[0] = std::string(ALATOO_BIN_DIR) + "/indexer";
      // A limit on the size of files fails as a full disk does, with another word.
      call.command.insert(call.command.begin(),
                          {"bash", "-c", "ulimit -f $0; exec \"$@\"", std::to_string(kilobytes)});
      expect_error(run(call), 2, "");
      EXPECT_THAT(on_disk(), ElementsAre("000001"));
      EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
    }
  }
}

TEST_F(Obstacles, AFolderThatIsReadOnly) {
  const bool root = geteuid() == 0;
  fs::permissions(folder(), fs::perms(0755));
  fs::permissions(db(), fs::perms(0555));
  Invocation call = invocation("indexer", {"rebuild", "--quiet", "archive"});
  call.command[0] = std::string(ALATOO_BIN_DIR) + "/indexer";
  if (root) {
    call.command.insert(call.command.begin(),
                        {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
  }
  const Outcome outcome = run(call);
  if (outcome.status == 127) GTEST_SKIP() << "no other user may run the programs: " << outcome.err;
  expect_error(outcome, 2, "LOCK: cannot open: Permission denied");
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
  fs::permissions(db(), fs::perms(0755));
}

TEST_F(Obstacles, SomethingElseInPlaceOfAFile) {
  const auto refused = [&](const std::string& text) {
    expect_error(indexer({"rebuild", "--quiet", "archive"}), 2, text);
  };
  fs::remove_all(db());
  write("db", "a file");
  refused("db: cannot make the folder");
  fs::remove(db());
  write("db/generations", "a file");
  refused("generations");
  fs::remove_all(db());
  fs::create_directories(db() + "/CURRENT");
  refused("CURRENT: is a folder");
  fs::remove_all(db());
  fs::create_directories(db() + "/LOCK");
  refused("LOCK: cannot open: Is a directory");
}

TEST_F(Obstacles, RubbishAmongTheGenerations) {
  for (const char* name : {"junk", "9", "000007/shard-000", ".hidden"})
    fs::create_directories(db() + "/generations/" + name);
  write("db/generations/000005", "a file");
  EXPECT_EQ(indexer({"rebuild", "archive"}).status, 0);
  EXPECT_EQ(fs::path(generation()).filename(), "000008");
  EXPECT_EQ(indexer({"rebuild", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre(".hidden", "000008", "000009", "9", "junk"));
}

}  // namespace
}  // namespace alatoo::e2e
