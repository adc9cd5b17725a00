// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that write to an index as jobs: how long they wait, what they report, how they end.
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "common/json.h"
#include "tests/e2e/sandbox.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Jobs : public Sandbox {
 protected:
  void SetUp() override { build_index(); }

  std::string report_path() const { return path("report.json"); }
  /// Runs a command with --report and returns what stands in the report.
  Json report_of(Strings arguments, const std::string& input = "") const {
    fs::remove(report_path());
    arguments.insert(arguments.begin() + 1, {"--report", report_path()});
    const Outcome outcome = indexer(std::move(arguments), input);
    if (!fs::exists(report_path())) return {{"absent", outcome.err}};
    Json report = parse_json(read_all(report_path()));
    EXPECT_EQ(report.at("status"), outcome.status) << outcome.err;
    if (!report.at("error").is_null()) {
      EXPECT_EQ(lines_of(outcome.err).back(), "indexer: " + std::string(report.at("error")));
    }
    return report;
  }

  /// A writer that has begun, and waits for the rest of its standard input.
  Invocation slow(const std::string& command, Strings options = {}) const {
    options.insert(options.begin(), {command, "--verbose", "--jobs", "2"});
    options.emplace_back("-");
    Invocation call = invocation("indexer", std::move(options));
    call.input = "{\"uri\": \"u:1\", \"headline\": \"Lighthouse\"}\n{\"uri\": \"u:2\"}\n";
    return call;
  }
  Strings on_disk() const {
    Strings names;
    for (const auto& entry : fs::directory_iterator(db() + "/generations"))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }
};

TEST_F(Jobs, ASecondWriterWaitsForTheFirst) {
  Process first(slow("rebuild"));
  ASSERT_TRUE(first.wait_for_error("reading"));
  Process second(invocation("indexer", {"update", "--wait", "50.5", "archive"}));
  ASSERT_TRUE(second.wait_for_error("waiting for another writer: indexer rebuild (process"));
  EXPECT_EQ(first.wait().status, 1);
  const Outcome outcome = second.wait();
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("published generation 3"));
  EXPECT_THAT(ids({"lighthouse"}), ElementsAre("u:1"));
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
}

TEST_F(Jobs, EveryWriterIsTurnedAwayWhileOneIsAtWork) {
  Process first(slow("update"));
  ASSERT_TRUE(first.wait_for_error("reading"));
  const std::vector<Strings> writers = {{"rebuild", "archive"},
                                        {"update", "archive"},
                                        {"remove", "good.txt"},
                                        {"rollback"},
                                        {"entities", "--authority", write("people.tsv", "name\n")}};
  for (const Strings& command : writers) {
    SCOPED_TRACE(command[0]);
    expect_error(indexer(command), 75, "another writer is at work: indexer update (process");
  }
  const Outcome late = indexer({"update", "--wait", "0.1", "archive"});
  EXPECT_EQ(late.status, 75);
  EXPECT_THAT(late.err, HasSubstr("another writer is still at work: indexer update (process"));
  EXPECT_EQ(report_of({"remove", "good.txt"}).at("status"), 75);
}

TEST_F(Jobs, AWaitEndsAtASignal) {
  Process first(slow("rebuild"));
  ASSERT_TRUE(first.wait_for_error("reading"));
  for (const Strings& command : {Strings{"update", "archive"},
                                 {"remove", "good.txt"},
                                 {"rollback"},
                                 {"entities", "--authority", "none"}}) {
    SCOPED_TRACE(command[0]);
    Strings words = command;
    words.insert(words.begin() + 1, {"--wait", "1e99"});
    Process second(invocation("indexer", words));
    ASSERT_TRUE(second.wait_for_error("waiting for another writer"));
    second.signal(SIGTERM);
    const Outcome outcome = second.wait();
    EXPECT_EQ(outcome.status, 130);
    EXPECT_THAT(outcome.err,
                EndsWith("indexer: interrupted; generation 1 of " + db() + " stands as it was\n"));
  }
}

TEST_F(Jobs, SecondsToWaitAreChecked) {
  for (const char* seconds : {"--wait=-1", "--wait=nan", "--wait=soon", "--wait=", "--wait=5m"}) {
    SCOPED_TRACE(seconds);
    expect_error(indexer({"update", seconds, "archive"}), 2, "--wait");
  }
  for (const char* seconds : {"--wait=0", "--wait=.5", "--wait=1e300", "--wait=inf"}) {
    SCOPED_TRACE(seconds);
    EXPECT_EQ(indexer({"update", seconds, "archive"}).status, 0);
  }
}

