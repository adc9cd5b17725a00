// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/sandbox.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace alatoo::e2e {
namespace fs = std::filesystem;

Invocation Sandbox::invocation(const std::string& program, Strings arguments) const {
  const bool takes_db = !arguments.empty() && !arguments[0].starts_with("-") &&
                        arguments[0] != "inspect" && arguments[0] != "help";
  if (takes_db) arguments.insert(arguments.begin() + 1, {"--db", db()});
  arguments.insert(arguments.begin(), program);
  Invocation call;
  call.command = std::move(arguments);
  call.folder = folder();
  return call;
}

Outcome Sandbox::indexer(Strings arguments, const std::string& input) const {
  Invocation call = invocation("indexer", std::move(arguments));
  call.input = input;
  return run(call);
}

Outcome Sandbox::searcher(Strings arguments, const std::string& input) const {
  Invocation call = invocation("searcher", std::move(arguments));
  call.input = input;
  return run(call);
}

void Sandbox::build_index() const {
  write("archive/good.txt", "Harbour opens\n\nThe new harbour opened to ferries on Monday.\n");
  write("archive/other.txt", "Bridge closes\n\nThe old bridge beside the harbour was closed.\n");
  const Outcome built = indexer({"rebuild", "--quiet", "archive"});
  ASSERT_EQ(built.status, 0) << built.err;
}

std::string Sandbox::generation() const {
  const Strings current = lines_of(read_all(db() + "/CURRENT"));
  return db() + "/generations/" + (current.empty() ? "" : current[0]);
}

Strings Sandbox::on_disk() const {
  Strings names;
  for (const auto& entry : fs::directory_iterator(db() + "/generations"))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Strings Sandbox::ids(Strings arguments) const {
  arguments.insert(arguments.begin(), {"find", "--format", "trec"});
  Strings found;
  for (const std::string& line : lines_of(searcher(std::move(arguments)).out)) {
    std::istringstream fields(line);
    std::string id;
    for (int i = 0; i < 3; ++i) fields >> id;
    found.push_back(id);
  }
  return found;
}

std::string read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Strings lines_of(std::string_view text) {
  Strings lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void expect_error(const Outcome& outcome, int status, std::string_view text) {
  EXPECT_EQ(outcome.status, status);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, ::testing::MatchesRegex("(indexer|searcher): [^\n]+\n"));
  EXPECT_THAT(outcome.err, ::testing::HasSubstr(std::string(text)));
}

}  // namespace alatoo::e2e
