// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each folder of scenarios/ holds `steps`, commands, one a line, and `expected`, what they print:
// standard output as it is, lines of standard error behind "! ", a status that is not 0 as "[n]".
// $DB is an index folder, $SRC the sample archive, $HERE the scenario's folder, $TMP a new one;
// "< FILE" feeds a file, '#' begins a comment. With ALATOO_UPDATE=1 in the environment `expected`
// is written anew: read the difference before you commit it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/e2e/sandbox.h"
#include "tests/e2e/transcript.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;

const std::string kScenarios = std::string(ALATOO_SOURCE_DIR) + "/tests/e2e/scenarios/";
const std::string kSource = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles";

Strings scenarios() {
  Strings names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kScenarios)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Scenario : public Sandbox, public ::testing::WithParamInterface<std::string> {
 protected:
  /// What a reader of `expected` sees of one step.
  std::string play(const std::string& step) const {
    Invocation call;
    call.command = split_command(expanded(step));
    call.folder = folder();
    const auto feed = std::find(call.command.begin(), call.command.end(), "<");
    if (feed != call.command.end()) {
      call.input = read_all(*std::next(feed));
      call.command.erase(feed, call.command.end());
    }
    const Outcome outcome = run(call);
    std::string shown = "$ " + step + "\n" + outcome.out;
    if (!shown.ends_with('\n')) shown += "\n";
    for (const std::string& line : lines_of(outcome.err)) shown += "! " + line + "\n";
    if (outcome.status != 0) shown += "[" + std::to_string(outcome.status) + "]\n";
    return shortened(replaced(stable(shown), "\r\n", "\\r\n")) + "\n";
  }

 private:
  std::string expanded(std::string text) const {
    text = replaced(std::move(text), "$DB", db());
    text = replaced(std::move(text), "$SRC", kSource);
    text = replaced(std::move(text), "$HERE", kScenarios + GetParam());
    return replaced(std::move(text), "$TMP", folder());
  }
  std::string shortened(std::string text) const {
    text = replaced(std::move(text), db(), "$DB");
    text = replaced(std::move(text), kSource, "$SRC");
    text = replaced(std::move(text), kScenarios + GetParam(), "$HERE");
    return replaced(std::move(text), folder(), "$TMP");
  }
};

TEST_P(Scenario, PrintsWhatIsExpected) {
  const std::string home = kScenarios + GetParam();
  std::string played;
  for (const std::string& step : lines_of(read_all(home + "/steps"))) {
    if (!step.empty() && !step.starts_with("#")) played += play(step);
  }
  ASSERT_NE(played, "") << home << "/steps holds no step";
  if (std::getenv("ALATOO_UPDATE")) std::ofstream(home + "/expected") << played;
  EXPECT_EQ(read_all(home + "/expected"), played);
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, ::testing::ValuesIn(scenarios()),
                         [](const auto& of) { return replaced(of.param, "-", "_"); });

}  // namespace
}  // namespace alatoo::e2e
