// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// What the content of an input looks like, compression already undone.
enum class Format : std::uint8_t {
  text,
  json,
  json_lines,
  html,
  nitf,
  newsml,  ///< NewsML-G2
  feed,    ///< RSS, RDF Site Summary or Atom
  mail,    ///< `Key: value` lines, an empty line, text
};

/// A piece of input that is parsed in one go: a whole text or JSON file, or one line of JSON Lines.
struct RawItem {
  std::string path = {};   ///< as shown to the user: under the folder or file that was named
  std::string id = {};     ///< path relative to the root; "" for standard input
  std::uint64_t line = 0;  ///< JSON Lines: 1-based; else 0
  Format format = Format::text;
  std::string bytes = {};
};

/// An input that gave no article.
struct Rejection {
  std::string where;   ///< "path" or "path:line"
  std::string reason;  ///< one clear clause: what is wrong
};

struct SourceOptions {
  std::vector<std::string> paths = {};  ///< files, folders (recursive, sorted by name), "-"
  std::string root = {};                ///< what ids are relative to; "" = the common folder
  bool within_root = true;              ///< false: what lies elsewhere has ids like "../a.txt"
  std::uint64_t max_file = 256u << 20;  ///< bytes of one text or JSON document, after decompression
  std::uint64_t max_line = 64u << 20;   ///< bytes of one line of JSON Lines
};

/// The inputs of a command, one piece after another. Memory holds one piece (and a read buffer),
/// however large a JSON Lines file or its compressed form is.
class Source {
 public:
  /// Throws Error for a path that does not exist or cannot be listed, a path outside `root` (see
  /// `within_root`), and for folders that hold no file at all. Hidden files and folders (".x")
  /// below a folder are left out, symbolic links are followed once, the same file named twice is
  /// read once.
  explicit Source(SourceOptions options);
  ~Source();

  /// Writes the next piece into `item` and returns true; false at the end. A file that cannot be
  /// read, is truncated, binary, empty or too large is told to `reject` and passed over.
  bool next(RawItem& item, const std::function<void(Rejection)>& reject);

  const std::string& root() const;    ///< absolute, symbolic links resolved
  std::uint64_t bytes_total() const;  ///< of the files as they lie on disk; 0 if not known ("-")
  std::uint64_t bytes_read() const;   ///< of them so far

  /// What was named, and the bytes of its files on disk; of "-", those that were read once it
  /// ended.
  struct Input {
    std::string path;
    std::optional<std::uint64_t> bytes;
  };
  std::vector<Input> inputs() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What one piece holds: articles (id, path, text, supplied metadata; zones where the format tells)
/// and rejections. Pure: no file is touched. Never throws for bad input.
///
/// A ninjs array gives one article an element; a broken element costs itself only. Ids are the
/// `uri`, else `item.id` ("#n" appended for members of an array, 1-based, ":line" for JSON Lines),
/// else a content hash for standard input ("stdin:" and 16 hexadecimal digits of XXH3).
struct Parsed {
  std::vector<Article> articles;
  std::vector<Rejection> rejections;
  std::uint64_t broken_bytes = 0;  ///< bytes that were no UTF-8, replaced
};
Parsed parse(const RawItem& item);

}  // namespace alatoo