TEST_F(Jobs, StatusesOfRebuildAndUpdate) {
  write("mixed/good.txt", "Quay\n\nA new quay.\n");
  write("mixed/bad.txt", std::string("\0\1\2", 3));
  write("bad/bad.txt", std::string("\0\1\2", 3));
  for (const std::string command : {"rebuild", "update"}) {
    SCOPED_TRACE(command);
    const auto status = [&](Strings rest) {
      rest.insert(rest.begin(), {command, "--root", "."});
      return indexer(rest).status;
    };
    EXPECT_EQ(status({"archive"}), 0);
    const Strings before = on_disk();
    EXPECT_EQ(status({"--strict", "mixed"}), 1);
    EXPECT_EQ(status({"bad"}), 2);
    EXPECT_EQ(status({"absent"}), 2);
    EXPECT_EQ(on_disk(), before);
    write("mixed/good.txt", "Quay\n\nA quay for " + command + ".\n");
    EXPECT_EQ(status({"mixed"}), 1);
    EXPECT_NE(on_disk(), before);
  }
}

TEST_F(Jobs, AnIndexNamedByARelativePathIsMade) {
  Invocation call = invocation("indexer", {"--version"});
  call.command = {"indexer", "rebuild", "--db", "fresh", "archive"};
  EXPECT_EQ(run(call).status, 0);
  call.command = {"indexer", "rebuild", "--db", "archive/fresh", "archive"};
  expect_error(run(call), 2, "lies in the folder of articles");
}

TEST_F(Jobs, StatusesOfRemove) {
  EXPECT_EQ(indexer({"remove", "absent.txt"}).status, 1);
  EXPECT_THAT(on_disk(), ElementsAre("000001"));
  EXPECT_EQ(indexer({"remove", "good.txt", "absent.txt"}).status, 1);
  EXPECT_EQ(indexer({"remove", "other.txt"}).status, 0);
  EXPECT_EQ(indexer({"remove", "--ids-from", "absent"}).status, 2);
  EXPECT_EQ(indexer({"remove"}).status, 2);
}

TEST_F(Jobs, ReportOfEachCommand) {
  Json report = report_of({"rebuild", "archive", "-"}, "{\"headline\": \"Quay\"}\n{}\n");
  EXPECT_EQ(report.at("command"), "rebuild");
  EXPECT_EQ(report.at("status"), 1);
  EXPECT_EQ(report.at("generation"), 2);
  EXPECT_EQ(report.at("previous"), 1);
  EXPECT_EQ(report.at("articles"), 3);
  EXPECT_EQ(report.at("inputs")[0].at("path"), "archive");
  EXPECT_EQ(report.at("inputs")[0].at("bytes"),
            read_all(path("archive/good.txt")).size() + read_all(path("archive/other.txt")).size());
  EXPECT_EQ(report.at("inputs")[1].at("bytes"), 24);
  EXPECT_EQ(report.at("skipped")[0].at("where"), "-:2");
  EXPECT_EQ(report.at("bytes_written"), report.at("bytes"));

  write("archive/good.txt", "Harbour grows\n\nThe harbour grows.\n");
  report = report_of({"update", "archive"});
  EXPECT_EQ(report.at("status"), 0);
  EXPECT_EQ(report.at("replaced"), 1);
  EXPECT_EQ(report.at("unchanged"), 1);
  EXPECT_LE(report.at("bytes_written"), report.at("bytes"));

  report = report_of({"update", "archive"});
  EXPECT_TRUE(report.at("generation").is_null());
  EXPECT_EQ(report.at("previous"), 3);
  EXPECT_EQ(report.at("unchanged"), 2);
  EXPECT_EQ(report.at("articles"), 3);

  report = report_of({"remove", "good.txt", "absent.txt"});
  EXPECT_EQ(report.at("removed"), 1);
  EXPECT_EQ(report.at("missing")[0], "absent.txt");
  EXPECT_EQ(report.at("articles"), 2);
}

TEST_F(Jobs, FailuresAreReportedToo) {
  Json report = report_of({"rebuild", "absent"});
  EXPECT_EQ(report.at("status"), 2);
  EXPECT_THAT(std::string(report.at("error")), HasSubstr("absent"));
  EXPECT_EQ(report.at("inputs")[0].at("path"), "absent");
  EXPECT_EQ(report.at("articles"), 2) << "those that are still there";

  report = report_of({"update", "-"}, "{}\n[]\n");
  EXPECT_EQ(report.at("status"), 2);
  EXPECT_EQ(report.at("skipped").size(), 2U) << report;

  write("people.tsv", "nonsense\n");
  EXPECT_EQ(report_of({"rebuild", "--authority", "people.tsv", "archive"}).at("status"), 2);
  EXPECT_THAT(report_of({"update"}).at("status"), 2);
}

