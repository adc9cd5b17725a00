// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/read/source.h"

namespace alatoo {

/// One file to read, found by walk().
struct InputFile {
  std::uint32_t folder = 0;  ///< index into Walk::folders
  std::string name;          ///< "" for standard input
};

/// A folder with input files; each string is empty or ends in '/'.
struct InputFolder {
  std::string shown;  ///< as the user would type it
  std::string id;     ///< relative to the root
  std::string real;   ///< absolute
};

/// What the arguments of a command name, in the order of reading.
struct Walk {
  std::string root;  ///< absolute, symbolic links resolved; "" if only standard input is read
  std::vector<InputFolder> folders;
  std::vector<InputFile> files;
  std::vector<Rejection> rejections;  ///< dangling links, pipes, folders that cannot be listed
  std::vector<Source::Input> inputs;  ///< the arguments
  std::uint64_t bytes = 0;            ///< of the files; 0 when standard input is among them

  std::string shown(const InputFile& file) const;
  std::string id(const InputFile& file) const;
  std::string real(const InputFile& file) const;
};

/// Lists the files that `paths` name. Throws Error where Source documents it.
///
/// Without `root` the ids are relative to the deepest folder that holds every named folder and
/// every named file. A file counts as lying where its name stands, not where a link leads to.
/// `within_root`: what lies outside `root` is refused; else ".." in front of its id leads there.
Walk walk(const std::vector<std::string>& paths, const std::string& root, bool within_root);

}  // namespace alatoo
