// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/source.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/indexer/read/files.h"

namespace alatoo {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct All {
  std::vector<RawItem> items;
  std::vector<std::string> rejections;
  std::string root;
  std::uint64_t bytes_total = 0;
  std::uint64_t bytes_read = 0;

  std::vector<std::string> ids() const {
    std::vector<std::string> out;
    for (const RawItem& item : items) out.push_back(item.id);
    return out;
  }
  std::vector<std::string> paths() const {
    std::vector<std::string> out;
    for (const RawItem& item : items) out.push_back(item.path);
    return out;
  }
};

All read_all(SourceOptions options) {
  All all;
  Source source(std::move(options));
  RawItem item;
  while (source.next(item, [&](const Rejection& rejection) {
    all.rejections.push_back(rejection.where + ": " + rejection.reason);
  })) {
    all.items.push_back(item);
  }
  all.root = source.root();
  all.bytes_total = source.bytes_total();
  all.bytes_read = source.bytes_read();
  return all;
}
All read_paths(std::vector<std::string> paths) { return read_all({.paths = std::move(paths)}); }

std::string error_of(SourceOptions options) {
  try {
    Source source(std::move(options));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Source, AFolderIsItsOwnRootAndSorted) {
  const TempFolder folder;
  folder.write("b.txt", "B");
  folder.write("a/z.txt", "Z");
  folder.write("a/y.txt", "Y");
  folder.write("c.txt", "C");
  const All all = read_paths({folder.path() + "/"});
  EXPECT_THAT(all.ids(), ElementsAre("a/y.txt", "a/z.txt", "b.txt", "c.txt"));
  EXPECT_THAT(all.paths()[0], folder / "a/y.txt");
  EXPECT_EQ(all.items[0].bytes, "Y");
  EXPECT_EQ(all.root, folder.path());
  EXPECT_EQ(all.bytes_total, 4u);
  EXPECT_EQ(all.bytes_read, 4u);
  EXPECT_THAT(all.rejections, IsEmpty());
}

TEST(Source, RootsOfSeveralArguments) {
  const TempFolder folder;
  const std::string x = folder.write("a/x.txt", "X");
  const std::string y = folder.write("ab/y.txt", "Y");
  EXPECT_THAT(read_paths({x}).ids(), ElementsAre("x.txt"));
  EXPECT_THAT(read_paths({x, y}).ids(), ElementsAre("a/x.txt", "ab/y.txt"));
  EXPECT_THAT(read_paths({folder / "ab", x}).ids(), ElementsAre("ab/y.txt", "a/x.txt"));
  EXPECT_EQ(read_paths({x, folder / "ab"}).root, folder.path());
  EXPECT_THAT(read_paths({folder / "a", folder.path()}).ids(), ElementsAre("a/x.txt", "ab/y.txt"));
}

TEST(Source, PathsAreShownAsTyped) {
  const TempFolder folder;
  folder.write("a/x.txt", "X");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  EXPECT_THAT(read_paths({"a"}).paths(), ElementsAre("a/x.txt"));
  EXPECT_THAT(read_paths({"."}).paths(), ElementsAre("./a/x.txt"));
  EXPECT_THAT(read_paths({"a/x.txt"}).paths(), ElementsAre("a/x.txt"));
  EXPECT_THAT(read_paths({"a/../a/x.txt"}).ids(), ElementsAre("x.txt"));
  EXPECT_THAT(read_all({.paths = {"a/x.txt"}, .root = "."}).ids(), ElementsAre("a/x.txt"));
  fs::current_path(before);
}

TEST(Source, AnExplicitRoot) {
  const TempFolder folder;
  const std::string x = folder.write("in/a/x.txt", "X");
  const std::string other = folder.write("other/o.txt", "O");
  EXPECT_THAT(read_all({.paths = {x}, .root = folder / "in"}).ids(), ElementsAre("a/x.txt"));
  const std::string error = error_of({.paths = {x, other}, .root = folder / "in"});
  EXPECT_THAT(error, HasSubstr(other));
  EXPECT_THAT(error, HasSubstr(folder / "in"));
  EXPECT_THAT(error_of({.paths = {x}, .root = folder / "i"}), HasSubstr("outside"));
}

TEST(Source, MayLieOutsideARootThatWasKept) {
  const TempFolder folder;
  const std::string x = folder.write("in/a/x.txt", "X");
  const std::string other = folder.write("other/b/o.txt", "O");
  const auto ids = [&](std::vector<std::string> paths) {
    return read_all({.paths = std::move(paths), .root = folder / "in", .within_root = false}).ids();
  };
  EXPECT_THAT(ids({x, other}), ElementsAre("a/x.txt", "../other/b/o.txt"));
  EXPECT_THAT(ids({folder / "other"}), ElementsAre("../other/b/o.txt"));
  // What lies in the root has the id that it always had.
  EXPECT_THAT(ids({folder.path()}), ElementsAre("a/x.txt", "../other/b/o.txt"));
}

TEST(Source, TheSameFileIsReadOnce) {
  const TempFolder folder;
  const std::string x = folder.write("a/x.txt", "X");
  fs::create_symlink(x, folder / "a/w.txt");
  fs::create_directory_symlink(folder / "a", folder / "a/loop");
  EXPECT_EQ(read_paths({folder.path(), x, folder / "a", x}).items.size(), 1u);
  fs::create_hard_link(x, folder / "a/y.txt");
  EXPECT_EQ(read_paths({folder.path()}).items.size(), 2u);  // another name, another article
}

TEST(Source, LinksLeadOutOfTheFolder) {
  const TempFolder folder;
  folder.write("elsewhere/x.txt", "X");
  folder.write("elsewhere/deep/y.txt", "Y");
  fs::create_directories(folder / "in");
  fs::create_symlink(folder / "elsewhere/x.txt", folder / "in/link.txt");
  fs::create_directory_symlink(folder / "elsewhere/deep", folder / "in/sub");
  EXPECT_THAT(read_paths({folder / "in"}).ids(), ElementsAre("link.txt", "sub/y.txt"));
  EXPECT_THAT(read_all({.paths = {folder / "in/sub"}, .root = folder / "in"}).ids(),
              ElementsAre("sub/y.txt"));
}

TEST(Source, HiddenFilesAreLeftOutUnlessNamed) {
  const TempFolder folder;
  folder.write("a.txt", "A");
  folder.write(".git/config", "no");
  const std::string hidden = folder.write(".hidden", "H");
  EXPECT_THAT(read_paths({folder.path()}).ids(), ElementsAre("a.txt"));
  EXPECT_THAT(read_paths({hidden}).ids(), ElementsAre(".hidden"));
}

TEST(Source, WhatIsNoRegularFileIsPassedOver) {
  const TempFolder folder;
  folder.write("z.txt", "Z");
  fs::create_symlink("nowhere", folder / "dangling");
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  const All all = read_paths({folder.path()});
  EXPECT_THAT(all.ids(), ElementsAre("z.txt"));
  EXPECT_THAT(all.rejections, ElementsAre(folder / "dangling: the link leads nowhere",
                                          HasSubstr(folder / "pipe: not a regular file")));
  EXPECT_THAT(read_paths({folder / "pipe"}).rejections,
              ElementsAre(HasSubstr("not a regular file")));
}

TEST(Source, AFileThatBecomesAPipeDoesNotHang) {
  const TempFolder folder;
  const std::string file = folder.write("a.txt", "A");
  Source source({.paths = {file}});
  fs::remove(file);
  ASSERT_EQ(mkfifo(file.c_str(), 0600), 0);
  RawItem item;
  std::string reason;
  EXPECT_FALSE(source.next(item, [&](const Rejection& told) { reason = told.reason; }));
  EXPECT_EQ(reason, "not a regular file");
}

TEST(Source, ErrorsNameTheArgument) {
  const TempFolder folder;
  fs::create_directories(folder / "empty/deeper");
  fs::create_symlink("nowhere", folder / "dangling");
  EXPECT_EQ(error_of({.paths = {folder / "none"}}), "no such file or folder: " + folder / "none");
  EXPECT_EQ(error_of({.paths = {folder / "dangling"}}),
            "no such file or folder: " + folder / "dangling");
  EXPECT_EQ(error_of({.paths = {folder / "empty"}}), folder / "empty holds no files");
  EXPECT_EQ(error_of({.paths = {""}}), "no such file or folder: \"\"");
  EXPECT_THAT(error_of({}), HasSubstr("nothing to read"));
}

TEST(Source, NamesThatAreNoTextAreShownEscaped) {
  const TempFolder folder;
  folder.write("bad\xFF\n.txt", "B");
  folder.write("Ошь.txt", "O");
  EXPECT_THAT(read_paths({folder.path()}).ids(), ElementsAre("bad%FF%0A.txt", "Ошь.txt"));
}

TEST(Source, SniffsByContentWhateverTheName) {
  const TempFolder folder;
  folder.write("1.txt", "{\"headline\": \"A\"}\n\n{\"headline\": \"B\"}\n");
  folder.write("2.jsonl", "Prose.");
  folder.write("3", gzip("[{\"headline\": \"A\"}]"));
  folder.write("4.gz", zstd("Prose."));
  const All all = read_paths({folder.path()});
  ASSERT_EQ(all.items.size(), 5u);
  EXPECT_EQ(all.items[0].format, Format::json_lines);
  EXPECT_EQ(all.items[0].line, 1u);
  EXPECT_EQ(all.items[1].line, 3u);
  EXPECT_EQ(all.items[1].bytes, "{\"headline\": \"B\"}");
  EXPECT_EQ(all.items[1].id, "1.txt");
  EXPECT_EQ(all.items[2].format, Format::text);
  EXPECT_EQ(all.items[2].line, 0u);
  EXPECT_EQ(all.items[3].format, Format::json);
  EXPECT_EQ(all.items[4].bytes, "Prose.");
  EXPECT_EQ(all.bytes_read, all.bytes_total);
}

TEST(Source, DamageCostsTheFileFromThereOn) {
  std::string lines;
  for (int i = 0; i < 50'000; ++i)
    lines += "{\"headline\": \"Number " + std::to_string(i) + "\"}\n";
  const TempFolder folder;
  for (const std::string& packed : {gzip(lines), zstd(lines)}) {
    folder.write("a.jsonl", packed.substr(0, packed.size() / 2));
    folder.write("b.txt", "B");
    const All all = read_paths({folder.path()});
    ASSERT_GT(all.items.size(), 1000u);
    for (std::size_t i = 0; i + 1 < all.items.size(); ++i) {
      ASSERT_EQ(all.items[i].bytes, "{\"headline\": \"Number " + std::to_string(i) + "\"}");
    }
    EXPECT_EQ(all.items.back().bytes, "B");
    EXPECT_THAT(all.rejections,
                ElementsAre(testing::MatchesRegex(".*a\\.jsonl:[0-9]+: the .* data is cut short")));
    EXPECT_EQ(all.bytes_read, all.bytes_total);
  }
  folder.write("a.jsonl", gzip("Prose.").substr(0, 12));
  EXPECT_THAT(read_paths({folder.path()}).rejections,
              ElementsAre(folder / "a.jsonl: the gzip data is cut short"));
}

TEST(Source, SizesAreBounded) {
  const TempFolder folder;
  folder.write("1.txt", zstd(std::string(20'000'000, 'x')));  // a bomb: some hundred bytes
  folder.write("2.txt", std::string(1000, 'x'));
  const std::string kept = "{\"headline\": \"kept\"}\n";
  std::string lines = kept;
  lines.append("{\"headline\": \"").append(700'000, 'x').append("\"}\n").append(kept);
  folder.write("3.jsonl", lines.append("{").append(2000, 'x'));
  folder.write("4.json", gzip(std::string("{").append(20'000'000, ' ')));
  const All all = read_all({.paths = {folder.path()}, .max_file = 1000, .max_line = 500});
  EXPECT_THAT(all.ids(), ElementsAre("2.txt", "3.jsonl", "3.jsonl"));
  EXPECT_EQ(all.items[1].line, 1u);
  EXPECT_EQ(all.items[2].line, 3u);
  EXPECT_THAT(all.rejections, ElementsAre(folder / "1.txt: larger than 1000 bytes",
                                          folder / "3.jsonl:2: a line of more than 500 bytes",
                                          folder / "3.jsonl:4: a line of more than 500 bytes",
                                          HasSubstr(folder / "4.json: ")));
}

TEST(Source, LinesEndAsTheyLike) {
  const TempFolder folder;
  const std::string file = folder.write("a", "\xEF\xBB\xBF\r\n{\"a\": 1}\r\n \t\r\n{\"b\": 2}");
  const All all = read_paths({file});
  ASSERT_EQ(all.items.size(), 2u);
  EXPECT_EQ(all.items[0].line, 2u);
  EXPECT_EQ(all.items[1].line, 4u);
  EXPECT_EQ(all.items[1].bytes, "{\"b\": 2}");
}

TEST(Source, LongFirstLinesDecideTheFormatToo) {
  const TempFolder folder;
  const std::string long_object = "{\"headline\": \"" + std::string(900'000, 'x') + "\"}";
  folder.write("1", long_object);
  folder.write("2", long_object + "\n{\"headline\": \"B\"}");
  const All all = read_paths({folder.path()});
  ASSERT_EQ(all.items.size(), 3u);
  EXPECT_EQ(all.items[0].format, Format::json);
  EXPECT_EQ(all.items[1].format, Format::json_lines);
  EXPECT_EQ(all.items[1].bytes, long_object);
  EXPECT_EQ(all.items[2].line, 2u);
}

TEST(Source, StandardInput) {
  const TempFolder folder;
  const std::string file =
      folder.write("in", gzip("{\"headline\": \"A\"}\n{\"headline\": \"B\"}\n"));
  const int saved = dup(STDIN_FILENO);
  ASSERT_NE(freopen(file.c_str(), "rb", stdin), nullptr);
  const All all = read_paths({"-", "-"});
  dup2(saved, STDIN_FILENO);
  close(saved);
  ASSERT_EQ(all.items.size(), 2u);
  EXPECT_EQ(all.items[1].path, "-");
  EXPECT_EQ(all.items[1].id, "");
  EXPECT_EQ(all.items[1].line, 2u);
  EXPECT_EQ(all.root, "");
  EXPECT_EQ(all.bytes_total, 0u);
}

TEST(Source, MemoryStaysAtOneLine) {
  const TempFolder folder;
  std::string lines;
  const std::string line = "{\"headline\": \"" + std::string(1000, 'x') + "\"}\n";
  while (lines.size() < 4'000'000) lines += line;
  std::string packed;
  for (int i = 0; i < 50; ++i) packed += zstd(lines);  // 200 MB in 50 frames
  const std::string file = folder.write("a", packed);
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  Source source({.paths = {file}});
  RawItem item;
  std::size_t count = 0;
  while (source.next(item, [](const Rejection&) { FAIL(); })) ++count;
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  EXPECT_EQ(count, 50 * (lines.size() / line.size()));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 16 << 10);  // in KiB
#endif
}

}  // namespace
}  // namespace alatoo
