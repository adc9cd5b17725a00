// SPDX-License-Identifier: GPL-3.0-or-later
//
// README.md does not lie: below each line "<!-- tested -->" stands a ```console block whose "$ "
// lines, run in order in the source tree, print what follows them, standard output before standard
// error. Commands are indexer, searcher and export; what lies below build/ is the test's own.
#include <filesystem>
#include <sstream>

#include "tests/e2e/sandbox.h"
#include "tests/e2e/transcript.h"

namespace alatoo::e2e {
namespace {

namespace fs = std::filesystem;

struct Example {
  std::size_t line = 0;
  std::string command;
  std::string expected;
};

/// Throws std::runtime_error for a mark without a block behind it.
std::vector<Example> examples(const std::string& readme) {
  const Strings lines = lines_of(readme);
  std::vector<Example> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] != "<!-- tested -->") continue;
    const std::string here = "README.md:" + std::to_string(i + 2) + ": ";
    if (++i >= lines.size() || lines[i] != "```console") {
      throw std::runtime_error(here + "no ```console block follows the mark");
    }
    const std::size_t before = found.size();
    for (++i; i < lines.size() && lines[i] != "```"; ++i) {
      if (lines[i].starts_with("$ ")) {
        found.push_back({i + 1, lines[i].substr(2), ""});
      } else if (found.size() > before) {
        found.back().expected += lines[i] + "\n";
      } else {
        throw std::runtime_error(here + "the block begins with no command");
      }
    }
    if (found.size() == before) throw std::runtime_error(here + "the block holds no command");
  }
  return found;
}

/// Without blank lines at either end: they part one command from the next.
std::string trimmed(std::string text) {
  while (text.ends_with("\n\n")) text.pop_back();
  return text == "\n" ? "" : text;
}

class Readme : public Sandbox {
 protected:
  /// The paths of the example, moved: binaries to this build, indexes to the test's own folder.
  Invocation call(const std::string& command) const {
    Invocation invocation;
    invocation.folder = ALATOO_SOURCE_DIR;
    invocation.environment = exported_;
    Strings words = split_command(command);
    for (std::string& word : words) word = moved(word);
    if (!words.empty()) words[0] = fs::path(words[0]).filename().string();
    invocation.command = words;
    return invocation;
  }
  std::string moved(const std::string& word) const {
    return word.starts_with("build/") ? path(fs::path(word).filename().string()) : word;
  }
  /// True if the command was `export NAME=VALUE`, which holds for those behind it.
  bool export_of(const std::string& command) {
    const Strings words = split_command(command);
    if (words.size() != 2 || words[0] != "export") return false;
    const std::size_t equals = words[1].find('=');
    if (equals == std::string::npos) return false;
    exported_.emplace_back(words[1].substr(0, equals), moved(words[1].substr(equals + 1)));
    return true;
  }

 private:
  std::vector<std::pair<std::string, std::string>> exported_;
};

TEST_F(Readme, ExamplesPrintWhatItSays) {
  const std::vector<Example> all =
      examples(read_all(std::string(ALATOO_SOURCE_DIR) + "/README.md"));
  ASSERT_FALSE(all.empty()) << "README.md has no block marked <!-- tested -->";
  for (const Example& example : all) {
    SCOPED_TRACE("README.md:" + std::to_string(example.line) + ": " + example.command);
    if (export_of(example.command)) continue;
    const Invocation invocation = call(example.command);
    ASSERT_TRUE(invocation.command[0] == "indexer" || invocation.command[0] == "searcher");
    const Outcome outcome = run(invocation);
    std::string printed = replaced(outcome.out + outcome.err, folder(), "build");
    EXPECT_EQ(trimmed(stable(example.expected)), trimmed(stable(printed)));
  }
}

TEST(ReadmeBlocks, AreFound) {
  const std::vector<Example> found = examples(
      "text\n<!-- tested -->\n```console\n$ build/release/bin/searcher find x\nNo articles.\n\n"
      "$ indexer --version\n1\n```\n```console\n$ not this\n```\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].line, 4U);
  EXPECT_EQ(found[0].command, "build/release/bin/searcher find x");
  EXPECT_EQ(trimmed(found[0].expected), "No articles.\n");
  EXPECT_EQ(found[1].expected, "1\n");
  EXPECT_THROW(examples("<!-- tested -->\ntext\n"), std::runtime_error);
  EXPECT_THROW(examples("<!-- tested -->\n```console\n```\n"), std::runtime_error);
  EXPECT_TRUE(examples("```console\n$ x\n```\n").empty());
}

}  // namespace
}  // namespace alatoo::e2e
