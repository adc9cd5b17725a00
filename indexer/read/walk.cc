// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "common/error.h"
#include "common/stop.h"
#include "common/text.h"

namespace alatoo {
namespace {

namespace fs = std::filesystem;

/// The path with exactly one '/' at its end.
std::string as_folder(std::string path) {
  if (path.empty() || path.back() != '/') path += '/';
  return path;
}

std::string reason_of(const std::error_code& error) { return error.message(); }

/// What one argument names, links resolved as far as its place is concerned.
struct Argument {
  std::string typed;
  bool folder = false;
  std::string place;  ///< absolute; a folder's ends in '/'
  std::string home;   ///< the folder that a default root must hold
};

std::string canonical_folder(const fs::path& path, const std::string& typed) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) throw Error("cannot read " + printable(typed) + ": " + reason_of(error));
  return as_folder(real.string());
}

/// The place of the last component itself, should it be a link.
std::string place_of_name(const std::string& typed) {
  fs::path path = typed;
  if (!path.has_filename()) path = path.parent_path();
  const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
  return canonical_folder(parent, typed) + path.filename().string();
}

Argument resolve(const std::string& typed) {
  struct stat info {};
  if (typed.empty() || stat(typed.c_str(), &info) != 0) {
    if (typed.empty() || errno == ENOENT || errno == ENOTDIR) {
      throw Error("no such file or folder: " + (typed.empty() ? "\"\"" : printable(typed)));
    }
    throw Error("cannot read " + printable(typed) + ": " + std::strerror(errno));
  }
  Argument argument{typed, S_ISDIR(info.st_mode), {}, {}};
  if (argument.folder) {
    argument.place = argument.home = canonical_folder(typed, typed);
  } else {
    argument.place = place_of_name(typed);
    argument.home = argument.place.substr(0, argument.place.rfind('/') + 1);
  }
  return argument;
}

/// The longest folder path that both begin with.
std::string common_folder(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter && a[same] == b[same]) ++same;
  while (same > 0 && a[same - 1] != '/') --same;
  return a.substr(0, same);
}

/// The folder `place` as seen from the folder `root`: "" or ending in '/'; with ".." in front where
/// it lies elsewhere.
std::string from_root(const std::string& place, const std::string& root) {
  if (place.starts_with(root)) return place.substr(root.size());
  return as_folder(fs::path(place).lexically_relative(root).string());
}

class Walker {
 public:
  Walker(Walk& walk, bool within_root) : walk_(walk), within_root_(within_root) {}

  void add_standard_input() {
    if (std::exchange(standard_input_, true)) return;
    walk_.files.push_back({folder("", ""), ""});
  }

  void add(const Argument& argument) {
    const std::string& root = walk_.root;
    Argument at = argument;
    if (!at.place.starts_with(root) && at.folder) at.place = as_folder(place_of_name(at.typed));
    if (!at.place.starts_with(root) && within_root_) {
      throw Error(printable(at.typed) + " lies outside the root " + printable(root) +
                  "; name files below it or choose another --root");
    }
    if (!at.folder) {
      const std::size_t typed_name = at.typed.rfind('/') + 1;
      add_file(folder(at.typed.substr(0, typed_name), at.home), at.place.substr(at.home.size()));
      return;
    }
    const std::size_t before = found_;
    if (!add_folder(as_folder(at.typed), at.place)) {
      throw Error("cannot read " + printable(at.typed) + ": " + walk_.rejections.back().reason);
    }
    if (found_ == before) throw Error(printable(at.typed) + " holds no files");
  }

  bool standard_input() const { return standard_input_; }

 private:
  std::uint32_t folder(const std::string& shown, const std::string& real) {
    const std::string id = real.empty() ? "" : from_root(real, walk_.root);
    InputFolder home{printable(shown), printable(id), real};
    const bool same = !walk_.folders.empty() && walk_.folders.back().shown == home.shown &&
                      walk_.folders.back().real == home.real;
    if (!same) walk_.folders.push_back(std::move(home));
    return static_cast<std::uint32_t>(walk_.folders.size() - 1);
  }