TEST_F(Jobs, AReportThatCannotBeWrittenIsToldBeforeTheWork) {
  for (const std::string place :
       {"absent/report.json", "archive", "archive/good.txt/report.json"}) {
    SCOPED_TRACE(place);
    expect_error(indexer({"rebuild", "--report", place, "archive"}), 2, "--report " + place);
  }
  EXPECT_THAT(on_disk(), ElementsAre("000001"));
}

TEST_F(Jobs, AReportLostAtTheEndDoesNotHideWhatWasDone) {
  const Outcome outcome = indexer({"rebuild", "--report", "/dev/full", "archive"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(lines_of(outcome.err).back(),
              AllOf(StartsWith("indexer: --report /dev/full"),
                    EndsWith("generation 2 of " + db() + " is published")));
}

TEST_F(Jobs, AReportGoesToAPipeOrStandardOutput) {
  for (const char* place : {"-", "/dev/stdout"}) {
    const Outcome outcome = indexer({"update", "--report", place, "archive"});
    EXPECT_EQ(parse_json(outcome.out).at("unchanged"), 2) << place;
  }
}

/// `text` with `from` replaced wherever it stands.
std::string with(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

TEST_F(Jobs, TheCommandsInContribWork) {
  const std::string contrib = std::string(ALATOO_SOURCE_DIR) + "/contrib/";
  Strings commands;
  for (const std::string& line : lines_of(read_all(contrib + "alatoo-update.service"))) {
    if (line.starts_with("ExecStart=")) commands.push_back(line.substr(10));
  }
  for (const std::string& line : lines_of(read_all(contrib + "alatoo.cron"))) {
    if (!line.starts_with('#')) commands.push_back(line.substr(line.find(" alatoo ") + 8));
  }
  ASSERT_EQ(commands.size(), 2U);
  for (std::string command : commands) {
    SCOPED_TRACE(command);
    command = with(command, "%S/", "/var/lib/");
    command = with(command, "/usr/local/bin/", std::string(ALATOO_BIN_DIR) + "/");
    command = with(command, "/var/lib/alatoo/index", db());
    command = with(command, "/var/lib/alatoo/report.json", report_path());
    command = with(command, "/srv/news", path("archive"));
    fs::remove(report_path());
    Invocation call;
    call.command = {"sh", "-c", command};
    const Outcome outcome = run(call);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(parse_json(read_all(report_path())).at("unchanged"), 2);
  }
}

TEST_F(Jobs, TheUnitsInContribAreValid) {
  const std::string contrib = std::string(ALATOO_SOURCE_DIR) + "/contrib/";
  // The program need not be installed where the units say.
  write("alatoo-update.service",
        with(read_all(contrib + "alatoo-update.service"), "/usr/local/bin/indexer", "/bin/true"));
  write("alatoo-update.timer", read_all(contrib + "alatoo-update.timer"));
  Invocation call;
  call.command = {"sh", "-c",
                  "command -v systemd-analyze >/dev/null || exit 99; "
                  "systemd-analyze verify ./alatoo-update.service ./alatoo-update.timer"};
  call.folder = folder();
  const Outcome outcome = run(call);
  if (outcome.status == 99) GTEST_SKIP() << "systemd is not installed";
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
}

class Signals : public Jobs, public ::testing::WithParamInterface<int> {};

TEST_P(Signals, WhileReadingLeaveTheOldGeneration) {
  for (const std::string command : {"rebuild", "update"}) {
    SCOPED_TRACE(command);
    Process writer(slow(command, {"--report", report_path()}));
    ASSERT_TRUE(writer.wait_for_error("reading"));
    usleep(100000);  // until it waits for its input, which stays open
    writer.signal(GetParam());
    ASSERT_TRUE(writer.wait_for_error("interrupted")) << "it goes on waiting for its input";
    const Outcome outcome = writer.wait();
    EXPECT_EQ(outcome.status, 130);
    EXPECT_EQ(lines_of(outcome.err).back(),
              "indexer: interrupted; generation 1 of " + db() + " stands as it was");
    EXPECT_THAT(on_disk(), ElementsAre("000001"));
    EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
    const Json report = parse_json(read_all(report_path()));
    EXPECT_EQ(report.at("status"), 130);
    EXPECT_EQ(report.at("command"), command);
  }
}

TEST_P(Signals, WhileReadingIdsRemoveNothing) {
  Invocation call = invocation("indexer", {"remove", "--ids-from", "-"});
  call.input = "good.txt\n";
  Process writer(call);
  usleep(100000);  // until it has read the line and waits for more
  writer.signal(GetParam());
  ASSERT_TRUE(writer.wait_for_error("interrupted"));
  EXPECT_EQ(writer.wait().status, 130);
  EXPECT_THAT(on_disk(), ElementsAre("000001"));
}

INSTANTIATE_TEST_SUITE_P(By, Signals, ::testing::Values(SIGINT, SIGTERM, SIGHUP),
                         [](const auto& of) {
                           return of.param == SIGINT ? "INT" : of.param == SIGTERM ? "TERM" : "HUP";
                         });

TEST_F(Jobs, ASecondSignalEndsAtOnce) {
  // One item that takes long: the first signal is answered behind it.
  Invocation call = slow("rebuild");
  call.input.clear();
  std::string body;
  for (int i = 0; i < 3'000'000; ++i) body += "x" + std::to_string(i) + " ";
  write("long/long.txt", "Long\n\n" + body + "\n");
  call = invocation("indexer", {"rebuild", "--verbose", "long"});
  Process writer(call);
  ASSERT_TRUE(writer.wait_for_error("reading"));
  usleep(100000);
  writer.signal(SIGINT);
  usleep(20000);
  writer.signal(SIGTERM);
  EXPECT_THAT(writer.wait().status, AnyOf(128 + SIGTERM, 130));
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
  EXPECT_EQ(indexer({"rebuild", "archive"}).status, 0);
  EXPECT_THAT(on_disk(), ElementsAre("000001", "000002"));
}

TEST_F(Jobs, NohupIsObeyed) {
  Invocation call = slow("rebuild");
  call.command.insert(call.command.begin(), {"sh", "-c", "trap '' HUP; exec \"$@\"", "sh"});
  call.command[4] = std::string(ALATOO_BIN_DIR) + "/indexer";
  Process writer(call);
  ASSERT_TRUE(writer.wait_for_error("reading"));
  writer.signal(SIGHUP);
  EXPECT_EQ(writer.wait().status, 1);
  EXPECT_THAT(ids({"lighthouse"}), ElementsAre("u:1"));
}

/// A job over articles that take a moment in every stage, hit at many moments.
class AnyMoment : public Jobs {
 protected:
  static constexpr int kMoments = 30;

  /// Rebuilds and updates of articles that no job before had.
  Invocation job(int n) const {
    std::string lines;
    for (int i = 0; i < 300; ++i) {
      lines += "{\"uri\": \"u:" + std::to_string(i) +
               "\", \"headline\": \"Ferry\", \"body_text\": " + "\"Ferry " + std::to_string(i * n) +
               " left Osh for Bishkek.\"}\n";
    }
    write("archive/ferries.jsonl", lines);
    return invocation("indexer", n % 2 ? Strings{"update", "--quiet", "archive/ferries.jsonl"}
                                       : Strings{"rebuild", "--quiet", "--keep", "1", "archive"});
  }
  /// Runs jobs, each a little longer than the one before, until `hit`; returns how many ended so.
  int strike(int number, const std::function<void(const Outcome&)>& hit) const {
    int hits = 0;
    for (int n = 0; n < kMoments; ++n) {
      SCOPED_TRACE(n);
      Process writer(job(n));
      usleep(static_cast<useconds_t>(5000 * n));
      writer.signal(number);
      const Outcome outcome = writer.wait();
      if (outcome.status != 0) ++hits;
      if (outcome.status != 0) hit(outcome);
      EXPECT_EQ(ids({"bridge"}).size(), 1U) << "readers are disturbed";
    }
    return hits;
  }
};

TEST_F(AnyMoment, ASignalLeavesNothingBehind) {
  const int hits = strike(SIGTERM, [&](const Outcome& outcome) {
    if (outcome.status == 128 + SIGTERM) return;  // it had not begun
    EXPECT_EQ(outcome.status, 130) << outcome.err;
    const std::string live = fs::path(generation()).filename();
    EXPECT_THAT(outcome.err,
                AllOf(StartsWith("indexer: interrupted; generation "), HasSubstr(" of " + db())));
    EXPECT_THAT(outcome.err, HasSubstr(std::to_string(std::stoi(live)))) << outcome.err;
    EXPECT_THAT(on_disk(), ::testing::Not(::testing::Contains(".building")));
  });
  EXPECT_GT(hits, 2);
  EXPECT_EQ(indexer({"rebuild", "--keep", "1", "archive"}).status, 0);
  EXPECT_EQ(on_disk().size(), 1U);
}

TEST_F(AnyMoment, AKilledWriterIsClearedAwayByTheNext) {
  const int hits = strike(SIGKILL, [](const Outcome& outcome) {
    EXPECT_EQ(outcome.status, 128 + SIGKILL) << outcome.err;
  });
  EXPECT_GT(hits, 2);
  EXPECT_EQ(indexer({"rebuild", "--keep", "1", "archive"}).status, 0);
  EXPECT_EQ(on_disk().size(), 1U);
  EXPECT_THAT(ids({"bridge"}), ElementsAre("other.txt"));
}

/// Where an index cannot be written.
class Obstacles : public Jobs {};

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