  void reject(std::string where, std::string reason) {
    ++found_;
    walk_.rejections.push_back({std::move(where), std::move(reason)});
  }

  void add_file(std::uint32_t home, const std::string& name) {
    const InputFile file{home, name};
    const std::string real = walk_.real(file);
    struct stat info {};
    if (stat(real.c_str(), &info) != 0) {
      reject(walk_.shown(file), errno == ENOENT ? "the link leads nowhere" : std::strerror(errno));
    } else if (!S_ISREG(info.st_mode)) {
      reject(walk_.shown(file), "not a regular file; pipes are read through \"-\"");
    } else {
      ++found_;
      std::error_code error;
      const fs::path target = fs::canonical(real, error);
      if (!files_.insert(error ? real : target.string()).second) return;
      walk_.files.push_back(file);
      walk_.bytes += static_cast<std::uint64_t>(info.st_size);
    }
  }

  /// False, with a rejection, if the folder cannot be listed.
  bool add_folder(const std::string& shown, const std::string& real) {
    struct stat info {};
    std::error_code error;
    if (stat(real.c_str(), &info) == 0 && !folders_.insert({info.st_dev, info.st_ino}).second) {
      ++found_;  // a loop, or named before
      return true;
    }
    std::vector<std::string> names;
    for (fs::directory_iterator it(real, error), end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().string();
      if (name.front() != '.') names.push_back(std::move(name));
    }
    if (error) {
      reject(printable(shown), reason_of(error));
      return false;
    }
    std::sort(names.begin(), names.end());
    std::optional<std::uint32_t> here;
    for (const std::string& name : names) {
      stop_if_asked();
      if (fs::is_directory(real + name, error)) {
        add_folder(shown + name + "/", real + name + "/");
      } else {
        if (!here) here = folder(shown, real);
        add_file(*here, name);
      }
    }
    return true;
  }

  Walk& walk_;
  bool within_root_;
  std::set<std::pair<dev_t, ino_t>> folders_;
  std::unordered_set<std::string> files_;
  std::size_t found_ = 0;
  bool standard_input_ = false;
};

}  // namespace

std::string Walk::shown(const InputFile& file) const {
  return file.name.empty() ? "-" : folders[file.folder].shown + printable(file.name);
}

std::string Walk::id(const InputFile& file) const {
  return folders[file.folder].id + printable(file.name);
}

std::string Walk::real(const InputFile& file) const {
  return folders[file.folder].real + file.name;
}

Walk walk(const std::vector<std::string>& paths, const std::string& root, bool within_root) {
  if (paths.empty()) throw Error("nothing to read: name files or folders, or \"-\"");
  Walk result;
  std::vector<std::optional<Argument>> arguments;
  for (const std::string& typed : paths) {
    arguments.push_back(typed == "-" ? std::nullopt : std::optional(resolve(typed)));
  }
  if (!root.empty()) {
    std::error_code error;
    result.root = as_folder(fs::weakly_canonical(fs::absolute(root), error).string());
    if (error) throw Error("cannot read --root " + printable(root) + ": " + reason_of(error));
  }
  for (const auto& argument : arguments) {
    if (!argument || !root.empty()) continue;
    result.root = result.root.empty() ? argument->home : common_folder(result.root, argument->home);
  }
  Walker walker(result, within_root);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::uint64_t before = result.bytes;
    result.inputs.push_back({printable(paths[i]), {}});
    if (arguments[i]) {
      walker.add(*arguments[i]);
      result.inputs.back().bytes = result.bytes - before;
    } else {
      walker.add_standard_input();
    }
  }
  if (walker.standard_input()) result.bytes = 0;
  if (result.root.size() > 1) result.root.pop_back();
  return result;
}

}  // namespace alatoo
